import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analyse';
import type { Candle } from '../../domain/candle';
import type { Asset, Market, Source, Venue } from '../../domain/market';
import { minute, minuteRange, MINUTES_PER_DAY } from '../../domain/minute';
import { defaultQuestion, type Question } from '../../domain/question';
import { digestOf } from '../../evidence/digest';
import { cancelling } from '../../store/connection/cancelling';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { VenueSeriesAnswer } from '../../api/deviations';
import { analysisInputOf } from '../deviations/analysisInput';
import type { Context } from '../context';
import { deviations, deviationsByPiece } from '../deviations/deviations';
import type { Outcome } from '../http/outcome';
import { analyseLong } from './analyse';
import { deviationsJson } from './deviationsJson';

/** Around 2025-09-21T00:00Z, where one piece ends and the next begins: episodes, rates and volumes run on over it. */
const DAYS = 9;
const FIRST = at('2025-09-16T00:00Z');
const BORDER = at('2025-09-21T00:00Z');
const WHOLE = minuteRange(FIRST, minute(FIRST + DAYS * MINUTES_PER_DAY));
/** Begins and ends inside a day. */
const WINDOW = minuteRange(minute(FIRST + 2 * MINUTES_PER_DAY + 425), minute(WHOLE.to - 333));

/** A seeded sequence in [0, 1) (the constants of Numerical Recipes). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Candles some minutes apart around a price, a few of them far off, some flat fillers, some without a base volume. */
function candlesOf(seed: number, price: number): readonly Candle[] {
  const next = sequence(seed);
  /** Astray over the border for a while, each market its own way. */
  const over = (m: number): number => (Math.abs(m - BORDER) < 40 ? (seed % 5) * 0.02 : 0);
  const out: Candle[] = [];
  for (let m = WHOLE.from + Math.floor(next() * 5); m < WHOLE.to; m += next() < 0.8 ? 1 : Math.ceil(next() * 6)) {
    const middle = price * (1 + (next() - 0.5) * 0.01 + (next() < 0.004 ? -0.2 * next() : 0)) * (1 + over(m));
    const kind = next();
    const volume = Math.round(next() * 1_000) / 10;
    out.push(
      candle(minute(m), middle, {
        low: middle * (1 - 0.004 * next()),
        high: middle * (1 + 0.004 * next()),
        ...(kind < 0.1
          ? { baseVolume: 0, quoteVolume: 0, trades: 0 }
          : kind < 0.2
            ? { baseVolume: NaN, quoteVolume: volume * middle }
            : kind < 0.25
              ? { baseVolume: 0, quoteVolume: 0, trades: 2 }
              : { baseVolume: volume }),
      }),
    );
  }
  return out;
}

const MARKETS: readonly (readonly [Market, price: number, source?: Source])[] = [
  [spot('binance', 'ATOM', 'USDT'), 4],
  [spot('binance', 'ATOM', 'USDC'), 4],
  [spot('okx', 'ATOM', 'USDT'), 4],
  [spot('okx', 'ATOM', 'USDT'), 4.001, 'archive'],
  [spot('coinbase', 'ATOM', 'USD'), 4],
  [spot('upbit', 'ATOM', 'KRW'), 5_600],
  [spot('upbit', 'ATOM', 'BTC'), 4 / 112_000],
  [{ ...spot('bybit', 'ATOM', 'USDT'), kind: 'perp' }, 4],
  [spot('binance', 'WBETH', 'USDT'), 4_300],
  [spot('bybit', 'WBETH', 'USDT'), 4_310],
  ...['binance', 'okx', 'kraken', 'coinbase'].flatMap(
    (venue) =>
      [
        [spot(venue, 'BTC', 'USD'), 112_000],
        [spot(venue, 'BTC', 'USDT'), 112_100],
        [spot(venue, 'ETH', 'USD'), 4_000],
        [spot(venue, 'ETH', 'USDT'), 4_002],
      ] as const,
  ),
  [spot('upbit', 'BTC', 'KRW'), 156_000_000],
  [spot('bithumb', 'BTC', 'KRW'), 156_100_000],
];

let db: FreshDatabase;
let context: Context;
beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  for (const [i, [market, price, source = 'rest']] of MARKETS.entries()) {
    await ledgerOf(db).record([
      answer({
        market,
        source,
        asked: source === 'rest' ? WHOLE : minuteRange(WINDOW.from, minute(WINDOW.to - 4_000)),
        candles: candlesOf(i + 1, price).filter(
          ({ minute: m }) => source === 'rest' || (m >= WINDOW.from && m < WINDOW.to - 4_000),
        ),
      }),
    ]);
  }
  // One candle is said differently later on.
  await ledgerOf(db).record([
    answer({
      market: spot('coinbase', 'ATOM', 'USD'),
      asked: { from: at('2025-09-20T21:00Z'), to: at('2025-09-20T21:09Z') },
      candles: [candle(at('2025-09-20T21:03Z'), 3.5)],
      askedAtMs: Date.UTC(2026, 5, 1),
    }),
  ]);
});
afterAll(() => db.drop());

const asked = (change: Partial<Question> = {}): Question => ({
  ...defaultQuestion('ATOM' as Asset, WINDOW),
  ...change,
});

async function bothWays(question: Question) {
  const long = await analyseLong(context, question);
  if (!long.ok) throw new Error(long.message);
  const input = await analysisInputOf(context, question);
  if (input === undefined) throw new Error('nothing held');
  return { long: long.value, input, whole: analyse(input) };
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

/** A column's extreme in each bucket that has one. */
function extremes(
  series: VenueSeriesAnswer,
  name: 'dLow' | 'dHigh' | 'dClose' | 'low' | 'high',
  pick: (...values: number[]) => number,
  bucketOf: (text: string) => number,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  series.minutes.forEach((text, i) => {
    const value = series[name][i];
    const bucket = bucketOf(text);
    if (typeof value === 'number') found.set(bucket, pick(value, found.get(bucket) ?? value));
  });
  return found;
}

describe('a long window read piece by piece from the database', () => {
  it.each<[string, Partial<Question>]>([
    ['against the others', {}],
    ['against all', { reference: { kind: 'all' } }],
    ['against the others by volume', { reference: { kind: 'vwm' } }],
    ['against one venue', { reference: { kind: 'venue', venue: 'okx' as Venue } }],
    ['against a peg', { reference: { kind: 'peg' } }],
    ['without a rate', { rate: 'none', reference: { kind: 'venue', venue: 'okx' as Venue } }],
    [
      "with a market of the reader's own choice",
      {
        markets: [
          { venue: 'bybit' as Venue, quote: 'USDT', kind: 'perp' },
          { venue: 'binance' as Venue, quote: 'USDC', kind: 'spot' },
        ],
      },
    ],
    [
      'of a wrapped asset against its underlying',
      { asset: 'WBETH' as Asset, reference: { kind: 'wrapped' }, minPeers: 2 },
    ],
    ['as of a time before a revision', { asOf: Date.UTC(2026, 1, 1) as NonNullable<Question['asOf']> }],
  ])('says %s to the bit what the whole at once says, digest and all', async (_, change) => {
    const { long, input, whole } = await bothWays(asked(change));
    const { series, ...said } = whole;
    expect(long.analysis).toStrictEqual(said);
    expect(
      long.analysis.rows.map(({ market, source, otherSources }) => ({ market, source, otherSources })),
    ).toStrictEqual(series.map(({ market, source, otherSources }) => ({ market, source, otherSources })));
    expect(long.digest).toBe(digestOf(input));
    expect(whole.episodes.length).toBeGreaterThan(4);
    expect(whole.episodes.some(({ start, end }) => start < BORDER && end > BORDER)).toBe(true);
  });

  it('has the same digest when asked again, from the hashes written with its days, and another after a revision', async () => {
    const { long: first } = await bothWays(asked());
    const { long: again } = await bothWays(asked());
    expect(again.digest).toBe(first.digest);
    const { rows: kept } = await db.pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM stored_day WHERE leaf IS NOT NULL',
    );
    expect(kept[0]?.count).toBeGreaterThan(DAYS * 7);
    await ledgerOf(db).record([
      answer({
        market: spot('coinbase', 'ATOM', 'USD'),
        asked: { from: at('2025-09-22T21:00Z'), to: at('2025-09-22T21:30Z') },
        candles: [candle(at('2025-09-22T21:03Z'), 3.9)],
        askedAtMs: Date.UTC(2026, 6, 1),
      }),
    ]);
    const { long: after, input } = await bothWays(asked());
    expect(after.digest).not.toBe(first.digest);
    expect(after.digest).toBe(digestOf(input));
  });

  it('says how far it is, never less than before, up to the whole', async () => {
    const shares: number[] = [];
    await analyseLong(context, asked(), { onProgress: (share) => shares.push(share) });
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('stops when nobody waits for it any more', async () => {
    const reader = new AbortController();
    const seen: number[] = [];
    const stopped = analyseLong(context, asked(), {
      signal: reader.signal,
      onProgress: (share) => {
        seen.push(share);
        if (share > 0.5) reader.abort(new Error('the reader went away'));
      },
    });
    await expect(stopped).rejects.toThrow('the reader went away');
    expect(seen.at(-1)).toBeLessThan(1);
    await expect(db.pool.query('SELECT 1')).resolves.toBeDefined();
  });

  it('stops within a piece where nobody waits for the work around it, and gives the right answer the next time', async () => {
    const whole = valueOf(await analyseLong(context, asked()));
    const reader = new AbortController();
    const days: number[] = [];
    const stopped = cancelling(reader.signal, () =>
      analyseLong(context, asked(), {
        onDay: ({ range: { from } }) => {
          days.push(from);
          reader.abort(new Error('the reader went away'));
        },
      }),
    );
    await expect(stopped).rejects.toThrow('the reader went away');
    expect(days).toHaveLength(1);
    const again = valueOf(await analyseLong(context, asked()));
    expect(again.digest).toBe(whole.digest);
    expect(again.analysis.episodes).toEqual(whole.analysis.episodes);
  });

  it('gives of every bucket the rows of its extremes, to the bit those of every minute', async () => {
    const size = 60;
    const every = valueOf(await deviations(context, asked(), { resolution: 1 })).series;
    const coarse = valueOf(await deviations(context, asked(), { resolution: size }));
    expect(coarse.resolutionMinutes).toBe(size);
    const bucketOf = (text: string): number => Math.floor(Date.parse(text) / 60_000 / size);
    for (const [i, one] of coarse.series.entries()) {
      const whole = every[i] as VenueSeriesAnswer;
      const place = new Map(whole.minutes.map((text, slot) => [text, slot]));
      for (const name of [
        'low',
        'high',
        'close',
        'referenceLow',
        'referenceClose',
        'peers',
        'dLow',
        'dHigh',
        'dClose',
        'outside',
        'missing',
      ] as const) {
        expect(one[name]).toStrictEqual(one.minutes.map((text) => whole[name][place.get(text) as number]));
      }
      expect(one.minutes).toStrictEqual([...one.minutes].sort());
      for (const [name, pick] of [
        ['dLow', Math.min],
        ['dHigh', Math.max],
        ['dClose', Math.min],
        ['dClose', Math.max],
        ['low', Math.min],
        ['high', Math.max],
      ] as const) {
        expect(extremes(one, name, pick, bucketOf)).toStrictEqual(extremes(whole, name, pick, bucketOf));
      }
      // Each bucket has a row, and one without a price says why.
      expect(new Set(one.minutes.map(bucketOf))).toStrictEqual(new Set(whole.minutes.map(bucketOf)));
      expect(one.minutes.length).toBeLessThan(whole.minutes.length / 5);
    }
  });

  it('refuses every minute of a window that no answer can hold, and names what can', async () => {
    const month = minuteRange(FIRST, minute(FIRST + 32 * MINUTES_PER_DAY));
    expect(await deviations(context, asked({ range: month }), { resolution: 1 })).toMatchObject({
      ok: false,
      status: 400,
      message: expect.stringContaining('analyze --csv') as string,
    });
    expect(await deviations(context, asked({ range: month }))).toMatchObject({
      ok: true,
      value: { resolutionMinutes: 120 },
    });
  });

  it('gives every minute of any window a piece after the other', async () => {
    const pieces: (readonly VenueSeriesAnswer[])[] = [];
    await deviationsByPiece(context, asked(), { onSeries: (series) => Promise.resolve(void pieces.push(series)) });
    // A day each.
    expect(pieces.length).toBe(DAYS - 2);
    const every = valueOf(await deviations(context, asked(), { resolution: 1 })).series;
    every.forEach((one, i) => {
      const joined = Object.fromEntries(
        Object.entries(one).map(([name, column]) => [
          name,
          Array.isArray(column) ? pieces.flatMap((series) => series[i]?.[name as 'low'] ?? []) : column,
        ]),
      );
      expect(joined).toStrictEqual(one);
    });
  });

  it('written out twice is one text while nothing it rests on was written to', async () => {
    const text = async (): Promise<string> =>
      new TextDecoder().decode(valueOf(await deviationsJson(context, asked(), { resolution: 60 })).json);
    const first = await text();
    expect(JSON.parse(first)).toStrictEqual(valueOf(await deviations(context, asked(), { resolution: 60 })));
    expect(await text()).toBe(first);
    await ledgerOf(db).record([
      answer({
        market: spot('kraken', 'BTC', 'USD'),
        asked: { from: at('2025-09-22T20:00Z'), to: at('2025-09-22T20:09Z') },
        candles: [candle(at('2025-09-22T20:03Z'), 111_000)],
        askedAtMs: Date.UTC(2026, 7, 1),
      }),
    ]);
    const after = await text();
    expect(after).not.toBe(first);
    expect(JSON.parse(after)).toStrictEqual(valueOf(await deviations(context, asked(), { resolution: 60 })));
  });

  it('refuses what is not held as a short window does', async () => {
    expect(await analyseLong(context, asked({ asset: 'NONE' as Asset }))).toMatchObject({ ok: false, status: 404 });
    expect(await analyseLong(context, asked({ venues: ['gemini' as Venue] }))).toMatchObject({
      ok: false,
      status: 404,
    });
  });
});
