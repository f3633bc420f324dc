import type { MinuteRange } from '../../domain/minute';
import { once } from '../once';
import type { Measured } from '../reference/kernel';
import { rowOf, type PriceMatrix } from '../markets/prices';
import type { Rate } from '../rates/rate';
import { MISSING, type DayBook, type VenueSeries } from '../types';
import { fillMeasured, type Doubts } from '../uncertainty/uncertainty';

/** Everything the columns of one book on one day are made from. */
export interface DayRow {
  readonly book: DayBook;
  /** It stands for its venue beside a contract, and had no price that day. */
  readonly isSilent: boolean;
  readonly rate: Rate;
  readonly range: MinuteRange;
  /** Where it stands in the matrix. */
  readonly row: number;
  /** Where the range begins in the book's candles. */
  readonly shift: number;
  readonly matrix: PriceMatrix;
  readonly measured: Measured;
  /** The dispersion of each row's peers; undefined: the reference is no median. */
  readonly dispersions: ((row: number) => Float64Array) | undefined;
  /** What the rates leave unknown of its deviations. */
  readonly doubts: Doubts;
}

/** 0, 1, 2 …, as many as anybody asked for. */
let everySlot = new Int32Array(0);

function firstSlots(count: number): Int32Array {
  if (everySlot.length < count) everySlot = Int32Array.from({ length: count }, (_, slot) => slot);
  return everySlot;
}

/** A venue's columns over a part of one day, by one book. */
export type DaySeries = VenueSeries;

/** `Float64Array.from` takes ten times as long. */
function filled(slots: number, at: (slot: number) => number): Float64Array {
  const out = new Float64Array(slots);
  for (let slot = 0; slot < slots; slot += 1) out[slot] = at(slot);
  return out;
}

/**
 * One book's columns. Prices, references and deviations are views of what was computed for all books at once; columns few
 * readers want (raw prices, volumes, opens, dispersion, uncertainty) are made on first use.
 */
export function daySeriesOf(parts: DayRow): DaySeries {
  const { book, rate, range, row, shift, matrix, measured, dispersions, doubts } = parts;
  const { slots } = matrix;
  const { candles, market, source, otherSources, quote } = book;
  const missing = rowOf(measured.missing, row, slots);
  /** Traded minutes, whether convertible or not, and those whose prices moved at volume 0. */
  const raw = (column: Float64Array): Float64Array => {
    const why = rowOf(matrix.missing, row, slots);
    return filled(slots, (slot) =>
      isPriced(why[slot]) || why[slot] === MOVED ? (column[slot + shift] as number) : NaN,
    );
  };
  const hole = once(() => new Float64Array(slots).fill(NaN));
  const reference = (field: 'low' | 'high' | 'close'): Float64Array =>
    measured.reference === undefined ? hole() : rowOf(measured.reference[field], row, slots);
  /** Both columns of doubt; where nothing is measured there is none. */
  const doubted = once(() => {
    const [uncertainty, weak] = [new Float64Array(slots), new Uint8Array(slots)];
    fillMeasured(doubts, missing, firstSlots(slots), slots, { uncertainty, weak }, 0);
    return { uncertainty, weak };
  });
  const columns = {
    rawOpen: once(() => raw(candles.open)),
    rawHigh: once(() => raw(candles.high)),
    rawLow: once(() => raw(candles.low)),
    rawClose: once(() => raw(candles.close)),
    baseVolume: once(() => raw(candles.baseVolume)),
    quoteVolume: once(() => raw(candles.quoteVolume)),
    trades: once(() => raw(candles.trades)),
    open: once(() => {
      const why = rowOf(matrix.missing, row, slots);
      return filled(slots, (slot) =>
        isPriced(why[slot]) ? (candles.open[slot + shift] as number) * (rate.value[slot] as number) : NaN,
      );
    }),
    usdVolume: once(() => filled(slots, (slot) => usdVolumeAt(parts, slot))),
    dispersion: once(() => (dispersions === undefined ? hole() : dispersions(row))),
  };
  return {
    venue: market.venue,
    kind: market.kind,
    market,
    source,
    otherSources,
    books: [{ range, market, quote, source, otherSources }],
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
    get uncertainty() {
      return doubted().uncertainty;
    },
    get weak() {
      return doubted().weak;
    },
    high: rowOf(matrix.high, row, slots),
    low: rowOf(matrix.low, row, slots),
    close: rowOf(matrix.close, row, slots),
    rate: rate.value,
    rateRule: rate.rule,
    rateUncertainty: rate.uncertainty,
    legs: rate.legs,
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
const MOVED = MISSING.indexOf('moved');

/** Whether the market itself has a price in the slot, convertible or not. */
const isPriced = (why: number | undefined): boolean => why === MEASURED || why === NO_RATE;

/** Quote volume × rate; where the source says none, base volume × close. NaN where nothing was traded or cannot be converted, and where the source says neither. */
export function usdVolumeAt(
  { book: { candles }, row, shift, matrix, rate }: Pick<DayRow, 'book' | 'row' | 'shift' | 'matrix' | 'rate'>,
  slot: number,
): number {
  const at = row * matrix.slots + slot;
  if (matrix.missing[at] !== MEASURED) return NaN;
  const quote = candles.quoteVolume[slot + shift] as number;
  return Number.isNaN(quote)
    ? (candles.baseVolume[slot + shift] as number) * (matrix.close[at] as number)
    : quote * (rate.value[slot] as number);
}

/** Whether the market has a price in USD in the slot, and so a volume, be it known or not. */
export const isConverted = ({ row, matrix }: Pick<DayRow, 'row' | 'matrix'>, slot: number): boolean =>
  matrix.missing[row * matrix.slots + slot] === MEASURED;

/** Whether the market was traded in the slot. */
export const isTradedIn = ({ row, matrix }: Pick<DayRow, 'row' | 'matrix'>, slot: number): boolean =>
  isPriced(matrix.missing[row * matrix.slots + slot]);

/** NaN where nothing was traded or the source does not say. */
export const baseVolumeAt = (
  { book: { candles }, row, shift, matrix }: Pick<DayRow, 'book' | 'row' | 'shift' | 'matrix'>,
  slot: number,
): number => (isPriced(matrix.missing[row * matrix.slots + slot]) ? (candles.baseVolume[slot + shift] as number) : NaN);
