import { basename } from 'node:path';
import type { Command } from 'commander';
import { emptyColumns, type CandleColumns } from '../../domain/candle';
import { KINDS, parsePair, parseVenue, type Market, type Source } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import type { Ledger } from '../../domain/observation';
import { misnamed } from '../../ingest/files/binanceName';
import { importOwnFile, isOwnFile } from '../../ingest/files/ownFile';
import { trialLedger } from '../../ingest/files/trial';
import { importFile, type ImportOptions } from '../../ingest/files/importFile';
import { refreshKept } from '../../server/scan/refresh';
import { candlesOf } from '../../store/days/candles';
import type { Database } from '../../store/connection/database';
import { ledgerOf } from '../../store/ledger/ledger';
import { BadInput, EXIT, say } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { fileSaid, importJson, ownSaid, trialText, type ImportSaid } from '../answers/importSaid';
import { oneOf, readOf } from '../reading/options';
import { withDataset } from '../../processes/dataset';

interface Options {
  readonly venue?: string;
  readonly market?: string;
  readonly kind: string;
  readonly source: string;
  readonly gaps: string;
  readonly dryRun?: true;
  readonly json?: true;
}

const SOURCES = ['file', 'archive', 'trades'] as const;
const GAPS = ['no-trade', 'unknown'] as const;

/** How one file is brought in: a file of ours carries its markets, any other needs to be told its market. */
type Plan = { readonly file: string } & (
  { readonly own: true } | { readonly own: false; readonly settings: Pick<ImportOptions, 'market' | 'source' | 'gaps'> }
);

/** `plumbline import FILE…`: candle CSV and trade CSV, plain, .gz or .zip; exit 3 when rows were quarantined. */
export function importCommand(program: Command, ends: (code: number) => void): void {
  program
    .command('import <files...>')
    .description(
      "bring in candles or trades from CSV files (plain, .gz or .zip, Binance's archives too), or candles that `candles` wrote (CSV or Parquet)",
    )
    .option(
      '--venue <venue>',
      'the exchange the file came from, like coinbase; a file that `candles` wrote says it itself',
    )
    .option('--market <pair>', 'its market, like ATOM/USD')
    .option('--kind <kind>', 'spot, perp, mark or index', 'spot')
    .option('--source <source>', 'file, archive or trades', 'file')
    .option(
      '--gaps <meaning>',
      'what a missing row between the first and the last means: no-trade or unknown',
      'no-trade',
    )
    .option('--dry-run', 'write nothing: say what would be stored, what is held alike and what differs')
    .option('--json', 'say it as JSON')
    .action(async (files: string[], options: Options) => {
      const plans = await plansOf(files, options);
      await withDataset(false, async ({ context: { database } }) => {
        const trial =
          options.dryRun === true
            ? trialLedger((market, source, range) => held(database, market, source, range), files.length > 1)
            : undefined;
        const said: ImportSaid[] = [];
        for (const plan of plans) {
          const one = await bringIn(plan, trial ?? ledgerOf(database));
          said.push(one);
          // At once: a later file may be refused, and this one is stored.
          if (trial === undefined) say(one.summary);
        }
        // Else the first page that is opened would wait for it.
        if (trial === undefined) await refreshKept(database);
        if (said.some(({ quarantined }) => quarantined > 0)) ends(EXIT.partial);
        if (options.json === true) await print(importJson(said, trial));
        else if (trial !== undefined) await print(trialText(said, trial));
      });
    });
}

async function held(database: Database, market: Market, source: Source, range: MinuteRange): Promise<CandleColumns> {
  const [columns] = await candlesOf(database, [{ market, source }], range);
  return columns ?? emptyColumns(range);
}

/** What is to be done, settled before the database is asked: a file whose name denies its market is refused here. */
async function plansOf(files: readonly string[], options: Options): Promise<readonly Plan[]> {
  const own = await Promise.all(files.map(isOwnFile));
  const settings = { source: oneOf('--source', options.source, SOURCES), gaps: oneOf('--gaps', options.gaps, GAPS) };
  const market = own.every(Boolean) ? undefined : marketOf(options);
  return files.map((file, i): Plan => {
    if (own[i] === true || market === undefined) return { file, own: true };
    const fault = misnamed(basename(file), market);
    if (fault !== undefined) throw new BadInput(fault);
    return { file, own: false, settings: { market, ...settings } };
  });
}

async function bringIn(plan: Plan, ledger: Ledger): Promise<ImportSaid> {
  const shared = { ledger, now: Date.now, onProgress: progressLine };
  if (plan.own) {
    const report = await importOwnFile(plan.file, shared);
    if (!report.ok) throw new BadInput(report.error);
    return ownSaid(plan.file, report.value);
  }
  const report = await importFile(plan.file, { ...plan.settings, ...shared });
  if (!report.ok) throw new BadInput(report.error);
  return fileSaid(plan.file, plan.settings.market, report.value);
}

function marketOf(options: Options): Market {
  if (options.venue === undefined || options.market === undefined)
    throw new BadInput('name the market the file holds: --venue, like coinbase, and --market, like ATOM/USD');
  return {
    venue: readOf(parseVenue(options.venue)),
    ...readOf(parsePair(options.market)),
    kind: oneOf('--kind', options.kind, KINDS),
  };
}

/** Rows read so far, in place, on a terminal. */
function progressLine(rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${rows.toLocaleString('en')} rows …\r`);
}
