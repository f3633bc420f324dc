import { analyse } from '../../analysis/analyse';
import { extremesOf, spreadOf, type Prices } from '../../analysis/spread/spread';
import type { VenueSeries } from '../../analysis/types';
import type { ComparedMarketAnswer, ComparisonAnswer, SpreadAnswer, SpreadAt, SpreadEnds } from '../../api/comparison';
import { defaultQuestion } from '../../domain/question';
import type { ComparedMarket, Comparison } from '../../domain/comparison';
import { isSimulated, pairOf, roadOf, simulatedSource } from '../../domain/market';
import type { MarketColumns } from '../../domain/marketColumns';
import { LEAST_MIN_PEERS } from '../../domain/method';
import { formatMinute, minutesIn, plus } from '../../domain/minute';
import { ruleAt } from '../../domain/rate';
import { compareWords } from '../../words/compare';
import { analysisInputOf } from '../deviations/analysisInput';
import type { Context } from '../context';
import { stillToCome } from '../moment';
import { orNull } from '../deviations/rows';
import { answer, problem, type Outcome } from '../http/outcome';

/** What a comparison came to, and the columns it is drawn from: a slot a minute of the window. */
export interface Compared {
  readonly answer: ComparisonAnswer;
  /** In the order of the answer's spreads. */
  readonly columns: readonly Prices[];
}

/**
 * Any markets, the first against each of the others, minute by minute: in the quote they share, as published, or in USD by the rates of the
 * method where quotes differ. A hole stays one.
 */
export async function compared(context: Context, asked: Comparison): Promise<Outcome<Compared>> {
  const early = stillToCome(asked.asOf);
  if (early !== undefined) return early;
  const quotes = new Set(asked.markets.map(({ market }) => market.quote));
  const isConverted = quotes.size > 1;
  const found: VenueSeries[] = [];
  for (const one of asked.markets) {
    const series = await seriesOf(context, asked, one, isConverted);
    if (series === undefined) return problem('not-found', compareWords.nothingStored(nameOf(one)));
    found.push(series);
  }
  const [first, ...others] = found;
  if (first === undefined) return problem('not-found', compareWords.nothingStored(''));
  const columns = others.map((other) => spreadOf(first, other));
  const spreads = columns.map((column, i) => spreadAnswerOf(asked, column, first, others[i] as VenueSeries, i + 1));
  const furthest = furthestClose(columns);
  return answer({
    answer: {
      simulated: context.simulated,
      from: formatMinute(asked.range.from),
      to: formatMinute(asked.range.to),
      currency: isConverted ? 'USD' : first.market.quote,
      isConverted,
      markets: found.map((series, i) =>
        marketAnswerOf(series, asked.markets[i]?.isDisplay === true, isConverted ? furthest : undefined),
      ),
      spreads,
    },
    columns,
  });
}

const nameOf = ({ market, isDisplay }: ComparedMarket) => ({ ...market, market: pairOf(market), isDisplay });

/** One market's columns over the window: of itself alone, so that nobody's choice of a venue's book plays a part. */
async function seriesOf(
  context: Context,
  { range, asOf }: Comparison,
  { market, isDisplay }: ComparedMarket,
  isConverted: boolean,
): Promise<VenueSeries | undefined> {
  const { venue, base, quote, kind } = market;
  const question = {
    ...defaultQuestion(base, range),
    venues: [venue],
    markets: [{ venue, quote, kind }],
    reference: { kind: 'others' as const },
    rate: isConverted ? ('usd' as const) : ('none' as const),
    minPeers: LEAST_MIN_PEERS,
    asOf,
  };
  const input = await analysisInputOf(context, question);
  const markets = input?.markets.filter(
    (one) => pairOf(one.market) === pairOf(market) && one.market.venue === venue && one.market.kind === kind,
  );
  const ofRoad = markets?.filter(({ source }) => (roadOf(source) === 'ui') === isDisplay);
  if (input === undefined || ofRoad === undefined || ofRoad.length === 0) return undefined;
  return analyse({ ...input, markets: isDisplay ? ofRoad.map(asCandles) : ofRoad }).series[0];
}

/** Display candles are never a market's prices, except where they are asked for by name. */
const asCandles = (columns: MarketColumns): MarketColumns => ({
  ...columns,
  source: isSimulated(columns.source) ? simulatedSource('rest') : 'rest',
});

function marketAnswerOf(series: VenueSeries, isDisplay: boolean, slot: number | undefined): ComparedMarketAnswer {
  const { venue, market, kind, source } = series;
  const road = isSimulated(source) ? simulatedSource('ui') : 'ui';
  return {
    venue,
    market: pairOf(market),
    kind,
    isDisplay,
    source: isDisplay ? road : source,
    priced: series.close.filter((price) => !Number.isNaN(price)).length,
    rate:
      slot === undefined
        ? null
        : {
            rule: ruleAt(series.rateRule[slot]),
            value: orNull(series.rate[slot]),
            uncertainty: orNull(series.rateUncertainty[slot]),
          },
  };
}

function spreadAnswerOf(
  { range }: Comparison,
  spread: Prices,
  a: VenueSeries,
  b: VenueSeries,
  place: number,
): SpreadAnswer {
  const endsOf = (field: keyof Prices): SpreadEnds => {
    const at = (slot: number | undefined): SpreadAt | null =>
      slot === undefined
        ? null
        : {
            minute: formatMinute(plus(range.from, slot)),
            ratio: spread[field][slot] as number,
            a: a[field][slot] as number,
            b: b[field][slot] as number,
          };
    const { below, above } = extremesOf(spread[field]);
    return { below: at(below), above: at(above) };
  };
  const { compared: minutes, median } = extremesOf(spread.close);
  return {
    place,
    compared: minutes,
    missing: minutesIn(range) - minutes,
    median: orNull(median),
    low: endsOf('low'),
    high: endsOf('high'),
    close: endsOf('close'),
  };
}

/** The slot in which some close was furthest from another, on either side; undefined: none were compared. */
function furthestClose(columns: readonly Prices[]): number | undefined {
  let slot: number | undefined;
  let size = -1;
  for (const { close } of columns)
    close.forEach((ratio, at) => {
      if (Math.abs(ratio) > size) [slot, size] = [at, Math.abs(ratio)];
    });
  return slot;
}
