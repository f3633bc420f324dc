import { analyseKnown } from '../../analysis/analyse';
import type { RateDay } from '../../analysis/rates/rateDay';
import { rateDaysOf } from '../../analysis/rates/rateDays';
import { medianOf } from '../../analysis/reference/order';
import type { Analysis, Episode } from '../../analysis/types';
import { unusualOf } from '../../analysis/scorecards/unusual';
import type { MethodAnswer, MethodExample } from '../../api/method';
import type { MinuteAnswer } from '../../api/minute';
import { ascending } from '../../domain/ascending';
import { symbolOf } from '../../domain/asset';
import { dayOf, formatMinute, type Day, type Minute } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import { defaultQuestion } from '../../domain/question';
import { canonicalText, digestOf, hashed } from '../../evidence/digest';
import { uncancelled } from '../../store/connection/cancelling';
import { marketsWithData, stateOfDays } from '../../store/coverage/storedCoverage';
import { analysisInputOf } from '../deviations/analysisInput';
import { baselineFor } from '../scorecards/baseline';
import type { Context } from '../context';
import { noAssetProblem } from '../coverage/coverage';
import { dayExampleOf } from './books';
import { chosenOf, furthestMinute, type Choice } from './choose';
import { controlOf } from './control';
import { doubtOf } from './doubt';
import { holesOf, measuredMinutesOf, orderOf } from './facts';
import { lowsExampleOf } from './lows';
import { rateExampleOf } from './rate';
import { secondReferences } from './second';
import { walksOf } from './walk';
import { minuteOf } from '../minutes/minute';
import { answer, type Outcome } from '../http/outcome';
import { noteTexts } from '../../words/notes';

export type { Choice } from './choose';

/** Answers kept per state of the candles: readers mostly look at the same few minutes. */
const MOST_REMEMBERED = 16;

interface Remembered {
  readonly key: string;
  readonly answers: Map<string, Promise<Outcome<MethodAnswer>>>;
}

const remembered = new WeakMap<Context['database'], Remembered>();

/**
 * The methodology page's examples, worked out by the analysis itself on the stored data. Made anew only when candles changed: every
 * write raises a version. `example` is null where there is no data; an asset without data is a problem.
 */
export async function method(context: Context, choice: Choice): Promise<Outcome<MethodAnswer>> {
  const [stored, key] = await Promise.all([marketsWithData(context.database), stateOfDays(context.database)]);
  if (choice.asset !== undefined && !stored.some(({ market }) => market.base === choice.asset))
    return noAssetProblem(choice.asset);
  const last = remembered.get(context.database);
  const memory: Remembered = last?.key === key ? last : { key, answers: new Map() };
  remembered.set(context.database, memory);
  const name = `${choice.asset ?? ''} ${String(choice.minute ?? '')}`;
  const made = memory.answers.get(name) ?? uncancelled(() => makeMethod(context, choice));
  if (memory.answers.size >= MOST_REMEMBERED) memory.answers.clear();
  memory.answers.set(name, made);
  made.catch(() => memory.answers.delete(name));
  return made;
}

async function makeMethod(context: Context, choice: Choice): Promise<Outcome<MethodAnswer>> {
  const made = await exampleOf(context, choice);
  if (made?.ok === false) return made;
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    example: made?.value ?? null,
    second: [...(await secondReferences(context))],
  });
}

async function exampleOf(context: Context, choice: Choice): Promise<Outcome<MethodExample> | undefined> {
  const chosen = await chosenOf(context, choice);
  if (chosen === undefined) return undefined;
  // Whatever the asset's own reference is: the wrapped and the pegged have a chapter of their own.
  const question = { ...defaultQuestion(chosen.asset, chosen.range), reference: { kind: 'others' } } as const;
  const input = await analysisInputOf(context, question);
  if (input === undefined) return undefined;
  const rates = rateDaysOf(input.rateMarkets);
  const known = { markets: input.markets, underlying: [], rates };
  const analysis = analyseKnown(question, known);
  const at = chosen.minute ?? furthestMinute(analysis);
  const minute = await minuteOf(context, question, at);
  if (!minute.ok) return minute;
  const focus = focusOf(minute.value);
  const own = episodeAround(analysis, at, focus);
  return answer({
    asset: question.asset,
    name: symbolOf(question.asset),
    from: formatMinute(question.range.from),
    to: formatMinute(question.range.to),
    enter: question.enter,
    currency: analysis.currency,
    notes: noteTexts(analysis.notes),
    minute: minute.value,
    focus,
    rate: rateOfExample(minute.value, at, focus, rates),
    ...dayExampleOf(input, dayOf(at), rates(dayOf(at)), focus?.venue),
    doubt: doubtOf(analysis, at, focus) ?? null,
    missing: holesOf(analysis),
    measuredMinutes: measuredMinutesOf(analysis),
    walks: [...walksOf(analysis, own)],
    control: controlOf(analysis),
    lows: lowsExampleOf(question, known),
    unusual: own === undefined ? null : await unusualIn(context, analysis, own),
    order: orderOf(analysis),
    digest: digestOf(input),
    canonicalText: canonicalText(hashed(input)),
  });
}

/** The market that strayed furthest in the minute, lows below and highs above, and the median that would have been its reference had it been let in. */
export function focusOf({ venues }: Pick<MinuteAnswer, 'venues'>): MethodExample['focus'] {
  const strays = venues.flatMap((one) =>
    one.dLow === null || one.dHigh === null ? [] : [{ one, below: -one.dLow, above: one.dHigh }],
  );
  const [furthest] = strays.sort(
    (a, b) => Math.max(b.below, b.above) - Math.max(a.below, a.above) || ascending(a.one.venue, b.one.venue),
  );
  if (furthest === undefined) return null;
  const side = furthest.above > furthest.below ? 'above' : 'below';
  const field = side === 'below' ? 'low' : 'high';
  const everybody = venues.flatMap(({ kind, converted }) =>
    kind === 'spot' && converted[field] !== null ? [converted[field]] : [],
  );
  return {
    venue: furthest.one.venue,
    market: furthest.one.market,
    kind: furthest.one.kind,
    side,
    withItself: medianOf(everybody),
  };
}

/** The episode of the focused market that holds the minute; else the deepest of the window. */
function episodeAround({ episodes }: Analysis, at: Minute, focus: MethodExample['focus']): Episode | undefined {
  const holds = ({ venue, kind, side, start, end }: Episode): boolean =>
    venue === focus?.venue && kind === focus.kind && side === focus.side && start <= at && at < end;
  return episodes.find(holds) ?? episodes[0];
}

/** Of the focused market where it needs a rate, else of the first that does. */
function rateOfExample(
  { venues }: MinuteAnswer,
  at: Minute,
  focus: MethodExample['focus'],
  rates: (day: Day) => RateDay,
): MethodExample['rate'] {
  const converted = venues.filter(({ rate }) => rate.rule !== 'usd');
  const one = converted.find(({ venue }) => venue === focus?.venue) ?? converted[0];
  return one === undefined ? null : rateExampleOf(one.quote, one.venue, at, rates);
}

/** How unusual the episode's peak is against its market's own past, where there is data of it. */
async function unusualIn(context: Context, analysis: Analysis, episode: Episode): Promise<MethodExample['unusual']> {
  const baseline = await baselineFor(context, analysis);
  const past = baseline?.of(episode.market);
  const unusual = past === undefined ? undefined : unusualOf(episode, past);
  return baseline === undefined || unusual === undefined
    ? null
    : { from: formatMinute(baseline.range.from), to: formatMinute(baseline.range.to), ...unusual };
}
