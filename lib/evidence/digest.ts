import { ascending } from '../domain/ascending';
import { createHash } from 'node:crypto';
import { assetEntry, type AssetNature } from '../domain/asset';
import { aliasOf } from '../domain/aliasBooks';
import { emptyColumns, type CandleColumns } from '../domain/candle';
import { pairOf, type Asset, type Market, type Source } from '../domain/market';
import { daysRead } from '../domain/daysRead';
import { formatMinute, overlap, partsByDay, type Minute, type MinuteRange } from '../domain/minute';
import { METHOD_VERSION } from '../domain/method';
import { LAYOUT_VERSION, observationBytes } from '../domain/observationBytes';
import type { MarketChoice, Question } from '../domain/question';
import { sha256 } from './sha256';

/** One market's observations as one source gave them. */
export interface DigestedMarket {
  readonly market: Market;
  readonly source: Source;
  readonly candles: CandleColumns;
}

/** Everything a result depends on. */
export interface Digested {
  readonly question: Question;
  readonly markets: readonly DigestedMarket[];
  /** The underlying's markets, where a wrapped asset is compared with it; and then its own reach over the ratio's day too. */
  readonly underlyingMarkets?: readonly DigestedMarket[];
  /** The markets that only serve the conversion to USD. */
  readonly rateMarkets: readonly DigestedMarket[];
}

/** One market's line: its observations over a range are their hash. */
export interface HashedMarket {
  readonly market: Market;
  readonly source: Source;
  /** Half-open; may be empty. */
  readonly from: Minute;
  readonly to: Minute;
  /** Of its leaves, see `hashOfLeaves`. */
  readonly hash: string;
}

/** What `Digested` is, the observations already hashed: of a long window nobody holds them all at once. */
export interface Hashed {
  readonly question: Question;
  readonly markets: readonly HashedMarket[];
  readonly underlyingMarkets: readonly HashedMarket[];
  readonly rateMarkets: readonly HashedMarket[];
}

/** `sha256:` and 64 hex digits over the canonical serialisation (method, section 10; docs/digest.md). */
export const digestOf = (digested: Digested): string => digestOfHashes(hashed(digested));

/** The same of observations that were hashed before. */
export const digestOfHashes = (all: Hashed): string => digestOfText(canonicalText(all));

/** The same of the canonical text. */
export const digestOfText = (text: string): string => `sha256:${sha256(text)}`;

/** Every line is of the whole UTC days an analysis reads (`daysRead`), as far as the columns reach. */
export function hashed({ question, markets, underlyingMarkets, rateMarkets }: Digested): Hashed {
  const days = daysRead(question);
  return {
    question,
    markets: markets.map((one) => hashedMarket(one, days.markets)),
    underlyingMarkets: (underlyingMarkets ?? []).map((one) => hashedMarket(one, days.markets)),
    rateMarkets: rateMarkets.map((one) => hashedMarket(one, days.rates)),
  };
}

function hashedMarket({ market, source, candles }: DigestedMarket, window: MinuteRange): HashedMarket {
  const part = overlap(window, candles.range);
  if (part === undefined) return { market, source, from: window.from, to: window.from, hash: hashOfLeaves([]) };
  return { market, source, ...part, hash: hashOfLeaves(partsByDay(part).map((day) => observationsLeaf(candles, day))) };
}

/** Whether a line says of no minute that anybody answered for it. */
const emptyOnce = (): ((line: HashedMarket) => boolean) => {
  const hashes = new Map<string, string>();
  return ({ from, to, hash }) => {
    const key = `${String(from)} ${String(to)}`;
    const empty = hashes.get(key) ?? hashOfLeaves((from < to ? partsByDay({ from, to }) : []).map(emptyLeaf));
    hashes.set(key, empty);
    return hash === empty;
  };
};

const emptyLeaves = new Map<number, Uint8Array>();

/** The leaf of a part of a day without an answer. */
export function emptyLeaf({ from, to }: MinuteRange): Uint8Array {
  const minutes = to - from;
  const range = { from: 0, to: minutes } as MinuteRange;
  const leaf = emptyLeaves.get(minutes) ?? observationsLeaf(emptyColumns(range), range);
  emptyLeaves.set(minutes, leaf);
  return leaf;
}

/**
 * The canonical text: one fact a line, each line ended by a line feed, markets in the order of their lines' code units.
 * Throws where a name holds white space, which would let two inputs share one text.
 */
export function canonicalText({ question, markets, underlyingMarkets, rateMarkets }: Hashed): string {
  // A book that answered for no minute of those days has no part in any rate.
  const isEmpty = emptyOnce();
  const legs = rateMarkets.filter((market) => !isEmpty(market));
  const minutes = writtenOnce();
  const lines = [
    `plumbline-digest ${String(LAYOUT_VERSION)}`,
    `method ${String(METHOD_VERSION)}`,
    `asset ${word(question.asset)}`,
    `from ${formatMinute(question.range.from)}`,
    `to ${formatMinute(question.range.to)}`,
    `venues ${question.venues === undefined ? '*' : [...question.venues].sort(ascending).map(word).join(',')}`,
    `markets ${question.markets.length === 0 ? '*' : question.markets.map(choiceText).sort(ascending).join(',')}`,
    `reference ${question.reference.kind === 'venue' ? `venue:${word(question.reference.venue)}` : question.reference.kind}`,
    `bloc ${word(question.bloc)}`,
    `rate ${question.rate}`,
    `min-peers ${String(question.minPeers)}`,
    `enter ${String(question.enter)}`,
    ...natureLines(question.asset, [...markets, ...underlyingMarkets, ...legs]),
    ...aliasLines([...markets, ...underlyingMarkets, ...legs]),
    ...markets.map((market) => marketLine(minutes, 'market', market)).sort(ascending),
    ...underlyingMarkets.map((market) => marketLine(minutes, 'underlying-market', market)).sort(ascending),
    ...legs.map((market) => marketLine(minutes, 'rate-market', market)).sort(ascending),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * What the registry takes the asset and every quote for, because the rules differ by it: two instances whose registries differ
 * must not show one digest over two numbers. By asset, each once.
 */
const natureLines = (asset: Asset, all: readonly HashedMarket[]): readonly string[] =>
  [...new Set<string>([asset, ...all.map(({ market }) => market.quote)])]
    .map((code) => `nature ${word(code)} ${natureText(assetEntry(code as Asset).nature)}`)
    .sort(ascending);

/** Which of the markets the table of alias books takes for a second name, and of which book: it decides who takes part. Each once. */
const aliasLines = (all: readonly HashedMarket[]): readonly string[] =>
  [
    ...new Set(
      all.flatMap(({ market }) => {
        const of = aliasOf(market);
        return of === undefined ? [] : [`alias ${[market.venue, pairOf(market), pairOf(of)].map(word).join(' ')}`];
      }),
    ),
  ].sort(ascending);

/** A nature as the digest's text writes it. */
export function natureText(nature: AssetNature): string {
  switch (nature.kind) {
    case 'plain':
    case 'pegged':
      return nature.kind;
    case 'stable':
      return `stable ${word(nature.of)}`;
    case 'wrapped':
      return `wrapped ${word(nature.underlying)}`;
  }
}

/** `binance:USDC:spot`. */
const choiceText = ({ venue, quote, kind }: MarketChoice): string => [venue, quote, kind].map(word).join(':');

const marketLine = (
  minutes: (at: Minute) => string,
  label: string,
  { market, source, from, to, hash }: HashedMarket,
): string =>
  [label, ...[market.venue, pairOf(market), market.kind, source].map(word), minutes(from), minutes(to), hash].join(' ');

/** Most lines are of the same days: a minute is written once. */
function writtenOnce(): (at: Minute) => string {
  const written = new Map<Minute, string>();
  return (at) => {
    const text = written.get(at) ?? formatMinute(at);
    written.set(at, text);
    return text;
  };
}

/** A market's hash: SHA-256 over its leaves' 32 bytes, one leaf for each UTC day its line touches, in order. */
export function hashOfLeaves(leaves: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const leaf of leaves) hash.update(leaf);
  return hash.digest('hex');
}

/** SHA-256 over the observations of the part of one day (`observationBytes`). */
export function observationsLeaf(candles: CandleColumns, { from, to }: MinuteRange): Uint8Array {
  const hash = createHash('sha256');
  for (const bytes of observationBytes(candles, from - candles.range.from, to - candles.range.from)) hash.update(bytes);
  return hash.digest();
}

function word(text: string): string {
  if (text === '' || /[\s,*]/u.test(text))
    throw new TypeError(`"${text}" cannot be written into a digest: a name holds no space, comma or asterisk`);
  return text;
}
