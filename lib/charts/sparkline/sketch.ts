import type { Spark } from './spark';

/** A chart as SVG, at the width of a wide page and of a phone. */
export interface SketchedChart {
  readonly wide: string;
  readonly narrow: string;
  /** Of its prices: logarithmic, or the price that a linear one begins at. */
  readonly axis: 'log' | number;
  readonly others: number;
}

/** What is drawn of a window before anybody asks: no more than numbers and text. */
export interface Sketched {
  readonly simulated: boolean;
  readonly chart: SketchedChart | undefined;
  /** By `seriesKey`. */
  readonly sparks: Readonly<Record<string, Spark>>;
}
