import { formatInstant, type Instant } from '../../domain/instant';
import type { Asset, Market, Source } from '../../domain/market';
import { MINUTES_PER_DAY, overlap, type Minute, type MinuteRange } from '../../domain/minute';
import { spanOfCandle, type Timeframe } from '../../domain/timeframe';
import type { Connections } from '../connection/client';
import { withSnapshot } from '../connection/transactions';
import { marketOf } from '../markets';
import type { Values } from '../merge/book';
import { longerRowOf, saysSame, type StoredLonger } from './longerTable';

/** What a source gave for a longer candle, and when that was first seen; `said` undefined: that it has none. */
export interface HeldObservation {
  readonly said: Values;
  readonly observedAtMs: number;
}

/** All that was given for one longer candle, oldest first, neighbours different: the last stands. */
export interface HeldLonger {
  readonly open: Minute;
  readonly observations: readonly [HeldObservation, ...HeldObservation[]];
}

/** The longer candles held of one market, source and timeframe, ascending. */
export interface HeldTimeframe {
  readonly market: Market;
  readonly source: Source;
  readonly timeframe: Timeframe;
  readonly candles: readonly HeldLonger[];
}

export interface LongerFilter {
  readonly asset: Asset;
  /** Candles that share a minute with it. */
  readonly range: MinuteRange;
  /** Only what had been seen by then. */
  readonly asOf?: Instant | undefined;
}

type Row = StoredLonger & {
  readonly venue: string;
  readonly base: string;
  readonly quote: string;
  readonly kind: string;
};

/** The rows of one timeframe, ordered by opening and time, as candles with their observations. */
function candlesIn(rows: readonly Row[]): readonly HeldLonger[] {
  const candles = new Map<Minute, [HeldObservation, ...HeldObservation[]]>();
  for (const row of rows.map(longerRowOf)) {
    const observation = { said: row.said, observedAtMs: row.observedAtMs };
    const before = candles.get(row.open);
    if (before === undefined) candles.set(row.open, [observation]);
    else if (!saysSame(before.at(-1)?.said, row.said)) before.push(observation);
  }
  return [...candles].map(([open, observations]) => ({ open, observations }));
}

/** The longer candles of an asset's markets, by market, source and timeframe. */
export const longerCandlesOf = (
  db: Connections,
  { asset, range, asOf }: LongerFilter,
): Promise<readonly HeldTimeframe[]> =>
  withSnapshot(db, async (snapshot) => {
    const { rows } = await snapshot.query<Row>(
      `SELECT m.venue, m.base, m.quote, m.kind, l.* FROM longer_candle l JOIN market m ON m.id = l.market_id
       WHERE m.base = $1 AND l.open_minute > $2::int - ${String(MINUTES_PER_DAY)} AND l.open_minute < $3::int
         AND ($4::timestamptz IS NULL OR l.observed_at <= $4)
       ORDER BY m.venue, m.quote, m.kind, l.source, l.timeframe, l.open_minute, l.observed_at`,
      [asset, range.from, range.to, asOf === undefined ? null : formatInstant(asOf)],
    );
    const groups = new Map<string, Row[]>();
    for (const row of rows) {
      if (overlap(spanOfCandle(row.open_minute, row.timeframe as Timeframe), range) === undefined) continue;
      const key = [row.market_id, row.source, row.timeframe].join(' ');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [row]);
      else group.push(row);
    }
    return [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { source, timeframe } = first;
      return [
        {
          market: marketOf(first),
          source: source as Source,
          timeframe: timeframe as Timeframe,
          candles: candlesIn(group),
        },
      ];
    });
  });
