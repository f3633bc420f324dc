import type { LeagueAnswer } from '../../api/league';
import { METHOD_VERSION } from '../../domain/method';
import { dayOf, formatDay, wholeDay, type Day } from '../../domain/minute';
import { confirmedByVenue } from '../../store/alerts/alerts';
import { restsOn } from '../../store/connection/reading';
import { withSnapshot } from '../../store/connection/transactions';
import { lastBegan, searchedAssets, searchedDays, venuesOfDay } from '../../store/episodes/episodes';
import { EPISODES_NOT_UP_TO_DATE } from '../../words/en/database';
import type { Context } from '../context';
import { answer, type Outcome } from '../http/outcome';
import { refreshEpisodes, type Refresh } from '../scan/refresh';
import { daysOf, rankedAnswerOf } from '../scan/scan';

/**
 * The certain episodes that began on a UTC day, venue by venue, from the stored ones, which are brought up to date first. undefined: the last day over
 * which episodes were looked for; where there is none, the first day of 1970.
 */
export async function league(
  { database, simulated }: Context,
  asked: Day | undefined,
  refresh: Refresh = refreshEpisodes,
): Promise<Outcome<LeagueAnswer>> {
  const { isUpToDate } = await refresh(database);
  return withSnapshot(database, async (snapshot) => {
    const days = await searchedDays(snapshot);
    const day = asked ?? days?.last ?? (0 as Day);
    const range = wholeDay(day);
    const confirmed = await confirmedByVenue(snapshot, range);
    // Nobody is told that an alert came in.
    restsOn({ isFleeting: true });
    const venues = (await venuesOfDay(snapshot, range)).map(({ deepest, longest, ...row }) => ({
      ...row,
      deepest: rankedAnswerOf(deepest, daysOf(deepest)),
      longest: rankedAnswerOf(longest, daysOf(longest)),
      alerts: countOf(confirmed, row.venue),
    }));
    const last = venues.length > 0 ? range.from : await lastBegan(snapshot, range.from);
    return answer({
      method: METHOD_VERSION,
      simulated,
      day: formatDay(day),
      days: days === undefined ? null : { first: formatDay(days.first), last: formatDay(days.last) },
      lastBegan: last === undefined ? null : formatDay(dayOf(last)),
      assets: (await searchedAssets(snapshot, { range, reference: 'own', assets: undefined })).length,
      venues,
      notes: isUpToDate ? [] : [EPISODES_NOT_UP_TO_DATE],
    });
  });
}

/** Of a venue that is not counted there is none. */
const countOf = <K>(counts: ReadonlyMap<K, number>, of: K): number => {
  const found = counts.get(of);
  return found === undefined ? 0 : found;
};
