import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../domain/minute';
import { ledgerOf } from '../ledger/ledger';
import { emptied } from '../testing/emptied';
import { answer, at, ATOM, attempt, candle, range, spot } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { changesSince } from './changes';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());
beforeEach(() => emptied(db));

const DAY = dayOf(at(0));
const BTC = spot('kraken', 'BTC', 'USD');
const minutes = (from: number, to: number, price = 10): ReturnType<typeof answer> =>
  answer({ asked: range(from, to), candles: [candle(at(from), price)] });

/** Where to begin, once no transaction under way on the server (of other tests, too) is older than what is stored. */
async function beginning(): Promise<string> {
  for (;;) {
    const { xmin } = await changesSince(db, undefined);
    const { rows } = await db.query<{ past: boolean }>(
      'SELECT NOT EXISTS (SELECT FROM stored_book WHERE changed >= $1::text::xid8) AS past',
      [xmin],
    );
    if (rows[0]?.past === true) return xmin;
  }
}

describe('what was written since a moment', () => {
  it('is told book by book and day by day', async () => {
    const ledger = ledgerOf(db);
    const xmin = await beginning();
    await ledger.record([minutes(0, 5)]);
    const first = await changesSince(db, xmin);
    expect(first.books).toMatchObject([
      { market: ATOM, source: 'rest', version: 1, isNew: true, whole: true, days: [{ day: DAY, version: 1 }] },
    ]);
    const next = await beginning();
    await ledger.record([minutes(1440, 1445)]);
    expect((await changesSince(db, next)).books).toMatchObject([
      { version: 2, isNew: false, whole: false, days: [{ day: DAY + 1, version: 1 }] },
    ]);
  });

  it('is nothing where nothing was written', async () => {
    await ledgerOf(db).record([minutes(0, 5)]);
    const xmin = await beginning();
    expect((await changesSince(db, xmin)).books).toEqual([]);
  });

  it('names a book that was asked in vain as changed in whole', async () => {
    const ledger = ledgerOf(db);
    await ledger.record([minutes(0, 5)]);
    const xmin = await beginning();
    await ledger.attempted([attempt({ asked: range(5, 10) })]);
    expect((await changesSince(db, xmin)).books).toMatchObject([{ isNew: false, whole: true, days: [] }]);
  });

  it('names a day of which something was set aside, though none of its candles changed', async () => {
    const ledger = ledgerOf(db);
    await ledger.record([minutes(0, 5)]);
    const xmin = await beginning();
    await ledger.record([
      answer({ asked: range(7, 8), quarantined: [{ minute: at(7), reason: 'low above high', raw: '[]' }] }),
    ]);
    expect((await changesSince(db, xmin)).books).toMatchObject([{ whole: false, days: [{ day: DAY, version: 2 }] }]);
  });

  it('is never missed, though a transaction that began before ends after', async () => {
    const ledger = ledgerOf(db);
    const slow = await db.pool.connect();
    try {
      await slow.query('BEGIN');
      await slow.query('SELECT pg_current_xact_id()');
      await slow.query(`INSERT INTO market (venue, base, quote, kind) VALUES ('kraken', 'BTC', 'USD', 'spot')`);
      await ledger.record([minutes(0, 5)]);
      const { xmin } = await changesSince(db, undefined);
      await slow.query(
        `INSERT INTO stored_book (market_id, source, version, changed, created, whole_version, whole_changed)
         SELECT id, 'rest', 1, pg_current_xact_id(), pg_current_xact_id(), 1, pg_current_xact_id() FROM market WHERE base = 'BTC'`,
      );
      expect((await changesSince(db, xmin)).books.map(({ market }) => market.base)).not.toContain('BTC');
      await slow.query('COMMIT');
      expect((await changesSince(db, xmin)).books.map(({ market }) => market)).toContainEqual(BTC);
    } finally {
      slow.release();
    }
  });
});
