import { pairOf, type Market, type Venue } from '../domain/market';
import { formatMinute, type MinuteRange } from '../domain/minute';

/** Something that was asked for and did not come. */
export interface Missing {
  readonly venue: Venue;
  /** Undefined: the venue as a whole. */
  readonly market: Market | undefined;
  /** Undefined: all that was asked. */
  readonly range: MinuteRange | undefined;
  readonly cause: string;
  readonly mend: string;
}

/** `2025-10-10T20:00Z to 2025-10-11T00:00Z`. */
export const spoken = (range: MinuteRange): string => `${formatMinute(range.from)} to ${formatMinute(range.to)}`;

/**
 * One line for each range and cause: venue, markets, range, cause, mend. Markets of one venue that lack the same for the same
 * cause share a line.
 */
export function linesOf(missing: readonly Missing[]): readonly string[] {
  const groups = new Map<string, { readonly venue: Venue; readonly pairs: string[]; readonly rest: string }>();
  for (const one of missing) {
    const rest = `${one.range === undefined ? '' : `, ${spoken(one.range)}`}: ${one.cause}; ${one.mend}`;
    const key = `${one.venue} ${rest}`;
    const group = groups.get(key) ?? { venue: one.venue, pairs: [], rest };
    if (one.market !== undefined) group.pairs.push(pairOf(one.market));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ venue, pairs, rest }) => `${venue}${pairs.length === 0 ? '' : ` ${pairs.join(', ')}`}${rest}`);
}

/** The mends that more than one cause shares. */
export const ASK_LATER = 'run the same ingest again later';
export const IMPORT_INSTEAD = 'import trades or a candle file with `plumbline import`';
