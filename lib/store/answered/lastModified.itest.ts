import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant, type Instant } from '../../domain/instant';
import { dayOf, type Day } from '../../domain/minute';
import { ledgerOf } from '../ledger/ledger';
import { emptied } from '../testing/emptied';
import { answer, ASKED_AT, at, ATOM, candle, range, spot } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { lastModified } from './lastModified';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());
beforeEach(() => emptied(db));

const DAY = dayOf(at(0));
const HOUR_MS = 3_600_000;
const hours = (count: number): Instant => instant(ASKED_AT + count * HOUR_MS);
const days = (first: number, last: number, market = ATOM) =>
  ({ market, source: 'rest', first: (DAY + first) as Day, last: (DAY + last) as Day }) as const;
const said = (from: number, price: number, askedAtMs: number): Promise<unknown> =>
  ledgerOf(db).record([answer({ asked: range(from, from + 5), candles: [candle(at(from), price)], askedAtMs })]);

describe('when days of books became what they are', () => {
  it('is when the newest of their minutes was first answered, whatever was written of other days and books', async () => {
    await said(0, 10, hours(0));
    await said(10, 10, hours(1));
    await said(1_440, 10, hours(7));
    await ledgerOf(db).record([
      answer({ market: spot('kraken', 'BTC', 'USD'), asked: range(0, 5), askedAtMs: hours(9) }),
    ]);
    expect(await lastModified(db, [days(0, 0)])).toBe(hours(1));
    expect(await lastModified(db, [days(0, 1)])).toBe(hours(7));
    expect(await lastModified(db, [days(-1, 0), days(0, 0, spot('kraken', 'BTC', 'USD'))])).toBe(hours(9));
  });

  it('is not moved by an answer that changed nothing, but by one that did', async () => {
    await said(0, 10, hours(0));
    await said(0, 10, hours(1));
    expect(await lastModified(db, [days(0, 0)])).toBe(hours(0));
    await said(0, 11, hours(2));
    expect(await lastModified(db, [days(0, 0)])).toBe(hours(2));
  });

  it('is when a row was set aside, where that is newer', async () => {
    await said(0, 10, hours(0));
    await ledgerOf(db).record([
      answer({
        asked: range(7, 8),
        quarantined: [{ minute: at(7), reason: 'low above high', raw: '[]' }],
        askedAtMs: hours(3),
      }),
    ]);
    expect(await lastModified(db, [days(0, 0)])).toBe(hours(3));
  });

  it('is nothing later than the instant as of which they are looked at, though the day was written to since', async () => {
    await said(0, 10, hours(0));
    await said(10, 10, hours(2));
    await said(0, 11, hours(4));
    await said(20, 10, hours(6));
    const asOf = (count: number) => lastModified(db, [days(0, 0)], instant(hours(count) + HOUR_MS / 2));
    expect(await asOf(7)).toBe(hours(6));
    expect(await asOf(5)).toBe(hours(4));
    expect(await asOf(3)).toBe(hours(2));
    expect(await asOf(1)).toBe(hours(0));
    expect(await asOf(-1)).toBeUndefined();
  });

  it('is none of what is not stored', async () => {
    expect(await lastModified(db, [])).toBeUndefined();
    expect(await lastModified(db, [days(0, 9)])).toBeUndefined();
  });
});
