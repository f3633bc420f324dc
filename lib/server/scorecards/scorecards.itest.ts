import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScorecardsAnswer } from '../../api/scorecards';
import type { Asset } from '../../domain/market';
import { minuteRange, MINUTES_PER_DAY, parseRange, plus, type Minute } from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { method } from '../method';
import { scorecards } from './scorecards';

const FROM = at('2025-10-10T20:00Z');
const DAYS_BEFORE = 2;
const PAST = plus(FROM, -DAYS_BEFORE * MINUTES_PER_DAY);
const WINDOW = minuteRange(FROM, plus(FROM, 120));
const STRAY = { from: plus(FROM, 30), to: plus(FROM, 35) };

/** coinbase, kraken and okx trade at 4 always. binance: by turns 0.1 % above and below them in the days before; at 4 in the window, but at 2 for five minutes. */
function priceOf(venue: string, minute: Minute): number {
  if (venue !== 'binance') return 4;
  if (minute < FROM) return minute % 2 === 0 ? 4.004 : 3.996;
  return minute >= STRAY.from && minute < STRAY.to ? 2 : 4;
}

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
  const asked = minuteRange(PAST, WINDOW.to);
  for (const [asset, from] of [
    ['ATOM', PAST],
    ['DOGE', plus(FROM, -(MINUTES_PER_DAY - 1))],
  ] as const) {
    const own = minuteRange(from, asked.to);
    await ledgerOf(db).record(
      ['binance', 'coinbase', 'kraken', 'okx'].map((venue) =>
        answer({
          market: spot(venue, asset, 'USD'),
          asked: own,
          candles: Array.from({ length: own.to - own.from }, (_, i) =>
            candle(plus(own.from, i), priceOf(venue, plus(own.from, i))),
          ),
        }),
      ),
    );
  }
  await recordTwoBooks();
});
afterAll(() => db.drop());

/** ADA as ATOM, beside gate 1 % higher, and okx with two books: the one in USDT, taken in the window, has no trade before it; the one in USD stands 1 % higher. */
async function recordTwoBooks(): Promise<void> {
  const asked = minuteRange(PAST, WINDOW.to);
  const book = (venue: string, quote: string, priceAt: (minute: Minute) => number | undefined) =>
    answer({
      market: spot(venue, 'ADA', quote),
      asked,
      candles: Array.from({ length: asked.to - asked.from }, (_, i) => plus(asked.from, i)).flatMap((minute) => {
        const price = priceAt(minute);
        return price === undefined ? [] : [candle(minute, price)];
      }),
    });
  await ledgerOf(db).record([
    ...['binance', 'coinbase', 'kraken'].map((venue) => book(venue, 'USD', (minute) => priceOf(venue, minute))),
    book('gate', 'USD', () => 4.04),
    book('okx', 'USDT', (minute) => (minute < FROM ? undefined : 4)),
    book('okx', 'USD', () => 4.04),
  ]);
}

async function found(asset: string): Promise<ScorecardsAnswer> {
  const outcome = await scorecards({ database: db, simulated: false }, defaultQuestion(asset as Asset, WINDOW));
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

describe('scorecards of a window', () => {
  it('count the minutes beyond each level, those outside all others, and the area', async () => {
    const {
      levels,
      scorecards: [binance, ...rest],
    } = await found('ATOM');
    expect(levels).toEqual([0.01, 0.02, 0.05, 0.1, 0.25, 0.5]);
    // 2 ÷ 4 − 1 = −50 % for 5 minutes: at every level; area 5 × 50.
    expect(binance).toMatchObject({
      venue: 'binance',
      market: 'ATOM/USD',
      episodes: 1,
      worstRank: 1,
      measuredMinutes: 120,
      minutesBeyond: [5, 5, 5, 5, 5, 5],
      minutesOutside: 5,
      areaPctMinutes: 250,
      deepest: { peak: -0.5, peakMinute: '2025-10-10T20:30Z' },
    });
    // The median of 2, 4 and 4 is 4: nobody else strayed.
    for (const other of rest)
      expect(other).toMatchObject({
        episodes: 0,
        deepest: null,
        worstRank: null,
        minutesBeyond: [0, 0, 0, 0, 0, 0],
        minutesOutside: 0,
        unusual: null,
        noBaseline: 'no-episode',
      });
    expect(rest).toHaveLength(3);
  });

  it('hold a peak against the same market’s days before', async () => {
    const {
      baseline,
      scorecards: [binance],
    } = await found('ATOM');
    expect(baseline).toEqual({ from: '2025-10-03T20:00Z', to: '2025-10-10T20:00Z' });
    // Half the deviations are +0.1 %, half −0.1 %: median 0, MAD 0.001; z = −0.5 ÷ (1.4826 × 0.001) = −337.25.
    expect(binance?.unusual).toMatchObject({ rank: 1, of: DAYS_BEFORE * MINUTES_PER_DAY });
    expect(binance?.unusual?.z).toBeCloseTo(-0.5 / 0.0014826, 6);
    expect(binance?.noBaseline).toBeNull();
  });

  it('compare it with the same markets’ past as the method page does, where the past alone would choose another', async () => {
    const worked = await method({ database: db, simulated: false }, { asset: 'ADA' as Asset, minute: undefined });
    const example = worked.ok ? worked.value.example : null;
    if (example === null) throw new Error('nothing was worked out');
    // Past peers of binance are 4, 4 and 4.04, their median 4: as above. With okx in USD it would be 4.02.
    expect(example.unusual?.z).toBeCloseTo(-0.5 / 0.0014826, 6);
    const range = parseRange(example.from, example.to);
    if (!range.ok) throw new Error(range.error.kind);
    const cards = await scorecards({ database: db, simulated: false }, defaultQuestion('ADA' as Asset, range.value));
    const { z, rank, of } = example.unusual ?? {};
    expect(cards).toMatchObject({
      ok: true,
      value: { scorecards: [{ venue: 'binance', unusual: { z, rank, of } }, {}, {}, {}, {}] },
    });
  });

  it('say that there is no baseline where less than a day was measured before', async () => {
    const {
      scorecards: [binance],
    } = await found('DOGE');
    expect(binance).toMatchObject({ episodes: 1, unusual: null, noBaseline: 'less-than-a-day-measured' });
  });

  it('say who moved first and when it was back', async () => {
    const {
      order: [first, second],
      notes,
    } = await found('ATOM');
    const begun = '2025-10-10T20:30Z';
    // 50 % below passes 1, 5 and 10 % at once; the first five closes are 4, and 2 is half of that.
    expect(first).toEqual({
      venue: 'binance',
      market: 'ATOM/USD',
      kind: 'spot',
      strayed: [begun, begun, begun],
      fell: [begun, begun, begun],
      recovered: '2025-10-10T20:35Z',
      notRecovered: null,
    });
    expect(second).toEqual({
      venue: 'coinbase',
      market: 'ATOM/USD',
      kind: 'spot',
      strayed: [null, null, null],
      fell: [null, null, null],
      recovered: null,
      notRecovered: 'no-episode',
    });
    expect(notes.join(' ')).toContain('not causality');
  });

  it('are refused for a longer window than every minute of it can be read', async () => {
    const long = defaultQuestion('ATOM' as Asset, minuteRange(plus(FROM, -32 * MINUTES_PER_DAY), FROM));
    expect(await scorecards({ database: db, simulated: false }, long)).toMatchObject({
      ok: false,
      status: 400,
      message: 'Scorecards need every minute, so they cover at most 31 days; this window has 32: choose a shorter one',
    });
  });
});
