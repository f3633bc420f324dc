import type { Context } from '../context';
import type { Question } from '../../domain/question';
import { deviationsAt, type DeviationsOptions } from '../deviations/deviations';
import { deviationsAnswerOf } from '../deviations/deviationsAnswer';
import { answer, type Outcome } from '../http/outcome';
import { atOneMoment } from '../moment';
import { digestOfLongAt } from './analyse';
import { Shelf } from './shelf';

/** An answer as its JSON text, UTF-8. */
export interface Written {
  readonly json: Uint8Array<ArrayBuffer>;
  readonly simulated: boolean;
}

/** A year of ten venues is some 6 MB: the years that several readers look at at once. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Of the time of an answer never given before, roughly, what its digest takes. */
const DIGEST_SHARE = 0.4;

const shelves = new WeakMap<Context['database'], Shelf<Written>>();

/**
 * `deviations` written out. One given before is given again while its digest is the same: the same digest means the same
 * numbers, so what is remembered can never differ from what would be computed.
 */
export async function writtenDeviations(
  context: Context,
  question: Question,
  options: DeviationsOptions,
): Promise<Outcome<Written>> {
  const shelf = shelves.get(context.database) ?? new Shelf<Written>(MOST_BYTES, ({ json }) => json.length);
  shelves.set(context.database, shelf);
  const { onProgress, ...others } = options;
  return atOneMoment(context, question.asOf, async (moment) => {
    const digest = await digestOfLongAt(moment, question, {
      ...others,
      onProgress: (share) => onProgress?.(share * DIGEST_SHARE),
    });
    const before = digest === undefined ? undefined : shelf.get(keyOf(digest, options));
    if (before !== undefined) return answer(before);
    const outcome = await deviationsAt(moment, question, {
      ...others,
      onProgress: (share) => onProgress?.(DIGEST_SHARE + share * (1 - DIGEST_SHARE)),
    });
    if (!outcome.ok) return outcome;
    const value = deviationsAnswerOf(outcome.value);
    const written: Written = {
      json: new TextEncoder().encode(JSON.stringify(value)),
      simulated: value.simulated,
    };
    shelf.put(keyOf(value.digest, options), written);
    return answer(written);
  });
}

const keyOf = (digest: string, { resolution = 'auto' }: DeviationsOptions): string => `${digest} ${String(resolution)}`;
