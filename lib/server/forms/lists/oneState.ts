import type { Instant } from '../../../domain/instant';
import { wholeDays, type MinuteRange } from '../../../domain/minute';
import { listAsOf, listWindow, type ListView } from '../../../permalink/lists';
import { lastModified } from '../../../store/answered/lastModified';
import { fingerprintOf } from '../../../store/changes/fingerprint';
import { marketsWithData } from '../../../store/coverage/storedCoverage';
import { DATA_CHANGING } from '../../../words/en/serverProblems';
import type { Context } from '../../context';
import { answer, problem, type Outcome } from '../../http/outcome';
import { listRests } from './rests';

/** So often an answer is made while what it rests on is written to. */
const ATTEMPTS = 5;

export interface OfOneState<T> {
  readonly value: T;
  readonly lastModified: Instant | undefined;
}

/**
 * Makes an answer until nothing that it rests on was written while it was made, and tells when that was last written to. `reachOf`: the
 * minutes that an answer speaks of, where some lie outside its window.
 */
export async function ofOneState<T>(
  { database }: Context,
  list: ListView,
  work: () => Promise<Outcome<T>>,
  reachOf: (value: T) => MinuteRange | undefined,
  attempts = ATTEMPTS,
): Promise<Outcome<OfOneState<T>>> {
  const [window, asOf] = [listWindow(list), listAsOf(list)];
  // What is asked of a window rests on its whole days.
  let reach = window === undefined ? undefined : wholeDays(window);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const markets = await marketsWithData(database, { asOf });
    const { bases, books } = listRests(list, markets, reach);
    const listed = [...new Set(markets.map(({ market }) => market.base))];
    const rests = { everything: false, listed, bases, books, isFleeting: false };
    const before = await fingerprintOf(database, rests);
    const found = await work();
    if (!found.ok) return found;
    const reached = reachOf(found.value);
    const modified = await lastModified(database, books, asOf);
    const isWithin = reached === undefined || (reach !== undefined && contains(reach, reached));
    if (isWithin && (await fingerprintOf(database, rests)) === before)
      return answer({ value: found.value, lastModified: modified });
    reach = reached;
  }
  return problem('unavailable', DATA_CHANGING);
}

const contains = (outer: MinuteRange, inner: MinuteRange): boolean => outer.from <= inner.from && outer.to >= inner.to;
