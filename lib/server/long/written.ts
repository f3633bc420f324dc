import type { Context } from '../context';
import type { Question } from '../../domain/question';
import { deviations, type DeviationsOptions } from '../deviations/deviations';
import { answer, type Outcome } from '../http/outcome';
import { digestOfLong } from './analyse';
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

const kept = new WeakMap<Context['database'], Shelf<Written>>();

/**
 * `deviations` written out. One given before is given again while its digest is the same: the same digest means the same
 * numbers, so what is remembered can never differ from what would be computed.
 */
export async function writtenDeviations(
  context: Context,
  question: Question,
  options: DeviationsOptions,
): Promise<Outcome<Written>> {
  const shelf = kept.get(context.database) ?? new Shelf<Written>(MOST_BYTES, ({ json }) => json.length);
  kept.set(context.database, shelf);
  const { onProgress, ...others } = options;
  const digest = await digestOfLong(context, question, {
    ...others,
    onProgress: (share) => onProgress?.(share * DIGEST_SHARE),
  });
  const before = digest === undefined ? undefined : shelf.get(keyOf(digest, options));
  if (before !== undefined) return answer(before);
  const outcome = await deviations(context, question, {
    ...others,
    onProgress: (share) => onProgress?.(DIGEST_SHARE + share * (1 - DIGEST_SHARE)),
  });
  if (!outcome.ok) return outcome;
  const written: Written = {
    json: new TextEncoder().encode(JSON.stringify(outcome.value)),
    simulated: outcome.value.simulated,
  };
  // Under its own digest: candles may have come in since the first was taken.
  shelf.put(keyOf(outcome.value.digest, options), written);
  return answer(written);
}

const keyOf = (digest: string, { resolution = 'auto' }: DeviationsOptions): string => `${digest} ${String(resolution)}`;
