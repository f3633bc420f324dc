import { count } from './numbers';

interface Found {
  readonly day: string;
  /** Over which episodes were looked for that day. */
  readonly assets: number;
  readonly episodes: number;
  readonly venues: number;
}

const counted = (number: number, one: string, more: string): string => `${count(number)} ${number === 1 ? one : more}`;

/** "2025-10-10: 41 certain episodes at 9 venues" */
export const leagueFinding = ({ day, assets, episodes, venues }: Found): string =>
  assets === 0
    ? `${day}: no data`
    : episodes === 0
      ? `${day}: no certain episode began`
      : `${day}: ${counted(episodes, 'certain episode', 'certain episodes')} at ${counted(venues, 'venue', 'venues')}`;

/** The table of a UTC day. */
export const leagueHead = {
  lead: 'Episodes of spot books that began on this UTC day, beyond the uncertainty of their rates, each asset against its own reference. The figures say how often, how far and for how long prices deviated, not why. A venue of which more is stored has more minutes in which it can deviate.',
  form: 'Day of this page',
  day: 'Day, UTC',
  example: '2025-10-10',
  earlier: 'Day before',
  later: 'Day after',
  /** Of a day on which none began. */
  lastBegan: (day: string) => `Last day on which one began: ${day}`,
  feed: 'Alerts',
  label: 'Venues on this day',
} as const;

export const leagueHeads = {
  longest: 'Longest',
  longestAsset: 'Asset of the longest',
  alerts: 'Confirmed\nalerts',
  alertsHint: 'Alerts of this site’s rules on episodes that began on this day',
} as const;
