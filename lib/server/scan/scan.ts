import type { ScanAnswer } from '../../api/scan';
import { writeCertainty } from '../../domain/episode';
import type { RankedEpisode } from '../../api/overview';
import { defaultEnter, symbolOf } from '../../domain/asset';
import { BEYOND_RATES, type Certainty } from '../../domain/episode';
import { formatInstant } from '../../domain/instant';
import { pairOf } from '../../domain/market';
import {
  dayOf,
  formatMinute,
  minute,
  minutesIn,
  minuteRange,
  plus,
  startOf,
  MINUTES_PER_DAY,
  type MinuteRange,
} from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import type { Scan } from '../../domain/scan';
import { marketsWithData } from '../../store/coverage/storedCoverage';
import {
  inStoredOrder,
  rankedEpisodes,
  searchedAssets,
  type SearchedAsset,
  type StoredEpisode,
} from '../../store/episodes/episodes';
import type { Readable } from '../../store/connection/client';
import { withSnapshot } from '../../store/connection/transactions';
import { EPISODES_NOT_UP_TO_DATE } from '../../words/en/database';
import type { Context } from '../context';
import { noneStored, unstoredNotes } from '../coverage/assetCoverage';
import { notOver, stillToCome } from '../moment';
import { orNull } from '../deviations/rows';
import { answer, type Outcome } from '../http/outcome';
import { freshEpisodes } from './fresh';
import { ranked } from './ranked';
import { refreshEpisodes, type RefreshOptions } from './refresh';
import { noteTexts } from '../../words/notes';
import { scanNotes } from '../../words/scanNotes';

export interface ScanOptions extends RefreshOptions {
  /** Computes every episode from the candles alone, without what is kept. The same answer, later. */
  readonly fresh?: boolean | undefined;
}

/** Episodes of every asset that overlap a window, ranked. The stored ones are brought up to date first; as of an instant they are computed. */
export async function scan(
  context: Context,
  asked: Scan,
  { fresh = false, ...options }: ScanOptions = {},
): Promise<Outcome<ScanAnswer>> {
  const early = stillToCome(asked.asOf);
  if (early !== undefined) return early;
  const unstored = await nothingStored(context.database, asked);
  if (unstored !== undefined) return unstored;
  // What is kept is of now.
  if (fresh || asked.asOf !== undefined)
    return answer(
      answerOf(context, asked, await computed(context, asked, options), await notStored(context.database, asked)),
    );
  const { isUpToDate } = await refreshEpisodes(context.database, options);
  return answer(
    await withSnapshot(context.database, (snapshot) => storedScan({ ...context, snapshot, isUpToDate }, asked)),
  );
}

const nothingStored = async (db: Readable, asked: Scan): Promise<ReturnType<typeof noneStored>> =>
  asked.assets === undefined ? undefined : noneStored(await marketsWithData(db, { asOf: asked.asOf }), asked);

/** Stored episodes as one moment has them, and whether they were brought up to date before. */
export interface StoredMoment {
  readonly snapshot: Readable;
  readonly simulated: boolean;
  readonly isUpToDate: boolean;
}

/** The same of the stored episodes alone: now. */
export async function storedScan(moment: StoredMoment, asked: Scan): Promise<ScanAnswer> {
  const { snapshot, isUpToDate } = moment;
  const found = {
    beyond: await rankedEpisodes(snapshot, amongOf(asked, BEYOND_RATES)),
    within: await rankedEpisodes(snapshot, amongOf(asked, WITHIN)),
    searched: await searchedAssets(snapshot, asked),
    isUpToDate,
  };
  return answerOf(moment, asked, found, await notStored(snapshot, asked));
}

function answerOf(
  { simulated }: Pick<Context, 'simulated'>,
  asked: Scan,
  { beyond, within, searched, isUpToDate }: Found,
  missing: readonly string[],
): ScanAnswer {
  return {
    method: METHOD_VERSION,
    simulated,
    from: formatMinute(asked.range.from),
    to: formatMinute(asked.range.to),
    reference: asked.reference,
    rank: asked.rank,
    asOf: asked.asOf === undefined ? null : formatInstant(asked.asOf),
    searched: searched.map(({ asset, days }) => ({ asset, days })),
    found: beyond.all,
    episodes: beyond.episodes.map((episode) => rankedAnswerOf(episode, daysOf(episode))),
    within: {
      found: within.all,
      episodes: within.episodes.map((episode) => rankedAnswerOf(episode, daysOf(episode))),
    },
    notes: [...missing, ...notesOn(asked, searched.length), ...(isUpToDate ? [] : [EPISODES_NOT_UP_TO_DATE])],
  };
}

/** How many there are in all, and the first of them by rank. */
interface Listed {
  readonly all: number;
  readonly episodes: readonly StoredEpisode[];
}

interface Found {
  /** Beyond what their rates leave unknown, on a weak rate or not. */
  readonly beyond: Listed;
  /** Within it: listed apart. */
  readonly within: Listed;
  readonly searched: readonly SearchedAsset[];
  readonly isUpToDate: boolean;
}

async function computed(context: Context, asked: Scan, options: RefreshOptions): Promise<Found> {
  const { range, assets, asOf } = asked;
  const { episodes: computedNow, searched } = await freshEpisodes(context, asked.reference, { ...options, asOf });
  // Lists as of an instant keep the order of fields that their published digests were made of.
  const episodes = asOf === undefined ? computedNow.map(inStoredOrder) : computedNow;
  const [first, last] = [dayOf(range.from), dayOf(minute(range.to - 1))];
  const inWindow = searched
    .filter(({ asset }) => assets?.includes(asset) ?? true)
    .map(({ asset, days }) => ({ asset, days: days.filter((day) => day >= first && day <= last).length }));
  return {
    beyond: ranked(episodes, amongOf(asked, BEYOND_RATES)),
    within: ranked(episodes, amongOf(asked, WITHIN)),
    searched: inWindow.filter(({ days }) => days > 0),
    isUpToDate: true,
  };
}

const WITHIN = ['within'] as const;

/** The same scan of those of its certainties alone. */
const amongOf = (asked: Scan, some: readonly Certainty[]): Scan => ({
  ...asked,
  certainty: some.filter((one) => asked.certainty?.includes(one) ?? true),
});

/** The UTC days an episode lies in: the window it was measured in. */
export function daysOf({ start, end }: StoredEpisode): MinuteRange {
  const last = startOf(dayOf(minute(end - 1)));
  return minuteRange(startOf(dayOf(start)), plus(last, MINUTES_PER_DAY));
}

/** A stored episode in the contract's shape; `window`: what a link to it shows. */
export function rankedAnswerOf(episode: StoredEpisode, window: MinuteRange): RankedEpisode {
  const { asset, quote, start, end, peakMinute, recoveryMinutes, usdBloc, usdtBloc, certainty, ...rest } = episode;
  return {
    ...rest,
    asset,
    name: symbolOf(asset),
    market: pairOf({ base: asset, quote }),
    start: formatMinute(start),
    end: formatMinute(end),
    spanMinutes: end - start,
    peakMinute: formatMinute(peakMinute),
    peakClose: orNull(episode.peakClose),
    peakOutside: orNull(episode.peakOutside),
    recoveryMinutes: recoveryMinutes ?? null,
    baseVolume: orNull(episode.baseVolume),
    usdVolume: orNull(episode.usdVolume),
    volumeShare: orNull(episode.volumeShare),
    certainty: writeCertainty(certainty),
    uncertaintyAtPeak: orNull(episode.uncertaintyAtPeak),
    rateRuleAtPeak: episode.rateRuleAtPeak ?? null,
    blocs: usdBloc === undefined || usdtBloc === undefined ? null : { usd: usdBloc, usdt: usdtBloc },
    from: formatMinute(window.from),
    to: formatMinute(window.to),
    enter: defaultEnter(asset),
  };
}

/** Assets and venues asked for that nothing is stored of, a slip of the pen perhaps: that nothing was found there says nothing. */
async function notStored(db: Readable, { assets, venues = [], asOf }: Scan): Promise<readonly string[]> {
  const missing = assets === undefined ? [] : unstoredNotes(await marketsWithData(db, { asOf }), assets);
  if (venues.length === 0) return missing;
  const stored = new Set((await marketsWithData(db)).map(({ market }) => market.venue));
  const unknown = venues.filter((venue) => !stored.has(venue));
  return unknown.length === 0 ? missing : [...missing, scanNotes.notStored(unknown)];
}

export function notesOn({ range, reference }: Pick<Scan, 'range' | 'reference'>, assets: number): readonly string[] {
  const isWholeDays = range.from % MINUTES_PER_DAY === 0 && minutesIn(range) % MINUTES_PER_DAY === 0;
  return [
    ...(assets === 0 ? [scanNotes.nothingSearched(reference)] : []),
    scanNotes.dayByDay,
    ...(isWholeDays ? [] : [scanNotes.shownWhole]),
    ...noteTexts(notOver(range)),
  ];
}
