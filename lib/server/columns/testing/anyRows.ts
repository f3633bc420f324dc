import fc from 'fast-check';
import type { Asset, Venue } from '../../../domain/market';
import { MISSING } from '../../../domain/missing';
import { RATE_RULES } from '../../../domain/rate';
import { formatMinute, minute } from '../../../domain/minute';
import type { Deviations } from '../../deviations/deviationsAnswer';
import type { SeriesRows } from '../../deviations/rows';

const FROM = minute(29_335_200);

/** From the smallest coin to the largest, on a venue's ticks or on none. */
const anyPrice = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 35_000, max: 36_000 }).map((ticks) => ticks / 10_000) },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: -12, max: 12 })
      .chain((power) => fc.double({ min: 1, max: 10, noNaN: true }).map((digits) => digits * 10 ** power)),
  },
  { weight: 1, arbitrary: fc.integer({ min: -12, max: 12 }).map((power) => 10 ** power) },
  { weight: 2, arbitrary: fc.constant(NaN) },
);
const anyRatio = fc.oneof(
  fc.double({ min: -0.01, max: 0.01, noNaN: true }),
  fc.double({ min: -1, max: 50, noNaN: true }),
  fc.constantFrom(0, -0.99995, -0.999951, 0.02, 0.0199999, -0.005, NaN),
);
const anyUncertainty = fc.oneof(
  fc.double({ min: 0, max: 0.1, noNaN: true }),
  fc.double({ min: 0, max: 0.0001, noNaN: true }),
  fc.constantFrom(0, 1e-7, 1e-6, 0.0000499, 0.00005, NaN),
);

const column = (any: fc.Arbitrary<number>, rows: number): fc.Arbitrary<Float64Array> =>
  fc.array(any, { minLength: rows, maxLength: rows }).map((values) => Float64Array.from(values));
const codes = (most: number, rows: number): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.nat(most), { minLength: rows, maxLength: rows }).map((values) => Uint8Array.from(values));

/** Columns that no analysis made: any value beside any other, holes anywhere. */
const anySeries = (minutes: Int32Array): fc.Arbitrary<Omit<SeriesRows, 'market'>> => {
  const rows = minutes.length;
  return fc.record({
    minutes: fc.constant(minutes),
    open: column(anyPrice, rows),
    low: column(anyPrice, rows),
    high: column(anyPrice, rows),
    close: column(anyPrice, rows),
    referenceLow: column(anyPrice, rows),
    referenceHigh: column(anyPrice, rows),
    referenceClose: column(anyPrice, rows),
    peers: codes(24, rows),
    dLow: column(anyRatio, rows),
    dHigh: column(anyRatio, rows),
    dClose: column(anyRatio, rows),
    outside: column(anyRatio, rows),
    rate: column(fc.oneof(fc.constant(1), anyPrice), rows),
    rateRule: codes(RATE_RULES.length - 1, rows),
    rateUncertainty: column(anyUncertainty, rows),
    uncertainty: column(anyUncertainty, rows),
    weak: codes(1, rows),
    missing: codes(MISSING.length - 1, rows),
  });
};

const named = (series: readonly Omit<SeriesRows, 'market'>[]): readonly SeriesRows[] =>
  series.map((columns, i) => ({
    ...columns,
    market: {
      venue: `venue${String.fromCharCode(97 + i)}` as Venue,
      base: 'ATOM' as Asset,
      quote: i % 2 === 0 ? 'USD' : 'USDT',
      kind: i % 5 === 4 ? 'perp' : 'spot',
    },
  }));

const answerOf = (rows: readonly SeriesRows[], minutes: number, resolutionMinutes: number): Deviations => ({
  facts: {
    method: 2,
    simulated: false,
    asset: 'ATOM',
    name: 'ATOM – Ünïcode',
    from: formatMinute(FROM),
    to: formatMinute(minute(FROM + Math.max(1, minutes))),
    currency: 'USD',
    reference: 'others',
    bloc: 'all',
    rate: 'usd',
    minPeers: 3,
    enter: 0.02,
    resolutionMinutes,
    digest: `sha256:${'0'.repeat(64)}`,
    notes: [],
    markets: [],
    leftOut: [],
    episodes: [],
    market: { fall: null },
    falls: [],
  },
  rows,
});

/** None to 24 venues, every minute a row; none where the window is empty. */
export const anyEveryMinute: fc.Arbitrary<Deviations> = fc
  .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 12 }))
  .chain(([venues, minutes]) =>
    fc
      .array(anySeries(Int32Array.from({ length: minutes }, (_, i) => FROM + i)), {
        minLength: venues,
        maxLength: venues,
      })
      .map((series) => answerOf(named(series), minutes, 1)),
  );

/** The bucket of the answers below, in minutes. */
export const BUCKET = 5;

/** The same of buckets: each series has rows of its own. */
export const anyBuckets: fc.Arbitrary<Deviations> = fc
  .array(
    fc.uniqueArray(fc.nat(59), { maxLength: 30 }).chain((minutes) =>
      anySeries(
        Int32Array.from(
          minutes.sort((a, b) => a - b),
          (at) => FROM + at,
        ),
      ),
    ),
    { maxLength: 24 },
  )
  .map((series) => answerOf(named(series), 60, BUCKET));
