import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoverageAnswer, DayColumns } from '../../api/coverage';
import type { Asset } from '../../domain/market';
import { parseDay } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { ledgerOf } from '../../store/ledger/ledger';
import { attempt, fiveMinutes, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { valueOf } from '../testing/fourVenues';
import { ASSETS_A_PAGE, calendarPage, DAYS_A_PAGE, type CalendarAsked, type CalendarPage } from './calendarPage';
import { coverage } from './coverage';

const DAY = 1_440;
/** From 2025-10-10 on, a minute or more of each; the last of them were asked in vain. */
const ANSWERED_DAYS = 38;
const DAYS = ANSWERED_DAYS + 2;
const OTHERS = Array.from({ length: 2 * ASSETS_A_PAGE }, (_, i) => `C${String(i).padStart(3, '0')}`);

let db: FreshDatabase;
let context: Context;
let whole: CoverageAnswer;
beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  const ledger = ledgerOf(db);
  await ledger.record([
    ...Array.from({ length: ANSWERED_DAYS }, (_, day) => fiveMinutes(day * DAY)),
    ...OTHERS.map((code) => fiveMinutes(0, spot('kraken', code, 'USD'))),
  ]);
  await ledger.attempted([attempt({ asked: range(ANSWERED_DAYS * DAY, DAYS * DAY), outcome: 'failed' })]);
  whole = valueOf(await coverage(context, undefined, { kept: true }));
});
afterAll(() => db.drop());

const pageOf = async (asked: Partial<CalendarAsked> = {}): Promise<CalendarPage> =>
  valueOf(await calendarPage(context, { asset: undefined, page: 1, until: undefined, ...asked }));

const dateOf = (day: number): string => new Date(Date.UTC(2025, 9, 10 + day)).toISOString().slice(0, 10);
const until = (day: number): CalendarAsked['until'] => promised(parseDay(dateOf(day)));
const ATOM = 'ATOM' as Asset;

/** The columns of the days from one date to another, both included. */
function between(days: DayColumns, first: string, last: string): DayColumns {
  const kept = days.day.flatMap((day, i) => (day >= first && day <= last ? [i] : []));
  return Object.fromEntries(Object.entries(days).map(([name, all]) => [name, kept.map((i) => all[i])])) as never;
}

const daysOf = (code: string): DayColumns =>
  whole.assets.find(({ asset }) => asset === code)?.markets[0]?.kept?.days as DayColumns;

const withoutDays = (assets: CoverageAnswer['assets']): unknown =>
  assets.map(({ markets, ...asset }) => ({
    ...asset,
    markets: markets.map(({ kept, ...market }) => ({ ...market, kept: { ...kept, days: undefined } })),
  }));

describe('the calendar, a page at a time', () => {
  it('has every asset once, in order, and of its days what the whole answer has', async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => pageOf({ page })));
    expect(pages.map(({ assets }) => assets)).toEqual([
      { first: 1, last: 40, all: 81, page: 1, pages: 3 },
      { first: 41, last: 80, all: 81, page: 2, pages: 3 },
      { first: 81, last: 81, all: 81, page: 3, pages: 3 },
    ]);
    const found = pages.flatMap(({ covered }) => covered.assets);
    expect(found.map(({ asset }) => asset)).toEqual(whole.assets.map(({ asset }) => asset));
    expect(withoutDays(found)).toEqual(withoutDays(whole.assets));
    for (const { covered, days } of pages)
      for (const { asset, markets } of covered.assets)
        expect(markets[0]?.kept?.days).toEqual(between(daysOf(asset), days?.first ?? '', days?.last ?? ''));
  });

  it('shows the newest days of an asset, those asked in vain among them, and leads to the others', async () => {
    const all = daysOf('ATOM');
    expect([all.day.length, all.day.at(-1), all.failed.at(-1)]).toEqual([DAYS, dateOf(DAYS - 1), DAY]);
    const newest = await pageOf({ asset: ATOM });
    const first = DAYS - DAYS_A_PAGE;
    expect(newest.days).toEqual({
      first: dateOf(first),
      last: dateOf(DAYS - 1),
      earlier: dateOf(first - 1),
      later: undefined,
    });
    expect(newest.covered.assets[0]?.markets[0]?.kept?.days).toEqual(between(all, dateOf(first), dateOf(DAYS - 1)));

    const earlier = await pageOf({ asset: ATOM, until: until(first - 1) });
    expect(earlier.days).toEqual({
      first: dateOf(0),
      last: dateOf(first - 1),
      earlier: undefined,
      later: dateOf(DAYS - 1),
    });
    expect(earlier.covered.assets[0]?.markets[0]?.kept?.days).toEqual(between(all, dateOf(0), dateOf(first - 1)));
  });

  it('ends on the last day with anything to say, where its address names a later one or one of none', async () => {
    expect((await pageOf({ asset: ATOM, until: until(4_000) })).days).toEqual((await pageOf({ asset: ATOM })).days);
    expect((await pageOf({ asset: ATOM, until: until(-1) })).days).toBeUndefined();
  });

  it('is its last page where its address names one behind it', async () => {
    expect((await pageOf({ page: 9_999 })).assets).toMatchObject({ page: 3, first: 81, last: 81 });
  });

  it('is a 404 for an asset without data', async () => {
    const asked = { asset: 'NOPE' as Asset, page: 1, until: undefined };
    expect(await calendarPage(context, asked)).toMatchObject({ ok: false, status: 404, code: 'not-held' });
  });
});
