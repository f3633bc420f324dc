import { setImmediate as pause } from 'node:timers/promises';
import { assetEntry } from '../../domain/asset';
import type { Asset } from '../../domain/market';
import type { Day } from '../../domain/minute';
import type { Database } from '../../store/connection/database';
import { marketsWithData } from '../../store/coverage/storedCoverage';
import {
  storedDays,
  changingEpisodes,
  dayStates,
  forgetEpisodes,
  replaceStretch,
  type DayState,
  type SearchedStretch,
} from '../../store/episodes/days';
import { isOutOfDate, spreadMarks, staleAssets, type Mark, type StaleDays } from '../../store/episodes/marks';
import type { Wanted } from '../../store/days/candles';
import { restsOn } from '../../store/connection/reading';
import { DatabaseFailure, WritesRefused } from '../../store/connection/failures';
import { referencesFor, type AssetReference } from './assetDays';
import type { RatesMoment } from '../rates/rateDays';
import { lendsLegs } from '../rates/rateMarkets';
import { searchDays } from './searchDays';

export interface RefreshOptions {
  /** Aborted: stops between two assets; the others' stored episodes remain, and the rest stays stale. */
  readonly signal?: AbortSignal | undefined;
  /** The share of assets done, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export interface Refreshed {
  /** Over how many days of assets episodes were looked for anew. */
  readonly days: number;
  /** false: the database takes no writes, or has not yet what its primary has, and candles came in since the episodes were stored. */
  readonly isUpToDate: boolean;
}

/** How the stored episodes are brought up to date: on this thread (`refreshEpisodes`), or beside it. */
export type Refresh = (database: Database) => Promise<Refreshed>;

/**
 * Brings the stored episodes of every asset up to date with the stored candles. Several processes may refresh at once: each
 * asset is worked on by one of them. A standby or a role that may only read leaves them as they are. Where reading goes to a standby and its primary is named, all
 * of it is done there, and a reader has it once the standby does.
 */
export async function refreshEpisodes(database: Database, options: RefreshOptions = {}): Promise<Refreshed> {
  if (!(await isOutOfDate(database))) return { days: 0, isUpToDate: true };
  const { primary } = database;
  let days = 0;
  try {
    days = await refreshed(primary ?? database, options);
    if (primary === undefined || !(await isOutOfDate(database))) return { days, isUpToDate: true };
  } catch (failure) {
    const isAway = primary !== undefined && failure instanceof DatabaseFailure;
    if (!isAway && !(failure instanceof WritesRefused)) throw failure;
  }
  restsOn({ isFleeting: true });
  return { days, isUpToDate: false };
}

async function refreshed(database: Database, { signal, onProgress }: RefreshOptions): Promise<number> {
  // The stored markets are read after the marks: a market that a mark speaks of is there.
  await spreadMarks(database, async (marks, client) => staleFrom(marks, await marketsWithData(client)));
  const stale = await staleAssets(database);
  if (stale.length === 0) return 0;
  const stored = await marketsWithData(database);
  let days = 0;
  const all = toRefresh(stale, stored);
  for (const [i, { asset, reference }] of all.entries()) {
    signal?.throwIfAborted();
    const of = referencesFor(asset, stored).find((one) => one.reference === reference);
    days += await changingEpisodes(database, asset, async (client) => {
      if (of !== undefined)
        return refreshAsset({ snapshot: client, database, asOf: undefined, markets: stored }, client, of);
      await forgetEpisodes(client, asset, reference);
      return 0;
    });
    onProgress?.((i + 1) / all.length);
  }
  return days;
}

/**
 * The references that are stale, and beside them every other one of these assets: by other rules than those it was searched by, an asset may be held
 * against a reference of which no day is stored yet.
 */
function toRefresh(
  stale: Awaited<ReturnType<typeof staleAssets>>,
  stored: readonly Wanted[],
): readonly { readonly asset: Asset; readonly reference: string }[] {
  const assets = [...new Set(stale.map(({ asset }) => asset))];
  return assets.flatMap((asset) => {
    const own = stale.filter((one) => one.asset === asset).map(({ reference }) => reference);
    const others = referencesFor(asset, stored).map(({ reference }): string => reference);
    return [...new Set([...own, ...others])].map((reference) => ({ asset, reference }));
  });
}

/** A minute's rate looks two minutes into the days beside it. */
const BESIDE = [-1, 0, 1] as const;

/**
 * Which days of which assets rest on the days marked: an asset's own day; of a leg of the rates every asset's, and the days
 * beside it; of an underlying, and of a wrapped asset itself, the day after too, whose ratio is taken over this one.
 */
export function staleFrom(marks: readonly Mark[], stored: readonly Wanted[]): readonly StaleDays[] {
  const assets = [...new Set(stored.map(({ market }) => market.base))];
  const quotes = new Set<string>(stored.map(({ market }) => market.quote));
  const legDays = [
    ...new Set(
      marks.filter((mark) => lendsLegs(mark, quotes)).flatMap(({ day }) => BESIDE.map((beside) => day + beside)),
    ),
  ];
  return assets.flatMap((asset) =>
    referencesFor(asset, stored).map(({ reference }): StaleDays => {
      const { nature } = assetEntry(asset);
      const own = marks
        .filter(
          ({ base }) =>
            base === asset || (reference === 'wrapped' && nature.kind === 'wrapped' && base === nature.underlying),
        )
        .map(({ day }): number => day);
      const days = new Set([...own, ...legDays]);
      if (reference === 'wrapped') for (const day of [...days]) days.add(day + 1);
      return { asset, reference, days: [...days].filter((day) => day >= 0) as Day[] };
    }),
  );
}

/** Looks anew for the episodes of the stale days, each stretch of them from the last clean midnight before it. */
async function refreshAsset(
  reading: RatesMoment,
  client: Parameters<typeof replaceStretch>[0],
  of: AssetReference,
): Promise<number> {
  const days = await storedDays(client, of.asset);
  let searched = 0;
  for (
    let states = await dayStates(client, of.asset, of.reference);
    ;
    states = await dayStates(client, of.asset, of.reference)
  ) {
    const from = beginningOf(days, states);
    if (from === undefined) return searched;
    const stretch = await stretchFrom(reading, of, days, states, from);
    await replaceStretch(client, of.asset, of.reference, stretch);
    searched += stretch.days.length;
    // Others of this process get their turn.
    await pause();
  }
}

/** The day to begin with: the last one up to the first stale day before which nothing is open; undefined: nothing is stale. */
function beginningOf(days: readonly Day[], states: ReadonlyMap<Day, DayState>): Day | undefined {
  const withData = new Set(days);
  const stale = [
    ...[...states].filter(([day, { stale: is }]) => is || !withData.has(day)).map(([day]) => day),
    ...days.filter((day) => !states.has(day)),
  ];
  if (stale.length === 0) return undefined;
  let from = Math.min(...stale) as Day;
  // Over a gap too: an episode open where the data ended closes by the gap now that data follows it.
  for (const day of days.filter((one) => one < from).reverse()) {
    if (states.get(day)?.clean === true) break;
    from = day;
  }
  return from;
}

/** Looks over the days from `from` until a midnight at which nothing is open, nor was, and before which no stale day is left. */
async function stretchFrom(
  reading: RatesMoment,
  of: AssetReference,
  days: readonly Day[],
  states: ReadonlyMap<Day, DayState>,
  from: Day,
): Promise<SearchedStretch> {
  const withData = new Set(days);
  // The stored state of the next day remains valid if it is there, up to date, and was found beginning from this midnight.
  const meetsStored = (day: Day, clean: boolean): boolean =>
    clean &&
    states.get(day)?.clean === true &&
    states.get((day + 1) as Day)?.stale === false &&
    withData.has((day + 1) as Day);
  const { searched, episodes, isStopped } = await searchDays(reading, of, days, from, meetsStored);
  const last = searched.at(-1);
  return { from, to: isStopped && last !== undefined ? ((last.day + 1) as Day) : undefined, days: searched, episodes };
}
