import { ascending } from '../../domain/ascending';
import { certaintyFrom } from '../../domain/episode';
import { formatMinute, type Minute, type MinuteRange } from '../../domain/minute';
import type { Asset, Market } from '../../domain/market';
import { rowKey, type RowName } from '../days/rows';
import type { MeasuredDay } from '../days/day';
import { othersRange } from '../reference/outside';
import type { DayRow } from '../series/daySeries';
import type { Episode } from '../types';
import { blocsAt } from '../uncertainty/blocs';
import { EpisodeWatch } from './episodeWatch';
import type { OpenEpisode, PeakFacts } from './openEpisode';

/**
 * Episodes over days that are measured one by one and come in order (method, section 5); they run on over midnight. A venue without a book on a
 * day has no measured minute then.
 */
export class EpisodeRun {
  readonly #asset: Asset;
  readonly #enter: number;
  #windowFrom: Minute | undefined;
  #watches = new Map<string, readonly EpisodeWatch[]>();
  readonly #rows = new Map<string, RowName>();
  /** Of watches that were set aside. */
  readonly #ended: OpenEpisode[] = [];

  /** `windowFrom`: an episode that begins there may have begun before; undefined: what lies before is known. */
  constructor(asset: Asset, enter: number, windowFrom: Minute | undefined) {
    this.#asset = asset;
    this.#enter = enter;
    this.#windowFrom = windowFrom;
  }

  /** Whether what comes depends on nothing that was: no episode open, no recovery looked for. */
  get isClean(): boolean {
    return [...this.#watches.values()].flat().every((watch) => watch.isClean);
  }

  /** Takes in the next day. */
  take({
    range,
    rows,
    series,
    matrix,
    measured,
    blocs,
  }: Pick<MeasuredDay, 'range' | 'rows' | 'series' | 'matrix' | 'measured' | 'blocs'>): void {
    const today = new Map(rows.map((row) => [rowKey(row.book.market), row]));
    const parts = { range, rows: today };
    rows.forEach((row, place) => {
      const columns = series[place];
      if (columns === undefined) return;
      const others = othersRange(measured.extremes, matrix, row.row);
      for (const watch of this.#watchesOf(row.book.market)) {
        const facts: PeakFacts = {
          market: row.book.market,
          doubtAt: row.doubts.at,
          blocsAt: (slot) => blocsAt(blocs, watch.side, slot, this.#enter),
        };
        for (const episode of watch.take(range, columns, others, facts)) episode.addVolumes(parts);
      }
    });
    for (const [key, watches] of this.#watches)
      if (!today.has(key)) for (const watch of watches) this.#missed(watch, range, today);
  }

  /** A day on which the row has no book, while the others do. */
  #missed(watch: EpisodeWatch, range: MinuteRange, rows: ReadonlyMap<string, DayRow>): void {
    for (const episode of watch.miss(range)) episode.addVolumes({ range, rows });
  }

  /** Minutes of which nothing is known of any row. */
  miss(range: MinuteRange): void {
    for (const watch of [...this.#watches.values()].flat()) watch.miss(range);
  }

  /** Gives up looking for the recovery of episodes whose last minute lies before. */
  giveUp(before: Minute): void {
    for (const watch of [...this.#watches.values()].flat()) watch.giveUp(before);
  }

  /** Begins anew: what came before is another window. */
  begin(windowFrom: Minute | undefined): void {
    this.#ended.push(...[...this.#watches.values()].flat().flatMap(({ ended }) => ended));
    this.#watches = new Map();
    this.#windowFrom = windowFrom;
  }

  /** Nothing is known of what comes after: what is open touches the edge. Deepest first; ties by area, then by id. */
  finish(): readonly Episode[] {
    for (const watch of [...this.#watches.values()].flat()) watch.finish();
    this.begin(undefined);
    return this.#ended
      .map((open) => episodeOf(open, this.#asset, this.#enter, this.#rows.get(open.row) as RowName))
      .sort(
        (a, b) => Math.abs(b.peak) - Math.abs(a.peak) || b.areaPctMinutes - a.areaPctMinutes || ascending(a.id, b.id),
      );
  }

  #watchesOf({ venue, kind }: RowName): readonly EpisodeWatch[] {
    const key = rowKey({ venue, kind });
    this.#rows.set(key, { venue, kind });
    const known =
      this.#watches.get(key) ??
      (['below', 'above'] as const).map((side) => new EpisodeWatch(key, side, this.#enter, this.#windowFrom));
    this.#watches.set(key, known);
    return known;
  }
}

/** An episode that ended. */
function episodeOf(open: OpenEpisode, asset: Asset, enter: number, { venue, kind }: RowName): Episode {
  const { side, start, last, peak, counted, censored } = open;
  const end = (last + 1) as Minute;
  return {
    id: [asset, venue, kind, side, formatMinute(start as Minute)].join(':'),
    venue,
    market: peak.market as Market,
    kind,
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
    // Beyond T by more than the rates leave unknown; an unknown uncertainty is beyond nothing.
    certainty: certaintyFrom(peak.ratio, peak.doubt.uncertainty, peak.doubt.isWeak, enter),
    uncertaintyAtPeak: peak.doubt.uncertainty,
    rateRuleAtPeak: peak.rateRule,
    blocs: peak.blocs,
  };
}
