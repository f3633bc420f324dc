import { isComputed, type Market, type Source } from '../../domain/market';
import { minuteRange, plus, type MinuteRange } from '../../domain/minute';
import type { Ledger, Quarantined } from '../../domain/observation';
import { parsed, type Parsed } from '../../domain/unit';
import { importedWords, shapeWords } from '../../words/en/files';
import { rangeText } from '../../words/en/range';
import { CandleRows } from './candleRows';
import { identified } from './checksum';
import type { Layout } from './columns';
import { formatOf, type Format } from './formats/opened';
import { FileRecorder, type Gaps } from './recorder';
import { FileRefused, notImported } from './refused';
import { rowsOf, shapeOf, type Shape } from './shape';
import type { TimeUnit } from './time';
import { TradeRows } from './tradeRows';
import { usualVolumeUnit, type VolumeUnit } from './volume';

export interface ImportOptions {
  readonly market: Market;
  readonly source: Extract<Source, 'file' | 'archive' | 'trades'>;
  readonly ledger: Ledger;
  readonly now: () => number;
  /** Default `no-trade`: between its first and last row a file has a row for every minute with a trade. */
  readonly gaps?: Gaps;
  /** Default: contracts for `binancecoinm`, base for every other market. */
  readonly volumeUnit?: VolumeUnit;
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
  readonly timeUnit: TimeUnit;
  readonly rows: number;
  readonly candles: number;
  readonly quarantined: number;
  /** Repeated trades. */
  readonly duplicates: number;
  /** From the file's first minute to its last. */
  readonly range: MinuteRange;
  readonly added: number;
  readonly unchanged: number;
  readonly revised: number;
  /** The first rows set aside, as they came and why; all of them are counted in `quarantined`. */
  readonly setAside: readonly Quarantined[];
  /** Whether the rows were not in the order of time and were sorted. */
  readonly sorted: boolean;
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
  readonly rows: CandleRows | TradeRows;
  readonly recorder: FileRecorder;
  readonly checked: boolean;
}

async function readAll(path: string, options: ImportOptions): Promise<Read> {
  const { market, ledger, now } = options;
  const { provenance, checked } = await identified(path, now);
  const format = await formatOf(path, { market, entry: options.entry });
  const shape = await shapeOf(path, market, now(), format.entry);
  const { layout, unit, isUtc } = shape;
  const recorder = new FileRecorder({
    market,
    ledger,
    now,
    provenance,
    source: sourceOf(layout, options.source, path),
    gaps: shape.hasUnreadable ? 'unknown' : (options.gaps ?? 'no-trade'),
  });
  const volumeUnit = options.volumeUnit ?? usualVolumeUnit(market);
  const shared = { path, unit, isUtc, width: layout.width, volumeUnit, recorder };
  const rows =
    layout.kind === 'candles'
      ? new CandleRows({ ...shared, places: layout.places, isComputed: isComputed(market.kind) })
      : new TradeRows({ ...shared, places: layout.places });
  for await (const lines of rowsOf(path, shape)) {
    for (const line of lines) await rows.take(line);
    options.onProgress?.(rows.rows);
  }
  await rows.end();
  await recorder.end();
  return { format, shape, rows, recorder, checked };
}

/**
 * Imports a file of candles or trades (CSV, JSON, Parquet, Feather; plain, gzip or zip) for one market, streamed, recorded in batches of days. Its first
 * line tells which. It answers every minute from its first to its last (see `gaps`). A file that cannot be read to its end, or
 * whose bytes are not those its checksum file names, is refused with one line and nothing of it is stored; of trades that are a day
 * out of order, what was recorded before the offending line stays.
 */
export async function importFile(path: string, options: ImportOptions): Promise<Parsed<ImportReport, string>> {
  try {
    const { format, shape, rows, recorder, checked } = await readAll(path, options);
    if (recorder.first === undefined || recorder.last === undefined)
      return notImported(shapeWords.unusable(path, rows.rows));
    const report = {
      kind: shape.layout.kind,
      source: recorder.options.source,
      format,
      timeUnit: shape.unit,
      rows: rows.rows,
      candles: recorder.candles,
      quarantined: recorder.quarantined,
      duplicates: rows instanceof TradeRows ? rows.duplicates : NO_DUPLICATES,
      range: minuteRange(recorder.first, plus(recorder.last, 1)),
      added: recorder.added,
      unchanged: recorder.unchanged,
      revised: recorder.revised,
      setAside: recorder.setAsideFirst,
      sorted: !shape.ascending,
      checked,
    };
    const summary = importedWords({
      ...report,
      path,
      range: rangeText(report.range),
      gaps: options.gaps ?? 'no-trade',
      hasUnreadable: shape.hasUnreadable,
    });
    return parsed({ ...report, summary });
  } catch (error) {
    if (error instanceof FileRefused) return notImported(error.message);
    throw error;
  }
}

/** Rows of a candle file are judged by minute: none counts as repeated. */
const NO_DUPLICATES = 0;
