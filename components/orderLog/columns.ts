import type { KeptMinute } from '@/lib/client/orderLog/keptLog';
import { epochMs } from '@/lib/domain/minute';

/** Counts over some pixels of the axis; of several minutes that share a column, the one with most rejections. */
export interface LogColumn extends KeptMinute {
  readonly x: number;
}

/** What is in sight of an axis: its left edge in pixels, its width, and the instants at both, in milliseconds since 1970. */
export interface AxisSight {
  readonly left: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

export const rejectedOf = ({ layers }: Pick<KeptMinute, 'layers'>): number =>
  layers.transport + layers.business + layers.unknown;

/** Where a minute stands on the axis, in pixels. */
export const xOf = (ms: number, { left, width, from, to }: AxisSight): number =>
  left + ((ms - from) / (to - from)) * width;

/** The columns of the minutes in sight, each `step` pixels wide at least; minutes without a rejection have none. */
export function columnsIn(minutes: readonly KeptMinute[], sight: AxisSight, step: number): readonly LogColumn[] {
  const columns = new Map<number, LogColumn>();
  for (const one of minutes) {
    const x = xOf(epochMs(one.minute), sight);
    if (rejectedOf(one) === 0 || x < sight.left || x > sight.left + sight.width) continue;
    const place = Math.floor(x / step);
    const known = columns.get(place);
    if (known === undefined || rejectedOf(one) > rejectedOf(known)) columns.set(place, { ...one, x });
  }
  return [...columns.values()];
}
