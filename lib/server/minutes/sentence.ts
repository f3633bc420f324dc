import type { MinuteVenue } from '../../api/minute';
import { formatPrice, formatRatio } from '../../words/en/numbers';

/** What the sentence is made from. */
export interface MinuteFacts {
  readonly name: string;
  /** `2025-10-10T21:20Z` */
  readonly minute: string;
  readonly currency: string;
  readonly reference: string;
  readonly venues: readonly MinuteVenue[];
}

interface Stray {
  readonly venue: MinuteVenue;
  readonly side: 'below' | 'above';
  readonly ratio: number;
  readonly price: number;
  readonly reference: number;
}

/**
 * One plain sentence that states what happened in a minute: the venue that strayed furthest, on either side, by lows
 * below and highs above; that nobody could be measured, and why, where that is so. It states prices, never causes.
 */
export function sentenceOf(facts: MinuteFacts): string {
  const when = `On ${facts.minute.slice(0, 10)} at ${facts.minute.slice(11, 16)} UTC`;
  const furthest = straysIn(facts.venues).sort(
    (a, b) => Math.abs(b.ratio) - Math.abs(a.ratio) || compare(a.venue.venue, b.venue.venue),
  )[0];
  if (furthest === undefined)
    return `${when}${insideSentence(facts) ?? ` no venue's ${facts.name} price could be measured: ${whyNot(facts.venues)}`}.`;
  const { venue, side, ratio, price, reference } = furthest;
  const verb = side === 'below' ? 'traded as low as' : 'traded as high as';
  const kind = venue.kind === 'perp' ? ' perpetual' : '';
  const yardstick =
    facts.reference === 'others'
      ? `the median ${side === 'below' ? 'low' : 'high'} of ${peersInWords(venue.peers)}`
      : `the ${side === 'below' ? 'low' : 'high'} on ${facts.reference.slice('venue:'.length)}`;
  const distance = ratio === 0 ? 'exactly at' : `${distanceOf(ratio)} ${side}`;
  return `${when}, ${facts.name} ${verb} ${formatPrice(price)} ${facts.currency} on ${venue.venue} (${venue.market}${kind}), ${distance} ${yardstick}, ${formatPrice(reference)} ${facts.currency}${outsideClause(venue, side)}.`;
}

/** A deviation without its sign, in percent. What is not 0 is never written as 0, nor a fall short of everything as 100 %. */
export function distanceOf(ratio: number): string {
  const text = formatRatio(ratio).replace(/^\u2212/, '');
  return text === '0.00 %' && ratio !== 0 ? 'less than 0.01 %' : text;
}

/** Where venues were measured and none reached as far as its reference, on either side; undefined where none was measured. */
function insideSentence({ name, reference, venues }: MinuteFacts): string | undefined {
  const measured = venues.filter(({ missing }) => missing === null).map(({ venue }) => venue);
  if (measured.length === 0) return undefined;
  const bounds =
    reference === 'others'
      ? 'the median low and the median high of the other venues'
      : `the low and the high on ${reference.slice('venue:'.length)}`;
  return `, ${name} stayed between ${bounds} on every venue measured (${measured.join(', ')})`;
}

function straysIn(venues: readonly MinuteVenue[]): Stray[] {
  return venues.flatMap((venue) => {
    const out: Stray[] = [];
    if (venue.dLow !== null && venue.dLow <= 0 && venue.converted.low !== null && venue.reference.low !== null) {
      out.push({ venue, side: 'below', ratio: venue.dLow, price: venue.converted.low, reference: venue.reference.low });
    }
    if (venue.dHigh !== null && venue.dHigh > 0 && venue.converted.high !== null && venue.reference.high !== null) {
      out.push({
        venue,
        side: 'above',
        ratio: venue.dHigh,
        price: venue.converted.high,
        reference: venue.reference.high,
      });
    }
    return out;
  });
}

function outsideClause(venue: MinuteVenue, side: 'below' | 'above'): string {
  if (venue.outside === null || venue.outside === 0 || venue.outside < 0 !== (side === 'below')) return '';
  return `; no other venue traded ${side === 'below' ? 'lower' : 'higher'} that minute`;
}

const peersInWords = (peers: number): string => (peers === 1 ? '1 other venue' : `${peers} other venues`);

const REASONS = {
  'not-fetched': 'not fetched',
  'no-trade': 'no trade',
  'too-few-peers': 'too few other venues to measure against',
  'no-rate': 'no exchange rate to the common currency',
} as const;

function whyNot(venues: readonly MinuteVenue[]): string {
  if (venues.length === 0) return 'no venue is held for it';
  const reasons = [...new Set(venues.map((venue) => venue.missing).filter((reason) => reason !== null))].sort();
  return reasons
    .map(
      (reason) =>
        `${REASONS[reason]} (${venues
          .filter((venue) => venue.missing === reason)
          .map((venue) => venue.venue)
          .join(', ')})`,
    )
    .join('; ');
}

/** By code unit, so that no machine's locale changes the order. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
