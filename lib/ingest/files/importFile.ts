import { basename } from 'node:path';
import type { LongerLedger } from '../../domain/longerCandle';
import { isComputed, type Market, type Source } from '../../domain/market';
import { minuteRange, plus, type Minute, type MinuteRange } from '../../domain/minute';
import type { Ledger, Provenance, Quarantined } from '../../domain/observation';
import { parsed, type Parsed } from '../../domain/unit';
import { shapeWords } from '../../words/en/files';
import { importedWords } from '../../words/en/importedFile';
import { plainLine } from '../../domain/plainLine';
import { rangeText } from '../../words/en/range';
import { CandleRows } from './candleRows';
import { identified } from './checksum';
import type { Layout } from './columns';
import { edgesOf } from './edges';
import { contradictionIn, coveredBy } from './fileName';
import { findingsOf, type Findings } from './findings';
import { minutesOf } from './intervals';
import { formatOf, type Format } from './formats/opened';
import { LongerRecorder } from './longerRecorder';
import { FileRecorder, type FileRecord } from './recorder';
import { FileRefused, notImported } from './refused';
import { NOTHING_SAID, type Settings } from './settings';
import { rowsOf, shapeOf, type Shape } from './shape';
import { shownRows, type ShownRow } from './shownRows';
import { TradeRows } from './tradeRows';

export interface ImportOptions {
  readonly market: Market;
  readonly source: Extract<Source, 'file' | 'archive' | 'trades'>;
  readonly ledger: Ledger;
  /** Takes candles longer than a minute; undefined: they are refused. */
  readonly longer?: LongerLedger | undefined;
  readonly now: () => number;
  /** How the file is to be read, where that is not left to be found. */
  readonly settings?: Settings;
  /** The file of a zip that is read; default: the only one, or the one named like 1-minute candles of the market. */
  readonly entry?: string | undefined;
  /** Told the number of rows read so far. */
  readonly onProgress?: (rows: number) => void;
}

export interface ImportReport {
  readonly kind: Layout['kind'];
  /** Under which it is stored: `trades` for a trade file. */
  readonly source: Source;
  /** What the file is, by its bytes. */
  readonly format: Format;
  readonly findings: Findings;
  readonly rows: number;
  readonly candles: number;
  readonly quarantined: number;
  /** Repeated trades. */
  readonly duplicates: number;
  /** First and last minutes of a trade file that were set aside. */
  readonly edges: number;
  /** Candles of volume 0 whose prices moved. */
  readonly moved: number;
  /** Rows without figures. */
  readonly empty: number;
  /** From the file's first minute to its last. */
  readonly range: MinuteRange;
  readonly added: number;
  readonly unchanged: number;
  readonly revised: number;
  /** The first rows set aside, as they came and why; all of them are counted in `quarantined`. */
  readonly setAside: readonly Quarantined[];
  /** The first rows, as they are understood. */
  readonly shown: readonly ShownRow[];
  /** Whether the bytes agreed with a checksum file beside the file. */
  readonly checked: boolean;
  /** One line. */
  readonly summary: string;
}

/** A trade file becomes `trades` whatever was said; candles are never called trades. */
function sourceOf(layout: Layout, asked: ImportOptions['source'], path: string): ImportOptions['source'] {
  if (layout.kind === 'candles' && asked === 'trades') throw new FileRefused(shapeWords.candlesNotTrades(path));
  return layout.kind === 'trades' ? 'trades' : asked;
}

interface Read {
  readonly format: Format;
  readonly shape: Shape;
  readonly findings: Findings;
  readonly rows: CandleRows | TradeRows;
  readonly recorder: FileRecord;
  readonly source: Source;
  readonly checked: boolean;
}

/** Venues that write a sale as a negative amount. */
const SIGN_IS_SIDE: readonly string[] = ['bitfinex', 'gate'];

function checkName(path: string, market: Market, shape: Shape): void {
  const fault = contradictionIn(basename(path), market, shape.interval, shape.layout.kind === 'trades');
  if (fault !== undefined) throw new FileRefused(fault);
}

interface Opened extends Pick<Read, 'shape' | 'findings' | 'source'> {
  readonly provenance: Provenance;
}

/** The rows of a file and where they are recorded: minutes, longer candles, or minutes built from trades. */
function readerOf(path: string, options: ImportOptions, opened: Opened): Pick<Read, 'rows' | 'recorder'> {
  const { shape, findings, source, provenance } = opened;
  const { market, ledger, longer, now, settings = NOTHING_SAID } = options;
  const shared = { market, now, provenance, source, gaps: findings.gaps };
  const { interval } = shape;
  if (shape.layout.kind === 'trades') {
    const recorder = new FileRecorder({ ...shared, ledger });
    const edges = settings.isWhole ? [] : edgesOf(shape, coveredBy(basename(path)));
    const signIsSide = SIGN_IS_SIDE.includes(market.venue);
    return { recorder, rows: new TradeRows({ path, shape, signIsSide, edges, recorder }) };
  }
  if (interval !== '1m' && longer === undefined) throw new FileRefused(shapeWords.noLonger(path, interval));
  const recorder =
    interval === '1m' || longer === undefined
      ? new FileRecorder({ ...shared, ledger })
      : new LongerRecorder({ ...shared, ledger: longer, timeframe: interval });
  return { recorder, rows: new CandleRows({ path, shape, isComputed: isComputed(market.kind), recorder }) };
}

async function readAll(path: string, options: ImportOptions): Promise<Read> {
  const { market, now, settings = NOTHING_SAID } = options;
  const { provenance, checked } = await identified(path, now);
  const format = await formatOf(path, { market, entry: options.entry });
  const shape = await shapeOf(path, { market, settings, nowMs: now(), entry: format.entry });
  checkName(path, market, shape);
  if (format.entry !== undefined) checkName(format.entry, market, shape);
  const findings = findingsOf(shape, market, settings.readAs.gaps);
  const source = sourceOf(shape.layout, options.source, path);
  const { rows, recorder } = readerOf(path, options, { shape, findings, source, provenance });
  for await (const lines of rowsOf(path, shape)) {
    if (rows instanceof TradeRows) await rows.takeAll(lines);
    else for (const line of lines) await rows.take(line);
    options.onProgress?.(rows.rows);
  }
  await rows.end();
  await recorder.end();
  return { format, shape, findings, rows, recorder, source, checked };
}

/** From the first minute to the last, or to the end of the last longer candle. */
const rangeOf = (first: Minute, last: Minute, { interval }: Shape): MinuteRange =>
  minuteRange(first, plus(last, minutesOf(interval)));

/**
 * Imports a file of candles or trades (CSV, JSON, Parquet, Feather; plain, gzip or zip) for one market, streamed, recorded in batches of days. What its first
 * rows show, and what its reader says, tells how it is read. A file that cannot be read to its end, that contradicts what it is
 * imported as, or whose bytes are not those its checksum file names, is refused with one line and nothing of it is stored; of trades
 * that are a day out of order, what was recorded before the offending line stays.
 */
export async function importFile(path: string, options: ImportOptions): Promise<Parsed<ImportReport, string>> {
  try {
    const { format, shape, findings, rows, recorder, source, checked } = await readAll(path, options);
    if (recorder.first === undefined || recorder.last === undefined)
      return notImported(shapeWords.unusable(path, rows.rows));
    const trades = rows instanceof TradeRows ? rows : undefined;
    const candles = rows instanceof CandleRows ? rows : undefined;
    const report = {
      kind: shape.layout.kind,
      source,
      format,
      findings,
      rows: rows.rows,
      candles: recorder.candles,
      quarantined: recorder.quarantined,
      duplicates: trades === undefined ? NONE : trades.duplicates,
      edges: trades === undefined ? NONE : trades.edges,
      moved: candles === undefined ? NONE : candles.moved,
      empty: candles === undefined ? NONE : candles.empty,
      range: rangeOf(recorder.first, recorder.last, shape),
      added: recorder.added,
      unchanged: recorder.unchanged,
      revised: recorder.revised,
      setAside: recorder.setAsideFirst,
      shown: shownRows(rows),
      checked,
    };
    const summary = importedWords({
      ...report,
      path,
      range: rangeText(report.range),
      unplaced: shape.unplaced,
    });
    return parsed({ ...report, summary: plainLine(summary) });
  } catch (error) {
    if (error instanceof FileRefused) return notImported(error.message);
    throw error;
  }
}

/** Rows of a candle file are judged by minute: none counts as repeated, and none of a trade file as moved. */
const NONE = 0;
