import type { SeriesColumns } from '../../domain/seriesColumns';
import type { DeviationChart } from '../chart';
import { namedSeries } from '../look/legend';

/** Of the venues nobody named, so many rows: those that strayed furthest. */
const FURTHEST = 3;

/** Which series of a chart have a row of their own at the crosshair. */
export interface ChosenRows {
  /** The venue in question, then those drawn as lines. */
  readonly named: readonly SeriesColumns[];
  /** Of the others the furthest, on either side; those with nothing measured come last. */
  readonly furthest: readonly SeriesColumns[];
  readonly rest: number;
  /** How many of the rest have nothing measured. */
  readonly restUnmeasured: number;
}

/** `strayed`: how far a series lies from its reference below and above; undefined or NaN where nothing was measured. */
export function chosenRows(
  chart: DeviationChart,
  strayed: (series: SeriesColumns) => readonly (number | undefined)[],
): ChosenRows {
  const named = namedSeries(chart);
  const others = chart.answer.series
    .filter((series) => !named.includes(series))
    .map((series) => ({ series, depth: depthOf(strayed(series)) }))
    .sort((a, b) => b.depth - a.depth);
  // A line that says "1 more" is as high as the row it stands for.
  const shown = others.length <= FURTHEST + 1 ? others.length : FURTHEST;
  const rest = others.slice(shown);
  return {
    named,
    furthest: others.slice(0, shown).map(({ series }) => series),
    rest: rest.length,
    restUnmeasured: rest.filter(({ depth }) => depth < 0).length,
  };
}

/** −1 where nothing was measured. */
const depthOf = (sides: readonly (number | undefined)[]): number =>
  sides.reduce<number>((most, side) => (Math.abs(side ?? NaN) > most ? Math.abs(side ?? NaN) : most), -1);

/** Of those that are there: the middle one, or the mean of the middle two; undefined where there is none. */
export function medianOfThere(values: readonly (number | undefined)[]): number | undefined {
  const there = values
    .filter((value): value is number => value !== undefined && !Number.isNaN(value))
    .sort((a, b) => a - b);
  const upper = there.length >> 1;
  const [below, above] = [there[there.length % 2 === 1 ? upper : upper - 1], there[upper]];
  return below === undefined || above === undefined ? undefined : (below + above) / 2;
}
