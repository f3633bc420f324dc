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

/** One line: venue, market, range, cause, mend. */
export function lineOf(missing: Missing): string {
  const where = missing.market === undefined ? missing.venue : `${missing.venue} ${pairOf(missing.market)}`;
  const when = missing.range === undefined ? '' : `, ${spoken(missing.range)}`;
  return `${where}${when}: ${missing.cause}; ${missing.mend}`;
}

/** The mends that more than one cause shares. */
export const ASK_LATER = 'run the same ingest again later';
export const IMPORT_INSTEAD = 'import trades or a candle file with `plumbline import`';
