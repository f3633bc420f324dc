import type { Asset, Venue } from '../../domain/market';
import { candleCount, minuteCount, venueCount } from './counts';
import { formatMinute, type Minute } from '../../domain/minute';
import { venueList, venueName } from './venues';

/** `2 h 3 min`, `45 s`. */
function duration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes === 0) return `${String(Math.round(ms / 1_000))} s`;
  return minutes < 60 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

interface NamedCount {
  readonly pair: string;
  readonly minutes: number;
}

/** What a followed venue says beside its state. */
export const followNotes = {
  behind: (minutes: number): string => `${minuteCount(minutes)} behind`,
  round: (
    corrected: readonly NamedCount[],
    unanswered: readonly { readonly pair: string; readonly cause: string }[],
    silent: readonly { readonly pair: string; readonly since: Minute }[],
  ): string =>
    [
      ...(corrected.length === 0
        ? []
        : [`corrected: ${corrected.map(({ pair, minutes }) => `${pair} ${String(minutes)}`).join(', ')}`]),
      ...(unanswered.length === 0
        ? []
        : [`no answer: ${unanswered.map(({ pair, cause }) => `${pair} (${cause})`).join(', ')}`]),
      ...(silent.length === 0
        ? []
        : [`no row since: ${silent.map(({ pair, since }) => `${pair} ${formatMinute(since)}`).join(', ')}`]),
    ].join('; '),
};

/** Lines for whoever runs a follow. */
export const followLines = {
  notServed: (market: string, cause: string): string =>
    `${market}: ${cause}; the next request follows when the venue's market list is loaded again, within a day`,
  uncertain: (venue: Venue, cause: string, mend: string): string => `${venueName(venue)}: ${cause}; ${mend}`,
  listedNowhere: (asset: Asset, venues: readonly Venue[], mend: string): string =>
    `${asset}: not listed on ${venueList(venues)}; ${mend}`,
};

const OFF = { away: 'not answering', refused: 'refused' } as const;

interface FollowCounts {
  readonly venues: number;
  readonly ms: number;
  readonly candles: number;
  readonly corrections: number;
  readonly off: readonly { readonly venue: Venue; readonly state: 'away' | 'refused' }[];
}

/** `6 venues followed for 30 min, 1,234 candles recorded, 0 minutes corrected later`. */
export const followSummary = ({ venues, ms, candles, corrections, off }: FollowCounts): string =>
  [
    `${venueCount(venues)} followed for ${duration(ms)}`,
    `${candleCount(candles)} recorded`,
    `${minuteCount(corrections)} corrected later`,
    ...off.map(({ venue, state }) => `${venueName(venue)} ${OFF[state]}`),
  ].join(', ');
