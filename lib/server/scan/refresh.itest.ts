import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Candle } from '../../domain/candle';
import { installAssets, withAssets, type AssetAddition } from '../../domain/asset';
import type { Asset, Market } from '../../domain/market';
import { dayOf, minute, minuteRange, MINUTES_PER_DAY, startOf, type Day, type MinuteRange } from '../../domain/minute';
import { ledgerOf } from '../../store/ledger/ledger';
import { promised } from '../../domain/unit';
import { EVERY_EPISODE, SCAN_REFERENCES, type ScanReference } from '../../domain/scan';
import { rankedEpisodes, type StoredEpisode } from '../../store/episodes/episodes';
import { isOutOfDate, staleAssets } from '../../store/episodes/marks';
import { openDatabase, type Database } from '../../store/connection/database';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { freshEpisodes } from './fresh';
import { refreshEpisodes, staleFrom } from './refresh';

const FIRST = dayOf(at('2025-10-08T00:00Z'));
/** A first day, two between others, and a last one. */
const DAYS = [0, 1, 2, 3].map((i) => (FIRST + i) as Day);
const MARKETS: readonly (readonly [Market, price: number])[] = [
  ...['binance', 'okx', 'coinbase', 'kraken'].map(
    (venue, i) => [spot(venue, 'ATOM', i % 2 === 0 ? 'USDT' : 'USD'), 4] as const,
  ),
  [spot('binance', 'ATOM', 'USDC'), 4],
  [spot('binance', 'WBETH', 'USDT'), 4_300],
  ...['binance', 'okx', 'coinbase', 'kraken'].map((venue) => [spot(venue, 'ETH', 'USD'), 4_000] as const),
  [spot('binance', 'USDE', 'USDT'), 1],
  ...['okx', 'kraken'].flatMap(
    (venue) =>
      [
        [spot(venue, 'BTC', 'USD'), 112_000],
        [spot(venue, 'BTC', 'USDT'), 112_100],
      ] as const,
  ),
];

/** A seeded sequence in [0, 1) (the constants of Numerical Recipes). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The hour before and the hours after midnight: episodes run on over it. */
const partsOf = (day: Day): readonly MinuteRange[] => [
  minuteRange(startOf(day), minute(startOf(day) + 120)),
  minuteRange(minute(startOf(day) + MINUTES_PER_DAY - 70), startOf((day + 1) as Day)),
];

/** What a market's price is times at a midnight, in the last minutes before it and after: now and then an episode runs over it. */
const levelAt = (price: number, day: number): number =>
  sequence(Math.imul(day, 7_919) + Math.imul(price, 104_729))() < 0.3 ? 0.92 : 1;
const MINUTES_BEFORE_MIDNIGHT = 5;

function candlesOf(next: () => number, price: number, { from, to }: MinuteRange): readonly Candle[] {
  const out: Candle[] = [];
  let level = from % MINUTES_PER_DAY === 0 ? levelAt(price, dayOf(from)) : 1;
  for (let m: number = from; m < to; m += 1) {
    if (next() < 0.06) level = next() < 0.6 ? 1 : 0.9 + next() * 0.2;
    const toMidnight = MINUTES_PER_DAY - (m % MINUTES_PER_DAY);
    if (toMidnight <= MINUTES_BEFORE_MIDNIGHT) level = levelAt(price, dayOf(minute(m + toMidnight)));
    if (next() < 0.9)
      out.push(
        candle(minute(m), price * level * (1 + (next() - 0.5) * 0.002), { baseVolume: 1 + Math.floor(next() * 9) }),
      );
  }
  return out;
}

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());

const ALL = {
  ...EVERY_EPISODE,
  range: minuteRange(startOf((FIRST - 5) as Day), startOf((FIRST + 20) as Day)),
  limit: 100_000,
} as const;
const kept = async (reference: ScanReference): Promise<readonly StoredEpisode[]> =>
  (await rankedEpisodes(db, { ...ALL, reference })).episodes;
const byId = (all: readonly StoredEpisode[]): readonly unknown[] =>
  [...all]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(
      ({
        id,
        asset,
        quote,
        start,
        end,
        peak,
        peakMinute,
        peakClose,
        peakOutside,
        areaPctMinutes,
        recoveryMinutes,
        baseVolume,
        usdVolume,
        volumeShare,
        minPeers,
        unknownMinutes,
        censored,
      }) => ({
        id,
        asset,
        quote,
        start,
        end,
        peak,
        peakMinute,
        peakClose,
        peakOutside,
        areaPctMinutes,
        recoveryMinutes,
        baseVolume,
        usdVolume,
        volumeShare,
        minPeers,
        unknownMinutes,
        censored,
      }),
    );

describe('kept episodes', () => {
  it('are those computed afresh, whatever was written in whatever order', { timeout: 120_000 }, async () => {
    const next = sequence(20_251_010);
    const writes = MARKETS.flatMap(([market, price]) =>
      DAYS.flatMap((day) => partsOf(day).map((asked) => ({ market, price, asked }))),
    )
      .map((write) => ({ write, place: next() }))
      .sort((a, b) => a.place - b.place);
    let met = 0;
    const counts = new Map<string, number>();
    for (let i = 0; i < writes.length;) {
      const some = writes.slice(i, i + 1 + Math.floor(next() * 12));
      i += some.length;
      const answers = some.map(({ write: { market, price, asked } }) =>
        answer({ market, asked, candles: candlesOf(next, price, asked) }),
      );
      await ledgerOf(db).record(answers);
      // Now and then the same minutes are said differently.
      const changed = some.filter(() => next() < 0.1);
      await ledgerOf(db).record(
        changed.map(({ write: { market, price, asked } }) =>
          answer({ market, asked, candles: candlesOf(next, price, asked), askedAtMs: Date.UTC(2026, 3, 1) }),
        ),
      );
      await refreshEpisodes(db);
      for (const reference of SCAN_REFERENCES) {
        const fresh = (await freshEpisodes({ database: db, simulated: false }, reference)).episodes;
        expect(byId(await kept(reference))).toEqual(byId(fresh));
        counts.set(reference, fresh.length);
        met += fresh.filter(({ start, end }) => dayOf(start) !== dayOf(minute(end - 1))).length;
      }
    }
    expect(met).toBeGreaterThan(10);
    for (const reference of SCAN_REFERENCES) expect(counts.get(reference)).toBeGreaterThan(10);
  });

  it('are looked for anew only where something was written', async () => {
    expect(await refreshEpisodes(db)).toMatchObject({ days: 0 });
    const asked = minuteRange(minute(startOf(DAYS[2] as Day) + 600), minute(startOf(DAYS[2] as Day) + 610));
    await ledgerOf(db).record([
      answer({ market: spot('okx', 'ATOM', 'USDT'), asked, candles: candlesOf(sequence(7), 4, asked) }),
    ]);
    const { days } = await refreshEpisodes(db);
    expect(days).toBeGreaterThan(0);
    expect(days).toBeLessThanOrEqual(DAYS.length);
  });

  it('wait for one another where two processes refresh at once', async () => {
    const asked = minuteRange(minute(startOf(DAYS[1] as Day) + 600), minute(startOf(DAYS[1] as Day) + 660));
    await ledgerOf(db).record([
      answer({ market: spot('kraken', 'BTC', 'USDT'), asked, candles: candlesOf(sequence(8), 112_100, asked) }),
    ]);
    await Promise.all([refreshEpisodes(db), refreshEpisodes(db), refreshEpisodes(db)]);
    expect(await staleAssets(db)).toEqual([]);
    for (const reference of SCAN_REFERENCES)
      expect(byId(await kept(reference))).toEqual(
        byId((await freshEpisodes({ database: db, simulated: false }, reference)).episodes),
      );
  });

  it('stay stale where a refresh was stopped', async () => {
    const asked = minuteRange(minute(startOf(DAYS[1] as Day) + 700), minute(startOf(DAYS[1] as Day) + 710));
    await ledgerOf(db).record([
      answer({ market: spot('okx', 'ATOM', 'USDT'), asked, candles: candlesOf(sequence(9), 4, asked) }),
    ]);
    const reader = new AbortController();
    reader.abort(new Error('stopped'));
    await expect(refreshEpisodes(db, { signal: reader.signal })).rejects.toThrow('stopped');
    expect((await staleAssets(db)).map(({ asset }) => asset)).toContain('ATOM');
    await refreshEpisodes(db);
    expect(await staleAssets(db)).toEqual([]);
  });
});

describe('by other rules than those they were found by', () => {
  const addition = (asset: string, nature: AssetAddition['nature']): AssetAddition => ({
    asset: asset as Asset,
    name: undefined,
    nature,
    aliases: [],
  });
  /** As a process that starts with these additions: with connections, and so with a memory, of its own. */
  async function asProcess(additions: readonly AssetAddition[], work: (own: Database) => Promise<void>): Promise<void> {
    const before = globalThis.plumblineAssets;
    globalThis.plumblineAssets = undefined;
    const own = openDatabase(db.url);
    try {
      installAssets(promised(withAssets(additions)));
      await work(own);
    } finally {
      globalThis.plumblineAssets = before;
      await own.close();
    }
  }
  const sorted = (all: readonly StoredEpisode[]): readonly StoredEpisode[] =>
    [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
  /** Of every reference, how many; kept and computed afresh being the same. */
  async function agreed(own: Database): Promise<readonly number[]> {
    const counts: number[] = [];
    for (const reference of ['others', 'wrapped', 'peg'] as const) {
      await refreshEpisodes(own);
      const stored = (await rankedEpisodes(own, { ...ALL, reference })).episodes;
      const fresh = (await freshEpisodes({ database: own, simulated: false }, reference)).episodes;
      // What is computed says more than is stored.
      expect(sorted(fresh)).toMatchObject(sorted(stored));
      counts.push(fresh.length);
    }
    expect(await isOutOfDate(own)).toBe(false);
    return counts;
  }

  it('are looked for anew: a quote that is no stablecoin, an asset that is wrapped now, others that are plain', async () => {
    let shipped: readonly number[] = [];
    await asProcess([], async (own) => {
      shipped = await agreed(own);
    });
    const changed = [
      addition('USDT', { kind: 'plain' }),
      addition('USDE', { kind: 'plain' }),
      addition('WBETH', { kind: 'plain' }),
      addition('ATOM', { kind: 'wrapped', underlying: 'ETH' as Asset, accrues: true }),
    ];
    await asProcess(changed, async (own) => {
      const [others, wrapped, peg] = await agreed(own);
      expect([wrapped === 0, peg]).toEqual([false, 0]);
      expect(others).not.toBe(shipped[0]);
    });
    await asProcess([], async (own) => {
      expect(await agreed(own)).toEqual(shipped);
    });
  });

  it('are not looked for anew where what was added decides over no figure', async () => {
    await asProcess([], async (own) => {
      await refreshEpisodes(own);
    });
    await asProcess([addition('NEVERHEARD', { kind: 'plain' })], async (own) => {
      expect(await refreshEpisodes(own)).toEqual({ days: 0, isUpToDate: true });
    });
  });
});

describe('a day that was written to', () => {
  const stored = MARKETS.map(([market]) => ({ market, source: 'rest' as const }));
  const staleOf = (market: Market): ReadonlyMap<string, readonly number[]> =>
    new Map(
      staleFrom([{ ...market, day: FIRST }], stored).map(({ asset, reference, days }) => [
        `${asset} ${reference}`,
        days.map((day) => day - FIRST).sort((a, b) => a - b),
      ]),
    );

  it('makes its asset stale for that day', () => {
    expect(staleOf(spot('okx', 'ATOM', 'USDT')).get('ATOM others')).toEqual([0]);
    expect(staleOf(spot('okx', 'ATOM', 'USDT')).get('ETH others')).toEqual([]);
  });

  it('makes every asset stale for the days beside it too, where rates are made of it', () => {
    expect(staleOf(spot('okx', 'BTC', 'USDT')).get('ATOM others')).toEqual([-1, 0, 1]);
    expect(staleOf(spot('okx', 'USDT', 'USD')).get('ATOM others')).toEqual([-1, 0, 1]);
    expect(staleOf({ ...spot('okx', 'BTC', 'USDT'), kind: 'perp' }).get('ATOM others')).toEqual([]);
  });

  it('makes a wrapped asset stale for the day after, too, whose ratio is taken over it', () => {
    expect(staleOf(spot('binance', 'WBETH', 'USDT')).get('WBETH wrapped')).toEqual([0, 1]);
    expect(staleOf(spot('binance', 'WBETH', 'USDT')).get('WBETH others')).toEqual([0]);
    expect(staleOf(spot('okx', 'ETH', 'USD')).get('WBETH wrapped')).toEqual([-1, 0, 1, 2]);
  });
});
