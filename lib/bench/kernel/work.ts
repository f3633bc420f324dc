import { EpisodeRun } from '../../analysis/episodes/episodeRun';
import { pricesOf, type PriceMatrix } from '../../analysis/markets/prices';
import { rateOfOne, RULE, type Rate } from '../../analysis/rates/rate';
import { deviationBuffer, fillDeviations, type Measured } from '../../analysis/reference/kernel';
import { daySeriesOf, type DayRow } from '../../analysis/series/daySeries';
import type { Episode, MarketColumns } from '../../analysis/types';
import { NO_DOUBTS } from '../../analysis/uncertainty/uncertainty';
import { DEFAULT_ENTER, DEFAULT_MIN_PEERS } from '../../domain/method';
import type { Asset } from '../../domain/market';
import { minutesIn, type MinuteRange } from '../../domain/minute';

/** Memory that a run before has filled and nobody needs any more. */
export interface Room {
  readonly matrix: PriceMatrix;
  readonly measured: Measured;
}

export interface Worked extends Room {
  readonly episodes: readonly Episode[];
  /** How long each step took. */
  readonly ms: Readonly<Record<'prices' | 'references' | 'episodes', number>>;
}

/** Raw quotes: the rate is 1 in every minute. */
export const oneToOne = (range: MinuteRange): Rate => rateOfOne(minutesIn(range), RULE.none);

/**
 * Candles to episodes in this thread: prices of traded minutes, every book's low, high and close against the median of the
 * others', deviations, `outside`, episodes of both sides. In `room`, where one is given.
 */
export function workOn(books: readonly MarketColumns[], range: MinuteRange, rate: Rate, room?: Room): Worked {
  const began = performance.now();
  const matrix = pricesOf(
    books.map(({ market, candles }) => ({ market, candles, rate })),
    books.length,
    range,
    room?.matrix,
  );
  const priced = performance.now();
  const measured = deviationBuffer(matrix, true, room?.measured);
  fillDeviations(matrix, measured, { peers: 'others', minPeers: DEFAULT_MIN_PEERS, from: 0, to: matrix.slots });
  const held = performance.now();
  const rows = books.map((book, row): DayRow => ({
    book: { ...book, otherSources: [], quote: book.market.quote },
    isSilent: false,
    rate,
    range,
    row,
    shift: 0,
    matrix,
    measured,
    dispersions: undefined,
    doubts: NO_DOUBTS,
  }));
  const run = new EpisodeRun('ATOM' as Asset, DEFAULT_ENTER, range.from);
  run.take({
    range,
    rows,
    series: rows.map(daySeriesOf),
    matrix,
    measured,
    blocs: [],
  });
  const episodes = run.finish();
  const ended = performance.now();
  return {
    matrix,
    measured,
    episodes,
    ms: { prices: priced - began, references: held - priced, episodes: ended - held },
  };
}
