import { ascending } from '../../domain/ascending';
import { minuteRange, minutesIn, plus, type Minute, type MinuteRange } from '../../domain/minute';
import { formatMinute } from '../../domain/minute';
import type { Market } from '../../domain/market';
import { fallOf } from '../scorecards/fall';
import { deviationBuffer, fillDeviations, type Measured } from '../reference/kernel';
import { notesOf, thinMarketNotes, type NotedSeries } from '../notes';
import { othersRange } from '../reference/outside';
import { pricesOf, type PriceMatrix } from '../markets/prices';
import type { Rate } from '../rates/rate';
import { seriesOf, type SeriesParts } from '../series/series';
import type { Analysis, ChosenMarket, ChosenSource, Episode, Fall, VenueSeries } from '../types';
import { scaledBy, underlyingReferences, wrappedReferences } from '../reference/underlying';
import { EpisodeWatch } from './episodeWatch';
import { compareWithOther, dispersionsFor, peersOf } from '../reference/comparison';
import type { ChunkParts, OpenEpisode } from './openEpisode';
import type { LongPlan } from './plan';
import { FallTally, MinuteTally, RateTally } from './tallies';

/** Part of a window: the plan's rows and underlying in their order, with candles over `range` at least, and rates over `range` exactly. */
export interface Chunk {
  readonly range: MinuteRange;
  readonly rows: readonly ChosenMarket[];
  readonly underlying: readonly ChosenMarket[];
  readonly rates: (quote: string) => Rate;
}

/** A chunk's deviations. Its columns lie in buffers that the next chunk overwrites. */
export interface MeasuredChunk extends ChunkParts {
  readonly all: readonly SeriesParts[];
  /** In the order shown. */
  readonly series: readonly VenueSeries[];
  /** Episodes with a minute in the chunk: `addVolumes` is due before the next chunk. */
  readonly touched: readonly OpenEpisode[];
}

/** One market of a long window, in numbers. */
export interface LongMarket extends ChosenSource {
  /** Minutes by MISSING, by RATE_RULES, and beyond SCORECARD_LEVELS. */
  readonly missing: Uint32Array;
  readonly rateMinutes: Uint32Array;
  readonly rateMedian: number;
  readonly minutesBeyond: Uint32Array;
  readonly minutesOutside: number;
}

/** What `analyse` says of a window, less its columns. */
export interface LongAnalysis extends Pick<
  Analysis,
  'question' | 'currency' | 'episodes' | 'market' | 'falls' | 'ratios' | 'notes'
> {
  /** In the order shown. */
  readonly markets: readonly LongMarket[];
}

/** Each row's ratio to the underlying, and the minutes that made it. */
export type Ratios = readonly { readonly ratio: number; readonly minutes: number }[];

/** The ratios of a wrapped asset, from a chunk of the day before the window and its first minute. */
export function ratiosOf({ question }: LongPlan, { rows, underlying, rates }: Omit<Chunk, 'range'>): Ratios {
  if (question.reference.kind !== 'wrapped') return [];
  const { from } = question.range;
  const first = { ...question, range: minuteRange(from, plus(from, 1)) };
  return wrappedReferences(first, rows, underlying, rates).map(({ ratio, ratioMinutes }) => ({
    ratio,
    minutes: ratioMinutes,
  }));
}

/**
 * A window analysed chunk by chunk in buffers that are used again: never more than one chunk's columns are in memory. Chunks come in
 * order, without a gap, each through `measure` and then `addVolumes`; what `analysis` says is to the bit what `analyse`
 * says of the whole window.
 */
export class LongRun {
  readonly #plan: LongPlan;
  readonly #ratios: Ratios;
  readonly #watches: readonly EpisodeWatch[];
  readonly #falls: readonly FallTally[];
  readonly #tallies: readonly MinuteTally[];
  readonly #rates = new Map<string, RateTally>();
  readonly #market = new FallTally();
  /** The low of every market in the market's lowest minute. */
  #lowsThen: readonly number[] = [];
  #buffers: { readonly matrix: PriceMatrix; readonly measured: Measured } | undefined;
  #last: MeasuredChunk | undefined;

  constructor(plan: LongPlan, ratios: Ratios) {
    this.#plan = plan;
    this.#ratios = ratios;
    const { enter, range } = plan.question;
    this.#watches = plan.order.flatMap((_, place) =>
      (['below', 'above'] as const).map((side) => new EpisodeWatch(place, side, enter, range.from)),
    );
    this.#falls = plan.order.map(() => new FallTally());
    this.#tallies = plan.order.map(() => new MinuteTally());
    for (const { market } of plan.rows) this.#rates.set(market.quote, new RateTally(minutesIn(range)));
  }

  /** Prices, references and deviations of a chunk alone; says nothing of the window and changes nothing that is said of it. */
  measured({ range, rows, underlying, rates }: Chunk): Omit<MeasuredChunk, 'touched'> {
    const { question, order } = this.#plan;
    if (rows.length !== this.#plan.rows.length)
      throw new RangeError(`a plan of ${String(this.#plan.rows.length)} markets and a chunk of ${String(rows.length)}`);
    const matrix = pricesOf(rows, range, rates, this.#buffers?.matrix);
    const measured = deviationBuffer(matrix, true, this.#buffers?.measured);
    this.#buffers = { matrix, measured };
    fillDeviations(matrix, measured, {
      peers: peersOf(question.reference.kind),
      minPeers: question.minPeers,
      from: 0,
      to: matrix.slots,
    });
    const under =
      question.reference.kind === 'wrapped'
        ? underlyingReferences(underlying, range, rates, question.minPeers)
        : undefined;
    compareWithOther(question, rows, range.from, matrix, measured, (row) => {
      if (under === undefined) throw new RangeError('no underlying was read');
      return scaledBy(under((rows[row] as ChosenMarket).market.venue), this.#ratios[row]?.ratio ?? NaN);
    });
    const dispersions = dispersionsFor(question, matrix);
    const all = order.map((row): SeriesParts => {
      const chosen = rows[row] as ChosenMarket;
      return {
        chosen,
        row,
        shift: range.from - chosen.candles.range.from,
        matrix,
        measured,
        rate: rates(chosen.market.quote),
        dispersions,
      };
    });
    return { range, all, series: all.map(seriesOf) };
  }

  /** Measures the next chunk and takes it into account. */
  measure(chunk: Chunk): MeasuredChunk {
    const part = this.measured(chunk);
    const { range, series } = part;
    const measured = this.#buffers?.measured as Measured;
    for (const [quote, tally] of this.#rates) tally.take(chunk.rates(quote));
    this.#takeMarket(range, series, measured);
    series.forEach((one, place) => {
      this.#tallies[place]?.take(one);
      this.#falls[place]?.take(range.from, one.low, one.close);
    });
    const touched = this.#watches.flatMap((watch) => {
      const { matrix, row } = part.all[watch.place] as SeriesParts;
      return watch.take(range, series[watch.place] as VenueSeries, othersRange(measured.extremes, matrix, row));
    });
    this.#last = { ...part, touched };
    return this.#last;
  }

  #takeMarket({ from }: MinuteRange, series: readonly VenueSeries[], { marketLow, marketClose }: Measured): void {
    const before = this.#market.lowestMinute;
    this.#market.take(from, marketLow, marketClose);
    const now = this.#market.lowestMinute;
    if (now !== before && !Number.isNaN(now)) this.#lowsThen = series.map(({ low }) => low[now - from] as number);
  }

  /** The window is over. */
  analysis(): LongAnalysis {
    const { question, currency, rows, order } = this.#plan;
    for (const watch of this.#watches) watch.finish();
    const shown = order.map((row) => rows[row] as ChosenSource);
    const fall = fallFrom(this.#market);
    const spotLows = shown.flatMap(({ market }, place) =>
      market.kind === 'spot' ? [{ low: Float64Array.of(this.#lowsThen[place] ?? NaN) }] : [],
    );
    const ratios = this.#ratios.map(({ ratio, minutes }, row) => ({
      market: (rows[row] as ChosenSource).market,
      ratio,
      minutes,
    }));
    return {
      question,
      currency,
      markets: shown.map((one, place): LongMarket => {
        const tally = this.#tallies[place] as MinuteTally;
        const rate = this.#rates.get(one.market.quote) as RateTally;
        return {
          ...one,
          missing: tally.missing,
          rateMinutes: rate.minutes,
          rateMedian: this.#median(one.market.quote),
          minutesBeyond: tally.beyond,
          minutesOutside: tally.outside,
        };
      }),
      episodes: this.#episodes(shown),
      market: { fall },
      falls: shown.map(({ market }, place): Fall => {
        const own = fallFrom(this.#falls[place] as FallTally);
        return { venue: market.venue, market, fall: own, excess: own - fall };
      }),
      ratios,
      notes: [
        ...notesOf(
          question,
          this.#seriesForNotes(),
          currency,
          ratios.map(({ ratio }) => ratio),
        ),
        ...thinMarketNotes(spotLows, Float64Array.of(this.#market.lowest)),
      ],
    };
  }

  readonly #medians = new Map<string, number>();

  #median(quote: string): number {
    const known = this.#medians.get(quote) ?? (this.#rates.get(quote) as RateTally).median;
    this.#medians.set(quote, known);
    return known;
  }

  /** The notes look at markets and at which rules made a rate at all. */
  #seriesForNotes(): readonly NotedSeries[] {
    return (this.#last?.series ?? []).map(({ venue, market }) => {
      const { minutes } = this.#rates.get(market.quote) as RateTally;
      const rules = [...minutes.keys()].filter((rule) => (minutes[rule] as number) > 0);
      return { venue, market, rateRule: Uint8Array.from(rules) };
    });
  }

  #episodes(shown: readonly ChosenSource[]): readonly Episode[] {
    const all = this.#watches.flatMap((watch) =>
      watch.ended.map((open) =>
        episodeOf(open, this.#plan.question.asset, (shown[watch.place] as ChosenSource).market),
      ),
    );
    return all.sort(
      (a, b) => Math.abs(b.peak) - Math.abs(a.peak) || b.areaPctMinutes - a.areaPctMinutes || ascending(a.id, b.id),
    );
  }
}

const fallFrom = (tally: FallTally): number => fallOf(Float64Array.of(tally.lowest), tally.closes);

/** An episode that ended, in words. */
export function episodeOf(open: OpenEpisode, asset: string, market: Market): Episode {
  const { side, start, last, peak, counted, censored } = open;
  const end = (last + 1) as Minute;
  return {
    id: [asset, market.venue, market.kind, side, formatMinute(start as Minute)].join(':'),
    venue: market.venue,
    market,
    kind: market.kind,
    side,
    start: start as Minute,
    end,
    spanMinutes: end - start,
    minutesBeyond: counted.minutesBeyond,
    minutesClosedBeyond: counted.minutesClosedBeyond,
    unknownMinutes: counted.unknownMinutes,
    areaPctMinutes: counted.areaPctMinutes,
    minPeers: counted.minPeers,
    peak: peak.ratio,
    peakMinute: peak.minute as Minute,
    peakPrice: peak.price,
    peakReference: peak.reference,
    peakClose: counted.peakClose,
    peakOutside: counted.peakOutside,
    recoveryMinutes: open.recoveryMinutes,
    ...open.volumes,
    peersAtPeak: peak.peers,
    censored: censored ?? 'none',
  };
}
