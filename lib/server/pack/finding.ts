import type { View } from '../../permalink/view';
import { takingPart } from '../../api/takingPart';
import { utc } from '../../words/numbers';
import { minuteTitle } from '../../words/palette';
import type { Context } from '../context';
import type { DeviationsOptions } from '../deviations/deviations';
import { answer, problem, type Outcome } from '../http/outcome';
import { pictureContent } from '../pictures/picture';
import { viewAnswers, type ViewAnswers } from '../views/answers';

/** What an exhibit is called, when it is, and what it finds. */
export interface Finding {
  readonly title: string;
  /** The minute or the window, in UTC. */
  readonly when: string;
  readonly finding: string;
}

/** The finding of a view, as its exhibit will say it. A view without one traded minute has none. */
export async function findingOf(
  context: Context,
  view: View,
  options: Pick<DeviationsOptions, 'signal' | 'onProgress'> = {},
): Promise<Outcome<Finding>> {
  const found = await viewAnswers(context, view, options);
  return found.ok ? (emptyProblem(found.value) ?? answer(findingIn(found.value))) : found;
}

export function findingIn(answers: ViewAnswers): Finding {
  const { window, minute } = answers;
  const { title, sentence = '', footer } = pictureContent(answers, undefined);
  return {
    title: minute === undefined ? title : minuteTitle(window.facts.name, undefined, minute.minute),
    when: minute === undefined ? footer.window : `${utc(minute.minute)} UTC`,
    finding: sentence,
  };
}

/** Where there is not one traded minute, that there is none and why; else undefined. */
export function emptyProblem(answers: ViewAnswers): Outcome<never> | undefined {
  const isEmpty = takingPart(answers.window.facts.markets).every(({ traded }) => traded === 0);
  return isEmpty ? problem('not-held', findingIn(answers).finding) : undefined;
}
