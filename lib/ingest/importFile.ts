import type { Market, Source } from '../domain/market';
import { minuteRange, plus, type MinuteRange } from '../domain/minute';
import type { Ledger } from '../domain/observation';
import { parsed, refused, type Parsed } from '../domain/unit';
import { CandleRows } from './files/candleRows';
import { layoutOf, type Layout } from './files/columns';
import { cellsOf, linesOf, type Line } from './files/lines';
import { FileRecorder, type Gaps } from './files/recorder';
import { FileRefused } from './files/refused';
import { TIME_UNIT_NAMES, unitNamed, unitShown, type TimeUnit } from './files/time';
import { TradeRows } from './files/tradeRows';
import { usualVolumeUnit, type VolumeUnit } from './files/volume';
import { spoken } from './missing';

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
  /** One line. */
  readonly summary: string;
}

interface Opened {
  readonly layout: Layout;
  readonly unit: TimeUnit;
  readonly rows: CandleRows | TradeRows;
}

/** A trade file becomes `trades` whatever was said; candles are never called trades. */
function sourceOf(layout: Layout, asked: ImportOptions['source'], path: string): ImportOptions['source'] {
  if (layout.kind === 'candles' && asked === 'trades') throw new FileRefused(`${path}: holds candles, not trades; import it with --source file or archive`);
  return layout.kind === 'trades' ? 'trades' : asked;
}

/** Settles the time unit by the column's name or by the first row's value. */
function open(header: readonly string[], first: Line, options: ImportOptions, path: string): Opened & { recorder: FileRecorder } {
  const layout = layoutOf(header, path);
  const time = cellsOf(first, path)[layout.places.time]?.trim() ?? '';
  const isUtc = /utc/.test(layout.timeColumn);
  const unit = unitShown(time);
  const named = unitNamed(layout.timeColumn);
  if (unit === undefined || (named !== undefined && named !== unit)) {
    throw new FileRefused(`${path}, line ${String(first.number)}: "${time.slice(0, 40)}" is not a time in ${named === undefined ? 'seconds, milliseconds or microseconds since 1970, nor ISO 8601' : TIME_UNIT_NAMES[named]}; write one like 1760131200000 or 2025-10-10T21:20:00Z`);
  }
  if (unit === 'iso' && !isUtc && !/(Z|UTC|\+00:?00)$/.test(time)) {
    throw new FileRefused(`${path}, line ${String(first.number)}: "${time.slice(0, 40)}" names no time zone; write UTC with a Z, or call the column time(UTC)`);
  }
  const { market, ledger, now } = options;
  const recorder = new FileRecorder({ market, ledger, now, source: sourceOf(layout, options.source, path), gaps: options.gaps ?? 'no-trade' });
  const shared = { path, unit, isUtc, volumeUnit: options.volumeUnit ?? usualVolumeUnit(market), recorder };
  const rows = layout.kind === 'candles' ? new CandleRows({ ...shared, places: layout.places }) : new TradeRows({ ...shared, places: layout.places });
  return { layout, unit, rows, recorder };
}

const isHeaderless = (cells: readonly string[]): boolean => /^\d+(\.\d+)?$/.test(cells[0]?.trim() ?? '');

async function readAll(path: string, options: ImportOptions): Promise<Opened & { recorder: FileRecorder }> {
  let header: readonly string[] | undefined;
  let opened: (Opened & { recorder: FileRecorder }) | undefined;
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      if (header === undefined) {
        header = cellsOf(line, path);
        if (!isHeaderless(header)) {
          layoutOf(header, path);
          continue;
        }
      }
      opened ??= open(header, line, options, path);
      await opened.rows.take(line);
    }
    if (opened !== undefined) options.onProgress?.(opened.rows.rows);
  }
  if (header === undefined) throw new FileRefused(`${path}: empty; nothing was imported`);
  if (opened === undefined) throw new FileRefused(`${path}: a header without rows; nothing was imported`);
  await opened.rows.end();
  await opened.recorder.end();
  return opened;
}

function summaryOf(path: string, report: Omit<ImportReport, 'summary'>, gaps: Gaps): string {
  const built = report.kind === 'trades' ? `${String(report.rows)} trades${report.duplicates > 0 ? ` (${String(report.duplicates)} told twice)` : ''} made` : `${String(report.rows)} rows gave`;
  const changed = [`${String(report.added)} new`, ...(report.unchanged > 0 ? [`${String(report.unchanged)} known`] : []), ...(report.revised > 0 ? [`${String(report.revised)} differ from before`] : [])];
  return [
    `${path}: ${built} ${String(report.candles)} candles (${changed.join(', ')}), ${spoken(report.range)}`,
    `times read as ${TIME_UNIT_NAMES[report.timeUnit]}`,
    gaps === 'no-trade' ? 'minutes in between without a row count as no trade' : 'minutes in between without a row stay unknown',
    ...(report.quarantined > 0 ? [`${String(report.quarantined)} rows in quarantine`] : []),
  ].join('; ');
}

/**
 * Imports a CSV file (`.gz` too) of candles or trades for one market, streamed, recorded in batches of days. Its first line
 * tells which. It answers every minute from its first to its last (see `gaps`). A file that does not fit is refused with one
 * line; what was recorded before the offending line stays.
 */
export async function importFile(path: string, options: ImportOptions): Promise<Parsed<ImportReport>> {
  try {
    const { layout, unit, rows, recorder } = await readAll(path, options);
    if (recorder.first === undefined || recorder.last === undefined) return refused(`${path}: none of its ${String(rows.rows)} rows is usable; check its time column`);
    const report = {
      kind: layout.kind, timeUnit: unit, rows: rows.rows, candles: recorder.candles, quarantined: recorder.quarantined,
      duplicates: rows instanceof TradeRows ? rows.duplicates : NO_DUPLICATES, range: minuteRange(recorder.first, plus(recorder.last, 1)),
      added: recorder.added, unchanged: recorder.unchanged, revised: recorder.revised,
    };
    return parsed({ ...report, summary: summaryOf(path, report, recorder.options.gaps) });
  } catch (error) {
    if (error instanceof FileRefused) return refused(error.message);
    throw error;
  }
}

/** Rows of a candle file are judged by minute: none counts as told twice. */
const NO_DUPLICATES = 0;
