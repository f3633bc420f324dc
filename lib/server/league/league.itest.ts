import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leagueAnswer, type LeagueAnswer } from '../../api/league';
import { dayOf, minuteRange, plus, type Day } from '../../domain/minute';
import { instant } from '../../domain/instant';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { homeRule } from '../alerts/alertFile';
import { evaluateAlerts } from '../alerts/evaluate';
import { leagueFormIn } from '../http/request';
import { league } from './league';
import { leagueFile } from './leagueFile';

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

  it('names the last day, up to its own, on which an episode began', async () => {
    expect((await on(DAY)).lastBegan).toBe('2025-10-10');
    expect((await on((DAY + 30) as Day)).lastBegan).toBe('2025-10-10');
    expect((await on((DAY - 1) as Day)).lastBegan).toBe('2025-10-09');
    expect((await on((DAY - 2) as Day)).lastBegan).toBeNull();
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

describe('the league table of a day in another form', () => {
  const asked = (address: string) => {
    const url = new URL(address, 'http://localhost');
    return leagueFormIn(url.pathname.slice('/api/v1/lists/'.length).split('/'), url);
  };
  async function file(address: string) {
    const read = asked(address);
    if (read?.ok !== true) throw new Error(read?.message ?? 'none of the league');
    const found = await leagueFile({ database: db, simulated: true }, read.value.day, read.value.form);
    if (!found.ok) throw new Error(found.message);
    return { ...found.value, text: Buffer.from(found.value.bytes).toString('utf8') };
  }

  it('is the same table as CSV, a row for each venue', async () => {
    const { text, type, fileName, address } = await file('/api/v1/lists/league.csv?day=2025-10-10');
    expect([type, fileName, address]).toEqual([
      'text/csv; charset=utf-8; header=present',
      'SIMULATED-plumbline-league-2025-10-10.csv',
      '/league?day=2025-10-10',
    ]);
    const { venues } = await on(DAY);
    const rows: readonly Record<string, string>[] = parse(text, { columns: true, bom: true });
    expect(
      rows.map((row) => [
        row['day'],
        row['venue'],
        Number(row['episodes']),
        Number(row['deepestPeak']),
        row['deepestPeakMinute'],
        row['longestStart'],
        Number(row['longestSpanMinutes']),
        Number(row['alerts']),
      ]),
    ).toEqual(
      venues.map(({ venue, episodes, deepest, longest, alerts }) => [
        '2025-10-10',
        venue,
        episodes,
        deepest.peak,
        deepest.peakMinute,
        longest.start,
        longest.spanMinutes,
        alerts,
      ]),
    );
    expect(rows[0]).toMatchObject({ venue: 'okx', deepestSide: 'below', simulated: 'true' });
  });

  it('is the answer as JSON, of the last day with data where none is named', async () => {
    const { text } = await file('/api/v1/lists/league.json');
    const { address, ...found } = JSON.parse(text) as LeagueAnswer & { readonly address: string };
    expect(address).toBe('/league?day=2025-10-10');
    expect(leagueAnswer.parse(found)).toEqual({ ...(await on(DAY)), simulated: true });
  });

  it('is text as Markdown, and says that its prices are simulated', async () => {
    const { text } = await file('/api/v1/lists/league.md?day=2025-10-10');
    expect(text).toMatch(/^# SIMULATED · 2025-10-10: 3 certain episodes at 2 venues$/m);
    expect(text).toMatch(/^\| OKX \| 2 \| 1 \| −25\.00 % \| .*ATOM.* \| 10 min \|/m);
    expect(text).toContain('</league?day=2025-10-10>');
  });

  it('is none where its address asks for a picture, a page below, another field or no day', () => {
    expect(asked('/api/v1/lists/league.png?day=2025-10-10')).toMatchObject({ ok: false, status: 404 });
    expect(asked('/api/v1/lists/league.csv?day=2025-02-30')).toMatchObject({ ok: false, status: 400 });
    expect(asked('/api/v1/lists/league.csv?day=2025-10-10&x=1')).toMatchObject({ ok: false, status: 400 });
    expect(asked('/api/v1/lists/lows.csv')).toBeUndefined();
  });
});
