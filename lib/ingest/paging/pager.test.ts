import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute, minuteRange } from '../../domain/minute';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { at, ATOM, pageOf, row, T } from '../testing/page';
import { bringIn, honest, pagerOf, venueOf } from '../testing/pagedVenue';

const range = minuteRange(at(0), at(250));
const offsetsStored = (ledger: MemoryLedger): readonly number[] =>
  [...ledger.book(ATOM, 'rest').candles.keys()].map((m) => m - T).sort((a, b) => a - b);

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
    expect(offsetsStored(ledger)).toHaveLength(250);
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
        fc.integer({ min: 2, max: 99 }),
        fc.constantFrom('oldest' as const, 'newest' as const),
        fc.integer({ min: 0, max: 40 }),
        async (cap, keep, from) => {
          // A liquid market: the rows are contiguous from its listing on.
          const listed = Array.from({ length: 250 - from }, (_, i) => from + i);
          const ledger = memoryLedger();
          const missing = await bringIn(ATOM, range, pagerOf(venueOf({}, honest(listed, cap, keep)), ledger));
          expect(offsetsStored(ledger)).toEqual(listed);
          // Before the listing there is no row to prove the silence.
          expect(missing.map((one) => one.range)).toEqual(from === 0 ? [] : [minuteRange(at(0), at(from))]);
          expect(ledger.book(ATOM, 'rest').asked).toEqual([minuteRange(at(from), at(250))]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds exactly the traded minutes of any market that trades before and after, whatever the unknown cap', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 0, max: 249 }), { minLength: 12, maxLength: 250 }),
        fc.integer({ min: 2, max: 100 }),
        fc.constantFrom('oldest' as const, 'newest' as const),
        async (minutes, cap, keep) => {
          // A silence between two rows fits into a page here: longer ones have tests of their own.
          const sorted = [...new Set([...minutes, ...[-20, 40, 80, 120, 160, 200, 260]])].sort((a, b) => a - b);
          const ledger = memoryLedger();
          expect(await bringIn(ATOM, range, pagerOf(venueOf({}, honest(sorted, cap, keep)), ledger))).toEqual([]);
          expect(offsetsStored(ledger)).toEqual(sorted.filter((offset) => offset >= 0 && offset < 250));
          expect(ledger.book(ATOM, 'rest').asked).toEqual([range]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('asks for silence at the end of a page with the row before it and what follows', async () => {
    const venue = venueOf({}, honest([-5, 10, 90, 120, 240, 300], 100, 'oldest'));
    expect(await bringIn(ATOM, range, pagerOf(venue, memoryLedger()))).toEqual([]);
    expect(venue.asked).toEqual([
      [0, 100],
      // From the row at 90 on: the row at 120 proves what lies between.
      [90, 100],
      [120, 100],
      // From 220 on: the row at 240 comes, and what lies before it is asked below.
      [220, 30],
      // The end of the range, with an hour beyond it: the row at 300 proves it.
      [240, 70],
      // The beginning, with an hour before it.
      [-60, 71],
      // What lies between the rows at 120 and 240 does not fit into one reply: its two halves meet.
      [120, 100],
      [141, 100],
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
    expect(offsetsStored(ledger)[0]).toBe(143);
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
    expect(ledger.book(ATOM, 'rest').asked).toEqual([minuteRange(at(0), at(100)), minuteRange(at(200), at(250))]);
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
    expect(offsetsStored(ledger)).toHaveLength(100);
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
