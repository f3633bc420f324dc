import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Market } from '../../../domain/market';
import { fileChecks } from './runFiles';
import type { FileCase } from './types';

const folder = mkdtempSync(join(tmpdir(), 'plumbline-checkreal-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
writeFileSync(
  join(folder, 'a.csv'),
  'timestamp,open,high,low,close,volume\n1760131200000,3.5,3.6,3.4,3.55,100\n1760131260000,3.55,3.6\n',
);
writeFileSync(join(folder, 'b.csv'), 'timestamp,open,high,low,close\n1760131200000,3.5,3.6,3.4,3.55\n');

const market = { venue: 'coinbase', base: 'ATOM', quote: 'USD', kind: 'spot' } as Market;
const row = ['2025-10-10T21:20Z', 3.5, 3.6, 3.4, 3.55, 100, NaN, NaN] as const;
const agrees = async (change: Partial<FileCase>): Promise<boolean> => {
  const [check] = await fileChecks(folder, [
    { file: 'a.csv', market, wanted: { rows: [row], setAside: 1 }, ...change },
  ]);
  return check !== undefined && check.wanted === check.found;
};

it('a file that is stored as it should be agrees; another figure, a row more or less, another summary do not', async () => {
  expect(await agrees({})).toBe(true);
  expect(await agrees({ called: 'other.csv' })).toBe(true);
  const [minute, open, high, low, close, , ...rest] = row;
  expect(await agrees({ wanted: { rows: [[minute, open, high, low, close, 101, ...rest]], setAside: 1 } })).toBe(false);
  expect(await agrees({ wanted: { rows: [row], setAside: 0 } })).toBe(false);
  expect(await agrees({ wanted: { rows: [], setAside: 1 } })).toBe(false);
  expect(await agrees({ summary: [/volume/] })).toBe(true);
  expect(await agrees({ summary: [/nowhere said/] })).toBe(false);
});

it('a file that is refused as it should be agrees; refused for another reason, or stored, it does not', async () => {
  expect(await agrees({ file: 'b.csv', wanted: { refused: [/--column volume=/] } })).toBe(true);
  expect(await agrees({ file: 'b.csv', wanted: { refused: [/decimal comma/] } })).toBe(false);
  expect(await agrees({ file: 'b.csv', said: { column: ['volume=none'] }, wanted: { refused: [/volume/] } })).toBe(
    false,
  );
  expect(await agrees({ file: 'b.csv', wanted: { rows: [row], setAside: 0 } })).toBe(false);
  expect(await agrees({ wanted: { refused: [/volume/] } })).toBe(false);
});
