import type { MinuteAnswer, MinuteVenue } from '../../api/minute';
import type { VenueSeriesAnswer } from '../../api/deviations';
import { certaintyFrom, writeCertainty } from '../../domain/episode';

/** What a cell of a table can hold; null is the hole, whose reason stands in `missing`. */
export type Cell = string | number | boolean | null;

/** A column of a table as files of any form hold it. `minute`: ISO, UTC. */
export interface TableColumn {
  readonly name: string;
  readonly kind: 'text' | 'minute' | 'number' | 'truth';
  readonly values: readonly Cell[];
}

/** Columns of equal length. */
export type Table = readonly TableColumn[];

/** A column of rows: its kind, its name, and what a row has in it. */
export type ColumnOf<Row> = readonly [kind: TableColumn['kind'], name: string, of: (row: Row) => Cell];

/** Rows as columns. */
export const tableOf = <Row>(rows: readonly Row[], columns: readonly ColumnOf<Row>[]): Table =>
  columns.map(([kind, name, of]) => ({ name, kind, values: rows.map(of) }));

/** What every row of a question's table says beside its figures. */
export interface TableOf {
  readonly asset: string;
  /** The entry level, as a ratio. */
  readonly enter: number;
  readonly simulated: boolean;
}

const MEASURED = [
  'open',
  'high',
  'low',
  'close',
  'usdVolume',
  'referenceLow',
  'referenceHigh',
  'referenceClose',
  'peers',
  'dispersion',
  'dLow',
  'dHigh',
  'dClose',
  'outside',
  'rate',
  'rateRule',
  'rateUncertainty',
  'uncertainty',
] as const;

/**
 * A row for each venue and minute, venue by venue. `certainty` is that of the minute's greater deviation, where it reaches the entry level;
 * `simulated` stands in every row. Prices in the answer's currency, deviations as ratios.
 */
export function seriesTable(all: readonly VenueSeriesAnswer[], { asset, enter, simulated }: TableOf): Table {
  const each = (kind: TableColumn['kind'], name: string, of: (one: VenueSeriesAnswer, i: number) => Cell) => ({
    name,
    kind,
    values: all.flatMap((one) => one.minutes.map((_, i) => of(one, i))),
  });
  return [
    each('text', 'asset', () => asset),
    each('text', 'venue', ({ venue }) => venue),
    each('text', 'market', ({ market }) => market),
    each('text', 'kind', ({ kind }) => kind),
    each('minute', 'minute', ({ minutes }, i) => minutes[i] ?? null),
    ...MEASURED.map((name) => each(name === 'rateRule' ? 'text' : 'number', name, (one, i) => one[name]?.[i] ?? null)),
    each('text', 'certainty', ({ dLow, dHigh, uncertainty, weak }, i) =>
      certaintyOf([dLow[i], dHigh[i]], uncertainty[i], weak[i], enter),
    ),
    each('text', 'missing', ({ missing }, i) => missing[i] ?? null),
    each('truth', 'simulated', () => simulated),
  ];
}

/** A row for each venue of a minute: its candle as it was published (`raw…`, in its quote), what converted it, and what was measured. */
export function minuteTable({ asset, minute, venues, simulated }: MinuteAnswer, enter: number): Table {
  const each = (kind: TableColumn['kind'], name: string, of: (venue: MinuteVenue) => Cell) => ({
    name,
    kind,
    values: venues.map(of),
  });
  const text = (name: string, of: (venue: MinuteVenue) => Cell) => each('text', name, of);
  const number = (name: string, of: (venue: MinuteVenue) => number | null) => each('number', name, of);
  return [
    text('asset', () => asset),
    text('venue', ({ venue }) => venue),
    text('market', ({ market }) => market),
    text('kind', ({ kind }) => kind),
    each('minute', 'minute', () => minute),
    text('source', ({ source }) => source),
    number('rawOpen', ({ raw }) => raw.open),
    number('rawHigh', ({ raw }) => raw.high),
    number('rawLow', ({ raw }) => raw.low),
    number('rawClose', ({ raw }) => raw.close),
    number('baseVolume', ({ baseVolume }) => baseVolume),
    number('quoteVolume', ({ quoteVolume }) => quoteVolume),
    number('trades', ({ trades }) => trades),
    number('open', ({ converted }) => converted.open),
    number('high', ({ converted }) => converted.high),
    number('low', ({ converted }) => converted.low),
    number('close', ({ converted }) => converted.close),
    number('referenceLow', ({ reference }) => reference.low),
    number('referenceHigh', ({ reference }) => reference.high),
    number('referenceClose', ({ reference }) => reference.close),
    number('peers', ({ peers }) => peers),
    number('dispersion', ({ dispersion }) => dispersion),
    number('dLow', ({ dLow }) => dLow),
    number('dHigh', ({ dHigh }) => dHigh),
    number('dClose', ({ dClose }) => dClose),
    number('outside', ({ outside }) => outside),
    number('rate', ({ rate }) => rate.value),
    text('rateRule', ({ rate }) => rate.rule),
    number('rateUncertainty', ({ rate }) => rate.uncertainty),
    number('uncertainty', ({ uncertainty }) => uncertainty),
    text('certainty', ({ dLow, dHigh, uncertainty, weak }) => certaintyOf([dLow, dHigh], uncertainty, weak, enter)),
    text('missing', ({ missing }) => missing),
    each('truth', 'simulated', () => simulated),
  ];
}

/** null in a minute that is nearer than the entry level, or not measured. */
function certaintyOf(
  deviations: readonly (number | null | undefined)[],
  uncertainty: number | null | undefined,
  weak: boolean | undefined,
  enter: number,
): string | null {
  const greatest = Math.max(...deviations.map((one) => (typeof one === 'number' ? Math.abs(one) : -Infinity)));
  return greatest >= enter ? writeCertainty(certaintyFrom(greatest, uncertainty ?? NaN, weak === true, enter)) : null;
}
