import { middle } from './arithmetic';
import type { Quoted } from './priced';
import type { Asked } from './question';
import type { Rule } from './rates';
import type { ReferencePrices } from './references';

/** How far a venue strayed in one measured minute. */
export interface Strayed {
  readonly dLow: number;
  readonly dHigh: number;
  readonly dClose: number;
  /** Beyond every other venue, the further of `under` and `over`; undefined: nobody to be outside of. */
  readonly outside: number | undefined;
  readonly under: number;
  readonly over: number;
}

/** Section 4. */
export function strayedOf({ prices }: Quoted, reference: ReferencePrices, others: readonly Quoted[]): Strayed {
  const d = {
    dLow: prices.low / reference.low - 1,
    dHigh: prices.high / reference.high - 1,
    dClose: prices.close / reference.close - 1,
  };
  if (others.length === 0) return { ...d, outside: undefined, under: 0, over: 0 };
  const below = prices.low / Math.min(...others.map((other) => other.prices.low)) - 1;
  const above = prices.high / Math.max(...others.map((other) => other.prices.high)) - 1;
  const [under, over] = [below < 0 ? below : 0, above > 0 ? above : 0];
  return { ...d, outside: -under >= over ? under : over, under, over };
}

const isSameQuote = (a: Quoted, b: Quoted): boolean => a.book.quote === b.book.quote;

/** Between a venue and one peer; infinite where it is not known. */
function between(own: Quoted, peer: Quoted): number {
  const [mine, theirs] = [own.usd, peer.usd];
  if (isSameQuote(own, peer)) return Math.abs((mine.value as number) / (theirs.value as number) - 1);
  return mine.uncertainty === undefined || theirs.uncertainty === undefined
    ? Infinity
    : mine.uncertainty + theirs.uncertainty;
}

/** The uncertainty of a measured minute's deviation; undefined: not known. */
export function uncertaintyOf(question: Asked, own: Quoted, peers: readonly Quoted[]): number | undefined {
  if (question.rate === 'none') return 0;
  if (question.reference.kind === 'peg') return own.usd.uncertainty;
  const median = middle(peers.map((peer) => between(own, peer)));
  return median === undefined || median === Infinity ? undefined : median;
}

const isWeakRule = (rule: Rule): boolean => rule === 'thin' || rule === 'parity';

/** "Its own market's rate is thin or parity, or those of more than half of its peers are; a peer in the same Q does not count." */
export function restsOnWeakRate(own: Quoted, peers: readonly Quoted[]): boolean {
  const weak = peers.filter((peer) => isWeakRule(peer.usd.rule) && !isSameQuote(own, peer)).length;
  return isWeakRule(own.usd.rule) || weak > peers.length / 2;
}
