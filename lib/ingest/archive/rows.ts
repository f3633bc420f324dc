import type { Candle } from '../../domain/candle';
import { isComputed, type Market } from '../../domain/market';
import { MINUTE_MS, minuteAt, type Minute } from '../../domain/minute';
import { archiveWords } from '../../words/en/archive';
import { rowWords } from '../../words/en/files';
import { flawIn } from '../candleFlaw';
import { usualVolumeUnit, volumesOf } from '../files/volume';
import type { Archive, ArchiveFiles } from './table';

/** What a line of an archive's file says: a candle, a row to set aside, or (a header) nothing. */
export type ReadLine =
  | { readonly kind: 'candle'; readonly candle: Candle }
  | { readonly kind: 'broken'; readonly minute: Minute | undefined; readonly reason: string }
  | { readonly kind: 'header' };

const PER_MS = { s: 0.001, ms: 1, us: 1_000 } as const;
/** Ten digits of seconds, thirteen of milliseconds, sixteen of microseconds: they cannot be confused. */
const UNITS: Readonly<Record<number, keyof typeof PER_MS>> = { 10: 's', 13: 'ms', 16: 'us' };

const number = (cells: readonly string[], at: number | undefined): number => {
  const text = at === undefined ? '' : (cells[at] ?? '').trim();
  return text === '' ? NaN : Number(text);
};

/** A row's time in ms since 1970 (with a fraction for microseconds), or why it cannot be read: it must be in the unit the archive uses for that time. */
export function timeOf(cell: string | undefined, { timeUnit }: Pick<ArchiveFiles, 'timeUnit'>): number | string {
  const text = (cell ?? '').trim().replace(/\.0+$/, '');
  const unit = /^\d+$/.test(text) ? UNITS[text.length] : undefined;
  if (unit === undefined) return archiveWords.noTime;
  const ms = Number(text) / PER_MS[unit];
  return unit === timeUnit(ms) ? ms : archiveWords.otherUnit(unit, timeUnit(ms));
}

/** A first line of names. */
export const isHeader = (cells: readonly string[]): boolean => /^[a-z_]+$/i.test((cells[0] ?? '').trim());

/** Reads one line; only the first may be a header. The time's unit is told by its digits and must be the one the archive uses for that time. */
export function readLine(line: string, isFirst: boolean, archive: Archive, market: Market): ReadLine {
  const cells = line.split(',');
  if (isFirst && isHeader(cells)) return { kind: 'header' };
  const ms = timeOf(cells[archive.columns.time], archive);
  if (typeof ms === 'string') return { kind: 'broken', minute: undefined, reason: ms };
  if (ms % MINUTE_MS !== 0) return { kind: 'broken', minute: undefined, reason: rowWords.noMinute };
  const { columns } = archive;
  const volumes =
    archive.volume === 'none'
      ? { baseVolume: NaN, quoteVolume: NaN }
      : volumesOf(
          number(cells, columns.volume),
          number(cells, columns.quoteVolume),
          archive.volume === 'contracts' ? usualVolumeUnit(market) : { kind: 'base' },
        );
  const candle: Candle = {
    minute: minuteAt(ms),
    open: number(cells, columns.open),
    high: number(cells, columns.high),
    low: number(cells, columns.low),
    close: number(cells, columns.close),
    trades: number(cells, columns.trades),
    ...volumes,
  };
  const flaw = flawIn(candle, isComputed(market.kind));
  return flaw === undefined ? { kind: 'candle', candle } : { kind: 'broken', minute: candle.minute, reason: flaw };
}
