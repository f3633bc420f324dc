import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { venuesAnswer, type VenuesAnswer } from '../../api/venues';
import { defaultQuestion } from '../../domain/question';
import type { Asset, Venue } from '../../domain/market';
import { minuteRange, MINUTES_PER_DAY, plus, type MinuteRange } from '../../domain/minute';
import { venueScan } from '../../permalink/venue';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { scan } from '../scan/scan';
import { scorecards } from '../scorecards/scorecards';
import { refreshEpisodes } from '../scan/refresh';
import { venueOf, venues, venuesWithData } from './venues';
import { strictly } from '../../api/testing/strictly';

const DAY = at('2025-10-10T00:00Z');
const WINDOW = minuteRange(DAY, plus(DAY, MINUTES_PER_DAY));
const VENUES = ['binance', 'coinbase', 'kraken', 'okx'];

/** Every venue trades at 4 USD all day, but one for some minutes; per minute |d| × 100 makes the area. */
const STRAYS = [
  // 2 ÷ 4 − 1 = −50 %, 5 minutes: area 250.
  { asset: 'ATOM', venue: 'binance', price: 2, from: 100, minutes: 5 },
  // 5 ÷ 4 − 1 = +25 %, 10 minutes: area 250.
  { asset: 'ATOM', venue: 'coinbase', price: 5, from: 300, minutes: 10 },
  // 3 ÷ 4 − 1 = −25 %, 60 minutes: area 1,500.
  { asset: 'DOGE', venue: 'binance', price: 3, from: 200, minutes: 60 },
] as const;

let db: FreshDatabase;
let context: Context;
beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  for (const asset of ['ATOM', 'DOGE']) {
    const priceOf = (venue: string, i: number): number =>
      STRAYS.find((one) => one.asset === asset && one.venue === venue && i >= one.from && i < one.from + one.minutes)
        ?.price ?? 4;
    await ledgerOf(db).record(
      VENUES.map((venue) =>
        answer({
          market: spot(venue, asset, 'USD'),
          asked: WINDOW,
          candles: Array.from({ length: MINUTES_PER_DAY }, (_, i) => candle(plus(DAY, i), priceOf(venue, i))),
        }),
      ),
    );
  }
  // A second book of the same asset in the same minutes adds none of them.
  await ledgerOf(db).record([
    answer({
      market: spot('okx', 'ATOM', 'USDT'),
      asked: minuteRange(DAY, plus(DAY, 60)),
      candles: Array.from({ length: 60 }, (_, i) => candle(plus(DAY, i), 4)),
    }),
  ]);
});
afterAll(() => db.drop());

async function found(range: MinuteRange): Promise<VenuesAnswer> {
  const outcome = await venues(context, range);
  if (!outcome.ok) throw new Error(outcome.message);
  return strictly(venuesAnswer).parse(outcome.value);
}

describe('venues in a window', () => {
  it('are ranked by their deepest episode, and counted over all their assets', async () => {
    const { levels, venues: all } = await found(WINDOW);
    expect(levels).toEqual([0.01, 0.02, 0.05, 0.1, 0.25, 0.5]);
    expect(all.map(({ venue }) => venue)).toEqual(['binance', 'coinbase', 'kraken', 'okx']);
    expect(all[0]).toMatchObject({
      assets: 2,
      answeredMinutes: 2 * 1_440,
      episodes: 2,
      strayed: 2,
      minutesBeyond: 65,
      areaPctMinutes: 1_750,
      peaksBeyond: [2, 2, 2, 2, 2, 1],
      worstRank: 1,
      deepest: { asset: 'ATOM', peak: -0.5, peakMinute: '2025-10-10T01:40Z' },
    });
    expect(all[1]).toMatchObject({
      episodes: 1,
      strayed: 1,
      minutesBeyond: 10,
      peaksBeyond: [1, 1, 1, 1, 1, 0],
      deepest: { asset: 'ATOM', peak: 0.25 },
    });
    expect(all[3]).toEqual({
      venue: 'okx',
      assets: 2,
      answeredMinutes: 2 * 1_440,
      episodes: 0,
      strayed: 0,
      minutesBeyond: 0,
      areaPctMinutes: 0,
      peaksBeyond: [0, 0, 0, 0, 0, 0],
      deepest: null,
      worstRank: null,
    });
  });

  it('have the episodes, the area and the deepest of the scorecards of their assets', async () => {
    const { venues: all } = await found(WINDOW);
    const cards = await Promise.all(
      ['ATOM', 'DOGE'].map((asset) => scorecards(context, defaultQuestion(asset as Asset, WINDOW))),
    );
    const own = cards.flatMap((one) => (one.ok ? one.value.scorecards : []));
    expect(own).toHaveLength(8);
    for (const { venue, episodes, areaPctMinutes, deepest } of all) {
      const its = own.filter((one) => one.venue === venue);
      expect(
        its.reduce((sum, one) => sum + one.episodes, 0),
        venue,
      ).toBe(episodes);
      expect(
        its.reduce((sum, one) => sum + one.areaPctMinutes, 0),
        venue,
      ).toBeCloseTo(areaPctMinutes, 9);
      const depths = its.flatMap((one) => (one.deepest === null ? [] : [Math.abs(one.deepest.peak)]));
      expect(depths.sort((a, b) => b - a).slice(0, 1), venue).toEqual(deepest === null ? [] : [Math.abs(deepest.peak)]);
    }
  });

  it('have as many episodes as a scan of them finds', async () => {
    const { venues } = await found(WINDOW);
    expect(venues).toHaveLength(4);
    for (const { venue, episodes } of venues)
      expect(await scan(context, venueScan(venue as Venue, WINDOW, 1)), venue).toMatchObject({
        value: { found: episodes },
      });
  });

  it('count what overlaps a window alone, and the minutes answered in it', async () => {
    const { venues: all, notes } = await found(minuteRange(plus(DAY, 300), plus(DAY, 330)));
    expect(all.map(({ venue, episodes, answeredMinutes }) => [venue, episodes, answeredMinutes])).toEqual([
      ['coinbase', 1, 60],
      ['binance', 0, 60],
      ['kraken', 0, 60],
      ['okx', 0, 60],
    ]);
    expect(notes.join(' ')).toContain('only partly in the window is shown whole');
  });

  it('are none where nothing is stored', async () => {
    const { venues: all, notes } = await found(minuteRange(plus(WINDOW.to, 0), plus(WINDOW.to, 60)));
    expect(all).toEqual([]);
    expect(notes.join(' ')).toContain('No data in this window');
    expect(await venuesWithData(context)).toEqual(['binance', 'coinbase', 'kraken', 'okx']);
  });
});

it('a venue’s scorecard and its own episodes are of one moment, whatever is written meanwhile', async () => {
  const other = await freshDatabase('real');
  const later = minuteRange(WINDOW.to, plus(WINDOW.to, MINUTES_PER_DAY));
  const recorded = (venue: string, lows: readonly number[]) =>
    ledgerOf(other).record([
      answer({
        market: spot(venue, 'ATOM', 'USD'),
        asked: minuteRange(later.from, plus(later.from, lows.length)),
        candles: lows.map((low, i) => candle(plus(later.from, i), 4, { low })),
      }),
    ]);
  try {
    for (const venue of VENUES) await recorded(venue, [4, 4, venue === 'okx' ? 3 : 4]);
    const found = await venueOf({ database: other, simulated: false }, 'okx' as Venue, later, async (database) => {
      const refreshed = await refreshEpisodes(database);
      // Half as deep again, in a minute that every venue answers once the episodes were looked for.
      for (const venue of VENUES) await recorded(venue, [venue === 'okx' ? 2 : 4]);
      return refreshed;
    });
    if (!found.ok) throw new Error(found.message);
    const { scores, own } = found.value;
    const card = scores.venues.find(({ venue }) => venue === 'okx');
    // 3 ÷ 4 − 1, before the later minute is known.
    expect(own.episodes.map(({ peak }) => peak)).toEqual([-0.25]);
    expect(card).toMatchObject({ episodes: own.found, deepest: own.episodes[0] });
  } finally {
    await other.drop();
  }
});
