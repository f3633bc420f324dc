import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leagueAnswer, type LeagueAnswer } from '../../api/league';
import { dayOf, minuteRange, plus, type Day } from '../../domain/minute';
import { instant } from '../../domain/instant';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { homeRule } from '../alerts/alertFile';
import { evaluateAlerts } from '../alerts/evaluate';
import { league } from './league';

const MIDNIGHT = at('2025-10-10T00:00Z');
const DAY = dayOf(MIDNIGHT);
const PEERS = ['binance', 'bybit', 'coinbase', 'kraken'];

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
  const asked = minuteRange(plus(MIDNIGHT, -10), plus(MIDNIGHT, 60));
  /** A venue's ATOM at 4 but in some minutes, counted from midnight. */
  const said = (venue: string, prices: Readonly<Record<number, number>> = {}) =>
    answer({
      market: spot(venue, 'ATOM', 'USD'),
      asked,
      candles: Array.from({ length: asked.to - asked.from }, (_, i) =>
        candle(plus(asked.from, i), prices[i - 10] ?? 4),
      ),
    });
  await ledgerOf(db).record([
    ...PEERS.map((venue) => said(venue)),
    // Begins before midnight and runs on into the day; then ten minutes of 10 % below, later one of 25 %.
    said('okx', {
      '-1': 3.6,
      0: 3.6,
      ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [10 + i, 3.6])),
      40: 3,
    }),
    said('gemini', { 30: 4.4 }),
  ]);
});
afterAll(() => db.drop());

async function on(day: Day | undefined): Promise<LeagueAnswer> {
  const found = await league({ database: db, simulated: false }, day);
  if (!found.ok) throw new Error(found.message);
  return leagueAnswer.parse(found.value);
}

describe('the league table of a day', () => {
  it('counts the certain episodes that began on it, with the deepest and the longest of each venue', async () => {
    const { venues, ...rest } = await on(DAY);
    expect(rest).toMatchObject({ day: '2025-10-10', days: { first: '2025-10-09', last: '2025-10-10' }, assets: 1 });
    expect(
      venues.map(({ venue, episodes, assets, minutesBeyond, deepest, longest }) => [
        venue,
        episodes,
        assets,
        minutesBeyond,
        [deepest.peakMinute, deepest.peak],
        [longest.start, longest.spanMinutes],
      ]),
    ).toEqual([
      ['okx', 2, 1, 11, ['2025-10-10T00:40Z', expect.closeTo(-0.25, 12)], ['2025-10-10T00:10Z', 10]],
      ['gemini', 1, 1, 1, ['2025-10-10T00:30Z', expect.closeTo(0.1, 12)], ['2025-10-10T00:30Z', 1]],
    ]);
  });

  it('counts an episode on the day it began on alone', async () => {
    expect((await on((DAY - 1) as Day)).venues.map(({ venue, episodes }) => [venue, episodes])).toEqual([['okx', 1]]);
  });

  it('is of the last day with data where none is named, and says where there is no data', async () => {
    expect((await on(undefined)).day).toBe('2025-10-10');
    expect(await on((DAY + 1) as Day)).toMatchObject({ assets: 0, venues: [] });
  });

  it('counts the confirmed alerts of its episodes', async () => {
    const rule = { assets: undefined, venues: undefined, side: undefined, peers: 5, certainty: ['certain'] } as const;
    const rules = [homeRule({ ...rule, depth: 0.05, minutes: 3 }, instant(0))];
    await evaluateAlerts({ database: db, simulated: false }, { rules, receivers: [], now: instant(0) });
    expect((await on(DAY)).venues.map(({ venue, alerts }) => [venue, alerts])).toEqual([
      ['okx', 1],
      ['gemini', 0],
    ]);
  });
});
