import type { Minute } from '../../domain/minute';
import { LAYERS, type Layer } from './codes';
import type { LogMinute } from './tally';

/** An episode of a venue: minutes from `start` on, before `end`. */
export interface EpisodeSpan {
  readonly start: Minute;
  readonly end: Minute;
}

/** Rejections of a layer beside a venue's episodes of an asset. Counts, and an order in time: neither says that one comes of the other. */
export interface Beside {
  readonly rejectedMinutes: number;
  /** Of these, in an episode. */
  readonly bothMinutes: number;
  readonly rejections: number;
  readonly rejectionsInEpisodes: number;
  readonly firstRejection: Minute | undefined;
  readonly lastRejection: Minute | undefined;
  /** Minutes from the first rejection to the first episode minute: above 0, the rejection came first; undefined where there is none of either. */
  readonly firstLead: number | undefined;
  /** Minutes from the last rejection to the last episode minute: above 0, the episode ended later. */
  readonly lastLead: number | undefined;
}

export interface Together {
  readonly episodes: number;
  readonly episodeMinutes: number;
  readonly firstEpisode: Minute | undefined;
  readonly lastEpisode: Minute | undefined;
  readonly all: Beside;
  readonly layers: Readonly<Record<Layer, Beside>>;
}

/** A log's minutes beside a venue's episodes, of whatever side, in the same minutes. Episodes may overlap: a minute in two of them is one. */
export function togetherOf(minutes: readonly LogMinute[], episodes: readonly EpisodeSpan[]): Together {
  const spans = united(episodes);
  const [firstEpisode, lastEpisode] = [spans[0]?.start, lastMinute(spans)];
  const beside = (rejectionsOf: (one: LogMinute) => number): Beside => {
    const rejected = minutes.filter((one) => rejectionsOf(one) > 0);
    const both = rejected.filter(({ minute }) => isIn(minute, spans));
    const sum = (list: readonly LogMinute[]): number => list.reduce((total, one) => total + rejectionsOf(one), 0);
    const [first, last] = [rejected[0]?.minute, rejected.at(-1)?.minute];
    return {
      rejectedMinutes: rejected.length,
      bothMinutes: both.length,
      rejections: sum(rejected),
      rejectionsInEpisodes: sum(both),
      firstRejection: first,
      lastRejection: last,
      firstLead: apart(first, firstEpisode),
      lastLead: apart(last, lastEpisode),
    };
  };
  return {
    episodes: episodes.length,
    episodeMinutes: spans.reduce((sum, { start, end }) => sum + (end - start), 0),
    firstEpisode,
    lastEpisode,
    all: beside(({ rejected }) => rejected),
    layers: Object.fromEntries(LAYERS.map((layer) => [layer, beside(({ layers }) => layers[layer])])) as Record<
      Layer,
      Beside
    >,
  };
}

const apart = (from: Minute | undefined, to: Minute | undefined): number | undefined =>
  from === undefined || to === undefined ? undefined : to - from;

const lastMinute = (spans: readonly EpisodeSpan[]): Minute | undefined => {
  const last = spans.at(-1);
  return last === undefined ? undefined : ((last.end - 1) as Minute);
};

/** In order, none overlapping another. */
function united(episodes: readonly EpisodeSpan[]): readonly EpisodeSpan[] {
  const spans: EpisodeSpan[] = [];
  for (const one of [...episodes].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last === undefined || one.start > last.end) spans.push(one);
    else if (one.end > last.end) spans[spans.length - 1] = { start: last.start, end: one.end };
  }
  return spans;
}

function isIn(minute: Minute, spans: readonly EpisodeSpan[]): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined || span.end > minute) high = middle;
    else low = middle + 1;
  }
  const found = spans[low];
  return found !== undefined && found.start <= minute;
}
