import type { Known, MeasuredDay } from '../../analysis/days/day';
import type { RateDay } from '../../analysis/rates/rateDay';
import type { DayRow, DaySeries } from '../../analysis/series/daySeries';
import { blocsAt } from '../../analysis/uncertainty/blocs';
import { WindowRun, type WindowAnalysis } from '../../analysis/window/windowRun';
import type { MinuteAnswer, MinuteVenue, RateLeg } from '../../api/minute';
import { assetEntry, symbolOf } from '../../domain/asset';
import { pairOf } from '../../domain/market';
import { dayOf, formatMinute, minuteRange, plus, startOf, type Minute } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import type { Question } from '../../domain/question';
import { ruleAt } from '../../domain/rate';
import { knownAt, missingDataProblem, questionMarkets } from '../deviations/analysisInput';
import { digestFor } from '../deviations/digest';
import { questionRests } from '../deviations/questionRests';
import { leftOutAnswer } from '../deviations/leftOut';
import type { Context } from '../context';
import { noAssetProblem } from '../coverage/coverage';
import { questionFields, type Stamp } from '../deviations/deviationsAnswer';
import { orNull } from '../deviations/rows';
import { legAnswerOf } from './leg';
import { atOneMoment, notOver, type Moment } from '../moment';
import { missingAt } from '../../domain/missing';
import { answer, type Outcome } from '../http/outcome';
import { minuteSentence } from '../../words/minute';
import { noteTexts } from '../../words/notes';

/**
 * One minute of one asset: every venue's candle, raw and converted, and how it compares with its reference. The question's own
 * range plays no part: the answer depends on the minute's UTC day, and on the days its rate reaches, alone.
 */
export const minuteOf = (context: Context, asked: Question, minute: Minute): Promise<Outcome<MinuteAnswer>> =>
  atOneMoment(
    context,
    asked.asOf,
    (moment) => minuteAt(moment, asked, minute),
    questionRests({ ...asked, range: minuteRange(minute, plus(minute, 1)) }),
  );

/** The same of a moment that is open already, whose instant is the question's. */
export async function minuteAt(moment: Moment, question: Question, minute: Minute): Promise<Outcome<MinuteAnswer>> {
  const own = { ...question, range: minuteRange(minute, plus(minute, 1)) };
  const asked = questionMarkets(moment.markets, own);
  if (asked === undefined) return noAssetProblem(own.asset, own.asOf);
  const missingData = missingDataProblem(own, asked);
  if (missingData !== undefined) return missingData;
  const stamp = { simulated: moment.simulated, digest: await digestFor(moment, own, asked) };
  const measured = measuredMinute(own, await knownAt(moment, own, asked, { legs: true }));
  return answer(minuteAnswerOf(measured, stamp, areOfSome(own, moment)));
}

/** Whether the question names its venues, and there is data of the asset's spot books on others. */
const areOfSome = ({ asset, venues }: Question, { markets }: Moment): boolean =>
  venues !== undefined &&
  markets.some(({ market }) => market.base === asset && market.kind === 'spot' && !venues.includes(market.venue));

/** A minute measured as a window of its own, and what converted it. */
export interface MeasuredMinute {
  readonly day: MeasuredDay;
  readonly rates: RateDay;
  readonly analysis: WindowAnalysis;
}

/** Measures the question's range, which is one minute. */
export function measuredMinute(question: Question, known: Known): MeasuredMinute {
  const run = new WindowRun(question);
  const day = run.measure(question.range, known);
  return { day, rates: known.rates(dayOf(question.range.from)), analysis: run.analysis() };
}

/** The analysis of a window of one minute, in the contract's shape. `isOfSome`: other venues that have data of the asset were left out by choice. */
export function minuteAnswerOf({ day, rates, analysis }: MeasuredMinute, stamp: Stamp, isOfSome = false): MinuteAnswer {
  const { question, currency, notes, leftOut } = analysis;
  const { asset, reference, bloc, enter, range } = question;
  const slot = range.from - startOf(dayOf(range.from));
  const venues = day.rows.flatMap((row, place) => {
    const series = day.series[place];
    return series === undefined || row.isSilent ? [] : [minuteVenueOf(series, legsOf(row, question, rates, slot))];
  });
  const at = { minute: formatMinute(range.from), currency };
  const isConverted = question.rate === 'usd';
  const absent = leftOut.map(leftOutAnswer);
  const blocs = {
    low: (isConverted ? blocsAt(day.blocs, 'below', 0, enter) : undefined) ?? null,
    high: (isConverted ? blocsAt(day.blocs, 'above', 0, enter) : undefined) ?? null,
  };
  return {
    method: METHOD_VERSION,
    simulated: stamp.simulated,
    asset,
    name: symbolOf(asset),
    ...at,
    ...questionFields(question),
    digest: stamp.digest,
    sentence: minuteSentence({
      asset: assetEntry(asset),
      reference,
      bloc,
      enter,
      venues,
      blocs,
      leftOut: absent,
      isOfSome,
      ...at,
    }),
    notes: noteTexts([...notes, ...notOver(question.range)]),
    venues,
    blocs,
    leftOut: absent,
  };
}

const legsOf = (row: DayRow, { rate }: Question, rates: RateDay, slot: number): RateLeg[] =>
  rate === 'none' || row.book.quote === 'USD'
    ? []
    : rates.legsAt(row.book.quote, row.book.market.venue, slot).map(legAnswerOf);

/** A series of one minute. */
function minuteVenueOf(series: DaySeries, legs: RateLeg[]): MinuteVenue {
  const first = (values: Float64Array): number | null => orNull(values[0]);
  return {
    venue: series.venue,
    market: pairOf(series.market),
    quote: series.market.quote,
    kind: series.market.kind,
    source: series.source,
    raw: {
      open: first(series.rawOpen),
      high: first(series.rawHigh),
      low: first(series.rawLow),
      close: first(series.rawClose),
    },
    baseVolume: first(series.baseVolume),
    quoteVolume: first(series.quoteVolume),
    trades: first(series.trades),
    rate: {
      rule: ruleAt(series.rateRule[0]),
      value: first(series.rate),
      uncertainty: first(series.rateUncertainty),
      legs,
    },
    converted: {
      open: first(series.open),
      high: first(series.high),
      low: first(series.low),
      close: first(series.close),
    },
    reference: {
      low: first(series.referenceLow),
      high: first(series.referenceHigh),
      close: first(series.referenceClose),
    },
    peers: series.peers.at(0) ?? NaN,
    dispersion: first(series.dispersion),
    dLow: first(series.dLow),
    dHigh: first(series.dHigh),
    dClose: first(series.dClose),
    outside: first(series.outside),
    uncertainty: first(series.uncertainty),
    weak: series.weak[0] === 1,
    missing: missingAt(series.missing[0]),
  };
}
