import { candlesOf } from '../days/candles';
import type { Database } from '../connection/database';
import { ATOM, range } from './testAnswers';

/** Everything stored, as text, so that "changes nothing" can be said of the whole. */
export async function everything(db: Database): Promise<string> {
  const tables = ['market', 'market_day', 'coverage', 'revision', 'quarantine', 'reply'];
  const dumps = await Promise.all(
    tables.map(async (table) => (await db.pool.query<{ t: string }>(`SELECT t::text FROM ${table} t ORDER BY 1`)).rows),
  );
  return JSON.stringify(dumps);
}

/** The REST closes of Binance's ATOM/USDT over minutes of 10 October 2025, and which of them were answered. */
export async function storedCandles(
  db: Database,
  from: number,
  to: number,
): Promise<{ readonly closes: number[]; readonly answered: number[] }> {
  const [columns] = await candlesOf(db, [{ market: ATOM, source: 'rest' }], range(from, to));
  return { closes: Array.from(columns?.close ?? []), answered: Array.from(columns?.answered ?? []) };
}

/** Every revision, the oldest first. */
export const revisions = async (db: Database): Promise<Record<string, unknown>[]> =>
  (await db.pool.query<Record<string, unknown>>('SELECT * FROM revision ORDER BY id')).rows;
