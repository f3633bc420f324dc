import type { MarkColumn, MarkField, MarkHole } from '../../domain/marks/marks';
import { MARK_FIELDS } from '../../domain/marks/marks';
import type { Venue } from '../../domain/market';
import { medianOf } from '../reference/order';
import type { VenueSeries } from '../types';

type Row = Pick<VenueSeries, 'venue' | 'kind' | 'low' | 'high' | 'close' | 'rateUncertainty'>;

/** Medians of each field over the same venues, minute by minute. */
export interface OthersMedian {
  readonly fields: Readonly<Record<MarkField, MarkColumn>>;
  /** How many other venues a minute has. */
  readonly peers: Uint8Array;
}

/**
 * The method's leave-one-out reference (section 3) of any venue, whether it lists the asset or not: the median over the OTHER venues' spot books
 * with a traded, converted minute; `too-few-peers` below `minPeers`. Its uncertainty is the median of its peers' rates', an unknown one counting
 * as infinite, and unknown where it comes out infinite. `rows`: an analysis' series, of which those of spot books take part.
 */
export function othersMedian(
  rows: readonly Row[],
  venue: Venue,
  { minPeers, slots }: { readonly minPeers: number; readonly slots: number },
): OthersMedian {
  const others = rows.filter((row) => row.kind === 'spot' && row.venue !== venue);
  const prices = { low: holes(slots), high: holes(slots), close: holes(slots) };
  const uncertainty = holes(slots);
  const peers = new Uint8Array(slots);
  const why: (MarkHole | null)[] = [];
  for (let slot = 0; slot < slots; slot += 1) {
    const traded = others.filter(({ close }) => !Number.isNaN(close[slot] ?? NaN));
    peers[slot] = traded.length;
    if (traded.length < minPeers) {
      why.push('too-few-peers');
      continue;
    }
    why.push(null);
    for (const field of MARK_FIELDS) prices[field][slot] = medianOf(traded.map((row) => row[field][slot] as number));
    uncertainty[slot] = medianUncertainty(traded.map((row) => row.rateUncertainty[slot] as number));
  }
  const column = (field: MarkField): MarkColumn => ({ prices: prices[field], uncertainty, holes: why });
  return { fields: { low: column('low'), high: column('high'), close: column('close') }, peers };
}

const holes = (slots: number): Float64Array => new Float64Array(slots).fill(NaN);

function medianUncertainty(known: readonly number[]): number {
  const median = medianOf(known.map((one) => (Number.isNaN(one) ? Infinity : one)));
  return Number.isFinite(median) ? median : NaN;
}
