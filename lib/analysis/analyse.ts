import { minutesIn } from '../domain/minute';
import { chooseMarkets, oneSourceEach, rawQuoteOf, underlyingBooks } from './markets/choose';
import { episodesOf } from './episodes/episode';
import { fallOf } from './scorecards/fall';
import { dispersionsFor, compareWithOther, peersOf } from './reference/comparison';
import { deviationBuffer, fillDeviations } from './reference/kernel';
import { notesOf, thinMarketNotes } from './notes';
import { pricesOf } from './markets/prices';
import { rateOf, RULE, type Rate } from './rates/rate';
import { seriesOf, type SeriesParts } from './series/series';
import type { Analysis, AnalysisInput, ChosenMarket } from './types';
import { withRatioDay, wrappedReferences, type WrappedReference } from './reference/underlying';

/**
 * The whole method over one question: markets chosen, rates, references, deviations, episodes, the market as control. The
 * same input gives the same output to the bit, in whatever order markets come. An asset of which nothing is held gives empty
 * series; the yardstick of `venue:V` has prices and no deviation.
 */
export function analyse(input: AnalysisInput): Analysis {
  const { question } = input;
  const currency = question.rate === 'usd' ? 'USD' : (rawQuoteOf(input) ?? 'USD');
  const shown = chooseMarkets(input);
  // Spot books first: the kernel takes its medians over the first rows.
  const rows = [
    ...shown.filter(({ market }) => market.kind === 'spot'),
    ...shown.filter(({ market }) => market.kind !== 'spot'),
  ];
  const rates = ratesFor(input);
  const matrix = pricesOf(rows, question.range, rates);
  const measured = deviationBuffer(matrix, true);
  fillDeviations(matrix, measured, {
    peers: peersOf(question.reference.kind),
    minPeers: question.minPeers,
    from: 0,
    to: matrix.slots,
  });
  const wrapped =
    question.reference.kind === 'wrapped'
      ? wrappedReferences(question, rows, underlyingBooks(input), ratesFor(input, withRatioDay(question.range)))
      : [];
  compareWithOther(question, rows, question.range.from, matrix, measured, (row) => wrapped[row] as WrappedReference);
  const dispersions = dispersionsFor(question, matrix);
  const parts = rows.map((chosen, row): SeriesParts => ({
    chosen,
    row,
    shift: question.range.from - chosen.candles.range.from,
    matrix,
    measured,
    rate: rates(chosen.market.quote),
    dispersions,
  }));
  const ordered = shown.map((chosen) => parts[rows.indexOf(chosen)] as SeriesParts);
  const series = ordered.map(seriesOf);
  const fall = fallOf(measured.marketLow, measured.marketClose);
  const spot = series.filter(({ market }) => market.kind === 'spot');
  return {
    question,
    currency,
    series,
    episodes: episodesOf(question, series, ordered, measured.extremes),
    market: { fall },
    falls: series.map(({ venue, market, low, close }) => {
      const own = fallOf(low, close);
      return { venue, market, fall: own, excess: own - fall };
    }),
    ratios: wrapped.map(({ ratio, ratioMinutes }, row) => ({
      market: (rows[row] as ChosenMarket).market,
      ratio,
      minutes: ratioMinutes,
    })),
    notes: [
      ...notesOf(
        question,
        series,
        currency,
        wrapped.map(({ ratio }) => ratio),
      ),
      ...thinMarketNotes(spot, measured.marketLow),
    ],
  };
}

/** The rate of each quote, computed once, over the question's range or a wider one. */
function ratesFor({ question, rateMarkets }: AnalysisInput, range = question.range): (quote: string) => Rate {
  const slots = minutesIn(range);
  if (question.rate === 'none') {
    const one = { value: new Float64Array(slots).fill(1), rule: new Uint8Array(slots).fill(RULE.none) };
    return () => one;
  }
  const markets = oneSourceEach(rateMarkets, question.range);
  const known = new Map<string, Rate>();
  return (quote) => {
    const rate = known.get(quote) ?? rateOf(quote, range, markets);
    known.set(quote, rate);
    return rate;
  };
}
