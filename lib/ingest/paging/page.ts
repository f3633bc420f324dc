import { CANDLE_FIELDS, type Candle } from '../../domain/candle';
import { formatMinute, minuteAt, plus, type Minute, type MinuteRange } from '../../domain/minute';
import type { Quarantined } from '../../domain/observation';
import { rowWords } from '../../words/en/files';
import { replyWords } from '../../words/en/replies';
import { flawIn } from '../candleFlaw';
import type { Page } from '../venue/page';

export interface PageRules {
  /** Mark and index prices have no volume; a traded market's row without one was not read whole. */
  readonly isComputed: boolean;
  readonly rowsMayPrecede: boolean;
  readonly lastRowUnsettled: boolean;
  /** What the venue sends for a minute without a trade: only of one that omits it does a missing row say anything. */
  readonly emptyMinutes: 'flat' | 'omitted';
  /** Minutes of a candle. Default: 1. Of longer ones the openings stand for minutes. */
  readonly step?: number;
}

/** What a reply proves. */
export interface PageReading {
  /** The part of the range asked for that the reply answers, from row to row, but for its `unknown` and `silent`; undefined: none of it. */
  readonly covered: MinuteRange | undefined;
  /**
   * Inside `covered`, sorted, disjoint: no row came although the venue sends one for every minute, traded or not. Whether
   * anything was traded there is not known.
   */
  readonly silent: readonly MinuteRange[];
  /** The minutes with a row, whatever its worth, asked for or not, ascending; those not closed yet are left out. */
  readonly rows: readonly Minute[];
  /** The end of what the reply can speak of: at most the range's. */
  readonly end: Minute;
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

/**
 * The first minute that is not yet closed by the venue's clock: `open + 60 s + grace ≤ clock` holds for all before it. With a
 * `step` the opening of the first longer candle whose whole span is not yet over.
 */
export const closedBefore = (venueClockMs: number, step = 1): Minute =>
  (Math.floor(minuteAt(venueClockMs - GRACE_MS) / step) * step) as Minute;

/** The candles in ascending order, where they came in one order or the other, all distinct and unflawed: nearly every page. */
function soundRows(page: Page, isComputed: boolean): readonly Candle[] | undefined {
  if (page.misfits.size > 0) return undefined;
  const first = page.candles[0];
  const last = page.candles.at(-1);
  const ordered =
    first !== undefined && last !== undefined && first.minute > last.minute
      ? [...page.candles].reverse()
      : page.candles;
  let before = -1;
  for (const candle of ordered) {
    if (!(candle.minute > before) || flawIn(candle, isComputed) !== undefined) return undefined;
    before = candle.minute;
  }
  return ordered;
}

interface Row {
  readonly candle: Candle;
  readonly raw: unknown;
  /** How long it lasts by its own word, in ms, where that is not what was asked for. */
  readonly misfit: number | undefined;
}

const sameCandle = (a: Row, b: Row): boolean =>
  CANDLE_FIELDS.every((field) => Object.is(a.candle[field], b.candle[field]));

const quarantinedRow = (minute: Minute | undefined, raw: unknown, reason: string): Quarantined => ({
  minute,
  reason,
  raw: JSON.stringify(raw),
});

/** The end of what a reply can speak of: closed minutes alone, and not the row the venue itself calls unsettled. */
function settledEnd(page: Page, asked: MinuteRange, rules: PageRules, readable: readonly Minute[]): Minute {
  const last = rules.lastRowUnsettled ? readable.at(-1) : undefined;
  return [closedBefore(page.venueClockMs, rules.step), ...page.open, ...(last === undefined ? [] : [last])].reduce(
    (a, b) => (a < b ? a : b),
    asked.to,
  );
}

/** Judges the rows of one minute: the candle, or why there is none. Identical rows are one. */
function candleOf(
  minute: Minute,
  rows: readonly Row[],
  isComputed: boolean,
  into: { candles: Candle[]; quarantined: Quarantined[] },
): void {
  const sound: Row[] = [];
  for (const row of rows) {
    const flaw =
      row.misfit === undefined ? flawIn(row.candle, isComputed) : rowWords.otherEnd(Math.round(row.misfit / 1_000));
    if (flaw !== undefined) into.quarantined.push(quarantinedRow(minute, row.raw, flaw));
    else if (!sound.some((other) => sameCandle(other, row))) sound.push(row);
  }
  const [only, ...others] = sound;
  if (only === undefined) return;
  if (others.length === 0) into.candles.push(only.candle);
  else
    for (const row of sound)
      into.quarantined.push(quarantinedRow(minute, row.raw, replyWords.doubled(sound.length, formatMinute(minute))));
}

/**
 * The part of `[from, end)` that the rows prove; undefined: none lies in it. An edge of it is proven when a row lies beyond it, or
 * when the rows reach it. Silence at an edge may be a reply cut short (by an unknown cap, or on its way), and a reply without any
 * row may be a fault of the venue: both are asked again together with the rows around them (`silence.ts`). `readable`: every
 * row's minute, ascending.
 */
function proven(from: Minute, end: Minute, readable: readonly Minute[], step: number): MinuteRange | undefined {
  const inside = readable.filter((at) => at >= from && at < end);
  const first = inside[0];
  const last = inside.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const headIsProven = (readable[0] ?? first) < from;
  const tailIsProven = (readable.at(-1) ?? last) >= end;
  return { from: headIsProven ? from : first, to: tailIsProven ? end : plus(last, step) };
}

/** The stretches of a range without a row. `readable`: every row's minute, ascending. */
function rowless({ from, to }: MinuteRange, readable: readonly Minute[], step: number): readonly MinuteRange[] {
  const holes: MinuteRange[] = [];
  let next = from;
  for (const at of readable) {
    if (at < next) continue;
    if (at >= to) break;
    if (at > next) holes.push({ from: next, to: at });
    next = plus(at, step);
  }
  if (next < to) holes.push({ from: next, to });
  return holes;
}

/** Why rows of which none lies in the range are no answer: `since` was ignored. Undefined: they show that the range is empty. */
function otherRange(asked: MinuteRange, readable: readonly Minute[], rules: PageRules): string | undefined {
  const first = readable[0];
  const last = readable.at(-1);
  if (first === undefined || last === undefined) return undefined;
  if (rules.rowsMayPrecede && last < asked.from) return undefined;
  // The very next minute, and nothing before it: the range was heeded and is empty.
  if (first === asked.to) return undefined;
  return replyWords.otherMinutes(readable.length, formatMinute(first), formatMinute(last));
}

/** By chance a thin market trades at multiples of N minutes alone in one of N ** rows pages; from here on it is none. An hour of 5m candles is that far. */
const CHANCE = 1e8;

/**
 * Why the rows are candles of another length than was asked for, each of which would pass for one minute of it. Rows say so themselves; or all of
 * them open at multiples of a longer step, as those of a longer candle do: a few rows of a thin market may do so too.
 */
function otherCandles(page: Page, readable: readonly Minute[], step: number): string | undefined {
  const [length] = page.misfits.values();
  // Of a few rows the venue itself tells another end: those are set aside one by one.
  if (length !== undefined && 2 * page.misfits.size > page.candles.length)
    return replyWords.otherLength(Math.round(length / 1_000), step * SECONDS_A_MINUTE);
  const longer = LENGTHS.findLast((length) => length > step && readable.every((at) => at % length === 0));
  return longer !== undefined && (longer / step) ** readable.length >= CHANCE
    ? replyWords.otherStep(readable.length, longer, step)
    : undefined;
}

/** Of the longer candles that venues have, in minutes. */
const LENGTHS = [3, 5, 10, 15, 30, 60, 120, 180, 240, 360, 480, 720, 1_440];

const SECONDS_A_MINUTE = 60;

/** The rows by their minute, and those without one set aside. */
function grouped(page: Page): {
  readonly byMinute: ReadonlyMap<Minute, readonly Row[]>;
  readonly unreadable: readonly Quarantined[];
} {
  const byMinute = new Map<Minute, Row[]>();
  const unreadable: Quarantined[] = [];
  page.candles.forEach((candle, i) => {
    const [raw, misfit] = [page.raws[i], page.misfits.get(i)];
    const others = byMinute.get(candle.minute);
    if (Number.isNaN(candle.minute)) unreadable.push(quarantinedRow(undefined, raw, rowWords.noMinute));
    else if (others === undefined) byMinute.set(candle.minute, [{ candle, raw, misfit }]);
    else others.push({ candle, raw, misfit });
  });
  return { byMinute, unreadable };
}

/** Reads a reply to a request for the minutes `asked`, against the invariant, the venue's clock and what was asked. */
export function readPage(page: Page, asked: MinuteRange, rules: PageRules): PageReading {
  const { step = 1 } = rules;
  const sound = soundRows(page, rules.isComputed);
  const { byMinute, unreadable } =
    sound === undefined ? grouped(page) : { byMinute: new Map<Minute, readonly Row[]>(), unreadable: [] };
  const readable =
    sound === undefined ? [...byMinute.keys()].sort((a, b) => a - b) : sound.map((candle) => candle.minute);
  const end = settledEnd(page, asked, rules, readable);
  const closed = closedBefore(page.venueClockMs, step);
  const rows = readable.filter((at) => at < closed);
  const nothing = { covered: undefined, silent: [], rows, end, unknown: [], candles: [] };
  const other = otherCandles(page, readable, step);
  if (other !== undefined) return { ...nothing, rows: [], quarantined: unreadable, problem: other };
  if (!readable.some((at) => at >= asked.from && at < asked.to)) {
    const problem =
      page.candles.length > 0 && readable.length === 0
        ? replyWords.noTimes(page.candles.length)
        : otherRange(asked, readable, rules);
    if (problem !== undefined) return { ...nothing, quarantined: unreadable, problem };
  }
  if (end <= asked.from) return { ...nothing, quarantined: [], problem: undefined };
  const covered = proven(asked.from, end, readable, step);
  if (covered === undefined) return { ...nothing, quarantined: [], problem: undefined };
  const silent = rules.emptyMinutes === 'flat' ? rowless(covered, readable, step) : [];
  const within = (at: Minute): boolean => at >= covered.from && at < covered.to;
  if (sound !== undefined)
    return {
      covered,
      silent,
      rows,
      end,
      unknown: [],
      candles: sound.filter((candle) => within(candle.minute)),
      quarantined: [],
      problem: undefined,
    };
  const candles: Candle[] = [];
  const quarantined = [...unreadable];
  for (const at of readable)
    if (within(at)) candleOf(at, byMinute.get(at) ?? [], rules.isComputed, { candles, quarantined });
  const unknown: Minute[] = [];
  if (unreadable.length > 0) {
    for (let at = covered.from; at < covered.to; at = plus(at, step)) if (!byMinute.has(at)) unknown.push(at);
  }
  const isRead = unreadable.length === 0;
  return { covered, silent: isRead ? silent : [], rows, end, unknown, candles, quarantined, problem: undefined };
}
