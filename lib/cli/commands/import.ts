import { basename } from 'node:path';
import type { Command } from 'commander';
import { emptyColumns, type CandleColumns } from '../../domain/candle';
import { KINDS, parsePair, parseVenue, type Market, type Source } from '../../domain/market';
import type { LongerAnswer, LongerLedger } from '../../domain/longerCandle';
import type { MinuteRange } from '../../domain/minute';
import type { Ledger } from '../../domain/observation';
import { misnamed } from '../../ingest/files/binanceName';
import { importOwnFile, isOwnFile } from '../../ingest/files/ownFile';
import { unknownVenue } from '../../ingest/files/knownVenues';
import { longerTrial, type StoredLonger } from '../../ingest/files/longerTrial';
import { readSettings } from '../../ingest/files/settings';
import { assetsCalled } from '../../ingest/files/tickers';
import { trialLedger } from '../../ingest/files/trial';
import { importFile, type ImportOptions } from '../../ingest/files/importFile';
import { refreshEpisodes } from '../../server/scan/refresh';
import { candlesOf } from '../../store/days/candles';
import { withSnapshot } from '../../store/connection/transactions';
import type { Database } from '../../store/connection/database';
import { ledgerOf } from '../../store/ledger/ledger';
import { longerCandlesOf } from '../../store/longer/longerCandles';
import { longerLedgerOf } from '../../store/longer/longerLedger';
import { BadInput, EXIT, say } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { fileOutcome, importJson, ownOutcome, trialText, type ImportOutcome } from '../answers/importOutcome';
import { MARKET_NEEDED, marketInFile, tickerForAsset, venueUnknown } from '../../words/en/cli/optionFaults';
import { venueName } from '../../words/en/venues';
import { rowsRead } from '../../words/en/cli/progressLines';
import { NAME_A_CANDLE_FILE } from '../../words/en/files';
import { IMPORT } from '../../words/en/help/import';
import { refuseOther } from '../reading/namedFile';
import { oneOf, readOf } from '../reading/options';
import { withDataset } from '../../processes/dataset';

interface Options {
  readonly venue?: string;
  readonly market?: string;
  readonly kind?: string;
  readonly source?: string;
  readonly gaps?: string;
  readonly entry?: string;
  readonly column?: readonly string[];
  readonly volumeUnit?: string;
  readonly readAs?: readonly string[];
  readonly whole?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

const SOURCES = ['file', 'archive', 'trades'] as const;

/** How one file is brought in: a file of ours carries its markets, any other needs to be told its market. */
type Plan = { readonly file: string } & (
  | { readonly own: true }
  | { readonly own: false; readonly settings: Pick<ImportOptions, 'market' | 'source' | 'settings' | 'entry'> }
);

/** An option that may be given several times. */
const gathered = (value: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  value,
];

/** `plumbline import FILE…`: candles and trades as CSV, JSON, Parquet or Feather, plain, gzip or zip; exit 3 when rows were quarantined. */
export function importCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--venue <venue>', IMPORT.venue)
    .option('--market <pair>', IMPORT.market)
    .option('--kind <kind>', IMPORT.kind)
    .option('--source <source>', IMPORT.source)
    .option('--gaps <meaning>', IMPORT.gaps)
    .option('--entry <name>', IMPORT.entry)
    .option('--column <role=name>', IMPORT.column, gathered)
    .option('--volume-unit <unit>', IMPORT.volumeUnit)
    .option('--read-as <key=value>', IMPORT.readAs, gathered)
    .option('--whole', IMPORT.whole)
    .option('--dry-run', IMPORT.dryRun)
    .option('--json', IMPORT.json)
    .addHelpText('after', IMPORT.examples)
    .action(async (files: string[], options: Options) => {
      for (const file of files) await refuseOther(file, NAME_A_CANDLE_FILE);
      const plans = await plansOf(files, options);
      await withDataset(false, async ({ context: { database } }) => {
        const trial =
          options.dryRun === true
            ? trialLedger((market, source, range) => storedCandles(database, market, source, range), files.length > 1)
            : undefined;
        const longer =
          trial === undefined
            ? longerLedgerOf(database)
            : longerTrial(longerLedgerOf(database), (asked) => heldLonger(database, asked));
        const outcomes: ImportOutcome[] = [];
        for (const plan of plans) {
          const one = await bringIn(plan, trial ?? ledgerOf(database), longer);
          outcomes.push(one);
          // At once: a later file may be refused, and this one is stored.
          if (trial === undefined) say(one.summary);
        }
        // Else the first page that is opened would wait for it.
        if (trial === undefined) await refreshEpisodes(database);
        if (outcomes.some(({ quarantined }) => quarantined > 0)) ends(EXIT.partial);
        if (options.json === true) await print(importJson(outcomes, trial));
        else if (trial !== undefined) await print(trialText(outcomes, trial));
      });
    });
}

async function storedCandles(
  database: Database,
  market: Market,
  source: Source,
  range: MinuteRange,
): Promise<CandleColumns> {
  const [columns] = await withSnapshot(database, (snapshot) => candlesOf(snapshot, [{ market, source }], range));
  return columns ?? emptyColumns(range);
}

/** The stored longer candles of what is asked for, by opening: the answer that stands. */
async function heldLonger(
  database: Database,
  { market, source, timeframe, asked }: LongerAnswer,
): Promise<StoredLonger> {
  const frames = await longerCandlesOf(database, { market, source }, { range: asked });
  const candles = frames.find((frame) => frame.timeframe === timeframe)?.candles ?? [];
  return new Map(candles.map(({ open, observations }) => [open, observations.at(-1)?.said]));
}

/** Options that say what a file holds: of no use to a file that says it itself. */
const MARKET_OPTIONS = {
  venue: '--venue',
  market: '--market',
  kind: '--kind',
  source: '--source',
  gaps: '--gaps',
  entry: '--entry',
  column: '--column',
  volumeUnit: '--volume-unit',
  readAs: '--read-as',
  whole: '--whole',
} as const;

/** What is to be done, settled before the database is asked: a file whose name contradicts its market is refused here. */
async function plansOf(files: readonly string[], options: Options): Promise<readonly Plan[]> {
  const own = await Promise.all(files.map(isOwnFile));
  if (own.every(Boolean)) {
    const unused = Object.entries(MARKET_OPTIONS).filter(([name]) => options[name as keyof Options] !== undefined);
    if (unused.length > 0) throw new BadInput(marketInFile(unused.map(([, option]) => option)));
    return files.map((file) => ({ file, own: true }));
  }
  const market = marketOf(options);
  const { column = [], readAs = [], volumeUnit, gaps, whole = false } = options;
  const settings = readSettings({ column, readAs, volumeUnit, gaps, whole }, market);
  if (!settings.ok) throw new BadInput(settings.error);
  const { interval } = settings.value.readAs;
  return files.map((file, i): Plan => {
    if (own[i] === true) return { file, own: true };
    const fault = misnamed(basename(file), market, interval);
    if (fault !== undefined) throw new BadInput(fault);
    const source = oneOf('--source', options.source ?? 'file', SOURCES);
    return { file, own: false, settings: { market, source, settings: settings.value, entry: options.entry } };
  });
}

async function bringIn(plan: Plan, ledger: Ledger, longer: LongerLedger): Promise<ImportOutcome> {
  const shared = { ledger, now: Date.now, onProgress: progressLine };
  if (plan.own) {
    const report = await importOwnFile(plan.file, shared);
    if (!report.ok) throw new BadInput(report.error);
    return ownOutcome(plan.file, report.value);
  }
  const report = await importFile(plan.file, { ...plan.settings, ...shared, longer });
  if (!report.ok) throw new BadInput(report.error);
  return fileOutcome(plan.file, plan.settings.market, report.value);
}

function marketOf(options: Options): Market {
  if (options.venue === undefined || options.market === undefined) throw new BadInput(MARKET_NEEDED);
  const venue = readOf(parseVenue(options.venue.trim().toLowerCase()));
  const near = unknownVenue(venue);
  if (near !== undefined) throw new BadInput(venueUnknown(venue, near));
  const pair = readOf(parsePair(options.market));
  const assets = assetsCalled({ venue, base: pair.base });
  if (assets.length > 0) throw new BadInput(tickerForAsset(venueName(venue), pair.base, pair.quote, assets));
  return {
    venue,
    ...pair,
    kind: oneOf('--kind', options.kind ?? 'spot', KINDS),
  };
}

/** Rows read so far, in place, on a terminal. */
function progressLine(rows: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${rowsRead(rows)}\r`);
}
