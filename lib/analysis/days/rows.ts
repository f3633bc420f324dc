import type { Kind, Market, Venue } from '../../domain/market';
import { ascending } from '../../domain/ascending';
import { KINDS } from '../../domain/market';

/** What stays the same through a window: a venue by a kind of market. On each day at most one book stands in it. */
export interface RowName {
  readonly venue: Venue;
  readonly kind: Kind;
}

export const rowKey = ({ venue, kind }: Pick<Market, 'venue' | 'kind'>): string => `${venue} ${kind}`;

/** By venue; spot before perp before mark before index. */
export const byRow = (a: RowName, b: RowName): number =>
  ascending(a.venue, b.venue) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
