import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect } from 'vitest';
import { flawOf } from '../domain/candle';
import type { Market } from '../domain/market';
import { Damaged, packedLines } from '../ingest/archive/lines';
import { importFile } from '../ingest/files/importFile';
import { importOwnFile, isOwnFile } from '../ingest/files/ownFile';
import { memoryLedger } from '../ingest/testing/memoryLedger';
import { unseenIn } from '../domain/plainLine';
import { fuzzed } from './testing/fuzzed';
import { anyText, FILES, TABLES } from './testing/importedFiles';
import { mutants } from './testing/mutants';

const folder = mkdtempSync(path.join(tmpdir(), 'plumbline-fuzz-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const ATOM: Market = {
  venue: 'coinbase' as Market['venue'],
  base: 'ATOM' as Market['base'],
  quote: 'USD',
  kind: 'spot',
};
const NOW = Date.UTC(2026, 5, 1);
/** Longer than any line that helps: one that names every file of a zip of thousands does not. */
const LONGEST_LINE = 2_000;

/** A file is imported, its candles whole, or refused with one line in which nothing is hidden; what it says is never obeyed. */
async function imported(bytes: Uint8Array): Promise<void> {
  const file = path.join(folder, 'file.csv');
  writeFileSync(file, bytes);
  const ledger = memoryLedger();
  const now = (): number => NOW;
  const outcome = (await isOwnFile(file))
    ? await importOwnFile(file, { ledger, now })
    : await importFile(file, { market: ATOM, source: 'file', ledger, now });
  const said = outcome.ok ? ('summary' in outcome.value ? outcome.value.summary : '') : outcome.error;
  expect(unseenIn(said)).toEqual([]);
  expect(said).not.toContain('\n');
  if (!outcome.ok) expect(said.length).toBeLessThan(LONGEST_LINE);
  for (const { candles } of ledger.answers) for (const candle of candles) expect(flawOf(candle)).toBeUndefined();
}

/** What is unpacked is lines, counted from 1; damage is said to be damage. Comes to how many there were. */
async function unpacked(bytes: Uint8Array, packed: 'zip' | 'gzip'): Promise<number> {
  const file = path.join(folder, 'archive');
  writeFileSync(file, bytes);
  const numbers: number[] = [];
  try {
    for await (const some of packedLines(file, { packed })) {
      expect(some.filter(({ text }) => text === '' || text.includes('\n'))).toEqual([]);
      numbers.push(...some.map(({ number }) => number));
    }
  } catch (failure) {
    if (!(failure instanceof Damaged)) throw failure;
  }
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  return numbers.length;
}

describe('a file that somebody imports', () => {
  fuzzed('is imported or refused, whatever lines and cells a text has', { perMille: 60, of: anyText, check: imported });

  fuzzed('is imported or refused, whatever was changed in a genuine one, packed or not', {
    perMille: 50,
    of: mutants(FILES),
    check: imported,
  });

  fuzzed('is imported or refused, whatever was changed in a Parquet or a Feather file', {
    perMille: 40,
    of: mutants(TABLES),
    check: imported,
  });

  fuzzed('of an archive is read or damaged, whatever was changed in it', {
    perMille: 20,
    of: fc.tuple(mutants(FILES), fc.constantFrom('zip' as const, 'gzip' as const)),
    check: async ([bytes, packed]) => {
      await unpacked(bytes, packed);
    },
  });

  fuzzed('of an archive is its lines, whatever these hold', {
    perMille: 20,
    of: mutants(FILES),
    check: async (bytes) => {
      const lines = new TextDecoder().decode(bytes).split('\n');
      expect(await unpacked(gzipSync(bytes), 'gzip')).toBe(lines.filter((line) => !/^\r?$/.test(line)).length);
    },
  });
});
