import { wholeDays, type MinuteRange } from '../../../domain/minute';
import { listAsOf, listWindow, type ListView } from '../../../permalink/lists';
import { fingerprintOf } from '../../../store/changes/fingerprint';
import type { ReadBook } from '../../../store/connection/reading';
import { marketsWithData } from '../../../store/coverage/storedCoverage';
import { DATA_CHANGING } from '../../../words/en/serverProblems';
import type { Context } from '../../context';
import { problem, type Outcome } from '../../http/outcome';
import { listRests } from './rests';

/** So often an answer is made while what it rests on is written to. */
const ATTEMPTS = 5;

/**
 * Makes an answer until nothing that it rests on, the books that `work` is given among it, was written while it was made. `reachOf`: the minutes that an
 * answer speaks of, where some lie outside its window.
 */
export async function ofOneState<T>(
  { database }: Context,
  list: ListView,
  work: (books: readonly ReadBook[]) => Promise<Outcome<T>>,
  reachOf: (value: T) => MinuteRange | undefined,
  attempts = ATTEMPTS,
): Promise<Outcome<T>> {
  const [window, asOf] = [listWindow(list), listAsOf(list)];
  // What is asked of a window rests on its whole days.
  let reach = window === undefined ? undefined : wholeDays(window);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const markets = await marketsWithData(database, { asOf });
    const { bases, books } = listRests(list, markets, reach);
    const listed = [...new Set(markets.map(({ market }) => market.base))];
    const rests = { everything: false, listed, bases, books, isFleeting: false };
    const before = await fingerprintOf(database, rests);
    const found = await work(books);
    if (!found.ok) return found;
    const reached = reachOf(found.value);
    const isWithin = reached === undefined || (reach !== undefined && contains(reach, reached));
    if (isWithin && (await fingerprintOf(database, rests)) === before) return found;
    reach = reached;
  }
  return problem('unavailable', DATA_CHANGING);
}

const contains = (outer: MinuteRange, inner: MinuteRange): boolean => outer.from <= inner.from && outer.to >= inner.to;
