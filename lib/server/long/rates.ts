import { LRUCache } from 'lru-cache';
import { createHash } from 'node:crypto';
import type { LongPlan } from '../../analysis/long/plan';
import { rateOf, RULE, type Rate } from '../../analysis/rates/rate';
import { minutesIn, type MinuteRange } from '../../domain/minute';
import { columnsOf } from '../../store/days/candles';
import type { Database } from '../../store/connection/database';
import { dayVersionsOf } from '../../store/days/dayLeaves';
import { widened } from '../deviations/analysisInput';
import type { Reading } from './summaries';

/** Bytes of rates that are remembered: some fifteen years of one quote. */
const MOST_BYTES = 64 * 1024 * 1024;
/** A double and a rule a minute. */
const BYTES_PER_MINUTE = 9;

const remembered = new WeakMap<Database, LRUCache<string, Rate>>();

/**
 * The rates of a range for every quote of the plan. They are the same for every asset, and rest on more books than most assets
 * have; so those made before are used again while no day they rest on was written to since. As of an instant nothing is.
 */
export async function ratesFor(
  database: Database,
  { snapshot, asOf }: Reading,
  plan: LongPlan,
  range: MinuteRange,
): Promise<(quote: string) => Rate> {
  const { question, rateMarkets } = plan;
  if (question.rate === 'none') {
    const slots = minutesIn(range);
    const one = { value: new Float64Array(slots).fill(1), rule: new Uint8Array(slots).fill(RULE.none) };
    return () => one;
  }
  const quotes = [...new Set([...plan.rows, ...plan.underlying].map(({ market }) => market.quote))];
  const before =
    remembered.get(database) ??
    new LRUCache<string, Rate>({
      maxSize: MOST_BYTES,
      sizeCalculation: ({ value }) => value.length * BYTES_PER_MINUTE,
    });
  remembered.set(database, before);
  const state = asOf === undefined ? await stateOf({ snapshot, rateMarkets }, range) : undefined;
  const keyOf = (quote: string): string | undefined =>
    state === undefined ? undefined : `${quote} ${String(range.from)} ${String(range.to)} ${state}`;
  const rates = new Map(
    quotes.flatMap((quote) => {
      const key = keyOf(quote);
      const rate = key === undefined ? undefined : before.get(key);
      return rate === undefined ? [] : [[quote, rate] as const];
    }),
  );
  if (rates.size < quotes.length) {
    const markets = await columnsOf(snapshot, rateMarkets, widened(range), { asOf, fields: ['close'], traded: true });
    for (const quote of quotes) {
      if (rates.has(quote)) continue;
      const rate = rateOf(quote, range, markets);
      rates.set(quote, rate);
      const key = keyOf(quote);
      if (key !== undefined) before.set(key, rate);
    }
  }
  return (quote) => {
    const rate = rates.get(quote);
    if (rate === undefined) throw new RangeError(`no rate of ${quote} was made; the plan does not name it`);
    return rate;
  };
}

/** Which books, and in which versions of their days, the rates of a range rest on. */
async function stateOf(
  { snapshot, rateMarkets }: Pick<Reading, 'snapshot'> & Pick<LongPlan, 'rateMarkets'>,
  range: MinuteRange,
): Promise<string> {
  const versions = await dayVersionsOf(snapshot, rateMarkets, widened(range));
  const hash = createHash('sha256');
  for (const { market, source } of rateMarkets)
    hash.update(`${market.venue} ${market.base} ${market.quote} ${source}\n`);
  for (const { place, day, version } of versions) hash.update(`${String(place)} ${String(day)} ${String(version)}\n`);
  return hash.digest('base64');
}
