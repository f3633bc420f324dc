import type { Timing, Timings } from './timings';

/** A figure and the yardstick, timed in the same run, that it is held against. */
export interface Figure {
  readonly name: string;
  readonly yardstick: string;
}

/** One question of the benchmark, answered. */
export interface Findings {
  readonly title: string;
  /** What was done, how often, over how much. */
  readonly about: string;
  readonly timings: Timings;
  readonly figures: readonly Figure[];
}

/** Tenths below 100 ms, whole milliseconds above: finer digits are noise. */
const ms = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

const spread = ({ leastMs, mostMs }: Timing): string => `${ms(leastMs)}–${ms(mostMs)}`;

/** Two digits that say something. */
const times = (ratio: number): string => (ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2));

function rowOf({ name, yardstick }: Figure, timings: Timings): string {
  const [own, other] = [timings.of(name), timings.of(yardstick)];
  const ratio = name === yardstick ? 'yardstick' : `${times(own.medianMs / other.medianMs)} × ${yardstick}`;
  return `| ${name} | ${ms(own.medianMs)} | ${spread(own)} | ${String(own.runs)} | ${ratio} |`;
}

/** A Markdown section: one row a figure, its median, spread, number of runs and ratio to its yardstick. */
export const sectionOf = ({ title, about, timings, figures }: Findings): string =>
  [
    `## ${title}`,
    '',
    about,
    '',
    '| | median, ms | least–most, ms | runs | against |',
    '| --- | ---: | ---: | ---: | --- |',
    ...figures.map((figure) => rowOf(figure, timings)),
    '',
  ].join('\n');
