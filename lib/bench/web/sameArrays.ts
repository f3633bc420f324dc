import type { ColumnsAnswer } from '../../api/columns/format';
import { MINUTE_MS } from '../../domain/minute';

/** One venue's rows of an answer: seconds since 1970, its close and its lowest deviation; null is the hole. */
export interface PlainSeries {
  readonly name: string;
  readonly seconds: readonly number[];
  readonly close: readonly (number | null)[];
  readonly dLow: readonly (number | null)[];
}

const SECONDS = MINUTE_MS / 1_000;
const withHoles = (column: Float64Array): (number | null)[] =>
  Array.from(column, (value) => (Number.isNaN(value) ? null : value));

/** What other libraries are given to draw: the very rows, in the very buckets, that the app's chart draws. */
export const sameArrays = ({ series }: ColumnsAnswer): readonly PlainSeries[] =>
  series.map(({ venue, kind, minutes, close, dLow }) => ({
    name: kind === 'spot' ? venue : `${venue} ${kind}`,
    seconds: Array.from(minutes, (minute) => minute * SECONDS),
    close: withHoles(close),
    dLow: withHoles(dLow),
  }));
