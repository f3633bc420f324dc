import type { ScanAnswer } from '../../api/scan';
import type { VenueScore, VenuesAnswer } from '../../api/venues';
import { BEYOND_RATES } from '../../domain/episode';
import type { Venue } from '../../domain/market';
import { METHOD_VERSION, SCORECARD_LEVELS } from '../../domain/method';
import { formatMinute, type MinuteRange } from '../../domain/minute';
import { EVERY_EPISODE } from '../../domain/scan';
import { venueScan } from '../../permalink/venue';
import { answeredByVenue, type AnsweredVenue } from '../../store/coverage/answeredByVenue';
import { marketsWithData } from '../../store/coverage/storedCoverage';
import { withSnapshot } from '../../store/connection/transactions';
import { episodesByVenue, type VenueEpisodes } from '../../store/episodes/episodes';
import { EPISODES_NOT_UP_TO_DATE } from '../../words/en/database';
import type { Context } from '../context';
import { answer, type Outcome } from '../http/outcome';
import { refreshEpisodes, type Refresh } from '../scan/refresh';
import { notesOn, rankedAnswerOf, daysOf, storedScan, type StoredMoment } from '../scan/scan';

/** More venues than there are. */
const MOST_VENUES = 1_000;

/** A venue's page has a table of so many of its own episodes, the deepest; a scan has the rest. */
const OWN_EPISODES = 20;

/** Every venue's episodes in a window, of all assets: the same stored episodes as a scan's, brought up to date first. */
export async function venues(
  context: Context,
  range: MinuteRange,
  refresh: Refresh = refreshEpisodes,
): Promise<Outcome<VenuesAnswer>> {
  return answer(await upToDate(context, refresh, (moment) => scored(moment, range)));
}

/** One venue beside the others, and its own episodes: of one moment, so that the two never contradict each other. */
export interface VenueAnswer {
  readonly scores: VenuesAnswer;
  readonly own: ScanAnswer;
}

export async function venueOf(
  context: Context,
  venue: Venue,
  range: MinuteRange,
  refresh: Refresh = refreshEpisodes,
): Promise<Outcome<VenueAnswer>> {
  const asked = venueScan(venue, range, OWN_EPISODES);
  return answer(
    await upToDate(context, refresh, async (moment) => ({
      scores: await scored(moment, range),
      own: await storedScan(moment, asked),
    })),
  );
}

async function upToDate<T>(
  { database, simulated }: Context,
  refresh: Refresh,
  work: (moment: StoredMoment) => Promise<T>,
): Promise<T> {
  const { isUpToDate } = await refresh(database);
  return withSnapshot(database, (snapshot) => work({ snapshot, simulated, isUpToDate }));
}

async function scored({ snapshot, simulated, isUpToDate }: StoredMoment, range: MinuteRange): Promise<VenuesAnswer> {
  const episodes = await episodesByVenue(snapshot, everythingIn(range), SCORECARD_LEVELS);
  const scores = scoresOf(episodes, await answeredByVenue(snapshot, range));
  return {
    method: METHOD_VERSION,
    simulated,
    from: formatMinute(range.from),
    to: formatMinute(range.to),
    levels: [...SCORECARD_LEVELS],
    venues: scores,
    notes: [...notesOn({ range, reference: 'own' }, scores.length), ...(isUpToDate ? [] : [EPISODES_NOT_UP_TO_DATE])],
  };
}

const everythingIn = (range: MinuteRange) =>
  ({
    ...EVERY_EPISODE,
    range,
    limit: MOST_VENUES,
    certainty: BEYOND_RATES,
  }) as const;

/** Those with an episode in their order, then those that answered and have none, by name. */
function scoresOf(found: readonly VenueEpisodes[], answered: readonly AnsweredVenue[]): VenueScore[] {
  const without = answered.filter(({ venue }) => !found.some((one) => one.venue === venue));
  const of = (venue: string): Answered => answered.find((one) => one.venue === venue) ?? NOTHING_ANSWERED;
  return [
    ...found.map((one) => scoreOf(one, of(one.venue))),
    ...without.map(({ venue, assets, minutes }) => ({ ...NO_EPISODE, venue, assets, answeredMinutes: minutes })),
  ];
}

type Answered = Omit<AnsweredVenue, 'venue'>;
/** An episode that runs across the window may have nothing answered in it. */
const NOTHING_ANSWERED: Answered = { assets: 0, minutes: 0 };

const NO_EPISODE = {
  episodes: 0,
  strayed: 0,
  minutesBeyond: 0,
  areaPctMinutes: 0,
  peaksBeyond: SCORECARD_LEVELS.map(() => 0),
  deepest: null,
  worstRank: null,
} as const satisfies Partial<VenueScore>;

const scoreOf = (found: VenueEpisodes, answered: Answered): VenueScore => ({
  venue: found.venue,
  assets: answered.assets,
  answeredMinutes: answered.minutes,
  episodes: found.episodes,
  strayed: found.assets,
  minutesBeyond: found.minutesBeyond,
  areaPctMinutes: found.areaPctMinutes,
  peaksBeyond: [...found.peaksBeyond],
  deepest: rankedAnswerOf(found.deepest, daysOf(found.deepest)),
  worstRank: found.worstRank,
});

/** The venues of which anything is stored, by id. */
export const venuesWithData = async ({ database }: Context): Promise<readonly Venue[]> =>
  [...new Set((await marketsWithData(database)).map(({ market }) => market.venue))].sort();
