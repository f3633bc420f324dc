import type { Reproduction } from '../api/reproduction';
import { symbolOf } from '../domain/asset';
import { formatInstant, instant } from '../domain/instant';
import { formatMinute } from '../domain/minute';
import { METHOD_VERSION } from '../domain/method';
import type { Question } from '../domain/question';
import { askAgain, canBeAsked, type AskAgainOptions } from '../ingest/reproduce/askAgain';
import { honourProxies } from '../ingest/venue/proxy';
import { answer, type Outcome } from '../server/http/outcome';
import { comparedBook, notComparable } from '../server/reproduce/compare';
import { storedBooks, type StoredBook } from '../server/reproduce/stored';
import type { OpenDataset } from './dataset';
import { startSimulatorChild } from './simulatorChild';

export type ReproduceOptions = Pick<AskAgainOptions, 'onProgress' | 'signal'> & {
  /** Of the view, for the answer. */
  readonly address: string;
};

/**
 * Asks the venues of a question for its minutes again and compares what they serve with what is stored, market by market: the exchanges of
 * the real dataset; of the rehearsal a simulator of its own, started and ended here. Nothing is stored.
 */
export async function reproduceFrom(
  dataset: OpenDataset,
  question: Question,
  options: ReproduceOptions,
): Promise<Outcome<Reproduction>> {
  honourProxies(process.env);
  const stored = await storedBooks(dataset.context, question);
  if (!stored.ok) return stored;
  const askedAtMs = Date.now();
  const served = await servedBooks(dataset, stored.value.filter(isComparable), options);
  const markets = stored.value.map((book) => {
    const found = served.get(book);
    return found === undefined ? notComparable(book) : comparedBook(book, found);
  });
  return answer({
    method: METHOD_VERSION,
    simulated: dataset.context.simulated,
    asset: question.asset,
    name: symbolOf(question.asset),
    address: options.address,
    from: formatMinute(question.range.from),
    to: formatMinute(question.range.to),
    asOf: question.asOf === undefined ? null : formatInstant(question.asOf),
    asked: formatInstant(instant(askedAtMs)),
    same: markets.every(({ outcome }) => outcome === 'same' || outcome === 'neither'),
    markets,
  });
}

const isComparable = ({ source }: StoredBook): boolean => canBeAsked(source);

type Served = Awaited<ReturnType<typeof askAgain>>[number];

async function servedBooks(
  dataset: OpenDataset,
  books: readonly StoredBook[],
  { onProgress, signal }: ReproduceOptions,
): Promise<ReadonlyMap<StoredBook, Served>> {
  if (books.length === 0) return new Map();
  const simulator = dataset.name === 'rehearsal' ? await startSimulatorChild() : undefined;
  try {
    const served = await askAgain(books, {
      now: Date.now,
      signal,
      ...(onProgress === undefined ? {} : { onProgress }),
      archive: simulator === undefined ? process.env['PLUMBLINE_ARCHIVE'] : `${simulator.origin}/archive`,
      ...(simulator === undefined ? {} : { origin: simulator.origin, throttle: false }),
    });
    return new Map(books.flatMap((book, i) => (served[i] === undefined ? [] : [[book, served[i]] as const])));
  } finally {
    await simulator?.close();
  }
}
