import { isWithin } from '../domain/episode';
import type { Kind } from '../domain/market';
import type { Bloc } from '../domain/question';
import type { Zone } from '../domain/zone';
import type { SeriesColumns } from '../domain/seriesColumns';
import type { WrittenReference } from '../domain/reference';
import { venueAndKind } from '../words/market';
import type { Theme } from './look/theme';

export interface ChartEpisode {
  readonly venue: string;
  readonly market: string;
  readonly kind: Kind;
  readonly side: 'below' | 'above';
  readonly start: string;
  readonly end: string;
  readonly peak: number;
  readonly peakMinute: string;
  readonly peakPrice: number;
  /** Whether the peak lies beyond what the rates leave unknown; `within-rate`: it does not, or nobody knows. */
  readonly certainty: 'certain' | 'weak' | 'within-rate';
  /** Relative; null: unknown. */
  readonly uncertaintyAtPeak: number | null;
  /** How many other venues the reference of the peak rests on, where that is known. */
  readonly peersAtPeak?: number;
}

/** What is drawn. The web's answer about deviations fits as it comes, its rows as columns. */
export interface ChartAnswer {
  readonly from: string;
  readonly to: string;
  readonly currency: string;
  /** What deviations are from. */
  readonly reference: WrittenReference;
  /** Among whose books medians are taken. */
  readonly bloc: Bloc;
  readonly enter: number;
  /** 1: the series speak of every minute. n: of every n minutes (aligned since 1970) only of those that hold an extreme. */
  readonly resolutionMinutes: number;
  readonly simulated: boolean;
  readonly series: readonly SeriesColumns[];
  readonly episodes: readonly ChartEpisode[];
}

/** A chart: what is drawn, and how it is looked at. */
export interface DeviationChart {
  readonly answer: ChartAnswer;
  readonly theme: Theme;
  /** CSS pixels of the place it is drawn in. Its height is `chartHeight(chart)` unless given. */
  readonly width: number;
  readonly height?: number;
  /** Of the price axis; auto: logarithmic where a linear one would show one price and nothing else. */
  readonly scale: 'linear' | 'log' | 'auto';
  /** The venue in question, with its reference and episodes; else that of the deepest episode. */
  readonly focus?: string;
  /** Further venues drawn as lines; all others are one grey band. */
  readonly lines?: readonly string[];
  /** A minute to mark. */
  readonly minute?: string;
  /** The first and the last minute in sight; they and what lies between are drawn in finer buckets where need be. */
  readonly zoom?: { readonly from: string; readonly to: string };
  /**
   * The reader's clock, UTC unless given. A still chart has none: what the server draws and what is exported is the same for everybody, and
   * is quoted beside addresses and tables in UTC.
   */
  readonly zone?: Zone;
  /** For narrow screens: shorter captions, fewer labels. */
  readonly compact?: boolean;
  /** Without controls: for pictures. */
  readonly still?: boolean;
  /** Of a still chart: with the overview brush under it, drawn, for the live chart takes its place. */
  readonly brush?: boolean;
  /** The words for a series, by `seriesKey`; else the venue, and its kind where it is no spot book. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly fontFamily?: string;
}

/** What of a series names it. */
type Named = Pick<SeriesColumns, 'venue' | 'kind'>;

/** Names a series within one answer: on each day one book of a venue and kind stands in it. */
export const seriesKey = ({ venue, kind }: Named): string => `${venue} ${kind}`;

/** Deepest first; those within the rates' uncertainty behind all others. */
export const byDepth = (a: ChartEpisode, b: ChartEpisode): number =>
  Number(isWithin(a)) - Number(isWithin(b)) || Math.abs(b.peak) - Math.abs(a.peak);

interface Focused<Series extends Named> {
  readonly answer: { readonly series: readonly Series[]; readonly episodes: readonly ChartEpisode[] };
  readonly focus?: string | undefined;
}

/** The series in front: the focus, else that of the deepest episode, else the first. */
export function focusOf<Series extends Named>({ answer, focus }: Focused<Series>): Series | undefined {
  const chosen = answer.series.find(({ venue }) => venue === focus);
  if (chosen !== undefined) return chosen;
  const deepest = [...answer.episodes].sort(byDepth)[0];
  const named =
    deepest === undefined ? undefined : answer.series.find((series) => seriesKey(series) === seriesKey(deepest));
  return named ?? answer.series[0];
}

/** The words for a series: the venue, and its kind where it is no spot book. */
export function labelOf(chart: Pick<DeviationChart, 'answer' | 'labels'>, series: SeriesColumns): string {
  return chart.labels?.[seriesKey(series)] ?? venueAndKind(series);
}

/** The series as the strip's rows stand: the one that strayed furthest first, those with nothing measured last. */
export function orderByDepth({ series }: Pick<ChartAnswer, 'series'>): readonly SeriesColumns[] {
  const depth = new Map(series.map((one) => [one, depthOf(one)]));
  return [...series].sort((a, b) => (depth.get(b) as number) - (depth.get(a) as number));
}

function depthOf({ dLow, dHigh }: SeriesColumns): number {
  let depth = -1;
  for (const low of dLow) if (-low > depth) depth = -low;
  for (const high of dHigh) if (high > depth) depth = high;
  return depth;
}
