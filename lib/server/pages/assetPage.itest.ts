import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatInstant, instant } from '../../domain/instant';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, range, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { deviations } from '../deviations/deviations';
import { viewFormIn } from '../http/request';
import { assetPage } from './assetPage';

const BEFORE = ['binance', 'coinbase', 'kraken', 'okx'];
const HOUR_MS = 3_600_000;
const THEN = formatInstant(instant(ASKED_AT + HOUR_MS));

let db: FreshDatabase;
let context: Context;
beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  const recorded = (venue: string, askedAtMs: number) =>
    answer({
      market: spot(venue, 'ATOM', 'USD'),
      asked: range(0, 10),
      candles: Array.from({ length: 10 }, (_, i) => candle(at(i), 4)),
      askedAtMs,
    });
  const ledger = ledgerOf(db);
  for (const venue of BEFORE) await ledger.record([recorded(venue, ASKED_AT)]);
  await ledger.record([recorded('bybit', ASKED_AT + 2 * HOUR_MS)]);
});
afterAll(() => db.drop());

const page = (query: string, asset = 'ATOM') => assetPage(context, { asset }, new URLSearchParams(query));

describe('the page of an asset', () => {
  it('spells out the venues there is data from', async () => {
    const opened = await page('');
    expect(opened?.view.question.venues).toEqual(['binance', 'bybit', 'coinbase', 'kraken', 'okx']);
    expect(opened?.movedTo).toContain('&venues=binance,bybit,coinbase,kraken,okx&');
    expect((await page(opened?.movedTo?.split('?')[1] ?? ''))?.movedTo).toBeUndefined();
  });

  it('as of a moment leaves out a venue that first answered later, and can be answered', async () => {
    const opened = await page(`asOf=${THEN}`);
    expect(opened?.view.question.venues).toEqual(BEFORE);
    expect(opened === undefined ? undefined : await deviations(context, opened.view.question)).toMatchObject({
      ok: true,
    });
  });

  it('as of a moment before any data still opens', async () => {
    const opened = await page(`asOf=${formatInstant(instant(ASKED_AT - HOUR_MS))}`);
    expect(opened?.coverage.venues).toHaveLength(5);
  });

  it('moves an address whose asset is spelled otherwise; one that cannot be read stays', async () => {
    expect((await page('', 'atom'))?.movedTo).toMatch(/^\/ATOM\?v=3&m=2&/);
    expect((await page('colour=red', 'atom'))?.movedTo).toBeUndefined();
  });

  it('keeps an address of an earlier form, beside what is said of it', async () => {
    expect((await page('v=1'))?.movedTo).toBeUndefined();
  });

  it.each(['NOPE', 'A-B', '%E0%A4%A'])('is not there for %s', async (asset) => {
    expect(await page('', asset)).toBeUndefined();
  });
});

describe('a picture without venues, as of a moment', () => {
  it('takes the window of what was there then', async () => {
    const url = new URL(`http://localhost/api/v1/charts/ATOM.png?asOf=${THEN}`);
    expect(await viewFormIn(context, ['ATOM.png'], url)).toMatchObject({
      ok: true,
      value: { form: 'png', view: { question: { asset: 'ATOM', asOf: ASKED_AT + HOUR_MS } } },
    });
    const before = new URL(url);
    before.search = `asOf=${formatInstant(instant(ASKED_AT - HOUR_MS))}`;
    expect(await viewFormIn(context, ['ATOM.png'], before)).toMatchObject({ ok: false, code: 'not-held' });
  });
});
