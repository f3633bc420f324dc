import type { Spark } from './spark';

/** Where a sparkline is drawn, in CSS pixels, and the deviations its foot and its head stand for. */
export interface SparkPlace {
  readonly width: number;
  readonly height: number;
  readonly least: number;
  readonly most: number;
}

/** A sparkline as SVG path data. */
export interface SparkPaths {
  /** From the line of 0 down to the furthest below, and up to the furthest above. */
  readonly below: string;
  readonly above: string;
  /** The line of 0, broken where nothing was measured. */
  readonly zero: string;
}

/** The height 0 needs beside the furthest deviation, so that a line at the edge is seen whole. */
const ROOM = 0.06;

/** A scale of a market's own: from its furthest below to its furthest above, with 0 in sight. */
export function ownScale({ low, high }: Spark): { readonly least: number; readonly most: number } {
  const least = Math.min(0, ...low.filter((value) => value !== null));
  const most = Math.max(0, ...high.filter((value) => value !== null));
  const room = Math.max(most - least, 1e-9) * ROOM;
  return { least: least - room, most: most + room };
}

/** A bar a bucket, none less than a pixel wide; values beyond the scale end at its edge. */
export function sparkPaths({ low, high }: Spark, { width, height, least, most }: SparkPlace): SparkPaths {
  const y = (value: number): number =>
    tenth((height * (most - Math.min(most, Math.max(least, value)))) / (most - least));
  const x = (bucket: number): number => tenth((width * bucket) / low.length);
  const zero = y(0);
  const bars = (values: readonly (number | null)[], isOut: (value: number) => boolean): string =>
    values
      .flatMap((value, i) => {
        if (value === null || !isOut(value) || y(value) === zero) return [];
        return [
          `M${String(x(i))} ${String(zero)}V${String(y(value))}H${String(Math.max(x(i + 1), tenth(x(i) + 1)))}V${String(zero)}`,
        ];
      })
      .join('');
  const measured: string[] = [];
  low.forEach((value, i) => {
    if (value === null) return;
    measured.push(
      i > 0 && low[i - 1] !== null ? `H${String(x(i + 1))}` : `M${String(x(i))} ${String(zero)}H${String(x(i + 1))}`,
    );
  });
  return {
    below: bars(low, (value) => value < 0),
    above: bars(high, (value) => value > 0),
    zero: measured.join(''),
  };
}

const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;
