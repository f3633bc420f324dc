import { ascending } from '../../domain/ascending';
import { formatMinute, plus } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { depthOn, episodeSpans, recoveryOf, type EpisodeSpan } from './episodeSpan';
import type { Extremes } from '../reference/kernel';
import { othersRange, outsideOn, type OthersRange } from '../reference/outside';
import { baseVolumeAt, usdVolumeAt, type SeriesParts } from '../series/series';
import type { Side } from '../../domain/episode';
import type { Episode, VenueSeries } from '../types';

/** Every episode of every market, deepest first; ties by area, then by id. `parts` are what the series were made from, in their order. */
export function episodesOf(
  question: Question,
  series: readonly VenueSeries[],
  parts: readonly SeriesParts[],
  extremes: Extremes,
): readonly Episode[] {
  const all = series.flatMap((one, at) =>
    (['below', 'above'] as const).flatMap((side) =>
      episodeSpans(side === 'below' ? one.dLow : one.dHigh, side, question.enter).map((span) =>
        measured(question, parts, extremes, one, parts[at] as SeriesParts, side, span),
      ),
    ),
  );
  return all.sort(
    (a, b) => Math.abs(b.peak) - Math.abs(a.peak) || b.areaPctMinutes - a.areaPctMinutes || ascending(a.id, b.id),
  );
}

function measured(
  question: Question,
  all: readonly SeriesParts[],
  extremes: Extremes,
  series: VenueSeries,
  own: SeriesParts,
  side: Side,
  span: EpisodeSpan,
): Episode {
  const below = side === 'below';
  const deviations = below ? series.dLow : series.dHigh;
  const { start, end } = span;
  const counts = countsIn(series, side, span, question.enter);
  const peak = deepestIn(deviations, side, span);
  const usdVolume = usdIn(own, span);
  const { from } = question.range;
  return {
    id: [question.asset, series.venue, series.market.kind, side, formatMinute(plus(from, start))].join(':'),
    venue: series.venue,
    market: series.market,
    kind: series.market.kind,
    side,
    start: plus(from, start),
    end: plus(from, end),
    spanMinutes: end - start,
    ...counts,
    peak: deviations[peak] as number,
    peakMinute: plus(from, peak),
    peakPrice: (below ? series.low : series.high)[peak] as number,
    peakReference: (below ? series.referenceLow : series.referenceHigh)[peak] as number,
    peakClose: series.dClose[deepestIn(series.dClose, side, span)] as number,
    peakOutside: outsideIn(series, othersRange(extremes, own.matrix, own.row), side, span),
    recoveryMinutes: recoveryOf(series.dClose, peak, question.enter),
    baseVolume: sumOf((slot) => baseVolumeAt(own, slot), span),
    usdVolume,
    volumeShare: usdVolume / totalVolume(all, own, span),
    peersAtPeak: series.peers[peak] as number,
    censored: span.censored,
  };
}

type Counts = Pick<Episode, 'minutesBeyond' | 'minutesClosedBeyond' | 'unknownMinutes' | 'areaPctMinutes' | 'minPeers'>;

function countsIn(series: VenueSeries, side: Side, { start, end }: EpisodeSpan, enter: number): Counts {
  const out = { minutesBeyond: 0, minutesClosedBeyond: 0, unknownMinutes: 0, areaPctMinutes: 0, minPeers: Infinity };
  const deviations = side === 'below' ? series.dLow : series.dHigh;
  for (let i = start; i < end; i += 1) {
    const depth = depthOn(side, deviations[i] as number);
    if (Number.isNaN(depth)) {
      out.unknownMinutes += 1;
      continue;
    }
    const closed = depthOn(side, series.dClose[i] as number);
    if (depth >= enter) out.minutesBeyond += 1;
    if (closed >= enter) out.minutesClosedBeyond += 1;
    if (closed > 0) out.areaPctMinutes += closed * 100;
    out.minPeers = Math.min(out.minPeers, series.peers[i] as number);
  }
  return out;
}

/** The slot of the extreme to that side, the first of equals. */
function deepestIn(values: Float64Array, side: Side, { start, end }: EpisodeSpan): number {
  let deepest = start;
  for (let i = start; i < end; i += 1)
    if (depthOn(side, values[i] as number) > depthOn(side, values[deepest] as number)) deepest = i;
  return deepest;
}

/** The furthest beyond every other venue on that side, whatever the other side of the minute did; 0 where it never was. */
function outsideIn(series: VenueSeries, others: OthersRange, side: Side, { start, end }: EpisodeSpan): number {
  const prices = side === 'below' ? series.low : series.high;
  let furthest = 0;
  for (let i = start; i < end; i += 1) {
    if (series.missing[i] !== 0) continue;
    const value = outsideOn(side, others, i, prices[i] as number);
    if (side === 'below' ? value < furthest : value > furthest) furthest = value;
  }
  return furthest;
}

/** Of what is known; NaN where nothing is. */
function sumOf(at: (slot: number) => number, { start, end }: EpisodeSpan): number {
  let sum = NaN;
  for (let slot = start; slot < end; slot += 1) {
    const value = at(slot);
    if (!Number.isNaN(value)) sum = Number.isNaN(sum) ? value : sum + value;
  }
  return sum;
}

const usdIn = (parts: SeriesParts, span: EpisodeSpan): number => sumOf((slot) => usdVolumeAt(parts, slot), span);

/** Spot volume of all venues, and the market's own where it is no spot book. NaN where nothing is known. */
function totalVolume(all: readonly SeriesParts[], own: SeriesParts, span: EpisodeSpan): number {
  const sums = all
    .filter((parts) => parts === own || parts.chosen.market.kind === 'spot')
    .map((parts) => usdIn(parts, span));
  const known = sums.filter((sum) => !Number.isNaN(sum));
  return known.length === 0 ? NaN : known.reduce((total, sum) => total + sum, 0);
}
