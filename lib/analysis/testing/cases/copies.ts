import fc from 'fast-check';
import { CANDLE_FIELDS } from '../../../domain/candle';
import type { MarketColumns } from '../../../domain/marketColumns';
import type { ReadingInput } from '../reading/question';

/** The same candles under another quote. */
export const named = (columns: MarketColumns, quote: string): MarketColumns => ({
  ...columns,
  market: { ...columns.market, quote },
});

/** The same candles, but that every so-manieth of them closed at half its low: no part of one book any more. */
function spoilt(columns: MarketColumns, every: number): MarketColumns {
  const { candles } = columns;
  const [low, close] = [candles.low.slice(), candles.close.slice()];
  let traded = 0;
  for (let i = 0; i < low.length; i += 1) {
    if (Number.isNaN(low[i])) continue;
    traded += 1;
    if (traded % every !== 0) continue;
    low[i] = (low[i] as number) / 2;
    close[i] = low[i] as number;
  }
  return { ...columns, candles: { ...candles, low, close } };
}

/** One book that a venue lists under a second name, in most minutes: which, and after how many it differs. */
export const anyCopies = (columns: readonly MarketColumns[]): fc.Arbitrary<readonly MarketColumns[]> =>
  columns.length === 0
    ? fc.constant([])
    : fc
        .array(
          fc.record({
            of: fc.nat(columns.length - 1),
            quote: fc.constantFrom('USDC', 'USDT', 'EUR'),
            every: fc.constantFrom(Infinity, Infinity, 150, 100, 60),
          }),
          { maxLength: 3 },
        )
        .map((copies) =>
          copies.flatMap(({ of, quote, every }) => {
            const one = columns[of];
            return one === undefined || one.market.base === quote ? [] : [spoilt(named(one, quote), every)];
          }),
        );

/** Coinbase's USD books. */
const firstNames = (columns: readonly MarketColumns[]): readonly MarketColumns[] =>
  columns.filter(({ market }) => market.venue === 'coinbase' && market.quote === 'USD' && market.kind === 'spot');

/** Coinbase's USD books under their second name: what the table says is one book, whether the candles agree or not. */
export const secondNames = (columns: readonly MarketColumns[], every: number): readonly MarketColumns[] =>
  firstNames(columns).map((one) => spoilt(named(one, 'USDC'), every));

/** Without Coinbase's USDC books that have their USD book beside them. */
export const withoutSecondNames = (columns: readonly MarketColumns[]): readonly MarketColumns[] =>
  columns.filter(
    ({ market }) =>
      !(
        market.venue === 'coinbase' &&
        market.quote === 'USDC' &&
        market.kind === 'spot' &&
        firstNames(columns).some((first) => first.market.base === market.base)
      ),
  );

/** The same columns, of the minutes of a range alone. */
export function cut(columns: MarketColumns, range: MarketColumns['candles']['range']): MarketColumns {
  const { candles } = columns;
  const [from, to] = [range.from - candles.range.from, range.to - candles.range.from];
  if (from < 0 || to > candles.answered.length) throw new Error('a range without candles');
  const fields = Object.fromEntries(CANDLE_FIELDS.map((field) => [field, candles[field].subarray(from, to)]));
  return {
    ...columns,
    candles: { ...candles, ...fields, range, answered: candles.answered.subarray(from, to) },
  };
}

/** The same input with other books. */
export function changedBooks(
  input: ReadingInput,
  change: (columns: readonly MarketColumns[]) => readonly MarketColumns[],
): ReadingInput {
  const { markets, rateMarkets, underlyingMarkets } = input;
  return {
    ...input,
    markets: change(markets),
    rateMarkets: change(rateMarkets),
    ...(underlyingMarkets === undefined ? {} : { underlyingMarkets: change(underlyingMarkets) }),
  };
}
