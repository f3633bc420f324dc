import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minuteRange, type Minute } from '../../domain/minute';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { at, ATOM, pageOf, T } from '../testing/page';
import { bringIn, honest, pagerOf, venueOf } from '../testing/pagedVenue';
import type { Page } from '../venue/page';

const range = minuteRange(at(0), at(250));
const NO_ROWS = pageOf([]);
const count = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, i) => from + i);
const answered = (ledger: MemoryLedger): readonly (readonly [number, number])[] =>
  ledger.book(ATOM, 'rest').asked.map(({ from, to }) => [from - T, to - T]);
const missingOf = async (
  ...args: Parameters<typeof bringIn>
): Promise<readonly (readonly [number, number, string])[]> =>
  (await bringIn(...args)).map(({ range: part, cause }) => [(part?.from ?? NaN) - T, (part?.to ?? NaN) - T, cause]);

const FILLS = 'answered without a row, although the venue sends one for every minute, traded or not';
const ALONE = 'answered without a row, and no row before and after shows that nothing was traded';
const LACKS = 'answered without rows that it had sent before, so the silence proves nothing';

/** Every minute traded, from an hour before the range to an hour after it. */
const busy = honest(count(-60, 310), 100, 'oldest');

describe('a well-formed empty reply', () => {
  it('proves nothing where it is all that ever comes', async () => {
    for (const emptyMinutes of ['flat', 'omitted'] as const) {
      const ledger = memoryLedger();
      const venue = venueOf({ emptyMinutes }, () => NO_ROWS);
      const missing = await missingOf(ATOM, range, pagerOf(venue, ledger));
      expect(missing).toEqual([[0, 250, emptyMinutes === 'flat' ? FILLS : ALONE]]);
      expect(answered(ledger)).toEqual([]);
      // Three pages, and the beginning, the middle and the end once more.
      expect(venue.asked).toHaveLength(6);
    }
  });

  it('is asked again at once, in another page size, and what comes then counts', async () => {
    for (const emptyMinutes of ['flat', 'omitted'] as const) {
      const ledger = memoryLedger();
      const struck = new Set<string>();
      const venue = venueOf({ emptyMinutes }, (since, rows) => {
        const request = `${String(since)} ${String(rows)}`;
        if (since !== at(100) || struck.has(request)) return busy(since, rows);
        struck.add(request);
        return NO_ROWS;
      });
      expect(await missingOf(ATOM, range, pagerOf(venue, ledger))).toEqual([]);
      expect(ledger.book(ATOM, 'rest').candles.size).toBe(250);
    }
  });

  it('stays unproven where the rows of before and after it are lacking in every reply about it', async () => {
    const ledger = memoryLedger();
    // An hour of maintenance: whoever asks for any of it gets nothing.
    const venue = venueOf({}, (since, rows) =>
      since < at(160) && since + rows > at(100) ? NO_ROWS : busy(since, rows),
    );
    const missing = await missingOf(ATOM, minuteRange(at(0), at(250)), pagerOf(venue, ledger));
    expect(missing.map(([, , cause]) => cause)).toEqual(expect.arrayContaining([expect.stringMatching(/^answered/)]));
    for (const [from, to] of answered(ledger)) expect(from >= 160 || to <= 100).toBe(true);
  });
});

describe('silence between two rows of one market', () => {
  it('is no trade where the venue omits such minutes, and asked once with the rows around it', async () => {
    const ledger = memoryLedger();
    const venue = venueOf({}, honest([...count(-60, 100), ...count(140, 310)], 100, 'oldest'));
    expect(await missingOf(ATOM, range, pagerOf(venue, ledger))).toEqual([]);
    expect(venue.asked).toEqual([
      [0, 100],
      [100, 100],
      [200, 50],
      [99, 42],
    ]);
    expect(answered(ledger)).toEqual([[0, 250]]);
  });

  it('proves nothing where the venue fills such minutes, however often it is asked', async () => {
    const ledger = memoryLedger();
    const venue = venueOf({ emptyMinutes: 'flat' }, honest([...count(-60, 110), ...count(140, 310)], 100, 'oldest'));
    expect(await missingOf(ATOM, range, pagerOf(venue, ledger))).toEqual([[110, 140, FILLS]]);
    expect(answered(ledger)).toEqual([
      [0, 110],
      [140, 250],
    ]);
  });

  it('asks about many holes of a venue that fills in one request a page', async () => {
    const served = count(-60, 310).filter((offset) => offset % 2 === 0);
    const venue = venueOf({ emptyMinutes: 'flat' }, honest(served, 100, 'oldest'));
    await bringIn(ATOM, range, pagerOf(venue, memoryLedger()));
    expect(venue.asked.length).toBeLessThanOrEqual(8);
  });

  it('is not proven by a reply that lacks a row an earlier one held', async () => {
    const ledger = memoryLedger();
    const served = [...count(-60, 100), ...count(140, 310)];
    // The second answer comes from a copy that lost ten minutes more.
    const venue = venueOf({}, (since, rows) =>
      honest(
        since < at(100) && since > at(0) ? served.filter((offset) => offset < 95 || offset > 144) : served,
        100,
        'oldest',
      )(since, rows),
    );
    expect(await missingOf(ATOM, range, pagerOf(venue, ledger))).toEqual([[100, 140, LACKS]]);
  });

  it('may be as long as two replies that meet in it, and no longer', async () => {
    for (const [length, isProven] of [
      [190, true],
      [230, false],
    ] as const) {
      const ledger = memoryLedger();
      const wide = minuteRange(at(0), at(400));
      const venue = venueOf({}, honest([...count(-60, 100), ...count(100 + length, 460)], 100, 'oldest'));
      const missing = await missingOf(ATOM, wide, pagerOf(venue, ledger));
      expect(missing).toEqual(isProven ? [] : [[100, 100 + length, ALONE]]);
    }
  });
});

describe('silence at an edge of what was asked', () => {
  it('is proven by a row within an hour beyond it, which is not stored', async () => {
    const ledger = memoryLedger();
    const venue = venueOf({}, honest([-40, ...count(20, 200), 270], 100, 'oldest'));
    expect(await missingOf(ATOM, range, pagerOf(venue, ledger))).toEqual([]);
    expect(answered(ledger)).toEqual([[0, 250]]);
    expect(ledger.book(ATOM, 'rest').candles.has(at(-40))).toBe(false);
    expect(ledger.book(ATOM, 'rest').candles.has(at(270))).toBe(false);
  });

  it('stays unproven without one: a market listed and delisted in the range', async () => {
    const ledger = memoryLedger();
    const venue = venueOf({}, honest(count(50, 150), 100, 'oldest'));
    expect(await missingOf(ATOM, range, pagerOf(venue, ledger))).toEqual([
      [0, 50, ALONE],
      [150, 250, ALONE],
    ]);
    expect(answered(ledger)).toEqual([[50, 150]]);
  });

  it('is "not served" before the day on which the venue lists the market, where its list says so', async () => {
    const ledger = memoryLedger();
    const venue = { ...venueOf({}, honest(count(50, 310), 100, 'oldest')), listedFrom: () => at(50) };
    const [gap, ...others] = await bringIn(ATOM, range, pagerOf(venue, ledger));
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      range: minuteRange(at(0), at(50)),
      cause: 'the venue lists the market since 2025-10-10T21:50Z',
      unanswered: { outcome: 'not-served' },
    });
  });
});

describe('whatever empty replies come, at whatever venue', () => {
  /** A venue whose replies are empty now and then, or for as long as what is asked touches some minutes. */
  const faulty =
    (served: readonly number[], empty: (since: number, rows: number, nth: number) => boolean) =>
    (): ((since: Minute, rows: number) => Page) => {
      let nth = 0;
      return (since, rows) => {
        nth += 1;
        return empty(since - T, rows, nth) ? NO_ROWS : honest(served, 100, 'oldest')(since, rows);
      };
    };

  it('no minute with a trade is ever recorded as one without', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: -60, max: 310 }), { minLength: 1, maxLength: 371 }),
        fc.constantFrom('flat' as const, 'omitted' as const),
        fc.oneof(
          fc.record({ from: fc.integer({ min: -50, max: 300 }), minutes: fc.integer({ min: 1, max: 200 }) }),
          fc.record({ struck: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }) }),
        ),
        async (minutes, emptyMinutes, fault) => {
          const traded = new Set(minutes);
          // A venue that fills has a row for every minute since its first.
          const served =
            emptyMinutes === 'flat' ? count(Math.min(...minutes), 311) : [...minutes].sort((a, b) => a - b);
          const empty = (since: number, rows: number, nth: number): boolean =>
            'struck' in fault
              ? fault.struck.includes(nth)
              : since < fault.from + fault.minutes && since + rows > fault.from;
          const ledger = memoryLedger();
          await bringIn(ATOM, range, pagerOf(venueOf({ emptyMinutes }, faulty(served, empty)()), ledger));
          const { asked, candles } = ledger.book(ATOM, 'rest');
          const said = asked.flatMap((part) => count(part.from - T, part.to - T));
          expect(said.filter((offset) => traded.has(offset) && !candles.has(at(offset)))).toEqual([]);
          expect([...candles.keys()].filter((minute) => !served.includes(minute - T))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
