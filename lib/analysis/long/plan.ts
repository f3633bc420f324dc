import type { MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { chooseMarkets, oneSourceEach, rawQuoteOf, underlyingBooks } from '../markets/choose';
import type { AnalysisInput, ChosenMarket, ChosenSource, MarketColumns } from '../types';

/** What of an analysis is decided by the whole window before any minute is measured. */
export interface LongPlan {
  readonly question: Question;
  readonly currency: string;
  /** The markets shown, spot books first: the rows of every chunk. */
  readonly rows: readonly ChosenSource[];
  /** The rows in the order in which they are shown: by venue. */
  readonly order: readonly number[];
  /** Where a wrapped asset is held against its underlying: the spot books of it, else none. */
  readonly underlying: readonly ChosenSource[];
  /** What the rates are made from, one source each; none where the question asks for no rate. */
  readonly rateMarkets: readonly ChosenSource[];
}

const withoutCandles = ({ market, source, otherSources }: ChosenMarket): ChosenSource => ({
  market,
  source,
  otherSources,
});

/** Chooses markets and sources as `analyse` does. The candles may be summaries (`summaryOf`): they are looked at and let go. */
export function planOf(input: AnalysisInput): LongPlan {
  const { question } = input;
  const shown = chooseMarkets(input);
  const rows = [
    ...shown.filter(({ market }) => market.kind === 'spot'),
    ...shown.filter(({ market }) => market.kind !== 'spot'),
  ];
  return {
    question,
    currency: question.rate === 'usd' ? 'USD' : (rawQuoteOf(input) ?? 'USD'),
    rows: rows.map(withoutCandles),
    order: shown.map((one) => rows.indexOf(one)),
    underlying: underlyingBooks(input).map(withoutCandles),
    rateMarkets: question.rate === 'none' ? [] : oneSourceEach(input.rateMarkets, question.range).map(withoutCandles),
  };
}

/** A market's whole window, as far as the choice of markets looks at it. */
export interface MarketSummary extends Pick<MarketColumns, 'market' | 'source'> {
  /** Minutes of the window that the source answered. Only needed where another source of the same market is held. */
  readonly answered: number;
  /** Whether it has a price in any minute of the window. Only needed where its venue has another book. */
  readonly hasPrice: boolean;
  /** Base volume of the window's traded minutes, those unknown left out. Only needed where the venue's books tie otherwise. */
  readonly baseVolume: number;
}

/**
 * Summaries as columns of a single slot, from which the same markets and sources are chosen as from the window's candles: what
 * a choice compares stands there, and answered minutes, which a slot's mark cannot hold, by their rank among a market's sources.
 */
export function summariesAsColumns(all: readonly MarketSummary[], window: MinuteRange): readonly MarketColumns[] {
  return all.map(({ market, source, answered, hasPrice, baseVolume }) => {
    const rivals = all.filter(
      (one) =>
        one.market.venue === market.venue &&
        one.market.base === market.base &&
        one.market.quote === market.quote &&
        one.market.kind === market.kind,
    );
    const rank = new Set(rivals.map((one) => one.answered).filter((minutes) => minutes < answered)).size;
    const [price, hole] = [Float64Array.of(hasPrice ? 1 : NaN), Float64Array.of(NaN)];
    // A quote volume above 0 makes the slot a traded one, whatever is known of its base volume.
    return {
      market,
      source,
      candles: {
        range: window,
        answered: Uint8Array.of(rank),
        open: price,
        high: price,
        low: price,
        close: price,
        baseVolume: Float64Array.of(hasPrice ? baseVolume : NaN),
        quoteVolume: price,
        trades: hole,
      },
    };
  });
}
