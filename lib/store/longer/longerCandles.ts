import { type CandleValues } from '../../domain/candle';
import { formatInstant, type Instant } from '../../domain/instant';
import type { Asset, Market, Source } from '../../domain/market';
import { MINUTES_PER_DAY, overlap, type Minute, type MinuteRange } from '../../domain/minute';
import { spanOfCandle, TIMEFRAMES, type Timeframe } from '../../domain/timeframe';
import type { Connections } from '../connection/client';
import { withSnapshot } from '../connection/transactions';
import { bookOrder, LISTED, listedMarkets, marketOf, storedMarkets } from '../markets';
import { longerRowOf, saysSame, type StoredLonger } from './longerTable';

/** What a source gave for a longer candle, and when that was first seen; `said` undefined: that it has none. */
export interface HeldObservation {
  readonly said: CandleValues;
  readonly observedAtMs: number;
}

/** All that was given for one longer candle, oldest first, neighbours different: the last stands. */
export interface HeldLonger {
  readonly open: Minute;
  readonly observations: readonly [HeldObservation, ...HeldObservation[]];
}

/** The stored longer candles of one market, source and timeframe, ascending. */
export interface StoredTimeframe {
  readonly market: Market;
  readonly source: Source;
  readonly timeframe: Timeframe;
  readonly candles: readonly HeldLonger[];
}

/** A market and a source of it that gave longer candles. */
export type LongerSource = Pick<StoredTimeframe, 'market' | 'source'>;

export interface LongerOptions {
  /** Candles that share a minute with it. */
  readonly range: MinuteRange;
  /** Only what had been seen by then. */
  readonly asOf?: Instant | undefined;
}

type MarketRow = { readonly venue: string; readonly base: string; readonly quote: string; readonly kind: string };

/** Every candle that could share a minute with a range, seen by a time: the longest spans a day. `first`: the number of the first of three parameters. */
const within = (first: number): string =>
  `l.open_minute > $${String(first)}::int - ${String(MINUTES_PER_DAY)} AND l.open_minute < $${String(first + 1)}::int
  AND ($${String(first + 2)}::timestamptz IS NULL OR l.observed_at <= $${String(first + 2)})`;

const asOfText = (asOf: Instant | undefined): string | null => (asOf === undefined ? null : formatInstant(asOf));

/** The markets and sources (of an asset; undefined: of all) that have longer candles around the range, by name. */
export const longerSourcesOf = (
  db: Connections,
  asset: Asset | undefined,
  { range, asOf }: LongerOptions,
): Promise<readonly LongerSource[]> =>
  withSnapshot(db, async (snapshot) => {
    const { rows } = await snapshot.query<MarketRow & { readonly source: Source }>(
      `SELECT m.venue, m.base, m.quote, m.kind, l.source FROM ${LISTED} JOIN longer_candle l ON l.market_id = m.id
       WHERE l.market_id = ANY($1::int[]) AND ${within(6)}
       GROUP BY m.venue, m.base, m.quote, m.kind, l.source ORDER BY ${bookOrder('l.source')}`,
      [...(await listedMarkets(snapshot, asset)), range.from, range.to, asOfText(asOf)],
    );
    return rows.map((row) => ({ market: marketOf(row), source: row.source }));
  });

/** The rows of one timeframe, ordered by opening and time, as candles with their observations. */
function candlesIn(rows: readonly StoredLonger[]): readonly HeldLonger[] {
  const candles = new Map<Minute, [HeldObservation, ...HeldObservation[]]>();
  for (const row of rows.map(longerRowOf)) {
    const observation = { said: row.said, observedAtMs: row.observedAtMs };
    const before = candles.get(row.open);
    if (before === undefined) candles.set(row.open, [observation]);
    else if (!saysSame(before.at(-1)?.said, row.said)) before.push(observation);
  }
  return [...candles].map(([open, observations]) => ({ open, observations }));
}

/** The longer candles of one market and source, by timeframe, the shortest first. */
export const longerCandlesOf = (
  db: Connections,
  { market, source }: LongerSource,
  { range, asOf }: LongerOptions,
): Promise<readonly StoredTimeframe[]> =>
  withSnapshot(db, async (snapshot) => {
    const marketId = (await storedMarkets(snapshot, [market]))(market);
    if (marketId === undefined) return [];
    const { rows } = await snapshot.query<StoredLonger>(
      `SELECT l.* FROM longer_candle l WHERE l.market_id = $1 AND ${within(2)} AND l.source = $5 ORDER BY l.open_minute, l.observed_at`,
      [marketId, range.from, range.to, asOfText(asOf), source],
    );
    return TIMEFRAMES.flatMap((timeframe) => {
      const mine = rows.filter(
        (row) => row.timeframe === timeframe && overlap(spanOfCandle(row.open_minute, timeframe), range) !== undefined,
      );
      return mine.length === 0 ? [] : [{ market, source, timeframe, candles: candlesIn(mine) }];
    });
  });
