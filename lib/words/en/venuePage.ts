import { count, formatLevel, signedPercent, utc } from './numbers';
import { venueList, venueName } from './venues';

interface Found {
  readonly venue: string;
  /** Assets of which it answered something in the window. */
  readonly assets: number;
  readonly episodes: number;
  /** Assets with an episode. */
  readonly strayed: number;
  /** undefined: no episode. */
  readonly deepest: { readonly name: string; readonly peak: number; readonly peakMinute: string } | undefined;
}

const assetsOf = (number: number): string => `${count(number)} ${number === 1 ? 'asset' : 'assets'}`;
const episodesOf = (number: number): string => `${count(number)} ${number === 1 ? 'episode' : 'episodes'}`;

/** "Binance: 41 episodes in 9 assets, the deepest −99.94 % (ATOM, 2025-10-10 21:20 UTC)" */
export function venueFinding({ venue, assets, episodes, strayed, deepest }: Found): string {
  if (deepest !== undefined)
    return `${venueName(venue)}: ${episodesOf(episodes)} in ${assetsOf(strayed)}, ${episodes === 1 ? 'at its peak' : 'the deepest'} ${signedPercent(deepest.peak)} (${deepest.name}, ${utc(deepest.peakMinute)} UTC)`;
  return assets === 0
    ? `${venueName(venue)}: no data in this window`
    : `${venueName(venue)}: no episode in this window, in ${assetsOf(assets)}`;
}

/** The top of the page. `from`, `to`: ISO minutes. */
export const venueHead = {
  title: (venue: string): string => `${venueName(venue)} beside the other venues`,
  lead: (from: string, to: string): string =>
    `From ${utc(from)} to ${utc(to)} UTC, each asset against its own reference. Episodes within the uncertainty of their rates are not counted. The figures say how far and for how long prices deviated, not why.`,
  form: 'Window of this page',
} as const;

/** The bars, and the table of the same. */
export const venueScores = {
  title: 'Beside the other venues',
  bars: 'Minutes at or beyond the threshold, by venue',
  lead: 'The bars show the minutes in which a venue’s prices deviated by at least the level at which an episode begins, summed over its assets. A venue of which more is stored has more minutes in which it can deviate; the table gives both.',
  minutes: (minutes: number): string => `${count(minutes)} min`,
  without: (venues: readonly string[]): string => `No episode: ${venueList(venues)}`,
  label: 'Venues in this window',
} as const;

/** Heads of the table; a new line where a head has two. */
export const venueHeads = {
  venue: 'Venue',
  deepest: 'Deepest',
  asset: 'Asset',
  worstMinute: 'Peak minute, UTC',
  rank: 'Rank',
  rankHint: 'Place of its deepest episode among those of all venues',
  episodes: 'Episodes',
  strayed: 'Assets with\nan episode',
  strayedHint: 'Assets with at least one episode, out of those of which the venue answered anything in the window',
  strayedOf: (strayed: number, assets: number): string => `${count(strayed)} of ${count(assets)}`,
  beyond: 'At or beyond\nthreshold, min',
  beyondHint: 'Minutes of its episodes at or beyond the level at which each began',
  area: 'Area, %·min',
  answered: 'Stored,\nasset-min',
  answeredHint: 'Minutes the venue answered in the window, traded or not, summed over its assets',
  peaks: (level: number): string => `Peaks of ${formatLevel(level)}\nor more`,
} as const;

/** The venue's own episodes. */
export const venueEpisodes = {
  title: (venue: string): string => `${venueName(venue)}’s deepest episodes`,
  lead: (shown: number, all: number): string =>
    shown === all ? 'Deepest first.' : `The deepest ${count(shown)} of ${count(all)}.`,
  more: 'All of them',
} as const;

/** A venue of which there is nothing. */
export const unknownVenue = {
  title: 'No such venue here',
  lead: 'The address names a venue for which no data is stored. Write one by its id, as in',
  known: 'Venues with data:',
} as const;
