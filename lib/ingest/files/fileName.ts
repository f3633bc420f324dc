import { isKnownAsset } from '../../domain/asset';
import type { Asset, Market } from '../../domain/market';
import { minuteAt, minuteRange, type MinuteRange } from '../../domain/minute';
import { claimWords } from '../../words/en/files';
import { marketText } from '../../words/en/market';
import { venueName } from '../../words/en/venues';
import { mayName } from './claims';
import { minutesNamed, minutesOf, type Interval } from './intervals';
import { venueNamed } from './venueNames';

const QUOTES = [
  'USDT',
  'USDC',
  'FDUSD',
  'TUSD',
  'BUSD',
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'KRW',
  'TRY',
  'BRL',
  'AUD',
  'BTC',
  'XBT',
  'ETH',
  'BNB',
  'DAI',
];
const SYMBOL = new RegExp(`^([A-Z0-9]{2,15}?)(?:${QUOTES.join('|')})(?:PERP|SWAP)?$`);
const QUOTE = new RegExp(`^(?:${QUOTES.join('|')})$`);

/** Kraken ends its files' names with their minutes: `ATOMUSD_60.csv`. */
const KRAKEN_MINUTES = ['1', '5', '15', '30', '60', '240', '720', '1440'];

const wordsOf = (text: string): readonly string[] =>
  text
    .replace(/\.(?:csv|txt|json|zip|gz|parquet|feather|tsv)\b/gi, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');

/** Words, and pairs of neighbours, that are spelled like a market: a base and a quote, in capitals or of an asset that is known. */
function symbolsIn(words: readonly string[]): readonly string[] {
  const isKnown = (base: string): boolean => isKnownAsset(base as Asset);
  const alone = words.filter((word) => {
    const base = SYMBOL.exec(word.toUpperCase())?.[1];
    return base !== undefined && !QUOTE.test(word.toUpperCase()) && (word === word.toUpperCase() || isKnown(base));
  });
  const pairs = words.flatMap((word, i) => {
    const next = words[i + 1];
    if (next === undefined || !QUOTE.test(next.toUpperCase())) return [];
    const [base, quote] = [word.toUpperCase(), next.toUpperCase()];
    const isAsset = isKnown(base) || (word === base && /^[A-Z][A-Z0-9]{1,9}$/.test(word));
    return isAsset && (next === quote || isKnown(base)) && !QUOTE.test(base.slice(1)) ? [`${base}${quote}`] : [];
  });
  return [...alone, ...pairs];
}

const venuesIn = (words: readonly string[]): readonly string[] =>
  words
    .flatMap((word, i) => [word, `${word}${words[i + 1] ?? ''}`])
    .flatMap((word) => {
      const venue = venueNamed(word);
      return venue === undefined ? [] : [venue];
    });

const houseOf = (venue: string): string => venue.replace(/(?:usdm|coinm|futures)$/, '');

/** `1h`, `5min`, `PT5M`, `hourly`: an interval as file names write it. */
const INTERVAL = /^(?:\d+(?:s|m|t|min|h|hr|hour|d|day|w|mo)|hourly|daily|minute|hour|day|pt?\d+[mhd])$/i;

function minutesIn(words: readonly string[], market: Market): number | undefined {
  const last = words.at(-1) ?? '';
  if (market.venue === 'kraken' && words.length > 1 && KRAKEN_MINUTES.includes(last)) return Number(last);
  // The first word is a number in a row of files, like 03d, rather than an interval.
  const named = words
    .slice(1)
    .filter((word, i) => INTERVAL.test(word) || (i === words.length - 2 && /^[hd]$/i.test(word)))
    .flatMap((word) => minutesNamed(/^\d+M$/.test(word) ? word.toLowerCase() : word) ?? []);
  return named.at(-1);
}

/**
 * Where a text that a file carries (its name, its banner) says another market, exchange or interval than it is imported as: one line.
 * Undefined: it says nothing, or the same. A number of minutes such as `1-min` is two words, and is read as one.
 */
export function contradictionIn(
  text: string,
  market: Market,
  interval: Interval,
  isTrades: boolean,
): string | undefined {
  const words = wordsOf(text.replace(/(\d)[-_ ](min|minute|hour|h|day|d)(?![a-z])/gi, '$1$2'));
  const venues = venuesIn(words);
  const [venue] = venues;
  if (venue !== undefined && !venues.some((one) => houseOf(one) === houseOf(market.venue)))
    return claimWords.nameVenue(text, venueName(venue), marketText(market));
  const symbols = symbolsIn(words.filter((word) => venueNamed(word) === undefined));
  const [symbol] = symbols;
  if (symbol !== undefined && !symbols.some((one) => mayName(one, market)))
    return claimWords.nameSymbol(text, symbol, marketText(market));
  const minutes = isTrades ? undefined : minutesIn(words, market);
  if (minutes !== undefined && minutes !== minutesOf(interval)) return claimWords.nameInterval(text, minutes, interval);
  return undefined;
}

const DATE = /(?<!\d)(20\d{2})[-_]?(0[1-9]|1[0-2])(?:[-_]?(0[1-9]|[12]\d|3[01]))?(?!\d)/g;

/** The UTC day or month that a file's name says it covers; undefined: it says none, or several. */
export function coveredBy(name: string): MinuteRange | undefined {
  const found = [...name.matchAll(DATE)];
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  const [, year, month, day] = only;
  const from = Date.UTC(Number(year), Number(month) - 1, day === undefined ? 1 : Number(day));
  const to = day === undefined ? Date.UTC(Number(year), Number(month), 1) : from + DAY_MS;
  return minuteRange(minuteAt(from), minuteAt(to));
}

const DAY_MS = 86_400_000;
