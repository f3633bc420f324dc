import { MISSING } from '../../domain/missing';
import { bufferToSort, medianOfSorted, sortByRank } from '../reference/order';
import { isWeakRule, RULE, type Rate } from '../rates/rate';

/** How a book is converted over a range. */
export interface Converted {
  /** The quote it is read in. */
  readonly quote: string;
  readonly rate: Rate;
}

/** A book that a row is compared with. */
export interface Peer extends Converted {
  /** Slot by slot a place in MISSING: it is a peer in those that it calls measured. */
  readonly missing: Uint8Array;
}

/** What the rates leave unknown of one deviation. */
export interface Doubt {
  /** Relative; NaN: unknown. */
  readonly uncertainty: number;
  /** Whether it rests on a weak rate: its own, or that of more than half of its peers; a peer in the same quote does not count as one. */
  readonly isWeak: boolean;
}

/** The same of many minutes: `weak` is 1 where it rests on a weak rate. */
export interface DoubtColumns {
  readonly uncertainty: Float64Array;
  readonly weak: Uint8Array;
}

/** What the rates leave unknown of one row's deviations, whether or not a slot has one. */
export interface Doubts {
  readonly at: (slot: number) => Doubt;
  /** Of the first `count` of `slots`, one after the other, from place `first` of the columns on. */
  readonly fill: (slots: Int32Array, count: number, into: DoubtColumns, first: number) => void;
}

/** The same where the minutes are measured, `missing` slot by slot a place in MISSING; where one is not there is no doubt: NaN, not weak. */
export function fillMeasured(
  doubts: Doubts,
  missing: Uint8Array,
  slots: Int32Array,
  count: number,
  into: DoubtColumns,
  first: number,
): void {
  doubts.fill(slots, count, into, first);
  for (let i = 0; i < count; i += 1) {
    if (missing[slots[i] as number] === MEASURED) continue;
    into.uncertainty[first + i] = NaN;
    into.weak[first + i] = 0;
  }
}

// Constants of another module are asked of it each time they are read: too slow within a loop.
const MEASURED = MISSING.indexOf('measured');
const { thin: THIN, parity: PARITY } = RULE;

/** Nothing: raw quotes are compared. */
export const NO_DOUBTS: Doubts = {
  at: () => ({ uncertainty: 0, isWeak: false }),
  fill: (_, count, { uncertainty, weak }, first) => {
    uncertainty.fill(0, first, first + count);
    weak.fill(0, first, first + count);
  },
};

/** Of prices compared with 1 USD: their own rate's. */
export const ownDoubts = ({ rate: { uncertainty, rule } }: Converted): Doubts => ({
  at: (slot) => ({ uncertainty: uncertainty[slot] as number, isWeak: isWeakRule(rule[slot]) }),
  fill: (slots, count, into, first) => {
    for (let i = 0; i < count; i += 1) {
      const slot = slots[i] as number;
      into.uncertainty[first + i] = uncertainty[slot] as number;
      into.weak[first + i] = Number(isWeakRule(rule[slot]));
    }
  },
});

/**
 * The uncertainty of a row's deviations (method, section 5): the median over the peers of a minute of |own rate ÷ peer's − 1| where both are
 * read in the same quote (a common depeg cancels), else of the sum of both rates' uncertainties; an unknown one counts as +∞.
 * `peers` is asked once, when the first doubt is.
 */
export function doubtsAmong(own: Converted, peers: () => readonly Peer[]): Doubts {
  let parted: Parted | undefined;
  const known = (): Parted => (parted ??= partedBy(own.quote, peers()));
  return {
    at: (slot) => {
      ONE_SLOT[0] = slot;
      fillDoubts(own, known(), ONE_SLOT, 1, ONE_DOUBT, 0);
      return { uncertainty: ONE_DOUBT.uncertainty[0] as number, isWeak: ONE_DOUBT.weak[0] === 1 };
    },
    fill: (slots, count, into, first) => {
      fillDoubts(own, known(), slots, count, into, first);
    },
  };
}

/** Used again for every minute: what is in them is needed by one call alone. */
const ONE_SLOT = new Int32Array(1);
const ONE_DOUBT: DoubtColumns = { uncertainty: new Float64Array(1), weak: new Uint8Array(1) };
let room = { books: 0, each: bufferToSort(0), sorted: bufferToSort(0) };

function roomFor(books: number): typeof room {
  if (room.books < books) room = { books, each: bufferToSort(books), sorted: bufferToSort(books) };
  return room;
}

/** A row's peers: those in its own quote, and the others. */
interface Parted {
  readonly same: readonly Peer[];
  readonly others: readonly Peer[];
}

const partedBy = (own: string, peers: readonly Peer[]): Parted => ({
  same: peers.filter(({ quote }) => quote === own),
  others: peers.filter(({ quote }) => quote !== own),
});

function fillDoubts(
  { rate }: Converted,
  { same, others }: Parted,
  slots: Int32Array,
  count: number,
  into: DoubtColumns,
  first: number,
): void {
  const { each, sorted } = roomFor(same.length + others.length);
  const { value, uncertainty, rule } = rate;
  for (let i = 0; i < count; i += 1) {
    const slot = slots[i] as number;
    const [ownValue, own, ownRule] = [value[slot] as number, uncertainty[slot] as number, rule[slot] as number];
    let [peers, weak] = [0, 0];
    for (let place = 0; place < same.length; place += 1) {
      const peer = same[place] as Peer;
      if (peer.missing[slot] !== MEASURED) continue;
      const apart = Math.abs(ownValue / (peer.rate.value[slot] as number) - 1);
      // NaN alone differs from itself.
      each[peers] = apart === apart ? apart : Infinity;
      peers += 1;
    }
    for (let place = 0; place < others.length; place += 1) {
      const peer = others[place] as Peer;
      if (peer.missing[slot] !== MEASURED) continue;
      const both = own + (peer.rate.uncertainty[slot] as number);
      each[peers] = both === both ? both : Infinity;
      peers += 1;
      const peerRule = peer.rate.rule[slot] as number;
      weak += Number(peerRule === THIN) + Number(peerRule === PARITY);
    }
    sortByRank(each, peers, sorted);
    const median = medianOfSorted(sorted, peers);
    into.uncertainty[first + i] = median < Infinity ? median : NaN;
    into.weak[first + i] = Number(ownRule === THIN || ownRule === PARITY || 2 * weak > peers);
  }
}
