import { formatLevel, utc } from './numbers';
import { venueName } from './venues';

/** What the columns of an episode mean, where a head is too short to say it. */
export const episodeHints = {
  peakByClose: 'Deviation of the close in the minute whose close deviated furthest',
  outside: 'Beyond the range of every other venue',
  uncertainty: 'Uncertainty of the peak from the rates of the venue and of the others',
  beyond: (enter: number): string => `Minutes whose low or high deviated by ${formatLevel(enter)} or more`,
  closedBeyond: (enter: number): string => `Minutes whose close deviated by ${formatLevel(enter)} or more`,
  unknown: 'Minutes within the episode that could not be measured',
  area: 'Sum of the close’s deviation over the minutes',
  recovery: 'From the peak until three measured minutes in a row closed within half the level',
  share: 'Of all venues’ volume during the episode',
} as const;

export const episodesTable = {
  label: 'Episodes',
  title: (enter: number): string => `Episodes of ${formatLevel(enter)} or more`,
  lead: (enter: number, currency: string): string =>
    `An episode begins at the first measured minute with a deviation of ${formatLevel(enter)} or more. It ends when three measured minutes in a row are closer than ${formatLevel(enter / 2)}. Deepest first. Prices and volumes in ${currency}, times in UTC.`,
  none: 'None of the venues measured deviated that far in this window.',
  noneBeyond: 'None of the venues measured deviated that far beyond the uncertainty of its rates in this window.',
  notMeasured: 'No deviation could be measured in this window.',
  /** A row for those who hear the page: "Binance at 2025-10-10 21:20 UTC". */
  row: (venue: string, peakMinute: string): string => `${venueName(venue)} at ${utc(peakMinute)} UTC`,
  /** The venue never left the range of all others. */
  neverOutside: 'never',
} as const;

/** Episodes that the rates do not bear out, apart from all others. */
export const withinTable = {
  label: 'Episodes within the rate’s uncertainty',
  title: 'Within the rate’s uncertainty',
  lead: 'These deviate so far by the rates measured, but no further than those rates may be off. They say nothing about the venue, and are ranked nowhere.',
} as const;

export const episodeHeads = {
  market: 'Venue, market',
  side: 'Side',
  peak: 'Peak',
  uncertainty: 'Uncertainty',
  certainty: 'Certainty',
  at: 'At, UTC',
  price: (currency: string): string => `Price, ${currency}`,
  reference: (currency: string): string => `Reference, ${currency}`,
  peakByClose: 'Peak by close',
  outside: 'Outside all others',
  start: 'Start, UTC',
  end: 'End, UTC',
  duration: 'Duration',
  beyond: 'Beyond, min',
  closedBeyond: 'Closed beyond, min',
  unknown: 'Unknown, min',
  area: 'Area, %·min',
  recovery: 'Recovered after',
  baseVolume: 'Volume, base',
  volume: (currency: string): string => `Volume, ${currency}`,
  share: 'Share of volume',
  peersAtPeak: 'Other venues at peak',
  fewestPeers: 'Fewest',
  censored: 'Censored',
  id: 'ID',
} as const;
