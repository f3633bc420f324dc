import type { Lows } from '../../domain/lows';
import type { Context } from '../context';
import { answer, type Outcome } from '../http/outcome';
import { answerJsonOf, type AnswerJson } from '../long/deviationsJson';
import { lows, type LowsOptions } from './lows';

/** The same as JSON text, so that the thread that serves everybody has nothing left to do with it. */
export async function lowsJson(context: Context, asked: Lows, options: LowsOptions): Promise<Outcome<AnswerJson>> {
  const found = await lows(context, asked, options);
  return found.ok ? answer(answerJsonOf(found.value)) : found;
}
