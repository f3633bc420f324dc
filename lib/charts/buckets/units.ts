import type { MinuteRange } from '../../domain/minute';
import type { Columns } from './columns';
import { firstFrom } from './firstFrom';

/** Some venues together, unit by unit: a minute, of a long window a bucket. NaN: none of them has it. */
export interface Together {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly dLow: Float64Array;
  readonly dHigh: Float64Array;
}

/** The unit each slot of a series lies in. */
export function unitOfSlots({ at }: Columns, { from }: MinuteRange, resolution: number): Int32Array {
  const first = Math.floor(from / resolution);
  return resolution === 1 ? at : at.map((minutes) => Math.floor((from + minutes) / resolution) - first);
}

/** The lowest lows and the highest highs over some venues; nothing is averaged, nothing is filled. */
export function together(
  all: readonly { readonly columns: Columns; readonly unitOf: Int32Array }[],
  units: number,
): Together {
  const holes = (): Float64Array => new Float64Array(units).fill(NaN);
  const out = { low: holes(), high: holes(), dLow: holes(), dHigh: holes() };
  for (const { columns, unitOf } of all) {
    lowered(out.low, columns.low, unitOf);
    raised(out.high, columns.high, unitOf);
    lowered(out.dLow, columns.dLow, unitOf);
    raised(out.dHigh, columns.dHigh, unitOf);
  }
  return out;
}

function lowered(into: Float64Array, column: Float64Array, unitOf: Int32Array): void {
  for (let slot = 0; slot < column.length; slot += 1) {
    const [value, unit] = [column[slot] as number, unitOf[slot] as number];
    if (value === value && !((into[unit] as number) <= value)) into[unit] = value;
  }
}

function raised(into: Float64Array, column: Float64Array, unitOf: Int32Array): void {
  for (let slot = 0; slot < column.length; slot += 1) {
    const [value, unit] = [column[slot] as number, unitOf[slot] as number];
    if (value === value && !((into[unit] as number) >= value)) into[unit] = value;
  }
}

/** The median of single prices over some venues, unit by unit; each venue's last one of a unit counts. NaN where none has one. */
export function medianCloses(
  all: readonly { readonly columns: Columns; readonly unitOf: Int32Array }[],
  units: number,
): Float64Array {
  const last = all.map(({ columns, unitOf }) => {
    const out = new Float64Array(units).fill(NaN);
    columns.close.forEach((close, slot) => {
      if (close === close) out[unitOf[slot] as number] = close;
    });
    return out;
  });
  return Float64Array.from({ length: units }, (_, unit) => {
    const closes = last.map((closes) => closes[unit] as number).filter((close) => close === close);
    closes.sort((a, b) => a - b);
    const upper = closes.length >> 1;
    return closes.length % 2 === 1
      ? (closes[upper] as number)
      : ((closes[upper - 1] ?? NaN) + (closes[upper] ?? NaN)) / 2;
  });
}

/** A stretch of minutes without a hole inside one bucket: minutes since the window's first, half-open, and the extremes in it. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Two columns of units as pieces, in order. A hole ends a piece, so that nothing is drawn over a missing minute at any zoom. `units`: where
 * each begins, and where the last ends, in minutes; `edges`: the buckets, which lie on them.
 */
export function piecesOf(low: Float64Array, high: Float64Array, units: Uint32Array, edges: Uint32Array): Piece[] {
  const pieces: Piece[] = [];
  let unit = firstFrom(units, edges[0] as number);
  for (let b = 0; b + 1 < edges.length; b += 1) {
    const end = edges[b + 1] as number;
    let open: { from: number; to: number; low: number; high: number } | undefined;
    for (; unit + 1 < units.length && (units[unit] as number) < end; unit += 1) {
      const [l, h] = [low[unit] as number, high[unit] as number];
      if (l !== l || h !== h) {
        open = undefined;
        continue;
      }
      const to = units[unit + 1] as number;
      if (open === undefined) pieces.push((open = { from: units[unit] as number, to, low: l, high: h }));
      else {
        open.to = to;
        if (l < open.low) open.low = l;
        if (h > open.high) open.high = h;
      }
    }
  }
  return pieces;
}
