import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute, minuteRange, type Minute } from '../../domain/minute';
import type { VenueConnection } from '../venue/connect';
import { bringIn as ask, type PagerOptions } from './pager';
import type { Page } from '../venue/page';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import type { Missing } from '../record/missing';
import { at, ATOM, pageOf, row, T, type TestRow } from '../testing/page';
import { candleRules, capabilityOf, listItself, type VenueFacts } from '../venues/capability';
import { Writer } from '../record/writer';

const DAY_LATER = (T + 1_440) * 60_000;

/** A venue that answers from code, and the ranges it was asked for. */
function venueOf(
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

const pagerOf = (
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
async function bringIn(...[market, part, options]: Parameters<typeof ask>): Promise<readonly Missing[]> {
  const missing = await ask(market, part, options);
  await options.writer.drained();
  return missing;
}

/** An honest venue that holds the given minutes and sends at most `cap` rows of the range, from its old or new end. */
const honest =
  (held: readonly number[], cap: number, keep: 'oldest' | 'newest') =>
  (since: Minute, rows: number): Page => {
    const inside = held
      .map((offset) => row(offset))
      .filter((one) => one.candle.minute >= since && one.candle.minute < since + rows);
    const sent: readonly TestRow[] = keep === 'oldest' ? inside.slice(0, cap) : inside.slice(-cap);
    return pageOf(sent);
  };

const range = minuteRange(at(0), at(250));
const held = (ledger: MemoryLedger): readonly number[] =>
  [...ledger.held(ATOM, 'rest').candles.keys()].map((m) => m - T).sort((a, b) => a - b);

describe('the pager', () => {
  it('asks page after page below the cap, each recorded by itself', async () => {
    const ledger = memoryLedger();
    const venue = venueOf(
      {},
      honest(
        Array.from({ length: 400 }, (_, i) => i),
        100,
        'oldest',
      ),
    );
    expect(await bringIn(ATOM, range, pagerOf(venue, ledger))).toEqual([]);
    expect(venue.asked).toEqual([
      [0, 100],
      [100, 100],
      [200, 50],
    ]);
    expect(ledger.answers.map((answer) => [answer.asked.from - T, answer.asked.to - T])).toEqual([
      [0, 100],
      [100, 200],
      [200, 250],
    ]);
    expect(held(ledger)).toHaveLength(250);
  });

  it('asks only what the ledger has not got, and nothing when it has it all', async () => {
    const ledger = memoryLedger();
    const all = honest(
      Array.from({ length: 250 }, (_, i) => i),
      100,
      'oldest',
    );
    await bringIn(ATOM, minuteRange(at(50), at(120)), pagerOf(venueOf({}, all), ledger));
    const again = venueOf({}, all);
    await bringIn(ATOM, range, pagerOf(again, ledger));
    expect(again.asked).toEqual([
      [0, 50],
      [120, 100],
      [220, 30],
    ]);
    const third = venueOf({}, all);
    await bringIn(ATOM, range, pagerOf(third, ledger));
    expect(third.asked).toEqual([]);
  });

  it('ends with the same candles after being cut off at any page (resuming)', async () => {
    const all = honest(
      Array.from({ length: 250 }, (_, i) => i).filter((i) => i % 7 !== 3),
      100,
      'oldest',
    );
    const undisturbed = memoryLedger();
    await bringIn(ATOM, range, pagerOf(venueOf({}, all), undisturbed));
    for (let survives = 0; survives < 3; survives += 1) {
      let records = 0;
      let dead = false;
      const ledger = memoryLedger(() => {
        if (!dead && records === survives) {
          dead = true;
          throw new Error('killed');
        }
        records += 1;
      });
      await expect(bringIn(ATOM, range, pagerOf(venueOf({}, all), ledger))).rejects.toThrow('killed');
      await bringIn(ATOM, range, pagerOf(venueOf({}, all), ledger));
      expect(ledger.contents()).toBe(undisturbed.contents());
    }
  });

  it('never takes a page cut short for minutes without trade, whatever the unknown cap and whichever end is kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom('oldest' as const, 'newest' as const),
        fc.integer({ min: 0, max: 40 }),
        async (cap, keep, from) => {
          // A liquid market: the rows are contiguous from its listing on.
          const listed = Array.from({ length: 250 - from }, (_, i) => from + i);
          const ledger = memoryLedger();
          expect(await bringIn(ATOM, range, pagerOf(venueOf({}, honest(listed, cap, keep)), ledger))).toEqual([]);
          expect(held(ledger)).toEqual(listed);
          expect(ledger.held(ATOM, 'rest').asked).toEqual([range]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds exactly the traded minutes of any market, however thin, whatever the unknown cap', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 249 }), { maxLength: 250 }),
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom('oldest' as const, 'newest' as const),
        async (minutes, cap, keep) => {
          const sorted = [...minutes].sort((a, b) => a - b);
          const ledger = memoryLedger();
          expect(await bringIn(ATOM, range, pagerOf(venueOf({}, honest(sorted, cap, keep)), ledger))).toEqual([]);
          expect(held(ledger)).toEqual(sorted);
          expect(ledger.held(ATOM, 'rest').asked).toEqual([range]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('asks for silence at the end of a page with what follows, and for silence at its beginning by itself', async () => {
    const venue = venueOf({}, honest([10, 90, 120, 240], 100, 'oldest'));
    expect(await bringIn(ATOM, range, pagerOf(venue, memoryLedger()))).toEqual([]);
    expect(venue.asked).toEqual([
      [0, 100],
      [0, 10],
      [91, 100],
      [91, 29],
      [121, 100],
      [221, 29],
      [221, 19],
      [241, 9],
    ]);
  });

  it('names history older than the venue serves, and brings in the rest', async () => {
    const ledger = memoryLedger();
    const clockMs = (T + 260) * 60_000 + 30_000;
    const venue = venueOf(
      { depthMinutes: 120 },
      honest(
        Array.from({ length: 250 }, (_, i) => i),
        100,
        'oldest',
      ),
      clockMs,
    );
    const missing = await bringIn(ATOM, range, pagerOf(venue, ledger));
    expect(missing).toEqual([
      {
        venue: 'binance',
        market: ATOM,
        range: minuteRange(at(0), at(143)),
        cause: 'its candle history covers only the last 120 minutes',
        mend: 'older minutes come only from trades or a file: import them with `plumbline import`',
        unanswered: { source: 'rest', outcome: 'not-served' },
      },
    ]);
    expect(held(ledger)[0]).toBe(143);
  });

  it('names minutes that are not closed yet and does not ask for them', async () => {
    const clockMs = (T + 100) * 60_000 + 4_000;
    const venue = venueOf(
      {},
      honest(
        Array.from({ length: 250 }, (_, i) => i),
        100,
        'oldest',
      ),
      clockMs,
    );
    const missing = await bringIn(ATOM, range, pagerOf(venue, memoryLedger()));
    expect(venue.asked).toEqual([[0, 99]]);
    expect(missing.map((one) => one.cause)).toEqual(["not closed yet by the venue's clock"]);
  });

  it('asks twice more and then records nothing where since is ignored, and goes on with the next page', async () => {
    const ledger = memoryLedger();
    const good = honest(
      Array.from({ length: 250 }, (_, i) => i),
      100,
      'oldest',
    );
    const venue = venueOf({}, (since, rows) => (since === at(100) ? pageOf([row(900), row(901)]) : good(since, rows)));
    const missing = await bringIn(ATOM, range, pagerOf(venue, ledger));
    expect(missing).toHaveLength(1);
    expect(missing[0]?.range).toEqual(minuteRange(at(100), at(200)));
    expect(missing[0]?.cause).toContain('instead, so nothing was recorded');
    expect(venue.asked).toEqual([
      [0, 100],
      [100, 100],
      [100, 100],
      [100, 100],
      [200, 50],
    ]);
    expect(ledger.held(ATOM, 'rest').asked).toEqual([minuteRange(at(0), at(100)), minuteRange(at(200), at(250))]);
  });

  it('stops between pages when asked to, and names what is left', async () => {
    const abort = new AbortController();
    const ledger = memoryLedger();
    const venue = venueOf(
      {},
      honest(
        Array.from({ length: 250 }, (_, i) => i),
        100,
        'oldest',
      ),
    );
    const missing = await bringIn(
      ATOM,
      range,
      pagerOf(venue, ledger, {
        signal: abort.signal,
        recorded: () => {
          abort.abort();
        },
      }),
    );
    expect(missing.map((one) => [one.range, one.cause])).toEqual([
      [minuteRange(at(100), at(250)), 'stopped before this part was requested'],
    ]);
    expect(held(ledger)).toHaveLength(100);
  });

  it('asks one minute in front where the venue’s bounds leave the first one in doubt', async () => {
    const venue = venueOf(
      { leadMinutes: 1 },
      honest(
        Array.from({ length: 250 }, (_, i) => i),
        100,
        'oldest',
      ),
    );
    await bringIn(ATOM, minuteRange(at(0), minute(at(150))), pagerOf(venue, memoryLedger()));
    expect(venue.asked).toEqual([
      [-1, 100],
      [98, 52],
    ]);
  });
});
