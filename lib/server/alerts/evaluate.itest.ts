import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alertsAnswer } from '../../api/alerts';
import type { DeviationsAnswer } from '../../api/deviations';
import type { AlertRule } from '../../domain/alert';
import { instant } from '../../domain/instant';
import { minuteRange, plus, type Minute } from '../../domain/minute';
import { newestAlerts } from '../../store/alerts/alerts';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { withoutAlerts } from '../../store/testing/emptied';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { refreshEpisodes } from '../scan/refresh';
import { readPermalink } from '../../permalink/permalink';
import { deviations } from '../deviations/deviations';
import { alerts } from './alerts';
import { homeRule, receiverAt } from './alertFile';
import { evaluateAlerts } from './evaluate';

/** Any asset, any venue, certain, deeper than 5 % for 3 minutes, n ≥ 5. */
const RULE: AlertRule = {
  assets: undefined,
  venues: undefined,
  side: undefined,
  depth: 0.05,
  minutes: 3,
  peers: 5,
  certainty: ['certain'],
};
const NOON = at('2025-10-09T12:00Z');
const NOON_MS = NOON * 60_000;
const ADDED = instant(NOON_MS - 86_400_000);
const PEERS = ['binance', 'bybit', 'coinbase', 'gemini', 'kraken'];
const RECEIVER = receiverAt('https://receiver.example/secret', { isPrivate: false, inRehearsal: false });

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
beforeEach(() => withoutAlerts(db));
afterAll(() => db.drop());

const noon = (minutes: number): Minute => plus(NOON, minutes);

/** Stores minutes of okx at these prices from a minute on, and of the others at 4; asked `late` minutes after the last. */
async function minutes(from: number, prices: readonly number[], { late = 0, peers = PEERS } = {}): Promise<void> {
  const asked = minuteRange(noon(from), noon(from + prices.length));
  const askedAtMs = asked.to * 60_000 + 8_000 + late * 60_000;
  const said = (venue: string, priceOf: (i: number) => number) =>
    answer({
      market: spot(venue, 'ATOM', 'USD'),
      asked,
      candles: prices.map((_, i) => candle(noon(from + i), priceOf(i))),
      askedAtMs,
    });
  await ledgerOf(db).record([said('okx', (i) => prices[i] ?? NaN), ...peers.map((venue) => said(venue, () => 4))]);
}

/** What one follow process does each minute; `to`: minutes after noon, by its clock. */
async function evaluated(to: number, rule: Partial<AlertRule> = {}, simulated = false): Promise<number> {
  await refreshEpisodes(db);
  const rules = [homeRule({ ...RULE, ...rule }, ADDED)];
  return evaluateAlerts(
    { database: db, simulated },
    { rules, receivers: [RECEIVER], now: instant(NOON_MS + to * 60_000) },
  );
}

/** Every change of every alert, the oldest first: state, why, and the minute up to which was judged. */
async function changes(): Promise<readonly string[]> {
  return (await newestAlerts(db, 100)).flatMap(({ venue, changes: all }) =>
    [...all]
      .reverse()
      .map(
        ({ state, reason, to }) => `${venue} ${state}${reason === undefined ? '' : ` ${reason}`} ${String(to - NOON)}`,
      ),
  );
}
const owed = async (): Promise<number> =>
  (await db.pool.query<{ readonly n: number }>("SELECT count(*)::int AS n FROM alert_delivery WHERE state = 'due'"))
    .rows[0]?.n ?? NaN;

describe('an alert', () => {
  it('is pending with the first minute beyond, and confirmed by the third', async () => {
    await minutes(
      -90,
      Array.from({ length: 90 }, () => 4),
    );
    expect(await evaluated(0)).toBe(0);
    await minutes(0, [3.7]);
    expect(await evaluated(1)).toBe(1);
    await minutes(1, [3.7]);
    expect(await evaluated(2)).toBe(0);
    await minutes(2, [3.6]);
    expect(await evaluated(3)).toBe(1);
    await minutes(3, [4, 4, 4]);
    expect(await evaluated(6)).toBe(0);
    expect(await changes()).toEqual(['okx pending 1', 'okx confirmed 3']);
    const [alert] = await newestAlerts(db, 1);
    const [confirmed] = alert?.changes ?? [];
    // 3.6 ÷ 4 − 1, in the third minute.
    expect(JSON.parse(confirmed?.figures ?? '')).toMatchObject({
      market: 'ATOM/USD',
      start: '2025-10-09T12:00Z',
      end: '2025-10-09T12:03Z',
      minutesBeyond: 3,
      peak: expect.closeTo(-0.1, 12) as number,
      peakMinute: '2025-10-09T12:02Z',
      peersAtPeak: 5,
      certainty: 'certain',
    });
    expect(confirmed?.address).toContain('/ATOM?');
    for (const part of [
      'from=2025-10-09T11:00Z',
      'to=2025-10-09T12:03Z',
      'enter=0.05',
      'minPeers=5',
      'focus=okx',
      `digest=${confirmed?.digest ?? ''}`,
    ])
      expect(confirmed?.address).toContain(part);
    expect(await owed()).toBe(2);
  });

  it('opens, at its address, to the figures that raised it, and its digest tells later that they changed', async () => {
    await minutes(-90, [...Array.from({ length: 90 }, () => 4), 3.7, 3.6, 3.7]);
    await evaluated(3);
    const found = await alerts({ database: db, simulated: false }, { PLUMBLINE_ORIGIN: 'https://plumbline.example' });
    const [change] = alertsAnswer.parse(found.ok ? found.value : undefined).alerts[0]?.changes ?? [];
    const read = readPermalink(change?.address ?? '', minuteRange(noon(0), noon(1)));
    if (read.kind !== 'view') throw new Error(read.kind);
    expect(read.written.ignored).toEqual([]);
    const { question, digest } = read.written.view;
    const shown = async (): Promise<DeviationsAnswer> => {
      const answered = await deviations({ database: db, simulated: false }, question);
      if (!answered.ok) throw new Error(answered.message);
      return answered.value;
    };
    expect((await shown()).digest).toBe(digest);
    expect((await shown()).episodes).toMatchObject([
      { venue: 'okx', start: '2025-10-09T12:00Z', minutesBeyond: 3, peak: change?.figures?.peak, certainty: 'certain' },
    ]);
    await minutes(1, [3.5], { late: 10 });
    expect((await shown()).digest).not.toBe(digest);
  });

  it('that was pending is withdrawn when the price recovers before the third minute', async () => {
    await minutes(-5, [4, 4, 4, 4, 4, 3.7]);
    await evaluated(1);
    await minutes(1, [4, 4]);
    expect(await evaluated(3)).toBe(0);
    await minutes(3, [4]);
    await evaluated(4);
    expect(await changes()).toEqual(['okx pending 1', 'okx withdrawn ended 4']);
  });

  it('that was confirmed is withdrawn when the venue says otherwise later, and so its receiver is told', async () => {
    await minutes(-5, [4, 4, 4, 4, 4, 3.7, 3.7, 3.7, 4, 4]);
    await evaluated(5);
    expect(await changes()).toEqual(['okx confirmed 5']);
    await minutes(1, [4], { late: 10 });
    await evaluated(12);
    expect(await changes()).toEqual(['okx confirmed 5', 'okx withdrawn revised 5']);
    expect(await owed()).toBe(2);
  });

  it('is withdrawn by a revision days later, too, and judged again only where something was written', async () => {
    await minutes(-5, [4, 4, 4, 4, 4, 3.7, 3.7, 3.7, 4, 4]);
    await evaluated(5);
    await minutes(2 * 1_440, [4, 4, 4]);
    expect(await evaluated(2 * 1_440 + 3)).toBe(0);
    await minutes(0, [4, 4, 4], { late: 3 * 1_440 });
    await evaluated(3 * 1_440);
    expect(await changes()).toEqual(['okx confirmed 5', 'okx withdrawn revised 5']);
  });

  it('comes once, however often one process starts anew, and of two processes at once one records it', async () => {
    await minutes(-5, [4, 4, 4, 4, 4, 3.7, 3.7, 3.7]);
    const both = await Promise.all([evaluated(3), evaluated(3)]);
    expect(both[0] + both[1]).toBe(1);
    expect(await evaluated(4)).toBe(0);
    expect(await changes()).toEqual(['okx confirmed 3']);
    expect(await owed()).toBe(1);
  });

  it.each<readonly [string, Partial<AlertRule>, readonly string[]]>([
    ['fewer venues than the rule asks for', { peers: 6 }, []],
    ['less deep', { depth: 0.08 }, []],
    ['another asset', { assets: [spot('okx', 'DOGE', 'USD').base] }, []],
    ['the other side', { side: 'above' }, []],
    ['as the rule says', { venues: [spot('okx', 'ATOM', 'USD').venue], side: 'below' }, ['okx confirmed 3']],
  ])('of a rule and an episode: %s', async (_, rule, expected) => {
    await minutes(-5, [4, 4, 4, 4, 4, 3.7, 3.7, 3.7]);
    await evaluated(3, rule);
    expect(await changes()).toEqual(expected);
  });

  it('does not come of what began before its rule was added, but in the rehearsal, whose clock is another', async () => {
    await minutes(-1_500, [4, 4, 3.7, 3.7, 3.7, 4, 4, 4]);
    await evaluated(0);
    expect(await changes()).toEqual([]);
    await evaluated(0, {}, true);
    expect(await changes()).toEqual(['okx confirmed -1492']);
    // Simulated alerts are sent to nobody who did not ask for them.
    expect(await owed()).toBe(0);
  });

  it('waits until half of the books have a minute: one fast venue does not judge the others', async () => {
    await minutes(-5, [4, 4, 4, 4, 4, 3.7, 3.7]);
    await minutes(2, [3.7], { peers: [] });
    await evaluated(3);
    expect(await changes()).toEqual(['okx pending 2']);
  });
});
