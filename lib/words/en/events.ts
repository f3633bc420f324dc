import { plainLine } from '../../domain/plainLine';
import type { EventAnswer, EventEpisode, EventInBrief, EventsAnswer, PathAnswer } from '../../api/events';
import type { Place } from '../../domain/events/declared';
import type { EventId } from '../../domain/events/event';
import { clock, count, dayPart, distance, formatLevel, unbroken, utc } from './numbers';
import { timesOf } from '../timesOf';
import { spelled } from './spelled';
import { venueName } from './venues';

const NAMES: Readonly<Record<EventId, string>> = {
  '2020-03-12': 'BTC, 12 March 2020',
  '2021-10-21': 'BTC on Binance.US, 21 October 2021',
  '2023-03-11': 'USDC, 11 March 2023',
  '2025-10-10': 'The crash of 10 October 2025',
  '2025-12-24': 'BTC/USD1 on Binance, 24 December 2025',
  '2026-02-06': 'BTC on Bithumb, 6 February 2026',
};
export const eventName = (event: EventId): string => NAMES[event];

const LEADS: Readonly<Record<EventId, string>> = {
  '2020-03-12': 'Venues’ BTC prices diverged during the crash, the press wrote. No single minute is settled in public.',
  '2021-10-21': 'Within a minute BTC/USD went from 65,815 to 8,200 on Binance.US, the press wrote, and came back.',
  '2023-03-11': 'USDC lost its peg over a weekend. A BTC price in USDC was no longer a BTC price in USD.',
  '2025-10-10': 'Prices fell everywhere, and on some venues much further than on others.',
  '2025-12-24':
    'BTC against the stablecoin USD1 fell to 24,111 on Binance, the press wrote; elsewhere BTC stood near 87,000.',
  '2026-02-06': 'BTC/KRW fell by 17 % on Bithumb, the press wrote, and trading was halted for five minutes.',
};
/** What happened, as it was published. */
export const eventLead = (event: EventId): string => LEADS[event];

/** The list of events. */
export const eventsHead = {
  title: 'Events',
  finding: ({ events }: Pick<EventsAnswer, 'events'>): string => {
    const stored = events.filter(({ markets }) => markets > 0).length;
    const all = spelled(events.length);
    const first = `${all.charAt(0).toUpperCase()}${all.slice(1)} ${events.length === 1 ? 'event' : 'events'}`;
    if (stored === 0) return `${first}; no data for them is stored here yet`;
    return `${first}; data for ${spelled(stored)} of them is stored here`;
  },
  lead: 'Each page sets what was published beside what is measured here: figures, the hours a venue named, and every episode by venue. Published figures are claims of their publishers until stored candles confirm them.',
  table: 'Events, their windows and what is stored of them',
  event: 'Event',
  window: 'Window, UTC',
  assets: 'Assets',
  stored: 'Stored here',
} as const;

/** "161 markets", or that there is nothing yet. */
export const storedWords = ({ markets }: Pick<EventInBrief, 'markets'>): string =>
  markets === 0 ? 'nothing yet' : marketCount(markets);

const marketCount = (markets: number): string => `${count(markets)} spot ${markets === 1 ? 'market' : 'markets'}`;

/** "2025-10-10 20:00 to 24:00"; over more than a day with both dates. */
export function windowWords({ from, to }: { readonly from: string; readonly to: string }): string {
  if (dayPart(from) === dayPart(to)) return `${utc(from)} to ${clock(to)}`;
  const isNextMidnight = clock(to) === '00:00' && Date.parse(to) - Date.parse(`${dayPart(from)}T00:00Z`) === DAY_MS;
  return `${utc(from)} to ${isNextMidnight ? '24:00' : utc(to)}`;
}
const DAY_MS = 86_400_000;

/** Over the title: which event, and the window that is shown. */
export const eventEyebrow = ({ event, from, to }: Pick<EventAnswer, 'event' | 'from' | 'to'>): string =>
  `${NAMES[event]} · ${windowWords({ from, to })} UTC`;

type Found = Pick<EventAnswer, 'event' | 'markets' | 'episodes' | 'found' | 'declared'>;

/** The finding, which is the page's title. */
export function eventFinding({ event, markets, episodes: [deepest] }: Found): string {
  if (markets === 0) return `${NAMES[event]}: no data stored here yet`;
  if (deepest === undefined) return `${NAMES[event]}: no episode beyond the rates’ uncertainty`;
  const { name, venue, peak, side, peakMinute } = deepest;
  return unbroken(
    `${name} on ${venueName(venue)}: ${distance(peak)} ${side} its reference at ${clock(peakMinute)} UTC, ${dayPart(peakMinute)}`,
  );
}

const episodeCount = (episodes: number): string => `${count(episodes)} ${episodes === 1 ? 'episode' : 'episodes'}`;

/** How many episodes of how many assets and venues; of more than are listed, the assets and venues of those. undefined where there is none. */
export function episodesSentence({ episodes, found }: Pick<EventAnswer, 'episodes' | 'found'>): string | undefined {
  if (episodes.length === 0) return undefined;
  const assets = new Set(episodes.map(({ asset }) => asset)).size;
  const venues = new Set(episodes.map(({ venue }) => venue)).size;
  const of = `of ${count(assets)} ${assets === 1 ? 'asset' : 'assets'} on ${count(venues)} ${venues === 1 ? 'venue' : 'venues'}`;
  return found > episodes.length
    ? `${episodeCount(found)}. The deepest ${count(episodes.length)} are listed, ${of}.`
    : `${episodeCount(found)} ${of}.`;
}

type Declared = NonNullable<EventAnswer['declared']>;

/** What a venue declared against what was measured. */
export const declaredWindow = {
  title: ({ venue, from, to }: Declared): string =>
    `Declared by ${venueName(venue)}: ${clock(from)} to ${clock(to)} UTC`,
  lead: ({ venue, to }: Declared): string =>
    `${venueName(venue)} named these hours for its compensation; they end before the minute ${clock(to)}. An episode is inside where all its minutes are, and outside where none is.`,
  source: (publisher: string): string => `Source: ${publisher}.`,
  none: 'No episode was measured to compare with these hours.',
  outside: 'Outside',
  more: (left: number): string => `and ${count(left)} more, in the table of episodes`,
} as const;

const PLACES: Readonly<Record<Place, string>> = { inside: 'inside', overlapping: 'partly inside', outside: 'outside' };
export const placeWords = (place: Place): string => PLACES[place];

/** "Of 14 episodes, 6 lie outside the hours Binance declared (21:36 to 22:16 UTC), 8 partly inside and 0 inside." */
export function declaredSentence({ venue, from, to, counts }: Omit<Declared, 'publisher'>): string {
  const { inside, overlapping, outside } = counts;
  const all = inside + overlapping + outside;
  return `Of ${episodeCount(all)}, ${count(outside)} ${outside === 1 ? 'lies' : 'lie'} outside the hours ${venueName(venue)} declared (${clock(from)} to ${clock(to)} UTC), ${count(overlapping)} partly inside and ${count(inside)} inside.`;
}

/** Whether the deepest minute lies in the declared hours: "The deepest minute, ATOM on Binance at 21:20, lies 16 minutes before them." */
export function deepestSentence(
  { from, to }: Pick<Declared, 'from' | 'to'>,
  deepest: Pick<EventEpisode, 'name' | 'venue' | 'peakMinute'>,
): string {
  const at = deepest.peakMinute;
  const minutes = (a: string, b: string): number => (Date.parse(b) - Date.parse(a)) / 60_000;
  const lies =
    at < from
      ? `lies ${minuteCount(minutes(at, from))} before them`
      : at < to
        ? 'lies inside them'
        : `lies ${minuteCount(minutes(to, at) + 1)} after them`;
  return `The deepest minute of all, ${deepest.name} on ${venueName(deepest.venue)} at ${clock(at)}, ${lies}.`;
}

const minuteCount = (minutes: number): string => `${count(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`;

/** How the market moved. */
export const pathTable = {
  title: 'The market’s path',
  lead: 'How far each asset fell from the window’s first minute: the median over spot books of each book’s close against its own first close. Closes, not lows: what a single candle touched does not show here.',
  label: 'Each asset’s fall from the window’s start',
  asset: 'Asset',
  lowest: 'Lowest',
  minute: 'At, UTC',
  books: 'Books',
  none: 'unknown',
} as const;

/** "From 20:00 UTC to their lowest minute, 10 of 11 assets fell by 10 % or more; BTC fell 15.01 %." */
export function pathSentence(paths: readonly PathAnswer[], from: string): string | undefined {
  const fallen = paths.filter(({ lowest }) => lowest !== null && lowest < 0);
  const [deepest] = [...fallen].sort((a, b) => (a.lowest ?? NaN) - (b.lowest ?? NaN));
  if (deepest?.lowest === undefined || deepest.lowest === null || deepest.lowestMinute === null) return undefined;
  const [since, by] = timesOf(from, deepest.lowestMinute);
  const least = `${deepest.name} fell furthest, ${distance(deepest.lowest)} by ${by} UTC`;
  const btc = fallen.find(({ asset }) => asset === 'BTC');
  const besides =
    btc?.lowest === undefined || btc.lowest === null || btc === deepest ? '' : `; BTC fell ${distance(btc.lowest)}`;
  return `From ${since} UTC on, ${least}${besides}.`;
}

/** The chart of all of it. */
export const gantt = {
  title: 'Every episode, by venue',
  lead: 'Above, how the assets moved from the window’s start. In the middle, how far each episode went. Below, when it began and ended on each venue, the deepest venue first.',
  path: 'Median close against the window’s first minute',
  depth: 'Peak of each episode',
  rows: 'Episodes by venue',
  declared: (venue: string): string => `declared by ${venueName(venue)}`,
  label: (name: string, peak: string): string => `${name} ${peak}`,
  /** For those who do not see it. */
  description: (finding: string): string =>
    `Episodes by venue and depth over time. ${finding}. The table of episodes has the numbers.`,
  deepest: (name: string, venue: string, peak: string): string => `${name}, ${venueName(venue)} ${peak}`,
  drawn: (drawn: number, found: number): string | undefined =>
    drawn < found ? `The chart shows the deepest ${count(drawn)} of ${count(found)} episodes.` : undefined,
  key: 'Filled bars go beyond the yardstick; hollow ones stay within it.',
} as const;

/** The table of the same. */
export const eventEpisodes = {
  title: 'The episodes as a table',
  lead: 'Deepest first. The asset opens the window, the minute the candles of every venue.',
  label: 'Episodes by depth',
  asset: 'Asset',
  venue: 'Venue',
  peak: 'Peak',
  minute: 'Peak minute, UTC',
  began: 'Began, UTC',
  duration: 'Duration',
  place: 'Declared\nhours',
  beyond: 'Beyond the\nyardstick',
  /** "beyond 5 %", "within 5 %". */
  against: (isBeyond: boolean, level: number): string => `${isBeyond ? 'beyond' : 'within'} ${formatLevel(level)}`,
  more: (shown: number, found: number): string =>
    `The deepest ${count(shown)} of ${count(found)} are shown; the JSON answer has more.`,
  none: 'No episode was found in this window.',
} as const;

/** The way on. */
export const eventLinks = {
  lows: 'Lowest of all in this window',
  scan: 'Every episode, to filter',
} as const;

interface Noted {
  readonly found: number;
  readonly listed: number;
  readonly within: number;
}

/** What a reader must know beside the numbers. */
export const eventNotes = ({ found, listed, within }: Noted): string[] => [
  ...(listed < found
    ? [`${count(found)} episodes were found; the deepest ${count(listed)} are listed, and counts are of these.`]
    : []),
  ...(within > 0
    ? [
        `${episodeCount(within)} more ${within === 1 ? 'lies' : 'lie'} within the uncertainty of the rates and ${within === 1 ? 'is' : 'are'} not counted.`,
      ]
    : []),
];

/** Something was written each time that the answer was made. */
export const eventIsChanging = (): string =>
  'Candles of this event are being stored at this moment: the episodes here may not fit the candles yet. Reload later.';

/** An event without data. */
export const emptyEvent = {
  title: 'Bring its candles in',
  lead: 'No data for this event is stored here yet. These commands fetch it; the page then shows the episodes.',
} as const;

/** No event of that name, with the events there are. */
export const noEvent = {
  line: (event: string): string =>
    `"${plainLine(event.slice(0, 20))}" is not an event; the events are ${Object.keys(NAMES).join(', ')}`,
} as const;
