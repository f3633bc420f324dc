import type { MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { chooseMarkets, type Chosen } from '../choose';
import { measure, roomFor, type Measured } from '../kernel';
import { holdAgainstOther, peersOf } from '../long/hold';
import { pricesOf, type PriceMatrix } from '../prices';
import type { Rate } from '../rate';
import { seriesOf, type SeriesParts } from '../series';
import type { MarketColumns, VenueSeries } from '../types';
import { wrappedReferences } from '../wrapped';

/** The rate of each quote over one range. */
export type Rates = (quote: string) => Rate;

/** What one UTC day of an asset is made from. */
export interface DayInput {
  /** The day is its range. */
  readonly question: Question;
  /** Every market and source of the asset, over the day at least; against a wrapped asset's underlying also over the day before. */
  readonly markets: readonly MarketColumns[];
  /** Over the day. */
  readonly rates: Rates;
  /** Of a wrapped asset held against its underlying. */
  readonly under?: Underlying | undefined;
}

/** The underlying's markets and the rates, both over the day and the day before it, from which the ratio is taken. */
export interface Underlying {
  readonly markets: readonly MarketColumns[];
  readonly rates: Rates;
}

/** A measured day: one market a venue, in the order shown. The columns lie in room that another day overwrites. */
export interface MeasuredDay {
  readonly range: MinuteRange;
  readonly parts: readonly SeriesParts[];
  readonly series: readonly VenueSeries[];
}

/** Room for days, kept from one to the next: by how many markets a day has, for most assets have as many as others. */
export class Rooms {
  readonly #rooms = new Map<string, { readonly matrix: PriceMatrix; readonly measured: Measured }>();

  prices(rows: readonly Chosen[], range: MinuteRange, rates: Rates): { readonly matrix: PriceMatrix; readonly room: Measured | undefined; readonly keep: (measured: Measured) => void } {
    const spot = rows.filter(({ market }) => market.kind === 'spot').length;
    const key = `${String(spot)} of ${String(rows.length)}`;
    const held = this.#rooms.get(key);
    const matrix = pricesOf(rows, range, rates, held?.matrix);
    return {
      matrix,
      room: held?.measured,
      keep: (measured) => {
        this.#rooms.set(key, { matrix, measured });
      },
    };
  }
}

/** Prices, references and deviations of one day: to the bit what `analyse` says of the same question. */
export function measuredDay({ question, markets, rates, under }: DayInput, rooms: Rooms): MeasuredDay {
  const { range } = question;
  const shown = chooseMarkets({ question, markets, rateMarkets: [] });
  // Spot books first: the kernel takes its medians over the first rows.
  const rows = [...shown.filter(({ market }) => market.kind === 'spot'), ...shown.filter(({ market }) => market.kind !== 'spot')];
  const { matrix, room, keep } = rooms.prices(rows, range, rates);
  const measured = roomFor(matrix, true, room);
  keep(measured);
  measure(matrix, measured, { peers: peersOf(question.reference.kind), minPeers: question.minPeers, from: 0, to: matrix.slots });
  const wrapped = question.reference.kind === 'wrapped' ? wrappedReferences(question, rows, booksUnder(question, under), under?.rates ?? rates) : [];
  holdAgainstOther(question, rows, range.from, matrix, measured, (row) => {
    const own = wrapped[row];
    if (own === undefined) throw new RangeError('no underlying was read');
    return own;
  });
  const parts = shown.map((chosen): SeriesParts => ({
    chosen, row: rows.indexOf(chosen), shift: range.from - chosen.candles.range.from, matrix, measured, rate: rates(chosen.market.quote), dispersion: undefined,
  }));
  return { range, parts, series: parts.map(seriesOf) };
}

/** The underlying's books that `analyse` takes: chosen over the day, as every market is. */
const booksUnder = (question: Question, under: Underlying | undefined): readonly Chosen[] =>
  chooseMarkets({ question: { ...question, markets: [], venues: undefined, reference: { kind: 'others' } }, markets: under?.markets ?? [], rateMarkets: [] });
