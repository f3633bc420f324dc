import type { Candle, CandleColumns } from '../../domain/candle';
import { MINUTE_MS } from '../../domain/minute';
import { rowsOf } from '../page';
import type { SimulatedMarket } from '../scenario';

/** The day, month or quarter a file is of, in minutes since 1970, half-open. */
export interface FileSpan {
  readonly from: number;
  readonly to: number;
}

/** Venues of Hong Kong's or Beijing's time begin a day eight hours before UTC does. */
export const EAST_ASIA = 8 * 60;
const UTC = 0;

/** Reads `2025-10-10` or `2025-10`, of a calendar so many minutes ahead of UTC; undefined where it is no such day or month. */
export function spanOf(text: string, aheadMinutes = UTC): FileSpan | undefined {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (match === null) return undefined;
  const [year, month] = [Number(match[1]), Number(match[2]) - 1];
  const day = match[3] === undefined ? undefined : Number(match[3]);
  const from = Date.UTC(year, month, day ?? 1);
  if (!new Date(from).toISOString().startsWith(text)) return undefined;
  const to = day === undefined ? Date.UTC(year, month + 1, 1) : from + 86_400_000;
  return { from: from / MINUTE_MS - aheadMinutes, to: to / MINUTE_MS - aheadMinutes };
}

/** A file is there once its day or month is over. */
export const hasEnded = (span: FileSpan, nowMs: number): boolean => span.to * MINUTE_MS <= nowMs;

/**
 * The market's candles of a file, ascending; undefined where there is no such file: the day or month has not ended by the
 * clock, or the scenario knows none of its minutes. With `filled`, minutes without a trade are flat rows.
 */
export function candlesOfFile(
  market: SimulatedMarket,
  columns: CandleColumns,
  span: FileSpan,
  nowMs: number,
  filled: boolean,
): readonly Candle[] | undefined {
  const overlaps = span.from < columns.range.to && columns.range.from < span.to;
  if (!hasEnded(span, nowMs) || !overlaps) return undefined;
  const rows = rowsOf(
    columns,
    {
      kind: 'candles',
      market,
      from: span.from,
      to: span.to,
      limit: span.to - span.from,
      keep: 'oldest',
      order: 'ascending',
      emptyMinutes: filled ? 'flat' : 'omitted',
      servesForming: false,
      write: () => undefined,
    },
    nowMs,
  );
  return rows.length === 0 ? undefined : rows;
}
