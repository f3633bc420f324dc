import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import type { Candle } from '../../domain/candle';
import type { Kind, Market } from '../../domain/market';
import { epochMs } from '../../domain/minute';
import { importFile, type ImportOptions, type ImportReport } from '../files/importFile';
import { readSettings, type Settings, type TypedSettings } from '../files/settings';
import { memoryLedger, type MemoryLedger } from './memoryLedger';
import { at } from './page';

export const marketIn = (venue: string, base: string, quote: string, kind: Kind = 'spot'): Market => ({
  venue: venue as Market['venue'],
  base: base as Market['base'],
  quote,
  kind,
});

export const COINBASE_ATOM = marketIn('coinbase', 'ATOM', 'USD');

/** After every row of the tests. */
export const NOW = Date.UTC(2026, 5, 1);

/** A minute of the tests, in ms since 1970, as text. */
export const ms = (offset: number): string => String(epochMs(at(offset)));

export interface Imported {
  readonly ledger: MemoryLedger;
  readonly report: ImportReport;
  readonly candles: readonly Candle[];
}

/** The options as a command line gives them. */
export type Said = Partial<TypedSettings>;

export function settingsOf(said: Said, market: Market): Settings {
  const read = readSettings(
    { column: [], readAs: [], volumeUnit: undefined, gaps: undefined, whole: false, ...said },
    market,
  );
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

export interface Change extends Partial<ImportOptions> {
  readonly said?: Said;
  /** The file's name; else one that says nothing. */
  readonly name?: string;
}

type Content = string | Uint8Array | readonly string[];

/** Writes files into a folder of their own and imports them; lines are joined. */
export function importing(usual: Market = COINBASE_ATOM): {
  readonly folder: string;
  readonly written: (content: Content, name?: string) => string;
  readonly imported: (content: Content, change?: Change) => Promise<Imported>;
  readonly refusal: (content: Content, change?: Change) => Promise<string>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline import '));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  let files = 0;
  function written(content: Content, name = '.csv'): string {
    files += 1;
    const inside = mkdtempSync(join(folder, 'f'));
    const path = join(inside, name.startsWith('.') ? `${String(files)}${name}` : name);
    writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : content.join('\n'));
    return path;
  }
  async function outcomeOf(content: Content, { said = {}, name, ...change }: Change) {
    const ledger = memoryLedger();
    const market = change.market ?? usual;
    const path = written(content, name);
    const settings = settingsOf(said, market);
    const options: ImportOptions = { market, source: 'file', ledger, now: () => NOW, settings, ...change };
    return { path, ledger, outcome: await importFile(path, options) };
  }
  return {
    folder,
    written,
    async imported(content, change = {}) {
      const { ledger, outcome } = await outcomeOf(content, change);
      if (!outcome.ok) throw new Error(outcome.error);
      return { ledger, report: outcome.value, candles: ledger.answers.flatMap((answer) => answer.candles) };
    },
    /** One line, the file called FILE; nothing was stored. */
    async refusal(content, change = {}) {
      const { path, ledger, outcome } = await outcomeOf(content, change);
      if (outcome.ok) throw new Error(`not refused: ${outcome.value.summary}`);
      expect(outcome.error).not.toContain('\n');
      expect(ledger.answers).toEqual([]);
      return outcome.error.replaceAll(path, 'FILE');
    },
  };
}
