import {
  LEAST_COMPARED,
  MOST_COMPARED,
  MOST_COMPARED_DAYS,
  type ComparedMarket,
  type Comparison,
} from '../domain/comparison';
import { formatInstant } from '../domain/instant';
import { KINDS, pairOf, parsePair, parseVenue } from '../domain/market';
import { formatMinute, minutesIn, MINUTES_PER_DAY } from '../domain/minute';
import { parsed, refused, type Parsed } from '../domain/unit';
import { readAsOf, readRange } from './fields';
import { writePath, type Fields, type Search } from './query';
import { chosenIn } from './scan';

export const COMPARE_NAMES = ['markets', 'from', 'to', 'asOf'] as const;

/** Reads what is compared strictly: a value that is no market is refused with one line that says how to write it. */
export function readComparison(fields: Readonly<Record<string, string | undefined>>): Parsed<Comparison> {
  const markets = readComparedMarkets(fields['markets'] ?? '');
  if (!markets.ok) return markets;
  const { from = '', to = '' } = fields;
  const range = readRange(from, to);
  if (!range.ok) return range;
  if (minutesIn(range.value) > MOST_COMPARED_DAYS * MINUTES_PER_DAY)
    return refused({ kind: 'range-too-long', from, to, mostDays: MOST_COMPARED_DAYS });
  const asOf = readAsOf(fields['asOf']);
  return asOf.ok ? parsed({ markets: markets.value, range: range.value, asOf: asOf.value }) : asOf;
}

/** `binance:ATOM/USDT,binanceusdm:ATOM/USDT:perp,binance:ATOM/USDT:ui`: in the reader's order, each once. */
function readComparedMarkets(text: string): Parsed<readonly ComparedMarket[]> {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = new Map<string, ComparedMarket>();
  for (const part of parts.slice(0, MOST_COMPARED + 1)) {
    const read = readComparedMarket(part);
    if (!read.ok) return read;
    found.set(writeComparedMarket(read.value), read.value);
  }
  return found.size < LEAST_COMPARED || parts.length > MOST_COMPARED
    ? refused({ kind: 'compared-count', count: parts.length, least: LEAST_COMPARED, most: MOST_COMPARED })
    : parsed([...found.values()]);
}

function readComparedMarket(text: string): Parsed<ComparedMarket> {
  const [venueText = '', pairText = '', kindText = 'spot', ...rest] = text.split(':');
  const venue = parseVenue(venueText.toLowerCase());
  const pair = parsePair(pairText);
  const isDisplay = kindText.toLowerCase() === 'ui';
  const kind = isDisplay ? 'spot' : KINDS.find((known) => known === kindText.toLowerCase());
  if (!venue.ok || !pair.ok || kind === undefined || rest.length > 0)
    return refused({ kind: 'not-a-compared-market', text });
  return parsed({ market: { venue: venue.value, ...pair.value, kind }, isDisplay });
}

export function writeComparedMarket({ market, isDisplay }: ComparedMarket): string {
  const kind = isDisplay ? ':ui' : market.kind === 'spot' ? '' : `:${market.kind}`;
  return `${market.venue}:${pairOf(market)}${kind}`;
}

/** The page, every field in its one spelling. */
export const comparisonPath = ({ markets, range, asOf }: Comparison): string =>
  comparePath([
    ['markets', markets.map(writeComparedMarket).join(',')],
    ['from', formatMinute(range.from)],
    ['to', formatMinute(range.to)],
    ...(asOf === undefined ? [] : [['asOf', formatInstant(asOf)] as const]),
  ]);

/** A slash needs no escape in a query, and a market is read more easily with it. */
export const comparePath = (fields: Fields): string => writePath('/compare', fields).replaceAll('%2F', '/');

/** The address to share, where a form wrote another one. */
export function sharedComparePath(search: Search): string | undefined {
  const path = comparePath(chosenIn(search));
  return path === comparePath([...search]) ? undefined : path;
}
