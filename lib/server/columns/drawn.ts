import type { SeriesRows } from '../deviations/rows';

/** The columns a chart draws the extremes of. */
const LOWEST_OF = ['low', 'dLow', 'dHigh'] as const;
const HIGHEST_OF = ['high', 'dLow', 'dHigh'] as const;

/**
 * Of a series whose rows stand for buckets of `size` minutes those a chart draws: of each bucket the minutes of its lowest and
 * highest price, of the extremes of both deviations, and the last; every row that has no
 * deviation, and the first of each rule of its rate.
 */
export function drawnRows(series: SeriesRows, size: number): SeriesRows {
  const { minutes, missing, rateRule } = series;
  const isDrawn = new Uint8Array(minutes.length);
  const mark = (row: number): void => {
    if (row >= 0) isDrawn[row] = 1;
  };
  for (const rule of new Set(rateRule)) mark(rateRule.indexOf(rule));
  for (let from = 0, to = 0; from < minutes.length; from = to) {
    const bucket = Math.floor((minutes[from] as number) / size);
    for (; to < minutes.length && Math.floor((minutes[to] as number) / size) === bucket; to += 1)
      if (missing[to] !== 0) mark(to);
    for (const name of LOWEST_OF) mark(extremeIn(series[name], from, to, -1));
    for (const name of HIGHEST_OF) mark(extremeIn(series[name], from, to, 1));
    mark(to - 1);
  }
  return chosen(series, isDrawn);
}

/** The row of the first extreme of `[from, to)`, by the sign the highest or the lowest; −1 where there is no value. */
export function extremeIn(column: Float64Array, from: number, to: number, sign: 1 | -1): number {
  let found = -1;
  for (let row = from; row < to; row += 1) {
    const value = column[row] as number;
    if (value === value && (found < 0 || sign * value > sign * (column[found] as number))) found = row;
  }
  return found;
}

function chosen(series: SeriesRows, isChosen: Uint8Array): SeriesRows {
  const rows = Int32Array.from(isChosen.keys()).filter((row) => isChosen[row] === 1);
  const doubles = (column: Float64Array): Float64Array => Float64Array.from(rows, (row) => column[row] as number);
  const bytes = (column: ArrayLike<number>): Uint8Array => Uint8Array.from(rows, (row) => column[row] as number);
  return {
    market: series.market,
    minutes: Int32Array.from(rows, (row) => series.minutes[row] as number),
    low: doubles(series.low),
    high: doubles(series.high),
    close: doubles(series.close),
    referenceLow: doubles(series.referenceLow),
    referenceHigh: doubles(series.referenceHigh),
    referenceClose: doubles(series.referenceClose),
    peers: bytes(series.peers),
    dLow: doubles(series.dLow),
    dHigh: doubles(series.dHigh),
    dClose: doubles(series.dClose),
    outside: doubles(series.outside),
    rate: doubles(series.rate),
    rateRule: bytes(series.rateRule),
    rateUncertainty: doubles(series.rateUncertainty),
    uncertainty: doubles(series.uncertainty),
    weak: bytes(series.weak),
    missing: bytes(series.missing),
  };
}
