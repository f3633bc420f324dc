import { CANDLE_FIELDS, type CandleField } from '../../domain/candle';
import { decodeInto } from './decode';
import { encodeColumn } from './encode';
import { FORETOLD, type Foretold } from './format';

/** What the columns of a day are foretold from: of several, whatever takes the fewest bytes. */
const BY = {
  close: [FORETOLD.before],
  open: [FORETOLD.closeBefore],
  high: [FORETOLD.bodyTop],
  low: [FORETOLD.bodyBottom],
  baseVolume: [FORETOLD.nothing],
  quoteVolume: [FORETOLD.turnover, FORETOLD.nothing],
  trades: [FORETOLD.nothing],
} as const satisfies Record<CandleField, readonly Foretold[]>;

/** The columns without which one may not be readable. */
const NEEDED = {
  close: [],
  open: ['close'],
  high: ['close', 'open'],
  low: ['close', 'open'],
  baseVolume: ['close'],
  quoteVolume: ['close', 'baseVolume'],
  trades: ['close'],
} as const satisfies Record<CandleField, readonly CandleField[]>;

/** Every column after those it needs. */
const IN_ORDER = ['close', 'open', 'high', 'low', 'baseVolume', 'quoteVolume', 'trades'] as const;

/** The fields with those that are needed to read them, in the order of all fields. */
export const withNeeded = (fields: readonly CandleField[]): readonly CandleField[] =>
  CANDLE_FIELDS.filter(
    (field) => fields.includes(field) || fields.some((one) => NEEDED[one].some((needed) => needed === field)),
  );

/** Columns of one day by their fields. */
export type OfDay<Column> = Readonly<Record<CandleField, Column>>;

/** Encodes the columns of a day, each beside those it rests on. */
export function encodeDay(day: OfDay<Float64Array>): OfDay<Uint8Array<ArrayBuffer> | null> {
  const { close, open, baseVolume } = day;
  return {
    close: encodeColumn(close, BY.close),
    open: encodeColumn(open, BY.open, { close }),
    high: encodeColumn(day.high, BY.high, { close, open }),
    low: encodeColumn(day.low, BY.low, { close, open }),
    baseVolume: encodeColumn(baseVolume, BY.baseVolume, { close }),
    quoteVolume: encodeColumn(day.quoteVolume, BY.quoteVolume, { close, baseVolume }),
    trades: encodeColumn(day.trades, BY.trades, { close }),
  };
}

/**
 * Decodes the columns of a day into `out`, all of them of its length; only those named, with every other one they need among them
 * (`withNeeded`). A column that is null is holes; throws as `decodeInto` does.
 */
export function decodeDay(
  encoded: (field: CandleField) => Uint8Array | null,
  out: OfDay<Float64Array>,
  fields: readonly CandleField[] = CANDLE_FIELDS,
): void {
  for (const field of IN_ORDER) if (fields.includes(field)) decodeInto(encoded(field), out[field], out);
}
