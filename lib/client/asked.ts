import type { AnswerOf, InJson, ProgressOptions } from '../api/client/ask';
import { inPageLanguage } from '../permalink/language';
import { coming } from './coming';

declare global {
  /** Read by zod when it is loaded (https://zod.dev/packages/core). */
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

// Pages forbid code made of text, and the library of contracts would try it before it does without.
if (typeof document !== 'undefined') globalThis.__zod_globalConfig = { jitless: true };

/** An answer of this instance, in the page's language. What asks comes with the first question. */
export async function asked<O extends InJson>(
  operation: O,
  address: string,
  options: ProgressOptions,
): Promise<AnswerOf<O>> {
  const here = inPageLanguage(address);
  const { ask } = await coming(import('../api/client/ask'), here);
  return ask(operation, here, options);
}
