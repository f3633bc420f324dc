import { ask, type AnswerOf, type InJson, type ProgressOptions } from '../api/client/ask';
import { inPageLanguage } from '../permalink/language';

declare global {
  /** Read by zod when it is loaded (https://zod.dev/packages/core). */
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

// Pages forbid code made of text, and the library of contracts would try it before it does without.
if (typeof document !== 'undefined') globalThis.__zod_globalConfig = { jitless: true };

/** An answer of this instance, in the page's language. */
export const asked = <O extends InJson>(
  operation: O,
  address: string,
  options: ProgressOptions,
): Promise<AnswerOf<O>> => ask(operation, inPageLanguage(address), options);
