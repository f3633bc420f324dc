import type { Market, Source } from '../../domain/market';
import { minuteRange, plus, type MinuteRange } from '../../domain/minute';
import type { Ledger, Quarantined } from '../../domain/observation';
import { parsed, type Parsed } from '../../domain/unit';
import { CandleRows } from './candleRows';
import { identified } from './checksum';
import type { Layout } from './columns';
import { isZip } from './lines';
import { FileRecorder, type Gaps } from './recorder';
import { FileRefused, notImported } from './refused';
import { rowsOf, shapeOf, type Shape } from './shape';
import { TIME_UNIT_NAMES, type TimeUnit } from './time';
import { TradeRows } from './tradeRows';
import { usualVolumeUnit, type VolumeUnit } from './volume';
import { spoken } from '../run/missing';

export interface ImportOptions {
  readonly market: Market;
  readonly source: Extract<Source, 'file' | 'archive' | 'trades'>;
  readonly ledger: Ledger;
  readonly now: () => number;
  /** Default `no-trade`: between its first and last row a file has a row for every minute with a trade. */
  readonly gaps?: Gaps;
  /** Default: contracts for `binancecoinm`, base for every other market. */
  readonly volumeUnit?: VolumeUnit;
  /** Told the number of rows read so far. */
  readonly onProgress?: (rows: number) => void;
}

export interface ImportReport {
  readonly kind: Layout['kind'];
  /** Under which it is stored: `trades` for a trade file. */
  readonly source: Source;
  readonly timeUnit: TimeUnit;
  readonly rows: number;
  readonly candles: number;
  readonly quarantined: number;
  /** Trades told twice. */
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
  if (layout.kind === 'candles' && asked === 'trades')
    throw new FileRefused(`${path}: holds candles, not trades; import it with --source file or archive`);
  return layout.kind === 'trades' ? 'trades' : asked;
}

interface Read {
  readonly shape: Shape;
  readonly rows: CandleRows | TradeRows;
  readonly recorder: FileRecorder;
  readonly checked: boolean;
}

async function readAll(path: string, options: ImportOptions): Promise<Read> {
  const { market, ledger, now } = options;
  const { provenance, checked } = await identified(path, now);
  const shape = await shapeOf(path);
  const { layout, unit, isUtc } = shape;
  const recorder = new FileRecorder({
    market,
    ledger,
    now,
    provenance,
    source: sourceOf(layout, options.source, path),
    gaps: options.gaps ?? 'no-trade',
  });
  const shared = { path, unit, isUtc, volumeUnit: options.volumeUnit ?? usualVolumeUnit(market), recorder };
  const rows =
    layout.kind === 'candles'
      ? new CandleRows({ ...shared, places: layout.places })
      : new TradeRows({ ...shared, places: layout.places });
  for await (const lines of rowsOf(path, shape)) {
    for (const line of lines) await rows.take(line);
    options.onProgress?.(rows.rows);
  }
  await rows.end();
  await recorder.end();
  return { shape, rows, recorder, checked };
}

/** What is said of a file's bytes: of a zip always, because a venue publishes its archives with their sums. */
function checkedOf(path: string, checked: boolean): readonly string[] {
  if (checked) return ['its SHA-256 is the one its .CHECKSUM names'];
  return isZip(path) ? ['not checked: no .CHECKSUM file lies beside it'] : [];
}

function summaryOf(path: string, report: Omit<ImportReport, 'summary'>, gaps: Gaps): string {
  const built =
    report.kind === 'trades'
      ? `${String(report.rows)} trades${report.duplicates > 0 ? ` (${String(report.duplicates)} told twice)` : ''} made`
      : `${String(report.rows)} rows gave`;
  const changed = [
    `${String(report.added)} new`,
    ...(report.unchanged > 0 ? [`${String(report.unchanged)} known`] : []),
    ...(report.revised > 0 ? [`${String(report.revised)} differ from before`] : []),
  ];
  return [
    `${path}: ${built} ${String(report.candles)} candles (${changed.join(', ')}), ${spoken(report.range)}`,
    `times read as ${TIME_UNIT_NAMES[report.timeUnit]}`,
    gaps === 'no-trade'
      ? 'minutes in between without a row count as no trade'
      : 'minutes in between without a row stay unknown',
    ...(report.sorted ? ['its rows were not in the order of time and were sorted'] : []),
    ...checkedOf(path, report.checked),
    ...(report.quarantined > 0 ? [`${String(report.quarantined)} rows in quarantine`] : []),
  ].join('; ');
}

/**
 * Imports a CSV file (`.gz` and `.zip` too) of candles or trades for one market, streamed, recorded in batches of days. Its first
 * line tells which. It answers every minute from its first to its last (see `gaps`). A file that cannot be read to its end, or
 * whose bytes are not those its checksum file names, is refused with one line and nothing of it is stored; of trades that are a day
 * out of order, what was recorded before the offending line stays.
 */
export async function importFile(path: string, options: ImportOptions): Promise<Parsed<ImportReport, string>> {
  try {
    const { shape, rows, recorder, checked } = await readAll(path, options);
    if (recorder.first === undefined || recorder.last === undefined)
      return notImported(`${path}: none of its ${String(rows.rows)} rows is usable; check its time column`);
    const report = {
      kind: shape.layout.kind,
      source: recorder.options.source,
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
    return parsed({ ...report, summary: summaryOf(path, report, recorder.options.gaps) });
  } catch (error) {
    if (error instanceof FileRefused) return notImported(error.message);
    throw error;
  }
}

/** Rows of a candle file are judged by minute: none counts as told twice. */
const NO_DUPLICATES = 0;
