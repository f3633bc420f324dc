import { KINDS, type Asset, type Market, type Source } from '../../domain/market';
import { dayOf, formatMinute, minute, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import { EpisodeWatch } from '../long/episodeWatch';
import type { OpenEpisode } from '../long/openEpisode';
import type { SeriesParts } from '../series';
import type { Episode, Side } from '../types';
import { absentParts, absentSeries } from './absent';
import type { MeasuredDay } from './measuredDay';
import { settles } from './settles';

/** An episode of everything held, and the source that said its peak. */
export interface ScanEpisode {
  readonly asset: Asset;
  readonly source: Source;
  readonly episode: Episode;
}

/** What is known when a day is over. */
export interface DayEnd {
  /** Nothing can change these any more, whatever comes after the day. */
  readonly episodes: readonly ScanEpisode[];
  /** No episode is open at this midnight, and no recovery looked for any more: what follows does not rest on what was. */
  readonly isClean: boolean;
  /** The same, and it would be so whatever had been open when the day began. */
  readonly isSettled: boolean;
}

interface Watched {
  readonly watch: EpisodeWatch;
  open: OpenEpisode | undefined;
  /** Ended; their recovery is still looked for. */
  pending: OpenEpisode[];
}

const SIDES = ['below', 'above'] as const satisfies readonly Side[];

/**
 * The episodes of one asset, UTC day after UTC day, over the markets of each day (docs/adr/0008-kept-episodes.md). An episode
 * runs on over midnight; on a day on which its market takes no part, that market's minutes are missing. A recovery is
 * looked for up to the end of the day after the one in which the episode ended. Days come in order without a gap, a run of
 * them; the midnight before the first one must be clean.
 */
export class AssetDays {
  readonly #roster: readonly Market[];
  readonly #watched = new Map<string, Watched>();
  /** Who said the peak. */
  readonly #sources = new Map<OpenEpisode, Source>();

  /** `markets`: at least those of the days to come. More of them change nothing. */
  constructor(readonly asset: Asset, readonly enter: number, markets: readonly Market[]) {
    this.#roster = [...new Map(markets.map((market) => [nameIn(market), market])).values()].sort(byVenue);
  }

  /** `beginsRun`: of the day before nothing is held. */
  take({ range, parts, series }: MeasuredDay, beginsRun: boolean): DayEnd {
    // An episode is marked censored where it begins with the first minute of a run; in any other run of days none can begin there.
    const windowFrom = beginsRun ? range.from : minute(Math.max(0, range.from - 1));
    const places = parts.map(({ chosen }) => this.#placeOf(chosen.market));
    const touched: OpenEpisode[] = [];
    const watch = (place: number, side: Side, at: number): void => {
      const key = `${String(place)} ${side}`;
      const held = this.#watched.get(key) ?? { watch: new EpisodeWatch(place, side, this.enter, windowFrom), open: undefined, pending: [] };
      const before = held.watch.ended.length;
      const part = parts[at];
      const own = held.watch.take(range, series[at] ?? absentSeries(range), (part ?? absentParts(range)).measured.extremes);
      touched.push(...own);
      held.open = own.find(({ censored }) => censored === undefined);
      held.pending.push(...held.watch.ended.slice(before));
      if (part !== undefined) for (const episode of own) if (dayOf(episode.peak.minute as Minute) === dayOf(range.from)) this.#sources.set(episode, part.chosen.source);
      this.#watched.set(key, held);
    };
    places.forEach((place, at) => {
      for (const side of SIDES) watch(place, side, at);
    });
    for (const key of [...this.#watched.keys()]) {
      const [place, side] = key.split(' ') as [string, Side];
      if (!places.includes(Number(place))) watch(Number(place), side, -1);
    }
    this.#addVolumes(range, places, parts, touched);
    const episodes = this.#released(dayOf(range.from));
    const isClean = this.#watched.size === 0;
    return { episodes, isClean, isSettled: isClean && series.every((one) => settles(one, this.enter)) };
  }

  /** Nothing is held of the next day: what is open ends here, censored, and no recovery is looked for any more. Clean afterwards. */
  endOfRun(): readonly ScanEpisode[] {
    const all = [...this.#watched.values()].flatMap(({ watch, open, pending }) => {
      watch.finish();
      return open === undefined ? pending : [...pending, open];
    });
    this.#watched.clear();
    return all.map((open) => this.#episodeOf(open));
  }

  #addVolumes(range: MinuteRange, places: readonly number[], parts: readonly SeriesParts[], touched: readonly OpenEpisode[]): void {
    if (touched.length === 0) return;
    const all = this.#roster.map((market, place): SeriesParts => parts[places.indexOf(place)] ?? absentParts(range, market));
    for (const episode of touched) episode.addVolumes({ range, all });
  }

  /** What is decided by the end of the day; forgets the markets of which nothing is left to decide. */
  #released(day: Day): readonly ScanEpisode[] {
    const out: ScanEpisode[] = [];
    for (const [key, held] of this.#watched) {
      const isDecided = ({ recoveryMinutes, last }: OpenEpisode): boolean => recoveryMinutes !== undefined || dayOf(last as Minute) < day;
      out.push(...held.pending.filter(isDecided).map((open) => this.#episodeOf(open)));
      held.pending = held.pending.filter((open) => !isDecided(open));
      if (held.open === undefined && held.pending.length === 0) this.#watched.delete(key);
    }
    return out;
  }

  #placeOf(market: Market): number {
    const place = this.#roster.findIndex((one) => nameIn(one) === nameIn(market));
    if (place < 0) throw new RangeError(`${nameIn(market)} of ${this.asset} was not announced`);
    return place;
  }

  #episodeOf(open: OpenEpisode): ScanEpisode {
    const source = this.#sources.get(open);
    if (source === undefined) throw new RangeError('an episode whose peak nobody said');
    this.#sources.delete(open);
    return { asset: this.asset, source, episode: episodeOf(open, this.asset, this.#roster[open.place] as Market) };
  }
}

/** Markets of one asset apart. */
const nameIn = ({ venue, quote, kind }: Market): string => `${venue} ${quote} ${kind}`;

/** As an analysis shows them: by venue; several of a venue, which never meet in one day, by kind and quote. */
const byVenue = (a: Market, b: Market): number =>
  compared(a.venue, b.venue) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compared(a.quote, b.quote);

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As an analysis of a window says it. */
function episodeOf(open: OpenEpisode, asset: Asset, market: Market): Episode {
  const { side, start, last, peak, counted, censored = 'none' } = open;
  const [from, end] = [minute(start), minute(last + 1)];
  return {
    id: [asset, market.venue, market.kind, side, formatMinute(from)].join(':'),
    venue: market.venue, market, kind: market.kind, side,
    start: from, end, spanMinutes: end - from,
    minutesBeyond: counted.minutesBeyond, minutesClosedBeyond: counted.minutesClosedBeyond, unknownMinutes: counted.unknownMinutes,
    peak: peak.ratio, peakMinute: minute(peak.minute), peakPrice: peak.price, peakReference: peak.reference,
    peakClose: counted.peakClose, peakOutside: counted.peakOutside, areaPctMinutes: counted.areaPctMinutes,
    recoveryMinutes: open.recoveryMinutes,
    ...open.volumes,
    peersAtPeak: peak.peers, minPeers: counted.minPeers,
    censored,
  };
}
