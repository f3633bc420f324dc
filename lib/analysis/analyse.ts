import { minutesIn } from '../domain/minute';
import { chooseMarkets, oneSourceEach, rawQuoteOf, type Chosen } from './choose';
import { convert, type Converted } from './convert';
import { deviationsOf } from './deviation';
import { episodesOf } from './episode';
import { fallOf } from './fall';
import { notesOf, thinMarketNotes } from './notes';
import { extremesOf } from './outside';
import { rateOf, RULE, type Rate } from './rate';
import { marketMedian, othersReferences, venueReferences, type ReferenceColumns } from './reference';
import type { Analysis, AnalysisInput, VenueSeries } from './types';

/**
 * The whole method over one question: markets chosen, rates, references, deviations, episodes, the market as control. The
 * same input gives the same output to the bit, in whatever order markets come. An asset of which nothing is held gives empty
 * series; the yardstick of `venue:V` has prices and no deviation.
 */
export function analyse(input: AnalysisInput): Analysis {
  const { question } = input;
  const currency = question.rate === 'usd' ? 'USD' : (rawQuoteOf(input) ?? 'USD');
  const chosen = chooseMarkets(input);
  const rates = ratesFor(input, chosen);
  const converted = chosen.map((one) => convert(one, question.range, rates(one.market.quote)));
  const spotPlaces = chosen.flatMap(({ market }, i) => (market.kind === 'spot' ? [i] : []));
  const spot = spotPlaces.map((i) => converted[i] as Converted);
  const selves = chosen.map((_, i) => (spotPlaces.includes(i) ? spotPlaces.indexOf(i) : undefined));
  const references = referencesFor(input, chosen, converted, spot, selves);
  const slots = minutesIn(question.range);
  const extremes = extremesOf(spot, slots);
  const series = chosen.map((one, i) => {
    const [prices, reference] = [converted[i] as Converted, references[i] as ReferenceColumns];
    return seriesOf(one, prices, rates(one.market.quote), reference, deviationsOf(prices, reference, extremes, selves[i] !== undefined));
  });
  const marketLow = marketMedian(spot, 'low', slots);
  const fall = fallOf(marketLow, marketMedian(spot, 'close', slots));
  return {
    question,
    currency,
    series,
    episodes: episodesOf(question, series, extremes),
    market: { fall },
    falls: series.map(({ venue, market, low, close }) => {
      const own = fallOf(low, close);
      return { venue, market, fall: own, excess: own - fall };
    }),
    notes: [...notesOf(question, series, currency), ...thinMarketNotes(spot, marketLow)],
  };
}

/** The rate of each quote, computed once. */
function ratesFor({ question, rateMarkets }: AnalysisInput, chosen: readonly Chosen[]): (quote: string) => Rate {
  const slots = minutesIn(question.range);
  if (question.rate === 'none') {
    const one = { value: new Float64Array(slots).fill(1), rule: new Uint8Array(slots).fill(RULE.none) };
    return () => one;
  }
  const markets = oneSourceEach(rateMarkets);
  const quotes = new Map([...new Set(chosen.map(({ market }) => market.quote))].map((quote) => [quote, rateOf(quote, question.range, markets)]));
  return (quote) => quotes.get(quote) ?? rateOf(quote, question.range, markets);
}

function referencesFor({ question }: AnalysisInput, chosen: readonly Chosen[], converted: readonly Converted[], spot: readonly Converted[], selves: readonly (number | undefined)[]): readonly ReferenceColumns[] {
  const slots = minutesIn(question.range);
  const { reference } = question;
  if (reference.kind !== 'venue') return othersReferences(spot, selves, slots, question.minPeers);
  const at = chosen.findIndex(({ market }) => market.venue === reference.venue && market.kind === 'spot');
  const yardstick = converted[at];
  const none = { low: new Float64Array(slots).fill(NaN), high: new Float64Array(slots).fill(NaN), close: new Float64Array(slots).fill(NaN) };
  return venueReferences(yardstick ?? none, chosen.map((_, i) => i === at), slots);
}

function seriesOf(one: Chosen, prices: Converted, rate: Rate, reference: ReferenceColumns, deviations: ReturnType<typeof deviationsOf>): VenueSeries {
  return {
    venue: one.market.venue,
    market: one.market,
    source: one.source,
    otherSources: one.otherSources,
    ...prices,
    rate: rate.value,
    rateRule: rate.rule,
    referenceLow: reference.low,
    referenceHigh: reference.high,
    referenceClose: reference.close,
    dispersion: reference.dispersion,
    peers: reference.peers,
    ...deviations,
  };
}
