import type { Minute } from '../../domain/minute';
import { bringIn as ask, type PagerOptions } from '../paging/pager';
import { Writer } from '../record/writer';
import type { Missing } from '../record/missing';
import type { VenueConnection } from '../venue/connect';
import type { Page } from '../venue/page';
import { candleRules, capabilityOf, listItself, type VenueFacts } from '../venues/capability';
import type { MemoryLedger } from './memoryLedger';
import { ATOM, pageOf, row, T, type TestRow } from './page';

const DAY_LATER = (T + 1_440) * 60_000;

/** A venue that answers from code, and the ranges it was asked for. */
export function venueOf(
  facts: Partial<VenueFacts>,
  answer: (since: Minute, rows: number) => Page,
  clockMs = DAY_LATER,
): VenueConnection & { asked: (readonly [number, number])[] } {
  const asked: (readonly [number, number])[] = [];
  const capability = capabilityOf('binance', {
    cap: 100,
    emptyMinutes: 'omitted',
    volume: 'base',
    rowsIn: listItself,
    ...facts,
  });
  return {
    asked,
    venue: ATOM.venue,
    capability,
    rules: (market) => candleRules(capability, market.kind, false),
    trades: () => Promise.reject(new Error('no trades')),
    another: () => Promise.reject(new Error('one is enough')),
    uncertain: () => [],
    listedFrom: () => undefined,
    contract: () => undefined,
    timeframes: () => [],
    partsOf: (_, range) => [range],
    markets: () => Promise.resolve([ATOM]),
    time: () => Promise.resolve(),
    clockMs: () => clockMs,
    page: (_, since, rows) => {
      asked.push([since - T, rows]);
      return Promise.resolve(answer(since, rows));
    },
  };
}

export const pagerOf = (
  connection: VenueConnection,
  ledger: MemoryLedger,
  change: Partial<PagerOptions> = {},
): PagerOptions => ({
  connection,
  writer: new Writer(ledger),
  source: 'rest',
  now: () => DAY_LATER,
  signal: undefined,
  patiently: (ask) => ask(),
  recorded: () => undefined,
  ...change,
});

/** What is asked is also recorded. */
export async function bringIn(...[market, part, options]: Parameters<typeof ask>): Promise<readonly Missing[]> {
  const missing = await ask(market, part, options);
  await options.writer.drained();
  return missing;
}

/** An honest venue that holds the given minutes and sends at most `cap` rows of the range, from its old or new end. */
export const honest =
  (served: readonly number[], cap: number, keep: 'oldest' | 'newest') =>
  (since: Minute, rows: number): Page => {
    const inside = served
      .map((offset) => row(offset))
      .filter((one) => one.candle.minute >= since && one.candle.minute < since + rows);
    const sent: readonly TestRow[] = keep === 'oldest' ? inside.slice(0, cap) : inside.slice(-cap);
    return pageOf(sent);
  };
