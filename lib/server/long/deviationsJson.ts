import { LRUCache } from 'lru-cache';
import type { Context } from '../context';
import type { Question } from '../../domain/question';
import { deviationsAt, type DeviationsOptions } from '../deviations/deviations';
import { deviationsAnswerOf } from '../deviations/deviationsAnswer';
import { answer, type Outcome } from '../http/outcome';
import { atOneMoment } from '../moment';
import { digestAt } from '../deviations/digest';
import { questionRests } from '../deviations/questionRests';

/** An answer as its JSON text, UTF-8. */
export interface AnswerJson {
  readonly json: Uint8Array<ArrayBuffer>;
  readonly simulated: boolean;
}

/** Writes an answer out. */
export const answerJsonOf = (value: { readonly simulated: boolean }): AnswerJson => ({
  json: new TextEncoder().encode(JSON.stringify(value)),
  simulated: value.simulated,
});

/** A year of ten venues is some 6 MB: the years that several readers look at at once. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The digest's share, roughly, of the time of an answer computed for the first time. */
const DIGEST_SHARE = 0.4;

const caches = new WeakMap<Context['database'], LRUCache<string, AnswerJson>>();

/**
 * `deviations` as JSON text. One computed before is returned again while its digest is the same: the same digest means the same
 * numbers, so what is remembered can never differ from what would be computed.
 */
export async function deviationsJson(
  context: Context,
  question: Question,
  options: DeviationsOptions,
): Promise<Outcome<AnswerJson>> {
  const cache =
    caches.get(context.database) ??
    new LRUCache<string, AnswerJson>({ maxSize: MOST_BYTES, sizeCalculation: ({ json }) => json.length });
  caches.set(context.database, cache);
  const { onProgress, ...others } = options;
  return atOneMoment(
    context,
    question.asOf,
    async (moment) => {
      const digest = await digestAt(moment, question, (share) => {
        options.signal?.throwIfAborted();
        onProgress?.(share * DIGEST_SHARE);
      });
      const before = digest === undefined ? undefined : cache.get(keyOf(digest, options));
      if (before !== undefined) return answer(before);
      const outcome = await deviationsAt(moment, question, {
        ...others,
        onProgress: (share) => onProgress?.(DIGEST_SHARE + share * (1 - DIGEST_SHARE)),
      });
      if (!outcome.ok) return outcome;
      const value = deviationsAnswerOf(outcome.value);
      const answerJson = answerJsonOf(value);
      cache.set(keyOf(value.digest, options), answerJson);
      return answer(answerJson);
    },
    questionRests(question),
  );
}

const keyOf = (digest: string, { resolution = 'auto' }: DeviationsOptions): string => `${digest} ${String(resolution)}`;
