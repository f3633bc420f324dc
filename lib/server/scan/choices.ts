import { formatMinute, MINUTES_PER_DAY, plus, startOf } from '../../domain/minute';
import { marketsWithData } from '../../store/coverage/storedCoverage';
import { searchedDays } from '../../store/episodes/episodes';
import type { Context } from '../context';
import { EVENT_WINDOW } from '../coverage/window';
import { refreshEpisodes, type Refresh } from './refresh';

export interface ScanChoices {
  /** What a scan opens with: the last year of what was searched, in whole UTC days; the event's hours where there is no data. */
  readonly window: { readonly from: string; readonly to: string };
  readonly assets: readonly string[];
  readonly venues: readonly string[];
}

const DAYS_PER_YEAR = 366;

/** What a reader can choose from, from the stored data alone. */
export async function scanChoices({ database }: Context, refresh: Refresh = refreshEpisodes): Promise<ScanChoices> {
  await refresh(database);
  const stored = await marketsWithData(database);
  const days = await searchedDays(database);
  const [from, to] =
    days === undefined
      ? [EVENT_WINDOW.from, EVENT_WINDOW.to]
      : [
          startOf(Math.max(days.first, days.last + 1 - DAYS_PER_YEAR) as typeof days.first),
          plus(startOf(days.last), MINUTES_PER_DAY),
        ];
  return {
    window: { from: formatMinute(from), to: formatMinute(to) },
    assets: [...new Set(stored.map(({ market }) => market.base))].sort(),
    venues: [...new Set(stored.map(({ market }) => market.venue))].sort(),
  };
}
