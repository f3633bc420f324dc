import { pairOf, type Market } from '../../domain/market';
import {
  DEFAULT_MIN_PEERS,
  LEAST_LEG_VENUES,
  LEAST_LEGS,
  LEAST_MIN_PEERS,
  LEAST_RATIO_MINUTES,
  NAMESAKE_FACTOR,
  PARITY_ERROR,
} from '../../domain/method';
import { formatMinute, minute, MINUTES_PER_DAY, type Minute, type MinuteRange } from '../../domain/minute';
import type { Note } from '../../domain/note';
import { onDays } from './leftOut';
import { marketText } from './market';
import { count, dayPart, factorWords, formatLevel } from './numbers';
import { listed, spelled } from './spelled';
import { venueList, venueName } from './venues';

/** One note as a sentence or two. */
export function noteText(note: Note): string {
  switch (note.kind) {
    case 'few-venues':
      return note.venues === 1
        ? `Only 1 venue takes part for ${note.asset}: there is no other to compare it with.`
        : `Only ${String(note.venues)} venues take part for ${note.asset}: leaving each out of its own reference leaves too few others for a median. Compare pairwise instead: choose one venue as the reference.`;
    case 'few-others':
      return fewOthersText(note);
    case 'few-peers':
      return `Weak: the reference may rest on only ${String(note.minPeers)} other ${note.minPeers === 1 ? 'venue' : 'venues'}. With so few, one bad price makes the others look wrong.`;
    case 'measured-among-peers':
      return 'The reference is the median of all venues, the one measured included: with few venues, a bad price pulls the median toward itself and looks smaller than it is.';
    case 'weighted-by-volume':
      return 'The reference is the median of the other venues, weighted by their volume in the same minute: the largest book counts most. A venue whose volume is unknown does not count.';
    case 'against-peg':
      return 'Compared with 1 USD, not with other venues: a deviation that all venues share is the asset’s own.';
    case 'pairwise':
      return `Pairwise: every venue is compared with ${venueName(note.venue)} alone, so a deviation may be ${venueName(note.venue)}’s own.`;
    case 'no-reference-venue':
      return `${venueName(note.venue)}, the reference, has no spot market for ${note.asset} here, so nothing is measured. Choose another venue as the reference.`;
    case 'against-underlying':
      return `Compared with ${note.underlying ?? 'its underlying'} times the median ratio of the UTC day before each minute’s own, not with ${note.asset} on other venues.${withoutRatio(note)}`;
    case 'one-bloc':
      return blocText(note);
    case 'left-out':
      return leftOutText(note);
    case 'read-as':
      return `${marketText(note.market)} is a second name of ${note.market.base}/${note.quote}, which is not stored ${whenText(note)}: it is read as quoted in ${note.quote} there.`;
    case 'book-changes':
      return `${venueName(note.venue)} is shown by the book of largest volume of each UTC day, which changes in this window: ${bookList(note.books)}.`;
    case 'thin-rates':
      return `Weak rates: those of ${listed(note.quotes)} rest on fewer than ${spelled(LEAST_LEGS)} legs, or on fewer than ${spelled(LEAST_LEG_VENUES)} venues, in most minutes (${venueList(note.venues)}).`;
    case 'assumed-parity': {
      const quotes = note.quotes.join(', ');
      return `Assumed parity: no leg measured ${quotes} in some or all minutes, so 1 ${note.quotes.length === 1 ? quotes : 'of each'} counts as 1 USD there, give or take ${formatLevel(PARITY_ERROR)} (${venueList(note.venues)}).`;
    }
    case 'raw-quotes':
      return `Prices are in ${note.currency}, not converted. Venues that do not quote in ${note.currency} take no part.`;
    case 'perpetuals':
      return `Perpetual contracts (${venueList(note.venues)}) are compared with the spot reference and are never part of it.`;
    case 'spot-alone':
      return `Further markets of ${venueList(note.venues)} are stored, too (perpetual contracts, mark or index prices), but take no part unless you choose them as a venue’s market.`;
    case 'not-over':
      return 'Some of these minutes are still to come: they count as not fetched.';
    case 'computed-prices':
      return `Mark and index prices (${venueList(note.venues)}) are computed by the venue; nobody traded at them. They are compared with the spot reference and are never part of it.`;
    case 'thin-fall':
      return note.venues === 1
        ? 'In its lowest minute the market’s own fall rests on one venue: read it as that venue’s fall, not the market’s.'
        : `In its lowest minute the market’s own fall rests on ${String(note.venues)} venues: read it as their fall, not the market’s.`;
  }
}

export const noteTexts = (notes: readonly Note[]): string[] => notes.map(noteText);

function blocText({ quote, venues, minPeers }: Extract<Note, { kind: 'one-bloc' }>): string {
  const alone = `Medians are taken among books quoted in ${quote} alone; the venue measured keeps its own book.`;
  if (venues.length === 0) return `${alone} No venue has such a book here.`;
  if (venues.length > minPeers) return `${alone} ${String(venues.length)} venues have such a book.`;
  return `${alone} Only ${spelled(venues.length)} ${venues.length === 1 ? 'venue has' : 'venues have'} such a book (${venueList(venues)}), and a median asks for at least ${spelled(minPeers)}.`;
}

function fewOthersText({ asset, others, minPeers }: Extract<Note, { kind: 'few-others' }>): string {
  const weak = others < DEFAULT_MIN_PEERS ? '; it is then weak' : '';
  if (others === 0) return `No other venue has a spot market for ${asset} here, so the others’ median is empty.`;
  return others < LEAST_MIN_PEERS
    ? `Only ${spelled(others)} other venue has a spot market for ${asset} here, and one venue makes no median: the others’ median is empty.`
    : `Only ${spelled(others)} other venues have a spot market for ${asset} here. The others’ median is empty, because it asks for at least ${spelled(minPeers)}. Ask for fewer other venues to see it${weak}.`;
}

const dayText = (at: Minute): string => dayPart(formatMinute(at));

const whenText = ({ days, range }: { readonly days: number; readonly range: MinuteRange }): string =>
  onDays(days, dayText(range.from), dayText(minute(range.to - MINUTES_PER_DAY)));

function leftOutText({ market, why, of, factor, ...span }: Extract<Note, { kind: 'left-out' }>): string {
  const name = marketText(market);
  const other = of === undefined ? 'another book' : pairOf(of);
  const when = whenText(span);
  switch (why) {
    case 'alias':
      return `${name} is a second name of ${other}, one and the same order book: on UTC days with both stored it takes no part, and with it or without it every number is the same.`;
    case 'suspected-alias':
      return `Suspected second name: ${name} equals ${other} in nearly every traded minute ${when}. It takes no part there, or one order book would count twice.`;
    case 'suspected-namesake':
      return `Suspected namesake: ${name} is ${factor === undefined ? `more than a factor ${String(NAMESAKE_FACTOR)} from` : factorWords(factor)} the other venues’ median nearly all the time ${when}, so it may be another coin or another unit. It takes no part there. Mend: name the coin in assets.json, as an alias of an asset with venue "${market.venue}".`;
  }
}

/** Changes that are named one by one. */
const MOST_CHANGES = 4;

/** "ATOM/USDT from 2025-10-10, then ATOM/FDUSD from 2025-10-11". */
function bookList(books: readonly { readonly market: Market; readonly range: MinuteRange }[]): string {
  const named = books
    .slice(0, MOST_CHANGES)
    .map(({ market, range }) => `${pairOf(market)} from ${dayText(range.from)}`)
    .join(', then ');
  const more = books.length - MOST_CHANGES;
  return more <= 0 ? named : `${named}, and ${count(more)} ${more === 1 ? 'change' : 'changes'} more`;
}

function withoutRatio({ markets, withoutRatio: count }: Extract<Note, { kind: 'against-underlying' }>): string {
  if (count === 0) return '';
  const of = markets === 1 ? 'The market has' : `${String(count)} of ${String(markets)} markets have`;
  return ` ${of} fewer than ${String(LEAST_RATIO_MINUTES)} minutes in common with it on some day: no ratio, so nothing is measured on the day after.`;
}
