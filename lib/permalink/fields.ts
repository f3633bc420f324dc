import { assetEntry, defaultEnter } from '../domain/asset';
import { formatInstant, parseInstant, type Instant } from '../domain/instant';
import { KINDS, parseVenue, type Asset, type Venue } from '../domain/market';
import { formatMinute, minutesIn, parseRange, type MinuteRange } from '../domain/minute';
import { DEFAULT_MIN_PEERS, LEAST_MIN_PEERS } from '../domain/method';
import type { MarketChoice, Question, RateChoice } from '../domain/question';
import { parseReference, writeReference, type Reference } from '../domain/reference';
import { parsed, refused, type Parsed } from '../domain/unit';

/** A longer window is refused: nobody reads it at one-minute bars, and it would occupy the machine for everybody. */
const MAX_DAYS = 366;
const MAX_MINUTES = MAX_DAYS * 1_440;
/** More peers than there are exchanges worth the name asks for nothing. */
const MOST_MIN_PEERS = 50;
const MOST_VENUES = 100;

/** What a reader typed, short enough to be shown back. */
export const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

export function readRange(from: string | undefined, to: string | undefined): Parsed<MinuteRange> {
  if (from === undefined || to === undefined)
    return refused(
      `"${from === undefined ? 'from' : 'to'}" is missing; give both ends as UTC minutes like 2025-10-10T20:00Z`,
    );
  const range = parseRange(from, to);
  if (range.ok && minutesIn(range.value) > MAX_MINUTES)
    return refused(`the range ${from} to ${to} is longer than ${MAX_DAYS} days; ask for a shorter one`);
  return range;
}

/** `binance,coinbase`: sorted, each once; undefined means every venue held. */
export function readVenues(text: string | undefined): Parsed<readonly Venue[] | undefined> {
  if (text === undefined) return parsed(undefined);
  const ids = text.split(',', MOST_VENUES + 1);
  if (ids.length > MOST_VENUES)
    return refused(`more than ${MOST_VENUES} venues are named; name fewer, or leave "venues" out for every one held`);
  const venues: Venue[] = [];
  for (const id of ids) {
    const venue = parseVenue(id.trim());
    if (!venue.ok) return venue;
    venues.push(venue.value);
  }
  return parsed([...new Set(venues)].sort());
}

/** The reference where it is written; nothing written asks for the others' median. */
export const readReference = (text: string | undefined): Parsed<Reference> => parseReference(text ?? 'others');

/** Why a reference cannot be asked of an asset, or undefined: a peg and an underlying are facts of few assets. */
export function misfitOf({ kind }: Reference, asset: Asset): string | undefined {
  const { nature } = assetEntry(asset);
  if (kind === 'wrapped' && nature.kind !== 'wrapped')
    return `${asset} is not known as a wrapped asset, so it has no underlying to be held against; choose the reference others or venue:V`;
  if (kind === 'peg' && nature.kind !== 'pegged' && nature.kind !== 'stable')
    return `${asset} is not known as pegged to 1 USD, so the reference peg says nothing of it; choose others or venue:V`;
  return undefined;
}

export function readRate(text: string | undefined): Parsed<RateChoice> {
  if (text === undefined || text === 'usd') return parsed('usd');
  return text === 'none' ? parsed('none') : refused(`"${shown(text)}" is not a rate; there are usd and none`);
}

export function readMinPeers(text: string | undefined): Parsed<number> {
  if (text === undefined) return parsed(DEFAULT_MIN_PEERS);
  const peers = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return peers >= LEAST_MIN_PEERS && peers <= MOST_MIN_PEERS
    ? parsed(peers)
    : refused(
        `minPeers is "${shown(text)}"; it takes a whole number from ${LEAST_MIN_PEERS} to ${MOST_MIN_PEERS} (below ${LEAST_MIN_PEERS} one stray venue would accuse the others)`,
      );
}

/** A ratio: 0.02 is 2 %. */
export function readEnter(text: string | undefined, asset: Asset): Parsed<number> {
  if (text === undefined) return parsed(defaultEnter(asset));
  const enter = /^\d{0,2}(\.\d{1,6})?$/.test(text) && text !== '' ? Number(text) : NaN;
  return enter >= 0.0001 && enter <= 10
    ? parsed(enter)
    : refused(`enter is "${shown(text)}"; it takes a ratio from 0.0001 to 10, like 0.02 for 2 %`);
}

/** `binance:USDC,okx:USDT:perp`: the reader's choice of a venue's markets, one a kind; spot where no kind is named. Sorted by venue and kind. */
export function readMarkets(text: string | undefined): Parsed<readonly MarketChoice[]> {
  if (text === undefined || text === '') return parsed([]);
  const parts = text.split(',', MOST_VENUES + 1);
  if (parts.length > MOST_VENUES) return refused(`more than ${MOST_VENUES} markets are named; name fewer`);
  const chosen = new Map<string, MarketChoice>();
  for (const part of parts) {
    const [venueText = '', quote = '', kindText = 'spot', ...rest] = part.trim().split(':');
    const kind = KINDS.find((known) => known === kindText);
    if (!/^[A-Za-z0-9]{1,20}$/.test(quote) || kind === undefined || rest.length > 0) {
      return refused(
        `"${shown(part)}" is not a choice of market; write VENUE:QUOTE or VENUE:QUOTE:KIND, like binance:USDC or bybit:USDT:perp`,
      );
    }
    const venue = parseVenue(venueText);
    if (!venue.ok) return venue;
    const key = `${venue.value} ${kind}`;
    if (chosen.has(key))
      return refused(`${venue.value} is named twice in "markets"; one ${kind} market a venue takes part`);
    chosen.set(key, { venue: venue.value, quote: quote.toUpperCase(), kind });
  }
  return parsed(
    [...chosen.values()].sort((a, b) =>
      a.venue === b.venue ? KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) : a.venue < b.venue ? -1 : 1,
    ),
  );
}

export const writeMarkets = (markets: readonly MarketChoice[]): string =>
  markets.map(({ venue, quote, kind }) => `${venue}:${quote}${kind === 'spot' ? '' : `:${kind}`}`).join(',');

/** The moment whose knowledge is asked for; undefined: now. */
export const readAsOf = (text: string | undefined): Parsed<Instant | undefined> =>
  text === undefined ? parsed(undefined) : parseInstant(text);

/** A question's fields as they are written in an address, in their fixed order; asset left to the path. */
export function writeQuestion({
  range,
  venues,
  markets,
  reference,
  rate,
  minPeers,
  enter,
  asOf,
}: Question): readonly (readonly [name: string, value: string])[] {
  return [
    ['from', formatMinute(range.from)],
    ['to', formatMinute(range.to)],
    ...(venues === undefined ? [] : [['venues', venues.join(',')] as const]),
    ...(markets.length === 0 ? [] : [['markets', writeMarkets(markets)] as const]),
    ['reference', writeReference(reference)],
    ['rate', rate],
    ['minPeers', String(minPeers)],
    ['enter', String(enter)],
    ...(asOf === undefined ? [] : [['asOf', formatInstant(asOf)] as const]),
  ];
}
