import { pairOf, type Market, type Source, type Venue } from '../../domain/market';
import { formatMinute, union, type MinuteRange } from '../../domain/minute';
import type { Attempt, Unanswered } from '../../domain/observation';

/** Something that was asked for and did not come. */
export interface Missing {
  readonly venue: Venue;
  /** Undefined: the venue as a whole. */
  readonly market: Market | undefined;
  /** Undefined: all that was asked. */
  readonly range: MinuteRange | undefined;
  readonly cause: string;
  readonly mend: string;
  /** How the asking ended, where the whole range stays unanswered by a source; undefined: it was not asked, or is answered in part. */
  readonly unanswered?: { readonly source: Source; readonly outcome: Unanswered };
}

/** `2025-10-10T20:00Z to 2025-10-11T00:00Z`. */
export const spoken = (range: MinuteRange): string => `${formatMinute(range.from)} to ${formatMinute(range.to)}`;

/** `ATOM/USDT`, or `ATOM/USDT perp`. */
const shortName = (market: Market): string => `${pairOf(market)}${market.kind === 'spot' ? '' : ` ${market.kind}`}`;

/** The same things with the ranges of one market, cause and mend that touch put together. */
function joined(missing: readonly Missing[]): readonly Missing[] {
  const groups = new Map<string, { readonly one: Missing; readonly ranges: MinuteRange[] }>();
  for (const one of missing) {
    const key = [
      one.venue,
      one.market === undefined ? '' : shortName(one.market),
      one.cause,
      one.mend,
      one.range === undefined ? 'all' : '',
    ].join('\n');
    const group = groups.get(key) ?? { one, ranges: [] };
    if (one.range !== undefined) group.ranges.push(one.range);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ one, ranges }) =>
    ranges.length === 0 ? [one] : union(ranges).map((range) => ({ ...one, range })),
  );
}

/**
 * One line for each range and cause: venue, markets, range, cause, mend. Markets of one venue that lack the same for the same
 * cause share a line.
 */
export function linesOf(missing: readonly Missing[]): readonly string[] {
  const groups = new Map<string, { readonly venue: Venue; readonly names: string[]; readonly rest: string }>();
  for (const one of joined(missing)) {
    const rest = `${one.range === undefined ? '' : `, ${spoken(one.range)}`}: ${one.cause}; ${one.mend}`;
    const key = `${one.venue} ${rest}`;
    const group = groups.get(key) ?? { venue: one.venue, names: [], rest };
    if (one.market !== undefined) group.names.push(shortName(one.market));
    groups.set(key, group);
  }
  return [...groups.values()].map(
    ({ venue, names, rest }) => `${venue}${names.length === 0 ? '' : ` ${names.join(', ')}`}${rest}`,
  );
}

/** What of it the ledger is told: that it was asked in vain. */
export const attemptsOf = (missing: readonly Missing[], askedAtMs: number): readonly Attempt[] =>
  missing.flatMap(({ market, range, cause, unanswered }) =>
    market === undefined || range === undefined || unanswered === undefined
      ? []
      : [{ market, asked: range, cause, askedAtMs, ...unanswered }],
  );

/** The mends that more than one cause shares. */
export const ASK_LATER = 'run the same ingest again later';
export const IMPORT_INSTEAD = 'import trades or a candle file with `plumbline import`';
