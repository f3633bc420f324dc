import { CANDLE_FIELDS, flawOf, type Candle } from '../domain/candle';
import { formatMinute, minuteAt, plus, type Minute, type MinuteRange } from '../domain/minute';
import type { Quarantined } from '../domain/observation';

/** One row of a reply: read, not yet judged. */
export interface PageRow {
  /** Undefined where the row's time is no whole minute. */
  readonly minute: Minute | undefined;
  /** As the row says; what cannot be read is NaN. Its `minute` stands only where the row's is known. */
  readonly candle: Omit<Candle, 'minute'>;
  /** The row's own word on whether its minute is over; undefined: it says nothing. */
  readonly closed: boolean | undefined;
  /** The row as it came. */
  readonly raw: unknown;
}

/** One reply to a request for candles, every row of it, in the venue's order. */
export interface Page {
  readonly rows: readonly PageRow[];
  /** Whether the reply holds as many rows as the venue ever sends: then it may have been cut at either end. */
  readonly filled: boolean;
  readonly venueClockMs: number;
  readonly url: string;
}

export interface PageRules {
  readonly rowsMayPrecede: boolean;
  readonly lastRowUnsettled: boolean;
}

/** What a reply proves. */
export interface PageReading {
  /** The part of the range asked for that the reply provably answers; undefined: none of it. */
  readonly covered: MinuteRange | undefined;
  /** Minutes inside `covered` of which nothing is known, because a row's time could not be read. */
  readonly unknown: readonly Minute[];
  /** Inside `covered`, ascending, one a minute, unflawed. */
  readonly candles: readonly Candle[];
  readonly quarantined: readonly Quarantined[];
  /** Why the reply is no answer to the request, if it is none. */
  readonly problem: string | undefined;
}

/** Venues still write trades into a candle in the first seconds after its minute; their `Date` header has whole seconds. */
const GRACE_MS = 5_000;

/** The first minute that is not yet closed by the venue's clock: `open + 60 s + grace ≤ clock` holds for all before it. */
export const closedBefore = (venueClockMs: number): Minute => minuteAt(venueClockMs - GRACE_MS);

const sameCandle = (a: PageRow, b: PageRow): boolean => CANDLE_FIELDS.every((field) => Object.is(a.candle[field], b.candle[field]));

const quarantinedRow = (row: PageRow, reason: string): Quarantined => ({ minute: row.minute, reason, raw: JSON.stringify(row.raw) });

/** The end of what a reply can speak of: closed minutes alone, and not the row the venue itself calls unsettled. */
function settledEnd(page: Page, asked: MinuteRange, rules: PageRules): Minute {
  const minutes = page.rows.flatMap((row) => (row.minute === undefined ? [] : [row.minute]));
  const open = page.rows.flatMap((row) => (row.closed === false && row.minute !== undefined ? [row.minute] : []));
  const last = rules.lastRowUnsettled && minutes.length > 0 ? [minutes.reduce((a, b) => (a > b ? a : b))] : [];
  return [closedBefore(page.venueClockMs), ...open, ...last].reduce((a, b) => (a < b ? a : b), asked.to);
}

/** Judges the rows of one minute: the candle, or why there is none. Identical rows are one. */
function candleOf(minute: Minute, rows: readonly PageRow[], into: { candles: Candle[]; quarantined: Quarantined[] }): void {
  const sound: PageRow[] = [];
  for (const row of rows) {
    const flaw = flawOf({ minute, ...row.candle });
    if (flaw !== undefined) into.quarantined.push(quarantinedRow(row, flaw));
    else if (!sound.some((other) => sameCandle(other, row))) sound.push(row);
  }
  const [only, ...others] = sound;
  if (only === undefined) return;
  if (others.length === 0) into.candles.push({ minute, ...only.candle });
  else for (const row of sound) into.quarantined.push(quarantinedRow(row, `the reply holds ${String(sound.length)} different rows for ${formatMinute(minute)}`));
}

/** The longest run of minutes without a row between two rows. */
function longestSilence(minutes: readonly Minute[]): number {
  let longest = 0;
  minutes.forEach((at, i) => {
    const before = minutes[i - 1];
    if (before !== undefined) longest = Math.max(longest, at - before - 1);
  });
  return longest;
}

/**
 * The part of `[from, end)` that the rows prove. An edge of it is proven when a row lies beyond it, or when the rows reach
 * it, or when the silence there is no longer than silences between the rows. A longer silence at an edge may be a reply cut
 * short (by an unknown cap, or on its way): it has to be asked for by itself, and an empty reply then proves it. A reply
 * that is full proves nothing beyond its rows.
 */
function proven(page: Page, from: Minute, end: Minute, inside: readonly Minute[], readable: readonly Minute[]): MinuteRange {
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return { from, to: end };
  const tolerated = page.filled ? 0 : longestSilence(inside);
  const headProven = readable.some((at) => at < from) || first - from <= tolerated;
  const tailProven = readable.some((at) => at >= end) || end - last - 1 <= tolerated;
  return { from: headProven ? from : first, to: tailProven ? end : plus(last, 1) };
}

/** What rows prove of which none lies in the range asked for: that it is empty, or that `since` was not heeded. */
function emptyOrAstray(asked: MinuteRange, readable: readonly Minute[], rules: PageRules): string | undefined {
  const first = readable[0];
  const last = readable.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (rules.rowsMayPrecede && last < asked.from) return undefined;
  // The very next minute, and nothing before it: the range was heeded and is empty.
  if (first === asked.to) return undefined;
  return `answered with ${String(readable.length)} rows of ${formatMinute(first)} to ${formatMinute(last)} instead`;
}

/** Reads a reply to a request for the minutes `asked`, against the invariant, the venue's clock and what was asked. */
export function readPage(page: Page, asked: MinuteRange, rules: PageRules): PageReading {
  const end = settledEnd(page, asked, rules);
  const nothing = { covered: undefined, unknown: [], candles: [], quarantined: [] };
  const byMinute = new Map<Minute, PageRow[]>();
  const quarantined: Quarantined[] = [];
  for (const row of page.rows) {
    if (row.minute === undefined) quarantined.push(quarantinedRow(row, 'its time is not a whole minute'));
    else byMinute.set(row.minute, [...(byMinute.get(row.minute) ?? []), row]);
  }
  const readable = [...byMinute.keys()].sort((a, b) => a - b);
  if (!readable.some((at) => at >= asked.from && at < asked.to)) {
    const problem = page.rows.length > 0 && readable.length === 0
      ? `answered with ${String(page.rows.length)} rows whose time cannot be read`
      : emptyOrAstray(asked, readable, rules);
    if (problem !== undefined) return { ...nothing, quarantined, problem };
  }
  if (end <= asked.from) return { ...nothing, problem: undefined };
  const covered = proven(page, asked.from, end, readable.filter((at) => at >= asked.from && at < end), readable);
  const candles: Candle[] = [];
  for (const at of readable) {
    if (at >= covered.from && at < covered.to) candleOf(at, byMinute.get(at) ?? [], { candles, quarantined });
  }
  const unknown: Minute[] = [];
  if (quarantined.some((row) => row.minute === undefined)) {
    for (let at = covered.from; at < covered.to; at = plus(at, 1)) if (!byMinute.has(at)) unknown.push(at);
  }
  return { covered, unknown, candles, quarantined, problem: undefined };
}
