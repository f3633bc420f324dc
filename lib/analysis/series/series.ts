import type { Measured } from '../reference/kernel';
import { rowOf, type PriceMatrix } from '../markets/prices';
import type { Rate } from '../rates/rate';
import { MISSING, type ChosenMarket, type VenueSeries } from '../types';

/** Everything the columns of one market are made from. */
export interface SeriesParts {
  readonly chosen: ChosenMarket;
  readonly row: number;
  /** Where the window begins in the market's candles. */
  readonly shift: number;
  readonly matrix: PriceMatrix;
  readonly measured: Measured;
  readonly rate: Rate;
  /** The dispersion of each row's peers; undefined: the reference is no median. */
  readonly dispersions: ((row: number) => Float64Array) | undefined;
}

/** Makes a value on its first use and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** `Float64Array.from` takes ten times as long. */
function filled(slots: number, at: (slot: number) => number): Float64Array {
  const out = new Float64Array(slots);
  for (let slot = 0; slot < slots; slot += 1) out[slot] = at(slot);
  return out;
}

/**
 * One market's columns. Prices, references and deviations are views of what was computed for all markets at once; columns few
 * readers want (raw prices, volumes, opens, dispersion) are made on first use: a year of them would fill a gigabyte.
 */
export function seriesOf({ chosen, row, shift, matrix, measured, rate, dispersions }: SeriesParts): VenueSeries {
  const { slots } = matrix;
  const { candles } = chosen;
  const missing = rowOf(measured.missing, row, slots);
  /** Traded minutes alone, whether convertible or not. */
  const raw = (column: Float64Array): Float64Array => {
    const traded = rowOf(matrix.missing, row, slots);
    return filled(slots, (slot) => (isPriced(traded[slot]) ? (column[slot + shift] as number) : NaN));
  };
  const hole = once(() => new Float64Array(slots).fill(NaN));
  const reference = (field: 'low' | 'high' | 'close'): Float64Array =>
    measured.reference === undefined ? hole() : rowOf(measured.reference[field], row, slots);
  const columns = {
    rawOpen: once(() => raw(candles.open)),
    rawHigh: once(() => raw(candles.high)),
    rawLow: once(() => raw(candles.low)),
    rawClose: once(() => raw(candles.close)),
    baseVolume: once(() => raw(candles.baseVolume)),
    quoteVolume: once(() => raw(candles.quoteVolume)),
    trades: once(() => raw(candles.trades)),
    open: once(() => raw(candles.open).map((price, slot) => price * (rate.value[slot] as number))),
    usdVolume: once(() => filled(slots, (slot) => usdVolumeAt({ chosen, row, shift, matrix, rate }, slot))),
    dispersion: once(() => (dispersions === undefined ? hole() : dispersions(row))),
  };
  return {
    venue: chosen.market.venue,
    market: chosen.market,
    source: chosen.source,
    otherSources: chosen.otherSources,
    get rawOpen() {
      return columns.rawOpen();
    },
    get rawHigh() {
      return columns.rawHigh();
    },
    get rawLow() {
      return columns.rawLow();
    },
    get rawClose() {
      return columns.rawClose();
    },
    get baseVolume() {
      return columns.baseVolume();
    },
    get quoteVolume() {
      return columns.quoteVolume();
    },
    get trades() {
      return columns.trades();
    },
    get open() {
      return columns.open();
    },
    get usdVolume() {
      return columns.usdVolume();
    },
    get dispersion() {
      return columns.dispersion();
    },
    high: rowOf(matrix.high, row, slots),
    low: rowOf(matrix.low, row, slots),
    close: rowOf(matrix.close, row, slots),
    rate: rate.value,
    rateRule: rate.rule,
    referenceLow: reference('low'),
    referenceHigh: reference('high'),
    referenceClose: reference('close'),
    peers: rowOf(measured.peers, row, slots),
    dLow: rowOf(measured.dLow, row, slots),
    dHigh: rowOf(measured.dHigh, row, slots),
    dClose: rowOf(measured.dClose, row, slots),
    outside: rowOf(measured.outside, row, slots),
    missing,
  };
}

const MEASURED = MISSING.indexOf('measured');
const NO_RATE = MISSING.indexOf('no-rate');

/** Whether the market itself has a price in the slot, convertible or not. */
const isPriced = (why: number | undefined): boolean => why === MEASURED || why === NO_RATE;

/** Quote volume × rate; where the source says none, base volume × close. NaN where nothing was traded or cannot be converted. */
export function usdVolumeAt(
  { chosen: { candles }, row, shift, matrix, rate }: Pick<SeriesParts, 'chosen' | 'row' | 'shift' | 'matrix' | 'rate'>,
  slot: number,
): number {
  const at = row * matrix.slots + slot;
  if (matrix.missing[at] !== MEASURED) return NaN;
  const quote = candles.quoteVolume[slot + shift] as number;
  return Number.isNaN(quote)
    ? (candles.baseVolume[slot + shift] as number) * (matrix.close[at] as number)
    : quote * (rate.value[slot] as number);
}

/** NaN where nothing was traded or the source does not say. */
export const baseVolumeAt = (
  { chosen: { candles }, row, shift, matrix }: Pick<SeriesParts, 'chosen' | 'row' | 'shift' | 'matrix'>,
  slot: number,
): number => (isPriced(matrix.missing[row * matrix.slots + slot]) ? (candles.baseVolume[slot + shift] as number) : NaN);
