import type { Context } from '../context';
import type { Question } from '../../domain/question';
import { windowDeviations, type DeviationsOptions } from '../deviations/deviations';
import { deviationsPieces } from '../deviations/deviationsAnswer';
import { bytesOfPieces, jsonPieces } from '../forms/pieces';
import { answer, type Outcome } from '../http/outcome';

/** An answer as its JSON text, UTF-8. */
export interface AnswerJson {
  readonly json: Uint8Array<ArrayBuffer>;
  readonly simulated: boolean;
}

/** Writes an answer out. */
export const answerJsonOf = (value: { readonly simulated: boolean }): AnswerJson => ({
  json: bytesOfPieces(jsonPieces(value)),
  simulated: value.simulated,
});

/** `deviations` as JSON text. It is kept, like every answer, where requests come in (`server/kept`). */
export async function deviationsJson(
  context: Context,
  question: Question,
  options: DeviationsOptions,
): Promise<Outcome<AnswerJson>> {
  const found = await windowDeviations(context, question, options);
  if (!found.ok) return found;
  const { simulated } = found.value.facts;
  return answer({ json: bytesOfPieces(deviationsPieces(found.value)), simulated });
}
