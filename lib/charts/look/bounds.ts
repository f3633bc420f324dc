import type { ChartAnswer, DeviationChart } from '../chart';

/** The lowest and the highest of some columns; undefined where they hold nothing but holes. */
export function boundsOf(columns: readonly Float64Array[]): Bounds | undefined {
  let [least, most] = [Infinity, -Infinity];
  for (const column of columns) {
    for (const value of column) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return least <= most ? { least, most } : undefined;
}

/** What an axis runs from and to. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** The same of the price axis. `isEmpty`: there is no price. */
export interface PriceBounds extends Bounds {
  readonly log: boolean;
  readonly isEmpty: boolean;
}

/** Where the highest price of a window is more than so many times its lowest, a linear axis would show one of them and nothing else. */
const LOG_FROM = 4;
/** A linear axis that would begin under this share of its height begins at 0. */
const NEAR_ZERO = 0.25;
/** Room beyond the extremes, as a share of the scale. */
const PADDING = 0.06;
/** A flat market has no height of its own; it gets a hundredth of its price to either side. */
const FLAT = 0.01;

const pricesKnown = new WeakMap<ChartAnswer, Bounds | undefined>();

/** The lowest and the highest price of all venues, wicks and all, whichever of them is drawn. */
export function priceExtremes(answer: ChartAnswer): Bounds | undefined {
  if (!pricesKnown.has(answer))
    pricesKnown.set(
      answer,
      boundsOf(answer.series.flatMap(({ low, high, close, referenceClose }) => [low, high, close, referenceClose])),
    );
  return pricesKnown.get(answer);
}

/** From a little under the lowest price to a little over the highest, never under 0; no wick is ever cut. */
export function priceBounds({ answer, scale }: Pick<DeviationChart, 'answer' | 'scale'>): PriceBounds {
  const extremes = priceExtremes(answer);
  if (extremes === undefined) return { least: 0, most: 1, log: false, isEmpty: true };
  const { least, most } = extremes;
  const log = least > 0 && (scale === 'log' || (scale === 'auto' && most / least > LOG_FROM));
  if (log) {
    const factor = most > least ? (most / least) ** PADDING : 1 + FLAT;
    return { least: least / factor, most: most * factor, log, isEmpty: false };
  }
  const padded = widened(extremes);
  const floor = padded.least < (padded.most - padded.least) * NEAR_ZERO ? 0 : padded.least;
  return { least: floor, most: padded.most, log, isEmpty: false };
}

const deviationsKnown = new WeakMap<ChartAnswer, Bounds>();

/** The extremes, 0 and both entry levels are always in sight. */
export function deviationBounds({ answer }: Pick<DeviationChart, 'answer'>): Bounds {
  const known = deviationsKnown.get(answer);
  if (known !== undefined) return known;
  const columns = answer.series.flatMap(({ dLow, dHigh }) => [dLow, dHigh]);
  const bounds = widened(
    boundsOf([...columns, Float64Array.of(-answer.enter, answer.enter)]) ?? { least: -1, most: 1 },
  );
  deviationsKnown.set(answer, bounds);
  return bounds;
}

function widened({ least, most }: Bounds): Bounds {
  const room = most > least ? (most - least) * PADDING : Math.abs(most) * FLAT;
  return { least: least - room, most: most + room };
}
