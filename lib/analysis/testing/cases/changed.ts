import { PRICE_FIELDS } from '../../../domain/candle';
import type { Market, Venue } from '../../../domain/market';
import type { MarketColumns } from '../../../domain/marketColumns';
import { flat, marketOf, type Slot } from '../markets';
import type { ReadingInput } from '../reading/question';
import { PER_DOLLAR } from './quotes';

/** The same input with every column changed. */
export function changed(input: ReadingInput, change: (columns: MarketColumns) => MarketColumns): ReadingInput {
  const { markets, rateMarkets, underlyingMarkets } = input;
  return {
    ...input,
    markets: markets.map(change),
    rateMarkets: rateMarkets.map(change),
    ...(underlyingMarkets === undefined ? {} : { underlyingMarkets: underlyingMarkets.map(change) }),
  };
}

/** With a pair of three more venues against USD, at one price, in every minute in which anything traded: the quote's rate is measured throughout. */
export function withPairs(input: ReadingInput, quote: string): ReadingInput {
  const [first] = input.rateMarkets;
  if (first === undefined) return input;
  const { range } = first.candles;
  const all = [...input.markets, ...input.rateMarkets].map(({ candles }) => candles);
  const traded = new Set(
    all.flatMap(({ low, range: { from } }) => [...low].flatMap((price, i) => (Number.isNaN(price) ? [] : [from + i]))),
  );
  const slots = Array.from({ length: range.to - range.from }, (_, i): Slot =>
    traded.has(range.from + i) ? flat(1 / (PER_DOLLAR[quote] ?? NaN)) : undefined,
  );
  const pairs = ['x', 'y', 'z'].map((venue) => marketOf(`${venue} ${quote}/USD`, slots, { from: range.from }));
  return { ...input, rateMarkets: [...input.rateMarkets, ...pairs] };
}

/** Times a factor of the minute: every price of the markets that `factorOf` names, and their quote volume. */
export const scaled = (
  input: ReadingInput,
  factorOf: (market: Market) => ((at: number) => number) | undefined,
): ReadingInput =>
  changed(input, (columns) => {
    const factor = factorOf(columns.market);
    if (factor === undefined) return columns;
    const { candles } = columns;
    const fields = [...PRICE_FIELDS, 'quoteVolume' as const].map(
      (field) => [field, candles[field].map((value, i) => value * factor(candles.range.from + i))] as const,
    );
    return { ...columns, candles: { ...candles, ...Object.fromEntries(fields) } };
  });

/**
 * A quote in another unit, of so many for one of the old in each minute: books quoted in it cost more of them, books of it
 * are worth less of anything else.
 */
export const redenominated = (input: ReadingInput, quote: string, units: (at: number) => number): ReadingInput =>
  scaled(input, (market) =>
    market.quote === quote ? units : market.base === quote ? (at) => 1 / units(at) : undefined,
  );

/** Venues by other names. */
export function renamed(input: ReadingInput, nameOf: (venue: Venue) => Venue): ReadingInput {
  const { reference, venues, markets } = input.question;
  const other = changed(input, (columns) => ({
    ...columns,
    market: { ...columns.market, venue: nameOf(columns.market.venue) },
  }));
  return {
    ...other,
    question: {
      ...input.question,
      venues: venues === undefined ? undefined : [...venues.map(nameOf)].sort(),
      markets: markets.map((choice) => ({ ...choice, venue: nameOf(choice.venue) })),
      reference: reference.kind === 'venue' ? { kind: 'venue', venue: nameOf(reference.venue) } : reference,
    },
  };
}
