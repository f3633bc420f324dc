import type { PinnedAnswer } from '../../api/pinned';
import { formatInstant } from '../../domain/instant';
import { assetEntry } from '../../domain/asset';
import type { Venue } from '../../domain/market';
import { METHOD_VERSION } from '../../domain/method';
import type { Question } from '../../domain/question';
import { digestOfText } from '../../evidence/digest';
import { viewPath, type View } from '../../permalink/view';
import { differingParameters, readDigestText } from '../../sealed/digestText';
import type { Rests } from '../../store/connection/reading';
import type { StoredMarket } from '../../store/coverage/storedCoverage';
import { digestOfMinuteAlone, figuresChanged, noDigestInAddress } from '../../words/en/pinnedRefusals';
import type { Context } from '../context';
import { noAssetProblem } from '../coverage/coverage';
import { ALWAYS } from '../coverage/window';
import { missingDataProblem, questionMarkets } from '../deviations/analysisInput';
import { digestFor, digestTextAt } from '../deviations/digest';
import { questionRests } from '../deviations/questionRests';
import { MOST_EARLIER, type MostEarlier } from '../earlier/earlierDays';
import { answer, problem, type Outcome } from '../http/outcome';
import { atOneMoment, type Moment } from '../moment';
import { changedBooks } from './changes';
import { earlierStates, type EarlierState } from './earlierStates';
import { byEachRule } from './otherRules';
import { pinnedQuestions, spellings, type PinnedQuestion } from './questions';

/** What became of the figures whose digest a view's address names. A digest says only whether something is the same; so the state that gave it is looked for. */
export const pinned = (context: Context, view: View): Promise<Outcome<PinnedAnswer>> =>
  atOneMoment(context, view.question.asOf, (moment) => pinnedAt(moment, view), pinnedRests(view.question));

/** All that its figures rest on; and since when there is any data of each book of the asset, whatever the day: from then on the digest names it. */
const pinnedRests =
  (question: Question) =>
  (stored: readonly StoredMarket[]): Partial<Rests> => {
    const rests = questionRests(question)(stored);
    const { nature } = assetEntry(question.asset);
    const own = [question.asset, ...(nature.kind === 'wrapped' ? [nature.underlying] : [])];
    const books = stored.filter(({ market }) => own.includes(market.base));
    return {
      ...rests,
      books: [...(rests.books ?? []), ...books.map(({ market, source }) => ({ market, source, ...ALWAYS }))],
    };
  };

/** The same of a moment that is open already, whose instant is the question's. */
export async function pinnedAt(
  moment: Moment,
  view: View,
  most: MostEarlier = MOST_EARLIER,
): Promise<Outcome<PinnedAnswer>> {
  const { digest } = view;
  if (digest === undefined) return problem('bad-request', noDigestInAddress);
  const present = await textsNow(moment, view);
  if (!present.ok) return present;
  const [first] = present.value;
  const unfound: PinnedAnswer = {
    method: METHOD_VERSION,
    simulated: moment.simulated,
    digest,
    digestNow: digestOfText(first?.text ?? ''),
    of: null,
    coversWindow: null,
    state: 'not-found',
    asOf: null,
    asItWas: null,
    statesLookedAt: 0,
    parameters: [],
    changes: [],
  };
  for (const { of, text } of present.value) {
    const found = byEachRule(text).find((one) => digestOfText(one.text) === digest);
    if (found === undefined) continue;
    const all = { ...unfound, of, coversWindow: coversWindow(text, present.value), digestNow: digestOfText(text) };
    return answer(
      found.isByOtherRules
        ? { ...all, state: 'parameters', parameters: parametersOf(found.text, text) }
        : { ...all, state: 'same' },
    );
  }
  return answer(await lookedFor(moment, view, unfound, most));
}

/** Whether a text names all candles that one of the window does, by the same hashes. */
function coversWindow(text: string, texts: readonly Text[]): boolean {
  const { books } = readDigestText(text);
  return texts.some(
    (one) =>
      one.of === 'window' &&
      [...readDigestText(one.text).books].every(([name, { hash }]) => books.get(name)?.hash === hash),
  );
}

interface Text extends PinnedQuestion {
  readonly text: string;
}

/** The texts of every digest that the view's figures may be told by, as of the moment. */
async function textsNow(moment: Moment, view: View): Promise<Outcome<readonly Text[]>> {
  const asked = questionMarkets(moment.markets, view.question);
  if (asked === undefined) return noAssetProblem(view.question.asset, view.question.asOf);
  const missing = missingDataProblem(view.question, asked);
  if (missing !== undefined) return missing;
  const venues = venuesOf(asked.markets.map(({ market }) => market.venue));
  const texts: Text[] = [];
  for (const { of, question } of pinnedQuestions(view)) {
    for (const spelled of spellings(question, venues)) {
      const digest = await digestFor(moment, spelled, asked);
      texts.push({ of, question: spelled, text: digestTextAt(moment, digest) ?? '' });
    }
  }
  return answer(texts);
}

const venuesOf = (venues: readonly Venue[]): readonly Venue[] => [...new Set(venues)].sort();

async function lookedFor(moment: Moment, view: View, unfound: PinnedAnswer, most: MostEarlier): Promise<PinnedAnswer> {
  const states = earlierStates(moment, view.question, most);
  for (let looked = 1; ; looked += 1) {
    const { value, done } = await states.next();
    if (done === true)
      return { ...unfound, state: value.isCut ? 'too-many-states' : 'not-found', statesLookedAt: looked - 1 };
    const found = givenBy(value, view, unfound.digest);
    if (found === undefined) continue;
    return changed(moment, view, { ...unfound, statesLookedAt: looked }, value, found);
  }
}

interface Given extends Text {
  /** By the rules in force here. */
  readonly textHere: string;
  readonly isByOtherRules: boolean;
}

/** The question whose digest a state gives, if it is one of the view's. */
function givenBy(state: EarlierState, view: View, digest: string): Given | undefined {
  for (const { of, question } of pinnedQuestions(view)) {
    for (const spelled of spellings(question, state.venues)) {
      const textHere = state.textOf(spelled);
      const found = byEachRule(textHere).find(({ text }) => digestOfText(text) === digest);
      if (found !== undefined) return { of, question: spelled, textHere, ...found };
    }
  }
  return undefined;
}

async function changed(
  moment: Moment,
  view: View,
  unfound: PinnedAnswer,
  { asOf }: EarlierState,
  { of, question, text, textHere, isByOtherRules }: Given,
): Promise<PinnedAnswer> {
  const present = questionMarkets(moment.markets, question);
  const digestNow = present === undefined ? unfound.digestNow : await digestFor(moment, question, present);
  const now = readDigestText(digestTextAt(moment, digestNow) ?? '');
  const { venues } = question;
  const then: View = { ...view, question: { ...view.question, asOf, venues } };
  return {
    ...unfound,
    of,
    digestNow,
    state: isByOtherRules ? 'parameters' : 'changed',
    asOf: formatInstant(asOf),
    asItWas: isByOtherRules ? null : viewPath(then),
    parameters: isByOtherRules ? parametersOf(text, textHere) : [],
    changes: await changedBooks(moment, asOf, { was: readDigestText(textHere), now }),
  };
}

const parametersOf = (was: string, now: string): PinnedAnswer['parameters'] =>
  differingParameters(readDigestText(was), readDigestText(now));

/**
 * A view whose address names a digest, for a form that has no place to say that its figures are others: refused where they are, and where the digest of a
 * minute leaves open whether they are in the window that the form `shows`. A view without a digest is whatever is stored.
 */
export async function refusedUnlessSame(
  context: Context,
  view: View,
  shows: PinnedQuestion['of'],
): Promise<Outcome<undefined>> {
  const { digest } = view;
  if (digest === undefined) return answer(undefined);
  const same = await atOneMoment(
    context,
    view.question.asOf,
    async (moment): Promise<Outcome<'same' | 'changed' | 'of-minute'>> => {
      const present = await textsNow(moment, view);
      if (!present.ok) return present;
      const named = present.value.find(({ text }) => digestOfText(text) === digest);
      if (named === undefined) return answer('changed');
      return answer(shows === 'minute' || coversWindow(named.text, present.value) ? 'same' : 'of-minute');
    },
    questionRests(view.question),
  );
  if (!same.ok) return same;
  return same.value === 'same'
    ? answer(undefined)
    : problem('changed', same.value === 'changed' ? figuresChanged : digestOfMinuteAlone);
}
