import { volumeMayDecide } from '../../analysis/markets/choose';
import { hasPrice } from '../../analysis/markets/prices';
import { summariesAsColumns, type MarketSummary } from '../../analysis/long/plan';
import type { MarketColumns } from '../../analysis/types';
import { isTraded, type CandleColumns } from '../../domain/candle';
import type { Instant } from '../../domain/instant';
import { isComputed, type Market } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import { candlesOf, type ReadOptions, type Wanted } from '../../store/days/candles';
import type { Readable } from '../../store/connection/client';
import { pieceRanges } from './pieceRanges';

/** Where and when to read. */
export interface Reading {
  readonly snapshot: Readable;
  readonly window: MinuteRange;
  readonly asOf: Instant | undefined;
}

type Summary = { -readonly [Field in keyof MarketSummary]: MarketSummary[Field] };

const bookOf = ({ base, quote, kind }: Market): string => `${base} ${quote} ${kind}`;

/**
 * What a choice of markets and sources looks at, as columns of one slot (see `summariesAsColumns`). Only what can decide a
 * choice is read: answered minutes where a market has several sources; prices where its venue has several books; volumes where
 * those books have no order otherwise.
 */
export async function summariesOf(reading: Reading, wanted: readonly Wanted[]): Promise<readonly MarketColumns[]> {
  const all = wanted.map(({ market, source }): Summary => ({
    market,
    source,
    answered: 0,
    hasPrice: true,
    baseVolume: NaN,
  }));
  const ofVenue = (one: Summary): readonly Summary[] =>
    all.filter(({ market }) => market.venue === one.market.venue && market.base === one.market.base);
  const hasRival = (one: Summary): boolean =>
    ofVenue(one).some((other) => other !== one && bookOf(other.market) === bookOf(one.market));
  const hasSibling = (one: Summary): boolean =>
    ofVenue(one).some((other) => bookOf(other.market) !== bookOf(one.market));
  const tied = (one: Summary): boolean =>
    ofVenue(one).some(
      (other) => bookOf(other.market) !== bookOf(one.market) && volumeMayDecide(one.market, other.market),
    );
  await answeredInto(reading, all.filter(hasRival));
  await pricesInto(
    reading,
    all.filter((one) => hasSibling(one) && !tied(one)),
  );
  await volumesInto(reading, all.filter(tied));
  return summariesAsColumns(all, reading.window);
}

async function eachPiece(
  { snapshot, window, asOf }: Reading,
  some: () => readonly Summary[],
  options: ReadOptions,
  take: (one: Summary, candles: CandleColumns) => void,
): Promise<void> {
  for (const piece of pieceRanges(window)) {
    const wanted = some();
    if (wanted.length === 0) return;
    const candles = await candlesOf(snapshot, wanted, piece, { ...options, asOf });
    candles.forEach((columns, i) => {
      take(wanted[i] as Summary, columns);
    });
  }
}

const answeredInto = (reading: Reading, some: readonly Summary[]): Promise<void> =>
  eachPiece(
    reading,
    () => some,
    { fields: [] },
    (one, { answered }) => {
      for (const mark of answered) one.answered += mark;
    },
  );

/** Goes on only with those that had no price yet. */
function pricesInto(reading: Reading, some: readonly Summary[]): Promise<void> {
  for (const one of some) one.hasPrice = false;
  return eachPiece(
    reading,
    () => some.filter((one) => !one.hasPrice),
    { fields: ['close'], traded: true },
    (one, columns) => {
      one.hasPrice = isPriced(one, columns);
    },
  );
}

function volumesInto(reading: Reading, some: readonly Summary[]): Promise<void> {
  for (const one of some) Object.assign(one, { hasPrice: false, baseVolume: 0 });
  return eachPiece(
    reading,
    () => some,
    { fields: ['close'], traded: true },
    (one, columns) => {
      one.hasPrice ||= isPriced(one, columns);
      // Minute by minute in their order, as the choice itself adds them up.
      for (let slot = 0; slot < columns.close.length; slot += 1) {
        const volume = columns.baseVolume[slot] as number;
        if (isTraded(columns, slot) && !Number.isNaN(volume)) one.baseVolume += volume;
      }
    },
  );
}

const isPriced = ({ market }: Summary, columns: CandleColumns): boolean =>
  columns.close.some((_, slot) => hasPrice(columns, isComputed(market.kind), slot));
