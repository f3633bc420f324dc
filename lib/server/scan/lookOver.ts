import { DayByDay } from '../../analysis/days/dayByDay';
import { dayOf, type Day } from '../../domain/minute';
import type { StoredEpisode } from '../../store/episodes/episodes';
import type { Readable } from '../../store/connection/client';
import { dayQuestion, measuredDays, type AssetReference } from './assetDays';
import type { RateDays } from './rateDays';

export interface LookedOver {
  /** The days looked over, and whether at their end nothing was open and no recovery looked for. */
  readonly looked: readonly { readonly day: Day; readonly clean: boolean }[];
  readonly episodes: readonly StoredEpisode[];
  /** Whether `until` ended it, and not the last day held. */
  readonly isStopped: boolean;
}

/** Looks for an asset's episodes over its held days from `from` on, at which nothing is open, until `until` says so or all are seen. */
export async function lookOver(
  snapshot: Readable,
  rates: RateDays,
  of: AssetReference,
  held: readonly Day[],
  from: Day,
  until: (day: Day, clean: boolean) => boolean,
): Promise<LookedOver> {
  const isHeld = new Set(held);
  const run = new DayByDay(
    of.asset,
    dayQuestion(of, from).enter,
    of.markets.map(({ market }) => market),
  );
  const looked: { readonly day: Day; readonly clean: boolean }[] = [];
  let isStopped = false;
  for await (const measured of measuredDays(
    snapshot,
    rates,
    of,
    held.filter((day) => day >= from),
  )) {
    const day = dayOf(measured.range.from);
    run.take(measured, !isHeld.has((day - 1) as Day));
    looked.push({ day, clean: run.isClean });
    isStopped = until(day, run.isClean);
    if (isStopped) break;
  }
  return {
    looked,
    isStopped,
    episodes: run.finish().map((episode) => ({ ...episode, asset: of.asset, quote: episode.market.quote })),
  };
}
