import { ANSWERED, CANDLE_FIELDS } from '../../domain/candle';
import type { CandleFileRow } from '../../domain/candleFile';
import type { Instant } from '../../domain/instant';
import type { Asset, Kind, Market, Source, Venue } from '../../domain/market';
import type { MarketColumns } from '../../domain/marketColumns';
import { minuteRange, MINUTES_PER_DAY, plus, type Minute, type MinuteRange } from '../../domain/minute';
import { candlesOf, type Wanted } from '../../store/days/candles';
import { marketsWithData } from '../../store/coverage/storedCoverage';
import type { Readable } from '../../store/connection/client';

/** Which of the stored candles are wanted; undefined: all. */
export interface CandleRowsOf {
  readonly assets: readonly Asset[];
  readonly range: MinuteRange;
  readonly venues?: readonly Venue[] | undefined;
  readonly kinds?: readonly Kind[] | undefined;
  /** The data as they were known then; undefined: as they are known now. */
  readonly asOf?: Instant | undefined;
}

/** Read at once: a month of a market is 43,200 minutes, a few megabytes. */
const PIECE_MINUTES = 30 * MINUTES_PER_DAY;

/** The markets and sources of the assets with data, by asset, venue, quote, kind and source. */
export async function candleMarkets(
  db: Readable,
  { assets, venues, kinds, asOf }: CandleRowsOf,
): Promise<readonly { readonly market: Market; readonly source: Source }[]> {
  const stored = await marketsWithData(db, { asOf });
  return stored.filter(
    ({ market }) =>
      assets.includes(market.base) &&
      (venues?.includes(market.venue) ?? true) &&
      (kinds?.includes(market.kind) ?? true),
  );
}

/**
 * Every answered minute of them in the range, market after market in order of time, some thousand at once. Read through one
 * snapshot, so that a file does not mix moments while candles come in.
 */
export async function* candleRows(
  snapshot: Readable,
  wanted: CandleRowsOf,
): AsyncGenerator<readonly CandleFileRow[], void, undefined> {
  for (const book of await candleMarkets(snapshot, wanted)) yield* bookRows(snapshot, book, wanted);
}

/** The same of one market by one source. */
export async function* bookRows(
  snapshot: Readable,
  { market, source }: Wanted,
  { range, asOf }: Pick<CandleRowsOf, 'range' | 'asOf'>,
): AsyncGenerator<readonly CandleFileRow[], void, undefined> {
  for (let { from } = range; from < range.to; from = plus(from, PIECE_MINUTES)) {
    const piece = minuteRange(from, Math.min(from + PIECE_MINUTES, range.to) as Minute);
    const [columns] = await candlesOf(snapshot, [{ market, source }], piece, { asOf });
    if (columns === undefined) continue;
    const rows = answeredRows({ market, source, candles: columns });
    if (rows.length > 0) yield rows;
  }
}

/** The answered minutes of columns, in order. */
export function answeredRows({ market, source, candles }: MarketColumns): readonly CandleFileRow[] {
  const rows: CandleFileRow[] = [];
  candles.answered.forEach((answered, slot) => {
    if (answered !== ANSWERED.yes) return;
    const isHole = Number.isNaN(candles.open[slot] ?? NaN);
    const [open = NaN, high = NaN, low = NaN, close = NaN, baseVolume = NaN, quoteVolume = NaN, trades = NaN] =
      CANDLE_FIELDS.map((field) => candles[field][slot]);
    rows.push({
      market,
      source,
      minute: plus(candles.range.from, slot),
      candle: isHole ? undefined : { open, high, low, close, baseVolume, quoteVolume, trades },
    });
  });
  return rows;
}
