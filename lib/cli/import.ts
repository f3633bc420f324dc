import { basename } from 'node:path';
import type { Command } from 'commander';
import { KINDS, parsePair, parseVenue, type Market } from '../domain/market';
import type { Ledger } from '../domain/observation';
import { misnamed } from '../ingest/files/binanceName';
import { importOwnFile, isOwnFile } from '../ingest/files/ownFile';
import { importFile, type ImportOptions } from '../ingest/importFile';
import { spoken } from '../ingest/missing';
import { ledgerOf } from '../store/ledger';
import { BadInput, EXIT, say } from './exit';
import { withWorld } from './world';

interface Options {
  readonly venue?: string;
  readonly market?: string;
  readonly kind: string;
  readonly source: string;
  readonly gaps: string;
}

const SOURCES = ['file', 'archive', 'trades'] as const;
const GAPS = ['no-trade', 'unknown'] as const;

/** `plumbline import FILE…`: candle CSV and trade CSV, plain, .gz or .zip; exit 3 when rows were quarantined. */
export function importCommand(program: Command, ends: (code: number) => void): void {
  program
    .command('import <files...>')
    .description('bring in candles or trades from CSV files (plain, .gz or .zip, Binance\'s archives too), or candles that `candles` wrote (CSV or Parquet)')
    .option('--venue <venue>', 'the exchange the file came from, like coinbase; a file that `candles` wrote says it itself')
    .option('--market <pair>', 'its market, like ATOM/USD')
    .option('--kind <kind>', 'spot, perp, mark or index', 'spot')
    .option('--source <source>', 'file, archive or trades', 'file')
    .option('--gaps <meaning>', 'what a missing row between the first and the last means: no-trade or unknown', 'no-trade')
    .action(async (files: string[], options: Options) => {
      const own = await Promise.all(files.map(isOwnFile));
      const market = own.every(Boolean) ? undefined : marketOf(options);
      const source = oneOf('--source', options.source, SOURCES);
      const gaps = oneOf('--gaps', options.gaps, GAPS);
      for (const [i, file] of files.entries()) {
        const fault = own[i] === true || market === undefined ? undefined : misnamed(basename(file), market);
        if (fault !== undefined) throw new BadInput(fault);
      }
      await withWorld(false, async ({ context }) => {
        const ledger = ledgerOf(context.database);
        for (const [i, file] of files.entries()) {
          if (own[i] === true || market === undefined) {
            await importBack(file, ledger);
            continue;
          }
          const settings: ImportOptions = { market, source, gaps, ledger, now: Date.now, onProgress: progressLine };
          const report = await importFile(file, settings);
          if (!report.ok) throw new BadInput(report.error);
          say(report.value.summary);
          if (report.value.quarantined > 0) ends(EXIT.partial);
        }
      });
    });
}

/** A file of candles kept here, brought back whole. */
async function importBack(file: string, ledger: Ledger): Promise<void> {
  const report = await importOwnFile(file, { ledger, now: Date.now, onProgress: progressLine });
  if (!report.ok) throw new BadInput(report.error);
  const { rows, candles, markets, range, recorded } = report.value;
  const changed = [`${String(recorded.added)} new`, ...(recorded.unchanged > 0 ? [`${String(recorded.unchanged)} known`] : []), ...(recorded.revised > 0 ? [`${String(recorded.revised)} differ from before`] : [])];
  say(`${file}: ${String(rows)} minutes of ${String(markets)} markets and sources, ${String(candles)} candles (${changed.join(', ')}), ${spoken(range)}`);
}

function marketOf(options: Options): Market {
  if (options.venue === undefined || options.market === undefined) throw new BadInput('name the market the file holds: --venue, like coinbase, and --market, like ATOM/USD');
  const venue = parseVenue(options.venue);
  if (!venue.ok) throw new BadInput(venue.error);
  const pair = parsePair(options.market);
  if (!pair.ok) throw new BadInput(pair.error);
  return { venue: venue.value, ...pair.value, kind: oneOf('--kind', options.kind, KINDS) };
}

function oneOf<T extends string>(option: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw new BadInput(`${option} is "${text.slice(0, 40)}"; it takes ${allowed.join(', ')}`);
  return found;
}

/** Rows read so far, in place, on a terminal. */
function progressLine(rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${rows.toLocaleString('en')} rows …\r`);
}
