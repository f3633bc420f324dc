import { copyWithout, madOfSorted, medianOfSorted, medianWithout, sortFirst } from './order';

/** What a venue is held against in each minute. */
export interface ReferenceColumns {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly close: Float64Array;
  /** 1.4826 × median absolute deviation of the peers' closes. */
  readonly dispersion: Float64Array;
  readonly peers: Uint16Array;
}

/** Makes the median absolute deviation of a normal sample estimate its standard deviation. */
const MAD_TO_SIGMA = 1.4826;

export interface SpotPrices {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly close: Float64Array;
}

const emptyReference = (slots: number): ReferenceColumns => ({
  low: new Float64Array(slots).fill(NaN),
  high: new Float64Array(slots).fill(NaN),
  close: new Float64Array(slots).fill(NaN),
  dispersion: new Float64Array(slots).fill(NaN),
  peers: new Uint16Array(slots),
});

/**
 * `others` (method, section 3): for each series the median over the OTHER venues' spot prices of the same minute, the mean
 * of the middle two where even; a hole below `minPeers`. `spot` are the venues that may be peers; `selves` says, per
 * series, which of them it is itself (undefined: none, as for a perp). One sort a minute serves every series.
 */
export function othersReferences(spot: readonly SpotPrices[], selves: readonly (number | undefined)[], slots: number, minPeers: number): readonly ReferenceColumns[] {
  const out = selves.map(() => emptyReference(slots));
  for (const field of ['low', 'high', 'close'] as const) {
    const columns = spot.map((prices) => prices[field]);
    const owns = selves.map((self) => (self === undefined ? undefined : columns[self]));
    leaveOneOut(columns, owns, slots, minPeers, out.map((reference) => reference[field]), field === 'close' ? { peers: out.map(({ peers }) => peers), dispersions: out.map(({ dispersion }) => dispersion) } : undefined);
  }
  return out;
}

/** What comes once a minute, with the closes: the number of values the medians rest on, and their dispersion. */
interface Breadth {
  readonly peers: readonly Uint16Array[];
  readonly dispersions: readonly Float64Array[];
}

/** One field's medians without each series' own value, and where asked for how broad they are. */
function leaveOneOut(
  columns: readonly Float64Array[], owns: readonly (Float64Array | undefined)[], slots: number, minPeers: number,
  medians: readonly Float64Array[], breadth: Breadth | undefined,
): void {
  const sorted = new Float64Array(columns.length);
  const rest = new Float64Array(columns.length);
  for (let i = 0; i < slots; i += 1) {
    const count = gather(columns, i, sorted);
    for (let s = 0; s < owns.length; s += 1) {
      const own = owns[s]?.[i] ?? NaN;
      const isAmong = !Number.isNaN(own);
      const left = isAmong ? count - 1 : count;
      if (breadth !== undefined) (breadth.peers[s] as Uint16Array)[i] = left;
      if (left < minPeers) continue;
      const median = isAmong ? medianWithout(sorted, count, own) : medianOfSorted(sorted, count);
      (medians[s] as Float64Array)[i] = median;
      if (breadth !== undefined) (breadth.dispersions[s] as Float64Array)[i] = MAD_TO_SIGMA * madOfSorted(rest, copyWithout(sorted, count, own, rest), median);
    }
  }
}

/** `venue:V`: one venue's own prices are the reference of every other; V itself, and minutes V did not trade, have none. One venue has no dispersion. */
export function venueReferences(yardstick: SpotPrices, isYardstick: readonly boolean[], slots: number): readonly ReferenceColumns[] {
  return isYardstick.map((itself) => {
    const out = emptyReference(slots);
    if (itself) return out;
    for (let i = 0; i < slots; i += 1) {
      if (Number.isNaN(yardstick.close[i])) continue;
      out.low[i] = yardstick.low[i] as number;
      out.high[i] = yardstick.high[i] as number;
      out.close[i] = yardstick.close[i] as number;
      out.peers[i] = 1;
    }
    return out;
  });
}

/** The median over ALL spot venues, minute by minute; NaN where none traded. The market as control (method, section 6). */
export function marketMedian(spot: readonly SpotPrices[], field: keyof SpotPrices, slots: number): Float64Array {
  const columns = spot.map((prices) => prices[field]);
  const sorted = new Float64Array(columns.length);
  const out = new Float64Array(slots);
  for (let i = 0; i < slots; i += 1) out[i] = medianOfSorted(sorted, gather(columns, i, sorted));
  return out;
}

/** Fills `sorted` with the minute's values, ascending; answers how many there are. */
function gather(columns: readonly Float64Array[], slot: number, sorted: Float64Array): number {
  let count = 0;
  for (let v = 0; v < columns.length; v += 1) {
    const value = (columns[v] as Float64Array)[slot] as number;
    if (Number.isNaN(value)) continue;
    sorted[count] = value;
    count += 1;
  }
  sortFirst(sorted, count);
  return count;
}
