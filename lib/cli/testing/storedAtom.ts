import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { commandLine, type Ran } from './commandLine';

/** The window of the stored candles, as options and as an address. */
export const WINDOW = ['--from', '2025-10-10T21:00Z', '--to', '2025-10-10T21:04Z'];
export const VIEW = '/ATOM?v=3&m=2&from=2025-10-10T21:00Z&to=2025-10-10T21:04Z';

/** A database with a little in it, and a folder for files. */
export interface StoredAtom {
  readonly db: FreshDatabase;
  readonly run: (...argv: readonly string[]) => Promise<Ran>;
  readonly inFolder: (name: string) => string;
  /** Removes database and folder, and the rehearsal's database that a command may have made beside it. */
  readonly drop: () => Promise<void>;
}

/** Four venues of ATOM/USD at 100 USD; Binance has one low of 50, in the second of four minutes, and no trade in the third. */
export async function storedAtom(): Promise<StoredAtom> {
  const db = await freshDatabase('real');
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
  const asked = { from: at('2025-10-10T21:00Z'), to: at('2025-10-10T21:04Z') };
  const minutes = [0, 1, 2, 3].map((minute) => at(21 * 60 + minute));
  const flat = minutes.map((minute) => candle(minute, 100));
  const dipped = minutes.flatMap((minute, i) => (i === 2 ? [] : [candle(minute, 100, i === 1 ? { low: 50 } : {})]));
  await ledgerOf(db).record(
    ['binance', 'coinbase', 'kraken', 'okx'].map((venue) =>
      answer({
        market: spot(venue, 'ATOM', 'USD'),
        source: 'file',
        asked,
        candles: venue === 'binance' ? dipped : flat,
      }),
    ),
  );
  return {
    db,
    run: (...argv) => commandLine(db.url, ...argv),
    inFolder: (name) => join(folder, name),
    async drop() {
      rmSync(folder, { recursive: true, force: true });
      await db.pool.query(`DROP DATABASE IF EXISTS ${new URL(db.url).pathname.slice(1)}_rehearsal WITH (FORCE)`);
      await db.drop();
    },
  };
}

/** Exit 2, nothing on stdout, one line without a stack on stderr: the line. */
export function refusal({ code, stdout, stderr }: Ran): string {
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/\bat .+:\d+:\d+|node:/);
  return stderr;
}
