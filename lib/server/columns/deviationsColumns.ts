import type { Question } from '../../domain/question';
import type { Context } from '../context';
import { windowDeviations, type DeviationsOptions } from '../deviations/deviations';
import { answer, type Outcome } from '../http/outcome';
import { columnsOf } from './encode';

/** An answer as binary columns. */
export interface AnswerColumns {
  readonly columns: Uint8Array<ArrayBuffer>;
  readonly simulated: boolean;
}

/** `deviations` as columns. */
export async function deviationsColumns(
  context: Context,
  question: Question,
  options: DeviationsOptions,
): Promise<Outcome<AnswerColumns>> {
  const found = await windowDeviations(context, question, options);
  return found.ok ? answer({ columns: columnsOf(found.value), simulated: found.value.facts.simulated }) : found;
}
