import { createHash } from 'node:crypto';
import { CANDLE_FIELDS, type CandleColumns } from '../domain/candle';
import { pairOf, type Market, type Source } from '../domain/market';
import { formatMinute, type MinuteRange } from '../domain/minute';
import { METHOD_VERSION, type MarketChoice, type Question } from '../domain/question';

/** One market's observations as one source said them. */
export interface DigestedMarket {
  readonly market: Market;
  readonly source: Source;
  readonly candles: CandleColumns;
}

/** Everything a result depends on. */
export interface Digested {
  readonly question: Question;
  readonly markets: readonly DigestedMarket[];
  /** The underlying's markets, where a wrapped asset is held against it; and then its own reach over the ratio's day too. */
  readonly underlyingMarkets?: readonly DigestedMarket[];
  /** The markets that only serve the conversion to USD. */
  readonly rateMarkets: readonly DigestedMarket[];
}

/** The layout of the serialisation below; docs/digest.md describes it, and changes with it. */
const LAYOUT_VERSION = 2;

/** `sha256:` and 64 hex digits over the canonical serialisation (method, section 10; docs/digest.md). */
export const digestOf = (digested: Digested): string => `sha256:${createHash('sha256').update(canonicalText(digested), 'utf8').digest('hex')}`;

/**
 * The canonical text: one fact a line, each line ended by a line feed, markets in the order of their lines' code units.
 * The asset's markets are cut to the question's window; rate markets are taken as given, because a rate is smoothed over
 * minutes beside the window; so is everything where a ratio is taken over the day before it. Throws where a name holds white space, which would let two inputs share one text.
 */
export function canonicalText({ question, markets, underlyingMarkets, rateMarkets }: Digested): string {
  const lines = [
    `plumbline-digest ${LAYOUT_VERSION}`,
    `method ${METHOD_VERSION}`,
    `asset ${word(question.asset)}`,
    `from ${formatMinute(question.range.from)}`,
    `to ${formatMinute(question.range.to)}`,
    `venues ${question.venues === undefined ? '*' : [...question.venues].sort(byCodeUnit).map(word).join(',')}`,
    `markets ${question.markets.length === 0 ? '*' : question.markets.map(choiceText).sort(byCodeUnit).join(',')}`,
    `reference ${question.reference.kind === 'venue' ? `venue:${word(question.reference.venue)}` : question.reference.kind}`,
    `rate ${question.rate}`,
    `min-peers ${String(question.minPeers)}`,
    `enter ${String(question.enter)}`,
    ...markets.map((held) => marketLine('market', held, underlyingMarkets === undefined ? question.range : held.candles.range)).sort(byCodeUnit),
    ...(underlyingMarkets ?? []).map((held) => marketLine('underlying-market', held, held.candles.range)).sort(byCodeUnit),
    ...rateMarkets.map((held) => marketLine('rate-market', held, held.candles.range)).sort(byCodeUnit),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** `binance:USDC:spot`. */
const choiceText = ({ venue, quote, kind }: MarketChoice): string => [venue, quote, kind].map(word).join(':');

function marketLine(label: string, { market, source, candles }: DigestedMarket, window: MinuteRange): string {
  const from = Math.max(window.from, candles.range.from);
  const to = Math.max(from, Math.min(window.to, candles.range.to));
  const held = [from, to].map((at) => new Date(at * 60_000).toISOString().slice(0, 16)).map((text) => `${text}Z`);
  const names = [market.venue, pairOf(market), market.kind, source].map(word);
  return [label, ...names, ...held, observationsHash(candles, from - candles.range.from, to - candles.range.from)].join(' ');
}

/** Bytes of a float64. */
const DOUBLE = 8;

/** SHA-256 over seven columns of little-endian float64 (one NaN for every hole, no negative zero), then the answered mask. */
function observationsHash(candles: CandleColumns, from: number, to: number): string {
  const hash = createHash('sha256');
  for (const field of CANDLE_FIELDS) hash.update(littleEndian(candles[field].subarray(from, to)));
  hash.update(candles.answered.subarray(from, to).map((mark) => (mark === 0 ? 0 : 1)));
  return hash.digest('hex');
}

/** The upper half of the quiet NaN with no payload, 0x7ff8000000000000. */
const NAN_HIGH = 0x7ff80000;

function littleEndian(column: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(column.length * DOUBLE));
  column.forEach((value, i) => {
    // A NaN's sign and payload may differ between machines, so its bits are written by hand.
    if (Number.isNaN(value)) view.setUint32(i * DOUBLE + 4, NAN_HIGH, true);
    else view.setFloat64(i * DOUBLE, value === 0 ? 0 : value, true);
  });
  return new Uint8Array(view.buffer);
}

function word(text: string): string {
  if (text === '' || /[\s,*]/u.test(text)) throw new TypeError(`"${text}" cannot be written into a digest: a name holds no space, comma or asterisk`);
  return text;
}

/** By UTF-16 code unit, so that no machine's locale changes the order. */
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
