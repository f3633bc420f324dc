import { analyse } from '../../analysis/analyse';
import { RATE_RULES, type Analysis, type VenueSeries } from '../../analysis/types';
import type { MinuteAnswer, MinuteVenue } from '../../api/minute';
import { assetEntry, symbolOf } from '../../domain/asset';
import { pairOf } from '../../domain/market';
import { formatMinute, minuteRange, plus, type Minute } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import type { Question } from '../../domain/question';
import { digestOf } from '../../evidence/digest';
import { analysisInputAt, missingDataProblem } from '../deviations/analysisInput';
import type { Context } from '../context';
import { noAssetProblem } from '../coverage/coverage';
import { questionFields, type Stamp } from '../deviations/deviationsAnswer';
import { orNull } from '../deviations/rows';
import { atOneMoment, type Moment } from '../moment';
import { missingAt } from '../../domain/missing';
import { answer, type Outcome } from '../http/outcome';
import { minuteSentence } from '../../words/en/minute';
import { noteTexts } from '../../words/en/notes';

/**
 * One minute of one asset: every venue's candle, raw and converted, and how it compares with its reference. The question's own
 * range plays no part: the answer depends on that minute's candles (and the rates of two minutes to each side) alone.
 */
export const minuteOf = (context: Context, asked: Question, minute: Minute): Promise<Outcome<MinuteAnswer>> =>
  atOneMoment(context, asked.asOf, (moment) => minuteAt(moment, asked, minute));

/** The same of a moment that is open already, whose instant is the question's. */
export async function minuteAt(moment: Moment, asked: Question, minute: Minute): Promise<Outcome<MinuteAnswer>> {
  const question = { ...asked, range: minuteRange(minute, plus(minute, 1)) };
  const input = await analysisInputAt(moment, question);
  if (input === undefined) return noAssetProblem(question.asset, question.asOf);
  const missingData = missingDataProblem(input);
  if (missingData !== undefined) return missingData;
  return answer(minuteAnswerOf(analyse(input), { simulated: moment.simulated, digest: digestOf(input) }));
}

/** The analysis of a window of one minute, in the contract's shape. */
export function minuteAnswerOf({ question, currency, series, notes }: Analysis, stamp: Stamp): MinuteAnswer {
  const { asset, reference } = question;
  const venues = series.map(minuteVenueOf);
  const at = { minute: formatMinute(question.range.from), currency };
  return {
    method: METHOD_VERSION,
    simulated: stamp.simulated,
    asset,
    name: symbolOf(asset),
    ...at,
    ...questionFields(question),
    digest: stamp.digest,
    sentence: minuteSentence({ asset: assetEntry(asset), reference, venues, ...at }),
    notes: noteTexts(notes),
    venues,
  };
}

/** A series of one minute. */
function minuteVenueOf(series: VenueSeries): MinuteVenue {
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
    rate: { rule: RATE_RULES[series.rateRule.at(0) ?? -1] ?? 'none', value: first(series.rate) },
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
    missing: missingAt(series.missing[0]),
  };
}
