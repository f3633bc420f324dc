import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScanAnswer } from '../../api/scan';
import { instant } from '../../domain/instant';
import { minuteRange, plus, type MinuteRange } from '../../domain/minute';
import type { Answer } from '../../domain/observation';
import { EVERY_EPISODE, SCAN_REFERENCES, type Scan } from '../../domain/scan';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { scan } from './scan';

const DAY = at('2025-10-09T00:00Z');
const hours = (from: number, to: number): MinuteRange => minuteRange(plus(DAY, from * 60), plus(DAY, to * 60));
const FIRST = Date.UTC(2026, 0, 1);
const LATER = Date.UTC(2026, 3, 1);
const ASKED: Scan = {
  ...EVERY_EPISODE,
  range: hours(0, 72),
  reference: 'others',
  limit: 100,
};

/** A market's answer: its price, but another in some minutes of it, counted from the beginning of 2025-10-09. */
function said(
  venue: string,
  base: string,
  price: number,
  asked: MinuteRange,
  askedAtMs: number,
  strays: Readonly<Record<number, number>> = {},
): Answer {
  const candles = Array.from({ length: asked.to - asked.from }, (_, i) =>
    candle(plus(asked.from, i), strays[asked.from + i - DAY] ?? price),
  );
  return answer({ market: spot(venue, base, 'USD'), asked, candles, askedAtMs });
}

const around = (from: number, minutes: number, price: number): Readonly<Record<number, number>> =>
  Object.fromEntries(Array.from({ length: minutes }, (_, i) => [from + i, price]));
const VENUES = ['binance', 'coinbase', 'kraken', 'okx'];

/** Two days but their last hour; binance strays on the second, and over its last hour; a wrapped asset falls below its underlying. */
const BEFORE: readonly Answer[] = [
  ...VENUES.map((venue) =>
    said(
      venue,
      'ATOM',
      4,
      hours(0, 47),
      FIRST,
      venue === 'binance' ? { ...around(1_500, 5, 2), ...around(2_810, 10, 3) } : {},
    ),
  ),
  ...VENUES.map((venue) => said(venue, 'ETH', 4_000, hours(0, 47), FIRST)),
  said('binance', 'WBETH', 4_300, hours(0, 47), FIRST, around(2_000, 3, 3_000)),
];
/** Then the rest, a venue and an asset more, and another word on a minute of the stray. */
const AFTER: readonly Answer[] = [
  ...VENUES.map((venue) =>
    said(venue, 'ATOM', 4, hours(47, 72), LATER, venue === 'binance' ? around(2_820, 30, 3) : {}),
  ),
  said('gemini', 'ATOM', 2.2, hours(0, 72), LATER),
  ...VENUES.map((venue) => said(venue, 'DOGE', 0.2, hours(0, 48), LATER, venue === 'okx' ? around(900, 9, 0.1) : {})),
  said('binance', 'ATOM', 4, minuteRange(plus(DAY, 1_500), plus(DAY, 1_502)), LATER),
  said('binance', 'WBETH', 4_300, minuteRange(plus(DAY, 2_000), plus(DAY, 2_003)), LATER),
];

let now: FreshDatabase;
let then: FreshDatabase;
beforeAll(async () => {
  [now, then] = await Promise.all([freshDatabase('real'), freshDatabase('real')]);
  for (const db of [now, then]) await ledgerOf(db).record(BEFORE);
  await ledgerOf(now).record(AFTER);
});
afterAll(() => Promise.all([now.drop(), then.drop()]));

async function scanned(database: FreshDatabase, change: Partial<Scan>): Promise<ScanAnswer> {
  const found = await scan({ database, simulated: false }, { ...ASKED, ...change });
  if (!found.ok) throw new Error(found.message);
  return found.value;
}

describe('a scan as of an instant', () => {
  it.each(SCAN_REFERENCES)(
    'against %s says what a database says that never got the later answers',
    async (reference) => {
      const asOf = instant(FIRST + 1);
      const expected = await scanned(then, { reference });
      expect(await scanned(now, { reference, asOf })).toEqual({ ...expected, asOf: '2026-01-01T00:00:00.001Z' });
    },
  );

  it('forgets a venue, an asset and days that were answered later, and undoes a revision', async () => {
    const before = await scanned(now, { asOf: instant(FIRST) });
    expect(before.searched).toEqual([
      { asset: 'ATOM', days: 2 },
      { asset: 'ETH', days: 2 },
      { asset: 'WBETH', days: 2 },
    ]);
    expect(before.episodes.map(({ start, spanMinutes, censored }) => [start, spanMinutes, censored])).toEqual([
      ['2025-10-10T01:00Z', 5, 'none'],
      ['2025-10-10T22:50Z', 10, 'gap'],
    ]);
    const after = await scanned(now, {});
    expect(after.searched.map(({ asset, days }) => [asset, days])).toEqual([
      ['ATOM', 3],
      ['DOGE', 2],
      ['ETH', 2],
      ['WBETH', 2],
    ]);
    expect(
      after.episodes.filter(({ venue }) => venue === 'binance').map(({ start, spanMinutes }) => [start, spanMinutes]),
    ).toEqual([
      ['2025-10-10T01:02Z', 3],
      ['2025-10-10T22:50Z', 40],
    ]);
  });

  it('before anything was answered finds no data', async () => {
    expect(await scanned(now, { asOf: instant(FIRST - 1) })).toMatchObject({
      searched: [],
      found: 0,
      notes: [expect.stringContaining('No data in this window') as string, expect.any(String) as string],
    });
  });
});
