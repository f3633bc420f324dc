import { episodesOf } from '../../analysis/episodes/episode';
import { deviationBuffer, fillDeviations, type Measured } from '../../analysis/reference/kernel';
import { pricesOf, type PriceMatrix } from '../../analysis/markets/prices';
import { RULE, type Rate } from '../../analysis/rates/rate';
import { seriesOf, type SeriesParts } from '../../analysis/series/series';
import type { Episode, MarketColumns } from '../../analysis/types';
import type { Asset } from '../../domain/market';
import { minutesIn, type MinuteRange } from '../../domain/minute';
import { DEFAULT_MIN_PEERS } from '../../domain/method';
import { defaultQuestion } from '../../domain/question';

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
export function oneToOne(range: MinuteRange): () => Rate {
  const slots = minutesIn(range);
  const rate = { value: new Float64Array(slots).fill(1), rule: new Uint8Array(slots).fill(RULE.none) };
  return () => rate;
}

/**
 * Candles to episodes in this thread: prices of traded minutes, every book's low, high and close against the median of the
 * others', deviations, `outside`, episodes of both sides. In `room`, where one is given.
 */
export function workOn(books: readonly MarketColumns[], range: MinuteRange, rate: () => Rate, room?: Room): Worked {
  const chosen = books.map((book) => ({ ...book, otherSources: [] }));
  const began = performance.now();
  const matrix = pricesOf(chosen, range, rate, room?.matrix);
  const priced = performance.now();
  const measured = deviationBuffer(matrix, true, room?.measured);
  fillDeviations(matrix, measured, { peers: 'others', minPeers: DEFAULT_MIN_PEERS, from: 0, to: matrix.slots });
  const held = performance.now();
  const parts = chosen.map((one, row): SeriesParts => ({
    chosen: one,
    row,
    shift: 0,
    matrix,
    measured,
    rate: rate(),
    dispersions: undefined,
  }));
  const episodes = episodesOf(defaultQuestion('ATOM' as Asset, range), parts.map(seriesOf), parts, measured.extremes);
  const ended = performance.now();
  return {
    matrix,
    measured,
    episodes,
    ms: { prices: priced - began, references: held - priced, episodes: ended - held },
  };
}
