import { DayByDay } from '../../analysis/episodes/dayByDay';
import type { Episode } from '../../analysis/types';
import { dayOf, type Day } from '../../domain/minute';
import type { StoredEpisode } from '../../store/episodes/episodes';
import { dayQuestion, measuredDays, type AssetReference } from './assetDays';
import type { RatesMoment } from '../rates/rateDays';

export interface SearchedDays {
  /** The days searched, and whether at their end no episode was open and no recovery awaited. */
  readonly searched: readonly { readonly day: Day; readonly clean: boolean }[];
  readonly episodes: readonly StoredEpisode[];
  /** Whether `until` ended it, and not the last day with data. */
  readonly isStopped: boolean;
}

/** Searches an asset's days with data for episodes, from `from` on, where none is open, until `until` is true or no day is left. */
export async function searchDays(
  reading: RatesMoment,
  of: AssetReference,
  days: readonly Day[],
  from: Day,
  until: (day: Day, clean: boolean) => boolean,
): Promise<SearchedDays> {
  const withData = new Set(days);
  const run = new DayByDay(of.asset, dayQuestion(of, from).enter);
  const searched: { readonly day: Day; readonly clean: boolean }[] = [];
  let isStopped = false;
  for await (const measured of measuredDays(
    reading,
    of,
    days.filter((day) => day >= from),
  )) {
    const day = dayOf(measured.range.from);
    run.take(measured, !withData.has((day - 1) as Day));
    searched.push({ day, clean: run.isClean });
    isStopped = until(day, run.isClean);
    if (isStopped) break;
  }
  return {
    searched,
    isStopped,
    episodes: run.finish().map((episode) => storedOf(of, episode)),
  };
}

const storedOf = ({ asset, reference }: AssetReference, { blocs, ...episode }: Episode): StoredEpisode => ({
  ...episode,
  asset,
  reference,
  quote: episode.market.quote,
  usdBloc: blocs?.usd,
  usdtBloc: blocs?.usdt,
});
