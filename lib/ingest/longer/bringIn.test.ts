import { describe, expect, it } from 'vitest';
import type { LongerAnswer, LongerLedger } from '../../domain/longerCandle';
import { minuteRange, overlap, union, type Minute, type MinuteRange } from '../../domain/minute';
import { spanOfCandle, timeframeMinutes, type Timeframe } from '../../domain/timeframe';
import { venueOf as pagedVenue } from '../testing/pagedVenue';
import { at, ATOM, pageOf, row, T, timeless } from '../testing/page';
import type { VenueConnection } from '../venue/connect';
import type { Page } from '../venue/page';
import type { VenueFacts } from '../venues/capability';
import { bringInLonger, type LongerOptions } from './bringIn';

/** T is 2025-10-10T21:00Z, so that hours are whole hundreds of sixty from it. */
const hours = (from: number, to: number): MinuteRange => minuteRange(at(from * 60), at(to * 60));

interface Memory extends LongerLedger {
  readonly answers: LongerAnswer[];
  /** Openings with a candle, in hours after T, ascending. */
  stored(): readonly number[];
}

function memory(): Memory {
  const answers: LongerAnswer[] = [];
  return {
    answers,
    stored: () =>
      answers.flatMap(({ candles }) => candles.map(({ minute }) => (minute - T) / 60)).sort((a, b) => a - b),
    answered: (_, __, ___, range) =>
      Promise.resolve(union(answers.flatMap(({ asked }) => overlap(asked, range) ?? []))),
    record: (more) => {
      answers.push(...more);
      return Promise.resolve({ added: more.length, unchanged: 0, revised: 0 });
    },
  };
}

interface Asked {
  /** Hours after T, and rows. */
  readonly asked: (readonly [number, number])[];
}

/** A venue that answers from code, and what it was asked for. */
function venueOf(
  answer: (since: Minute, rows: number) => Page,
  { clockMs = (T + 30 * 1440) * 60_000, ...facts }: Partial<VenueFacts> & { readonly clockMs?: number } = {},
): VenueConnection & Asked {
  const asked: (readonly [number, number])[] = [];
  const none = (): Promise<never> => Promise.reject(new Error('not asked for here'));
  return {
    ...pagedVenue({ cap: 4, ...facts }, answer, clockMs),
    asked,
    time: none,
    markets: none,
    timeframes: () => ['1h'],
    page: (_, since, rows) => {
      asked.push([(since - T) / 60, rows]);
      return Promise.resolve(answer(since, rows));
    },
  };
}

/** A venue that holds a candle of every hour, and the open one. */
const everyHour =
  (clockMs?: number) =>
  (since: Minute, rows: number): Page =>
    pageOf(
      Array.from({ length: rows }, (_, i) => row(since - T + i * 60)),
      clockMs === undefined ? { venueClockMs: (T + 30 * 1440) * 60_000 } : { venueClockMs: clockMs },
    );

const options = (connection: VenueConnection, ledger: LongerLedger, timeframe: Timeframe = '1h'): LongerOptions => ({
  connection,
  ledger,
  source: 'rest',
  timeframe,
  now: () => T * 60_000,
  signal: undefined,
  again: false,
  patiently: (ask) => ask(),
  recorded: () => undefined,
});

describe('longer candles', () => {
  it('are asked for in pages below the venue’s cap, whole ones alone, and not a second time', async () => {
    const [ledger, venue] = [memory(), venueOf(everyHour())];
    const window = minuteRange(at(-30), at(9 * 60 + 59));
    expect(await bringInLonger(ATOM, window, options(venue, ledger))).toEqual([]);
    expect(venue.asked).toEqual([
      [0, 4],
      [4, 4],
      [8, 1],
    ]);
    expect(ledger.stored()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    await bringInLonger(ATOM, window, options(venue, ledger));
    expect(venue.asked).toHaveLength(3);
  });

  it('are stored once their whole span is over by the venue’s clock, five seconds more, and never before', async () => {
    const closes = (T + 2 * 60) * 60_000;
    for (const [clockMs, stored] of [
      [closes + 4_999, [0]],
      [closes + 5_000, [0, 1]],
    ] as const) {
      const [ledger, venue] = [memory(), venueOf(everyHour(clockMs), { clockMs })];
      const missing = await bringInLonger(ATOM, hours(0, 3), options(venue, ledger));
      expect(ledger.stored()).toEqual(stored);
      expect(missing.map(({ cause, range }) => [cause, range?.to])).toEqual([
        ["1h candles: not closed yet by the venue's clock", at(180)],
      ]);
    }
  });

  it('that the venue does not have are answered all the same, once its reply proves it', async () => {
    const [ledger, venue] = [memory(), venueOf((since) => pageOf(since <= T ? [row(0), row(180)] : []))];
    expect(await bringInLonger(ATOM, hours(0, 4), options(venue, ledger))).toEqual([]);
    expect(ledger.stored()).toEqual([0, 3]);
    expect(union(ledger.answers.map(({ asked }) => asked))).toEqual([hours(0, 4)]);
  });

  it('whose opening is of another zone are never stored', async () => {
    const day = timeframeMinutes('1d');
    const midnight = (Math.floor(T / day) * day) as Minute;
    const [ledger, venue] = [memory(), venueOf(() => pageOf([timeless(row(-300))]))];
    const missing = await bringInLonger(ATOM, spanOfCandle(midnight, '1d'), options(venue, ledger, '1d'));
    expect(ledger.answers).toEqual([]);
    expect(missing.map(({ cause, unanswered }) => [cause, unanswered])).toEqual([
      ['1d candles: answered with 1 row whose time cannot be read, so nothing was recorded', undefined],
    ]);
  });

  it('that break the invariant are quarantined by name, and asked for by the next run', async () => {
    const bad = row(60, { low: 9 });
    const [ledger, venue] = [memory(), venueOf(() => pageOf([row(0), bad, row(120)]))];
    const missing = await bringInLonger(ATOM, hours(0, 3), options(venue, ledger));
    expect(ledger.stored()).toEqual([0, 2]);
    expect(ledger.answers[0]?.quarantined).toMatchObject([
      { minute: at(60), reason: expect.stringMatching(/^1h candle: /) as string },
    ]);
    expect(missing[0]?.cause).toMatch(/^1h candles: 1 row is not a valid candle and was quarantined/);
  });

  it.each([
    ['as many candles as minutes', { depthMinutes: 10, longer: { utcDay: true, depthMinutes: 'rows' } }, 7],
    ['hours said for themselves', { depthMinutes: 10, longer: { utcDay: true, depthMinutes: { '1h': 240 } } }, 3],
  ] as const)('older than %s are missing', async (_, facts, count) => {
    const clockMs = (T + 8 * 60) * 60_000 + 10_000;
    const [ledger, venue] = [memory(), venueOf(everyHour(clockMs), { ...facts, clockMs })];
    const missing = await bringInLonger(ATOM, hours(-10, 8), options(venue, ledger));
    expect(ledger.stored().filter((hour) => hour >= 8 - count)).toHaveLength(count);
    expect(missing.map(({ cause }) => cause)).toEqual([
      expect.stringMatching(/^1h candles: its candle history covers only the last/),
    ]);
  });

  it('are asked for in requests no longer than the venue takes', async () => {
    const [ledger, venue] = [memory(), venueOf(everyHour(), { longer: { utcDay: true, longestMinutes: 150 } })];
    await bringInLonger(ATOM, hours(0, 4), options(venue, ledger));
    expect(venue.asked).toEqual([
      [0, 2],
      [2, 2],
    ]);
  });
});
