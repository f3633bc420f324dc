import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withSnapshot, withTransaction } from '../connection/transactions';
import { ledgerOf } from '../ledger/ledger';
import { emptied } from '../testing/emptied';
import { attempt, fiveMinutes, KRAKEN, range } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { storedBooks } from './storedBooks';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());
beforeEach(() => emptied(db));

const briefly = async (of: Parameters<typeof storedBooks>[0] = db): Promise<unknown> =>
  (await storedBooks(of)).all.map(({ market, source, candles, inVain }) => [market.venue, source, candles, inVain]);

describe('the books of one moment', () => {
  it('are read again only where something was written', async () => {
    const ledger = ledgerOf(db);
    await ledger.record([fiveMinutes(0), fiveMinutes(0, KRAKEN)]);
    const first = await storedBooks(db);
    expect(await storedBooks(db)).toBe(first);
    await ledger.record([fiveMinutes(5)]);
    const second = await storedBooks(db);
    expect(second).not.toBe(first);
    expect(await withSnapshot(db, storedBooks)).toBe(second);
    expect(second.all[1]).toBe(first.all[1]);
    expect(await briefly()).toEqual([
      ['binance', 'rest', 2, false],
      ['kraken', 'rest', 1, false],
    ]);
  });

  it('stay the same values where an older transaction lasts, so that they are read again', async () => {
    const ledger = ledgerOf(db);
    await withTransaction(db, async (older) => {
      await older.query('SELECT pg_current_xact_id()');
      await ledger.record([fiveMinutes(0), fiveMinutes(0, KRAKEN)]);
      const first = await storedBooks(db);
      await ledger.record([fiveMinutes(5)]);
      expect((await storedBooks(db)).all[1]).toBe(first.all[1]);
    });
  });

  it('have a new book in its place, and one that was asked in vain', async () => {
    const ledger = ledgerOf(db);
    await ledger.record([fiveMinutes(0, KRAKEN)]);
    await storedBooks(db);
    await ledger.record([fiveMinutes(0)]);
    await ledger.attempted([attempt({ market: KRAKEN, asked: range(100, 110) })]);
    expect(await briefly()).toEqual([
      ['binance', 'rest', 1, false],
      ['kraken', 'rest', 1, true],
    ]);
  });

  it('are those of a moment before, though they were read after a later one', async () => {
    const ledger = ledgerOf(db);
    await ledger.record([fiveMinutes(0)]);
    await withSnapshot(db, async (snapshot) => {
      await snapshot.query('SELECT 1');
      await ledger.record([fiveMinutes(5), fiveMinutes(0, KRAKEN)]);
      expect(await briefly()).toHaveLength(2);
      expect(await briefly(snapshot)).toEqual([['binance', 'rest', 1, false]]);
    });
    expect(await briefly()).toHaveLength(2);
  });

  it('are none of those that were deleted', async () => {
    await ledgerOf(db).record([fiveMinutes(0)]);
    await storedBooks(db);
    await emptied(db);
    expect(await briefly()).toEqual([]);
    await ledgerOf(db).record([fiveMinutes(0, KRAKEN)]);
    expect(await briefly()).toEqual([['kraken', 'rest', 1, false]]);
  });
});
