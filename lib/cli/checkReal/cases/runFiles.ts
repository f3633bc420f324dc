import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Candle } from '../../../domain/candle';
import { nameOf } from '../../../domain/market';
import { formatMinute } from '../../../domain/minute';
import type { Answer, Ledger } from '../../../domain/observation';
import { importFile } from '../../../ingest/files/importFile';
import { readSettings } from '../../../ingest/files/settings';
import type { Check } from '../check';
import { FILE_CASES } from './fileCases';
import { CANDLE_COLUMNS, type FileCase, type Row } from './types';

/** Keeps what a file answers, and stores nothing. */
function keeping(): Ledger & { readonly answers: Answer[] } {
  const answers: Answer[] = [];
  return {
    answers,
    answered: () => Promise.resolve([]),
    attempted: () => Promise.resolve(),
    record: (batch) => {
      answers.push(...batch);
      return Promise.resolve({ added: 0, unchanged: 0, revised: 0 });
    },
  };
}

const rowOf = (candle: Candle): Row => [formatMinute(candle.minute), ...CANDLE_COLUMNS.map((name) => candle[name])];

/** "2025-10-10T21:20Z 3.5/3.6/3.4/3.55 100.5 355.1 –": a row in one line. */
const shown = ([minute, open, high, low, close, ...volumes]: Row): string =>
  [
    minute,
    [open, high, low, close].map(String).join('/'),
    ...volumes.map((one) => (Number.isNaN(one) ? '–' : one)),
  ].join(' ');

/** Minutes that were answered without a candle or a row set aside: they count as "no trade". */
function silentMinutes(answers: readonly Answer[]): number {
  return answers.reduce((sum, { asked, candles, quarantined }) => {
    const said = new Set([...candles.map(({ minute }) => minute), ...quarantined.map(({ minute }) => minute)]);
    said.delete(undefined);
    return sum + (asked.to - asked.from) - said.size;
  }, 0);
}

const storedText = (rows: readonly Row[], setAside: number, silent: number): string =>
  `${String(rows.length)} minutes, ${String(setAside)} set aside, ${String(silent)} without a trade: ${rows.map(shown).join('; ')}`;

async function fileCheck(path: string, one: FileCase): Promise<Check> {
  const { file, called, market, said = {}, wanted, summary = [] } = one;
  const options = [
    ...(said.column ?? []).map((text) => `--column ${text}`),
    ...(said.readAs ?? []).map((text) => `--read-as ${text}`),
    ...(said.volumeUnit === undefined ? [] : [`--volume-unit ${said.volumeUnit}`]),
    ...(said.whole === true ? ['--whole'] : []),
  ];
  const name = [`${file}${called === undefined ? '' : `, called ${called},`} as ${nameOf(market)}`, ...options].join(
    ' ',
  );
  const settings = readSettings(
    { column: [], readAs: [], volumeUnit: undefined, gaps: undefined, whole: false, ...said },
    market,
  );
  if (!settings.ok) throw new Error(settings.error);
  const ledger = keeping();
  const report = await importFile(path, {
    market,
    source: 'file',
    ledger,
    now: Date.now,
    settings: settings.value,
  });
  if ('refused' in wanted) {
    const words = `refused, naming ${wanted.refused.map(({ source }) => source).join(', ')}`;
    if (report.ok) return { name, wanted: words, found: report.value.summary };
    const named =
      wanted.refused.every((pattern) => pattern.test(report.error)) && report.error.includes(called ?? file);
    return { name, wanted: words, found: named && ledger.answers.length === 0 ? words : report.error };
  }
  const words = storedText(wanted.rows, wanted.setAside, 0);
  if (!report.ok) return { name, wanted: words, found: report.error };
  const rows = ledger.answers.flatMap(({ candles }) => candles).map(rowOf);
  const found = storedText(rows, report.value.quarantined + report.value.edges, silentMinutes(ledger.answers));
  const unsaid = summary.filter((pattern) => !pattern.test(report.value.summary));
  return { name, wanted: words, found: unsaid.length === 0 ? found : report.value.summary };
}

/** Every file of the folder that is right or refused by itself. */
export async function fileChecks(folder: string, cases: readonly FileCase[] = FILE_CASES): Promise<readonly Check[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'plumbline-cases-'));
  try {
    const checks: Check[] = [];
    for (const one of cases) {
      const original = join(folder, one.file);
      const path = one.called === undefined ? original : join(scratch, one.called);
      if (path !== original) copyFileSync(original, path);
      checks.push(await fileCheck(path, one));
    }
    return checks;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
