import { orderOfEvents, type EventOrder } from '../../analysis/scorecards/orderOfEvents';
import { scorecardsOf, type Scorecard } from '../../analysis/scorecards/scorecard';
import { unusualOf } from '../../analysis/scorecards/unusual';
import type { EventOrderAnswer, ScorecardAnswer, ScorecardsAnswer } from '../../api/scorecards';
import { symbolOf } from '../../domain/asset';
import { pairOf, type Market } from '../../domain/market';
import { formatMinute, minutesIn, MINUTES_PER_DAY, type Minute } from '../../domain/minute';
import { EVENT_LEVELS, METHOD_VERSION, SCORECARD_LEVELS } from '../../domain/method';
import type { Question } from '../../domain/question';
import { analysisAt } from '../deviations/deviations';
import { atOneMoment, notOver } from '../moment';
import { baselineFor, type Baseline } from './baseline';
import type { Context } from '../context';
import { MOST_EVERY_MINUTE_DAYS } from '../../api/limits';
import { episodeAnswerOf, questionFields } from '../deviations/deviationsAnswer';
import { orNull } from '../deviations/rows';
import { answer, problem, type Outcome } from '../http/outcome';
import { noteTexts } from '../../words/notes';
import { orderOfEvents as orderWords, scorecards as scorecardWords } from '../../words/scorecards';

/** Every market's scorecard in a window, how unusual its deepest peak is against its own past, and who moved first. */
export async function scorecards(context: Context, question: Question): Promise<Outcome<ScorecardsAnswer>> {
  const days = Math.ceil(minutesIn(question.range) / MINUTES_PER_DAY);
  if (days > MOST_EVERY_MINUTE_DAYS)
    return problem('bad-request', scorecardWords.windowTooLong(days, MOST_EVERY_MINUTE_DAYS));
  const found = await atOneMoment(context, question.asOf, (moment) => analysisAt(moment, question));
  if (!found.ok) return found;
  const { analysis, digest } = found.value;
  const baseline = await baselineFor(context, analysis);
  const from = baseline?.range ?? { from: question.range.from, to: question.range.from };
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    asset: question.asset,
    name: symbolOf(question.asset),
    from: formatMinute(question.range.from),
    to: formatMinute(question.range.to),
    currency: analysis.currency,
    ...questionFields(question),
    enter: question.enter,
    digest,
    notes: [...noteTexts([...analysis.notes, ...notOver(question.range)]), orderWords.note],
    levels: [...SCORECARD_LEVELS],
    orderLevels: [...EVENT_LEVELS],
    baseline: { from: formatMinute(from.from), to: formatMinute(from.to) },
    market: { fall: orNull(analysis.market.fall) },
    scorecards: scorecardsOf(analysis).map((card) => scorecardAnswerOf(card, baseline)),
    order: orderOfEvents(analysis).map(eventOrderAnswerOf),
  });
}

const named = (market: Market): Pick<ScorecardAnswer, 'venue' | 'market' | 'kind'> => ({
  venue: market.venue,
  market: pairOf(market),
  kind: market.kind,
});

function scorecardAnswerOf(
  { market, deepest, worstRank, minutesBeyond, ...counts }: Scorecard,
  baseline: Baseline | undefined,
): ScorecardAnswer {
  const past = deepest === undefined ? undefined : baseline?.of(market);
  const unusual = deepest === undefined || past === undefined ? undefined : unusualOf(deepest, past);
  return {
    ...named(market),
    ...counts,
    deepest: deepest === undefined ? null : episodeAnswerOf(deepest),
    worstRank: worstRank ?? null,
    minutesBeyond: [...minutesBeyond],
    unusual: unusual ?? null,
    noBaseline: deepest === undefined ? 'no-episode' : unusual === undefined ? 'less-than-a-day-measured' : null,
  };
}

function eventOrderAnswerOf({ market, strayed, fell, recovered, episodes }: EventOrder): EventOrderAnswer {
  const iso = (at: Minute | undefined): string | null => (at === undefined ? null : formatMinute(at));
  return {
    ...named(market),
    strayed: strayed.map(iso),
    fell: fell.map(iso),
    recovered: iso(recovered),
    notRecovered: recovered !== undefined ? null : episodes === 0 ? 'no-episode' : 'not-in-window',
  };
}
