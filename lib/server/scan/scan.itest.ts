import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScanAnswer } from '../../api/scan';
import { instant } from '../../domain/instant';
import type { Asset, Venue } from '../../domain/market';
import { minuteRange, MINUTES_PER_DAY, plus } from '../../domain/minute';
import { EVERY_EPISODE, RANKS, SCAN_REFERENCES, type Scan } from '../../domain/scan';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { overview } from '../coverage/overview';
import { scan } from './scan';

const DAY = at('2025-10-10T00:00Z');
const WINDOW = minuteRange(DAY, plus(DAY, MINUTES_PER_DAY));
const VENUES = ['binance', 'coinbase', 'kraken', 'okx'];
const ASKED: Scan = {
  ...EVERY_EPISODE,
  range: WINDOW,
  reference: 'others',
  limit: 100,
};

/** Every venue trades at 4 USD all day, but one for some minutes. Of the strays, per minute: |d| × 100 makes the area, base × price the USD volume. */
const STRAYS: readonly {
  readonly asset: string;
  readonly venue: string;
  readonly price: number;
  readonly from: number;
  readonly minutes: number;
  readonly base: number;
}[] = [
  // 2 ÷ 4 − 1 = −50 %, 5 minutes: area 250; 5 × 100 × 2 = 1,000 USD.
  { asset: 'ATOM', venue: 'binance', price: 2, from: 100, minutes: 5, base: 100 },
  // 3 ÷ 4 − 1 = −25 %, 60 minutes: area 1,500; 60 × 1 × 3 = 180 USD.
  { asset: 'DOGE', venue: 'okx', price: 3, from: 200, minutes: 60, base: 1 },
  // 5 ÷ 4 − 1 = +25 %, 10 minutes: area 250; 10 × 1 × 5 = 50 USD.
  { asset: 'SOL', venue: 'coinbase', price: 5, from: 300, minutes: 10, base: 1 },
];

let db: FreshDatabase;
let context: Context;
beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  for (const { asset, venue: strayed, price, from, minutes, base } of STRAYS) {
    const candles = (venue: string) =>
      Array.from({ length: MINUTES_PER_DAY }, (_, i) =>
        venue === strayed && i >= from && i < from + minutes
          ? candle(plus(DAY, i), price, { baseVolume: base })
          : candle(plus(DAY, i), 4),
      );
    await ledgerOf(db).record(
      VENUES.map((venue) => answer({ market: spot(venue, asset, 'USD'), asked: WINDOW, candles: candles(venue) })),
    );
  }
});
afterAll(() => db.drop());

async function scanned(change: Partial<Scan>, fresh = false): Promise<ScanAnswer> {
  const found = await scan(context, { ...ASKED, ...change }, { fresh });
  if (!found.ok) throw new Error(found.message);
  return found.value;
}
const assetsOf = async (change: Partial<Scan>): Promise<readonly string[]> =>
  (await scanned(change)).episodes.map(({ asset }) => asset);

describe('a scan of every stored asset', () => {
  it.each([
    // Ties by area.
    ['depth', ['ATOM', 'DOGE', 'SOL']],
    ['duration', ['DOGE', 'SOL', 'ATOM']],
    // Ties by depth.
    ['area', ['DOGE', 'ATOM', 'SOL']],
    ['volume', ['ATOM', 'DOGE', 'SOL']],
  ] as const)('ranks by %s', async (rank, expected) => {
    expect(await assetsOf({ rank })).toEqual(expected);
  });

  it('says depth, minute, area and volume of each', async () => {
    const [deepest] = (await scanned({})).episodes;
    expect(deepest).toMatchObject({
      asset: 'ATOM',
      venue: 'binance',
      market: 'ATOM/USD',
      side: 'below',
      peak: -0.5,
      start: '2025-10-10T01:40Z',
      minutesBeyond: 5,
      usdVolume: 1_000,
      peersAtPeak: 3,
      certainty: 'certain',
      rateRuleAtPeak: 'usd',
      from: '2025-10-10T00:00Z',
      to: '2025-10-11T00:00Z',
    });
    expect(deepest?.areaPctMinutes).toBeCloseTo(250, 9);
  });

  it('finds the rule of an episode that was kept before rules were', async () => {
    const rules = async () => (await scanned({ leastDepth: 0.3 })).episodes.map(({ rateRuleAtPeak }) => rateRuleAtPeak);
    await db.pool.query('UPDATE kept_episode SET rate_rule_at_peak = NULL');
    expect(await rules()).toEqual([null]);
    // As the migration leaves them.
    await db.pool.query('UPDATE kept_day SET stale = true');
    expect(await rules()).toEqual(['usd']);
  });

  it('leaves out what its filters leave out, and counts what they leave in', async () => {
    expect(await assetsOf({ side: 'above' })).toEqual(['SOL']);
    expect(await assetsOf({ venues: ['okx' as Venue] })).toEqual(['DOGE']);
    expect(await assetsOf({ assets: ['SOL', 'ATOM'] as Asset[] })).toEqual(['ATOM', 'SOL']);
    expect(await assetsOf({ leastDepth: 0.3 })).toEqual(['ATOM']);
    expect(await assetsOf({ leastPeers: 4 })).toEqual([]);
    expect(await assetsOf({ kinds: ['perp'] })).toEqual([]);
    expect(await scanned({ limit: 1 })).toMatchObject({ found: 3, episodes: [{ asset: 'ATOM' }] });
  });

  it('takes an episode that reaches into its window, and none that lies before it', async () => {
    const until = plus(DAY, 105);
    expect(await assetsOf({ range: minuteRange(plus(DAY, 104), plus(DAY, 106)) })).toEqual(['ATOM']);
    expect((await scanned({ range: minuteRange(plus(until, 10), plus(until, 20)) })).episodes).toEqual([]);
  });

  it('names what was searched, so that "nothing found" does not read as "no data"', async () => {
    expect((await scanned({})).searched).toEqual(['ATOM', 'DOGE', 'SOL'].map((asset) => ({ asset, days: 1 })));
    const before = await scanned({ range: minuteRange(plus(DAY, -MINUTES_PER_DAY), DAY) });
    expect(before).toMatchObject({ searched: [], found: 0 });
    expect(before.notes[0]).toBe('No data in this window, so nothing was searched.');
  });

  it('names venues that nothing is stored of, so that a slip of the pen does not read as "no episodes"', async () => {
    const typo = await scanned({ venues: ['okx', 'binanc', 'bithumb'] as Venue[] });
    expect(typo.notes).toContain('No data from binanc and Bithumb is stored.');
    expect(typo.episodes.map(({ asset }) => asset)).toEqual(['DOGE']);
    for (const venues of [undefined, ['okx', 'binance'] as Venue[]])
      expect((await scanned({ venues })).notes.join(' ')).not.toContain('is stored');
  });

  it.each([true, false])(
    'has none of assets that there is no data of, now or as known then; fresh: %s',
    async (fresh) => {
      const found = async (assets: readonly string[], asOf?: number) => {
        const of = { ...ASKED, assets: assets as Asset[], ...(asOf === undefined ? {} : { asOf: instant(asOf) }) };
        const { ok, ...rest } = await scan(context, of, { fresh });
        return ok ? 'ok' : rest;
      };
      expect(await found(['IOTX'])).toMatchObject({
        status: 404,
        code: 'not-held',
        message: expect.stringMatching(/^No data for IOTX; load some with /) as string,
      });
      expect(await found(['IOTX', 'DOGEE'])).toMatchObject({ status: 404, message: 'No data for IOTX and DOGEE.' });
      expect(await found(['DOGE'], 0)).toMatchObject({
        status: 404,
        message: expect.stringMatching(/^No data for DOGE as of 1970-01-01T00:00/) as string,
      });
      expect(await found(['DOGE', 'IOTX'])).toBe('ok');
      const elsewhere = {
        ...ASKED,
        assets: ['DOGE' as Asset],
        range: minuteRange(plus(DAY, 400 * MINUTES_PER_DAY), plus(DAY, 401 * MINUTES_PER_DAY)),
      };
      expect(await scan(context, elsewhere, { fresh })).toMatchObject({ ok: true, value: { found: 0 } });
    },
  );

  it('names assets that there is no data for, and passes over them', async () => {
    const assets = ['DOGE', 'IOTX', 'DOGEE'] as Asset[];
    const typo = await scanned({ assets });
    expect(typo.notes).toContain('No data for IOTX and DOGEE.');
    expect(new Set(typo.episodes.map(({ asset }) => asset))).toEqual(new Set(['DOGE']));
    expect((await scanned({ assets: ['DOGE' as Asset] })).notes.join(' ')).not.toContain('No data');
  });

  it('answers the same, to the byte, from what is kept as from the candles alone', async () => {
    for (const reference of SCAN_REFERENCES) {
      for (const rank of RANKS)
        expect(JSON.stringify(await scanned({ reference, rank }))).toBe(
          JSON.stringify(await scanned({ reference, rank }, true)),
        );
    }
  });

  it('has a candle that came a moment ago, as the front page has', async () => {
    const asked = minuteRange(plus(DAY, 400), plus(DAY, 401));
    await ledgerOf(db).record([
      answer({
        market: spot('kraken', 'ATOM', 'USD'),
        asked,
        candles: [candle(plus(DAY, 400), 1)],
        askedAtMs: Date.UTC(2026, 0, 1),
      }),
    ]);
    expect((await scanned({})).episodes[0]).toMatchObject({ asset: 'ATOM', venue: 'kraken', peak: -0.75 });
    const front = await overview(context);
    expect(front.ok && front.value.deepest[0]).toMatchObject({ asset: 'ATOM', venue: 'kraken', peak: -0.75 });
  });
});
