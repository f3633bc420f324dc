import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Market } from '../../../../domain/market';
import { cellsOf } from '../../cells';
import type { Reading } from '../../line';
import { linesOf } from '../../lines';
import { FileRefused } from '../../refused';

export const ATOM: Market = {
  venue: 'binance' as Market['venue'],
  base: 'ATOM' as Market['base'],
  quote: 'USDT',
  kind: 'spot',
};
export const atVenue = (venue: string, change: Partial<Market> = {}): Market => ({
  ...ATOM,
  venue: venue as Market['venue'],
  ...change,
});

/** The path of a file of this content, which is gone when the test has ended. */
export function fileOf(content: string | Uint8Array, name = 'a.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-formats-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** The cells of every row, the header's among them. */
export async function cellsIn(
  path: string,
  reading: Reading = { market: ATOM },
): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const lines of linesOf(path, reading)) for (const line of lines) rows.push(cellsOf(line, path));
  return rows;
}

/** What reading a file to its end is refused with, without the file's path. */
export async function refusalOf(path: string, reading?: Reading): Promise<string> {
  try {
    await cellsIn(path, reading);
  } catch (error) {
    if (error instanceof FileRefused) return error.message.replace(`${path}: `, '');
    throw error;
  }
  throw new Error('it was read');
}
