import { analyse } from '../analysis/analyse';
import type { DeviationsAnswer } from '../api/deviations';
import { digestOf } from '../evidence/digest';
import type { Question } from '../domain/question';
import { analysisInputOf, unheldIn } from './analysisInput';
import type { Context } from './context';
import { notHeld } from './coverage';
import { deviationsAnswerOf } from './deviationsAnswer';
import { answer, type Outcome } from './outcome';

/** Deviations and episodes of one asset in one window: what `analyze` prints and the asset page draws. */
export async function deviations(context: Context, question: Question): Promise<Outcome<DeviationsAnswer>> {
  const input = await analysisInputOf(context, question);
  if (input === undefined) return notHeld(question.asset);
  const unheld = unheldIn(input);
  if (unheld !== undefined) return unheld;
  return answer(deviationsAnswerOf(analyse(input), { simulated: context.simulated, digest: digestOf(input) }));
}
