import { medianOfSorted, medianWithout, sortFirst } from './order';

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
  const sorted = new Float64Array(spot.length);
  for (const field of ['low', 'high', 'close'] as const) {
    for (let i = 0; i < slots; i += 1) {
      const count = gather(spot, field, i, sorted);
      for (let s = 0; s < selves.length; s += 1) {
        const self = selves[s];
        const own = self === undefined ? NaN : ((spot[self] as SpotPrices)[field][i] as number);
        const peers = Number.isNaN(own) ? count : count - 1;
        const reference = out[s] as ReferenceColumns;
        reference.peers[i] = peers;
        if (peers < minPeers) continue;
        const median = Number.isNaN(own) ? medianOfSorted(sorted, count) : medianWithout(sorted, count, own);
        reference[field][i] = median;
        if (field === 'close') reference.dispersion[i] = MAD_TO_SIGMA * madOf(sorted, count, own, median);
      }
    }
  }
  return out;
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
  const sorted = new Float64Array(spot.length);
  return Float64Array.from({ length: slots }, (_, i) => medianOfSorted(sorted, gather(spot, field, i, sorted)));
}

/** The lowest low and the highest high of the other venues, for `outside`. */
export function extremesOfOthers(spot: readonly SpotPrices[], self: number | undefined, slot: number): { readonly low: number; readonly high: number } {
  let low = NaN;
  let high = NaN;
  for (let v = 0; v < spot.length; v += 1) {
    if (v === self) continue;
    const prices = spot[v] as SpotPrices;
    const [l, h] = [prices.low[slot] as number, prices.high[slot] as number];
    if (Number.isNaN(l)) continue;
    if (!(low <= l)) low = l;
    if (!(high >= h)) high = h;
  }
  return { low, high };
}

/** Fills `sorted` with the minute's values, ascending; answers how many there are. */
function gather(spot: readonly SpotPrices[], field: keyof SpotPrices, slot: number, sorted: Float64Array): number {
  let count = 0;
  for (const prices of spot) {
    const value = prices[field][slot] as number;
    if (!Number.isNaN(value)) {
      sorted[count] = value;
      count += 1;
    }
  }
  sortFirst(sorted, count);
  return count;
}

const distances = new Float64Array(65_536);

/** The median distance from `median` of the first `count` of `sorted`, one occurrence of `own` left out (NaN: nothing is). */
function madOf(sorted: Float64Array, count: number, own: number, median: number): number {
  let left = Number.isNaN(own);
  let kept = 0;
  for (let i = 0; i < count; i += 1) {
    const value = sorted[i] as number;
    if (!left && value === own) {
      left = true;
      continue;
    }
    distances[kept] = Math.abs(value - median);
    kept += 1;
  }
  sortFirst(distances, kept);
  return medianOfSorted(distances, kept);
}
