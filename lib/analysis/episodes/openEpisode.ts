import { CALM_MINUTES, LEAVE_SHARE } from '../../domain/method';
import type { MinuteRange } from '../../domain/minute';
import { depthOn } from './depth';
import { outsideOn, type OthersRange } from '../reference/outside';
import { baseVolumeAt, isConverted, isTradedIn, usdVolumeAt, type DayRow } from '../series/daySeries';
import type { Doubt } from '../uncertainty/uncertainty';
import { ascending } from '../../domain/ascending';
import type { Blocs, Censoring, Side } from '../../domain/episode';
import type { Market } from '../../domain/market';
import { ruleAt, type RateRule } from '../../domain/rate';
import type { Episode, VenueSeries } from '../types';

/** What is counted over an episode's minutes, up to some minute of it. */
type Tally = {
  -readonly [
    Field in
      | 'minutesBeyond'
      | 'minutesClosedBeyond'
      | 'unknownMinutes'
      | 'areaPctMinutes'
      | 'minPeers'
      | 'peakClose'
      | 'peakOutside'
  ]: Episode[Field];
};

interface Peak {
  readonly depth: number;
  readonly ratio: number;
  readonly minute: number;
  readonly price: number;
  readonly reference: number;
  readonly peers: number;
  readonly doubt: Doubt;
  readonly rateRule: RateRule;
  readonly blocs: Blocs | undefined;
  /** The book in which the peak was traded. */
  readonly market: Market | undefined;
}

/** Sums up to some minute: the row's own base volume, and USD by row. A row that traded in none of them has no sum. */
interface Volumes {
  readonly base: Sum;
  readonly usd: ReadonlyMap<string, Sum>;
}

/** Of the minutes traded so far: NaN where the volume of one of them is unknown; undefined of none. */
type Sum = number | undefined;

const NO_VOLUMES: Volumes = { base: undefined, usd: new Map() };

/** The rows of a day by their keys. */
export interface DayVolumes {
  readonly range: MinuteRange;
  readonly rows: ReadonlyMap<string, DayRow>;
}

/** What is asked about a minute only where it is an episode's deepest of its day. */
export interface PeakFacts {
  readonly market: Market;
  readonly doubtAt: (slot: number) => Doubt;
  readonly blocsAt: (slot: number) => Blocs | undefined;
}

const UNKNOWN: Doubt = { uncertainty: NaN, isWeak: false };

/**
 * An episode while its minutes come in one by one. A minute after the last one beyond the leaving level belongs to it only if
 * another such follows. So everything is added up as if it did, in the order of the minutes, and what stood at the
 * last such minute is what counts.
 */
export class OpenEpisode {
  /** The last minute at or beyond the leaving level. */
  last: number;
  calm = 0;
  censored: Censoring | undefined;
  peak: Peak = {
    depth: -Infinity,
    ratio: NaN,
    minute: NaN,
    price: NaN,
    reference: NaN,
    peers: NaN,
    doubt: UNKNOWN,
    rateRule: 'none',
    blocs: undefined,
    market: undefined,
  };
  /** Where the peak lies in its day, until it is settled. */
  #unsettled: { readonly slot: number; readonly facts: PeakFacts } | undefined;
  counted: Readonly<Tally>;
  readonly #running: Tally = {
    minutesBeyond: 0,
    minutesClosedBeyond: 0,
    unknownMinutes: 0,
    areaPctMinutes: 0,
    minPeers: Infinity,
    peakClose: NaN,
    peakOutside: 0,
  };
  #recovery = { first: NaN, calm: 0 };
  recoveryMinutes: number | undefined;
  #volumes: Volumes | undefined;
  /** With the minutes since `last`, as far as they have come. */
  #tentative: Volumes | undefined;

  /** `row`: the key of the row whose episode it is. */
  constructor(
    readonly row: string,
    readonly side: Side,
    readonly enter: number,
    readonly start: number,
  ) {
    this.last = start;
    this.counted = this.#running;
  }

  /** A minute without a deviation. */
  unknown(): void {
    this.#running.unknownMinutes += 1;
  }

  /** A measured minute, slot `slot` of the market's series. */
  measured(
    minute: number,
    slot: number,
    depth: number,
    series: VenueSeries,
    others: OthersRange,
    facts: PeakFacts,
  ): void {
    const below = this.side === 'below';
    const tally = this.#running;
    const close = series.dClose[slot] as number;
    const closed = depthOn(this.side, close);
    const price = (below ? series.low : series.high)[slot] as number;
    if (depth >= this.enter) tally.minutesBeyond += 1;
    if (closed >= this.enter) tally.minutesClosedBeyond += 1;
    if (closed > 0) tally.areaPctMinutes += closed * 100;
    tally.minPeers = Math.min(tally.minPeers, series.peers[slot] as number);
    if (minute === this.start || closed > depthOn(this.side, tally.peakClose)) tally.peakClose = close;
    if (series.missing[slot] === 0) {
      const outside = outsideOn(this.side, others, slot, price);
      if (below ? outside < tally.peakOutside : outside > tally.peakOutside) tally.peakOutside = outside;
    }
    if (depth > this.peak.depth) {
      const [ratios, references] = below ? [series.dLow, series.referenceLow] : [series.dHigh, series.referenceHigh];
      this.peak = {
        depth,
        ratio: ratios[slot] as number,
        minute,
        price,
        reference: references[slot] as number,
        peers: series.peers[slot] as number,
        doubt: UNKNOWN,
        rateRule: ruleAt(series.rateRule[slot]),
        blocs: undefined,
        market: facts.market,
      };
      this.#unsettled = { slot, facts };
      this.#recovery = { first: NaN, calm: 0 };
      this.recoveryMinutes = undefined;
    }
    if (depth >= this.enter * LEAVE_SHARE) {
      this.last = minute;
      this.calm = 0;
      this.counted = { ...tally };
    } else {
      this.calm += 1;
    }
  }

  /** Asks what is asked about the peak alone, while its day can still be asked. */
  settlePeak(): void {
    if (this.#unsettled === undefined) return;
    const { slot, facts } = this.#unsettled;
    this.#unsettled = undefined;
    this.peak = { ...this.peak, doubt: facts.doubtAt(slot), blocs: facts.blocsAt(slot) };
  }

  /** Looks for the recovery from the peak; after the episode's end too, until it is found. */
  recover(minute: number, dClose: number): void {
    const recovery = this.#recovery;
    if (this.recoveryMinutes !== undefined || Number.isNaN(dClose)) return;
    if (Math.abs(dClose) >= this.enter * LEAVE_SHARE) {
      recovery.calm = 0;
      return;
    }
    recovery.calm += 1;
    if (recovery.calm === 1) recovery.first = minute;
    if (recovery.calm === CALM_MINUTES) this.recoveryMinutes = recovery.first - this.peak.minute;
  }

  /** Adds the volumes of a day's minutes, after the minutes themselves came in. Days come in order, each once. */
  addVolumes({ range, rows }: DayVolumes): void {
    const isOpen = this.censored === undefined;
    const begun = this.#tentative ?? this.#volumes ?? NO_VOLUMES;
    const from = Math.max(this.start, range.from);
    if (this.last >= range.from) {
      this.#volumes = this.#added(begun, rows, from, this.last + 1, range.from);
      this.#tentative =
        isOpen && this.last + 1 < range.to
          ? this.#added(this.#volumes, rows, this.last + 1, range.to, range.from)
          : undefined;
    } else if (isOpen) {
      this.#tentative = this.#added(begun, rows, from, range.to, range.from);
    }
  }

  #added({ base, usd }: Volumes, rows: DayVolumes['rows'], from: number, to: number, start: number): Volumes {
    const sum = (
      before: Sum,
      row: DayRow,
      isIn: (row: DayRow, slot: number) => boolean,
      at: (row: DayRow, slot: number) => number,
    ): Sum => {
      let total = before;
      for (let slot = from - start; slot < to - start; slot += 1)
        if (isIn(row, slot)) total = total === undefined ? at(row, slot) : total + at(row, slot);
      return total;
    };
    const own = rows.get(this.row);
    const sums = new Map(usd);
    for (const [key, row] of rows)
      if (key === this.row || row.book.market.kind === 'spot')
        sums.set(key, sum(sums.get(key), row, isConverted, usdVolumeAt));
    return { base: own === undefined ? base : sum(base, own, isTradedIn, baseVolumeAt), usd: sums };
  }

  get volumes(): Pick<Episode, 'baseVolume' | 'usdVolume' | 'volumeShare'> {
    const { base, usd } = this.#volumes ?? NO_VOLUMES;
    const own = usd.get(this.row) ?? NaN;
    const sums = [...usd].sort(([a], [b]) => ascending(a, b)).flatMap(([, sum]) => sum ?? []);
    return {
      baseVolume: base ?? NaN,
      usdVolume: own,
      volumeShare: own / (sums.length === 0 ? NaN : sums.reduce((total, sum) => total + sum, 0)),
    };
  }
}
