import type { ContagionAnswer, OwnShareAnswer } from '../../api/contagion';
import { followersOf } from '../../api/followers';
import type { LeftOutMarket } from '../../api/leftOut';
import { leftOutWords, onDays } from './leftOut';
import { marketLabel } from './market';
import { clock, count, dayPart, distance, formatDuration, formatLevel, formatRatio } from './numbers';
import { timesOf } from '../timesOf';
import { venueName } from './venues';
import { codeOf } from '../typed';

export const contagionHead = {
  title: 'Which book fell first',
  choose: 'Choose an asset',
  order: 'In order',
  books: 'Every book',
} as const;

/** What is put in order, by which rule. */
export const contagionLead = (minutes: number): string =>
  `Spot, perpetual, mark and index of every venue, each against its own level: its median close in the ${count(minutes)} minutes before the window, in its own quote. The table gives the first minute whose low lies that far below. One minute is the finest step; equal minutes are a tie. This is an order of minutes, not a cause.`;

/** More names than these are counted. */
const MOST_NAMED = 2;

/** Who was first at the level in that place, and how many followed. */
export function contagionFinding({ name, books, levels, orders }: ContagionAnswer, place: number): string {
  const [level, order] = [formatLevel(levels[place] ?? NaN), orders[place]];
  if (books.every((book) => book.level === null))
    return `${name}: no book has enough closes before this window to have a level of its own.`;
  if (order === undefined || order.first === null) return `${name}: no book was seen ${level} below its own level.`;
  const firsts = order.firsts.flatMap((one) => books[one] ?? []);
  const who =
    firsts.length > MOST_NAMED
      ? `${count(firsts.length)} books were first, in the same minute,`
      : `${firsts.map(marketLabel).join(' and ')} ${firsts.length === 1 ? 'was first' : 'were first, in the same minute,'}`;
  const { behind, isAlone } = followersOf({ books, orders }, place);
  const rest = isAlone
    ? ' No other book was seen that far down.'
    : behind.length === 0
      ? ''
      : ` ${count(behind.length)} more followed, the last seen after ${formatDuration(Math.max(...behind))}.`;
  const maybe =
    order.maybe.length === 0
      ? ''
      : ` ${count(order.maybe.length)} more may have been as early: not all of their minutes are known.`;
  return `${name}: ${who} to be ${level} below ${firsts.length === 1 ? 'its' : 'their'} own level, at ${clock(order.first)} UTC on ${dayPart(order.first)}.${rest}${maybe}`;
}

export const contagionForm = {
  label: 'Asset and window',
  asset: 'Asset',
  fall: 'Below its own level',
} as const;

export const contagionChart = {
  description: (finding: string): string => `First minute of each book. ${finding}`,
  legend: 'Kinds of books',
  unknown: 'not known between',
} as const;

export const contagionTable = {
  label: 'First minutes by book',
  book: 'Book',
  level: 'Own level',
  first: 'First minute, UTC',
  behind: 'Behind',
  low: 'Low there',
  lowest: 'Lowest',
  lowestAt: 'Lowest at, UTC',
  silent: 'Minutes without a trade',
  unknown: 'Minutes not known',
  source: 'Source',
  held: 'not in this window',
  notKnown: 'not in a known minute',
  orBefore: 'or before',
  isFirst: 'first',
  noPrice: 'no price',
} as const;

/** Over the first minutes of a level. */
export const fallHead = (level: number): string => `${formatLevel(level)} below`;

/** Why a book has no level of its own. */
export const levelMissing = (closes: number, least: number): string => `${count(closes)} closes, needs ${count(least)}`;

/** Of a book of which minutes are unknown. */
export const betweenWords = (earliest: string, seen: string): string =>
  `not known between ${timesOf(earliest, seen).join(' and ')} UTC`;

const signed = (minutes: number): string => `${minutes < 0 ? '−' : ''}${count(Math.abs(minutes))}`;

/** "3 min", "1 to 3 min", "−2 to 0 min": minutes behind the first book, at least and at most. */
export const behindWords = (least: number, most: number): string =>
  least === most ? formatDuration(most) : `${signed(least)} to ${signed(most)} min`;

/** A book that is in no order, and why. */
export const leftOutLine = (one: LeftOutMarket): string => {
  const [first, last] = [one.days[0], one.days.at(-1)];
  const when = first === undefined || last === undefined ? '' : `, ${onDays(one.days.length, first, last)}`;
  return `Left out: ${marketLabel(one)} (${leftOutWords(one)}${when}).`;
};

/** Where nothing but spot is stored. */
export const onlySpot = (asset: string): string =>
  `Only spot books of ${asset} are stored. ${codeOf(`ingest ${asset} --kinds spot,perp,mark,index --from T --to T`)} brings in the others.`;

export const ownShareHead = {
  title: 'Index and own spot',
  lead: 'Arithmetic on published weights. What the venue itself computed may differ: price protection may have limited its own spot.',
} as const;

/** No weight is assumed. */
export const ownShareNone = (name: string): string =>
  `No weight of a venue’s own spot in an index is published for ${name} in this window. No figure is given.`;

const percent = (ratio: number): string => formatRatio(Math.abs(ratio));
const sideOf = (ratio: number): string => (ratio < 0 ? 'below' : 'above');
const moveWords = (ratio: number): string => `${distance(ratio)} ${sideOf(ratio)} its own level`;

/** What was published, and what follows from it by multiplication. */
export function ownShareSentences({ venue, weight, publisher, published, at }: OwnShareAnswer): string {
  const given = `${venueName(venue)}: the index was ${formatLevel(weight)} own spot and ${formatLevel(1 - weight)} the rest (${publisher}, notice of ${published}).`;
  if (at === null) return `${given} Its own spot has no level or no price here, so no figure is given.`;
  const { spot, index, part, share, minute } = at;
  const own = `${marketLabel({ ...spot, kind: 'spot' })} closed ${moveWords(spot.move)}`;
  if (index === null)
    return `${given} At ${clock(minute)} UTC on ${dayPart(minute)}, ${own}. No index in its quote is stored; by the weight alone, this moves the index ${part < 0 ? 'down' : 'up'} by ${percent(part)}.`;
  const of = `${given} At ${clock(minute)} UTC on ${dayPart(minute)}, when the index closed lowest, ${marketLabel({ ...index, kind: 'index' })} closed ${moveWords(index.move)} and ${own}.`;
  return share === null
    ? `${of} The index did not fall, so there is nothing to explain.`
    : `${of} By the weight, its own spot accounts for ${percent(part)} of the level, or ${formatRatio(share)} of the index’s move.`;
}
