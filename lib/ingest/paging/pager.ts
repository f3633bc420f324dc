import type { Market, Source } from '../../domain/market';
import { minuteRange, minutesIn, plus, subtract, union, type Minute, type MinuteRange } from '../../domain/minute';
import type { Recorded } from '../../domain/observation';
import { gapWords } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import { missingOf, type Missing, type NoteMissing } from '../record/missing';
import type { Writer } from '../record/writer';
import { answersOf, unknownIn } from './answers';
import { askPage, type Asking, type ReadPage } from './askPage';
import { servable } from './servable';

/** What a recorded page changed. */
export interface PageRecorded {
  readonly minutes: number;
  readonly candles: number;
  readonly quarantined: number;
  /** What the ledger says of this page alone, where it was asked again. */
  readonly recorded: Recorded | undefined;
}

export interface PagerOptions extends Asking {
  readonly writer: Writer;
  readonly source: Source;
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
  readonly recorded: (page: PageRecorded) => void;
  /** Ask for everything, answered or not. */
  readonly again?: boolean;
  /** Called with the parts older than the candle history, where another road serves them; absent: they are missing. */
  readonly olderElsewhere?: (part: MinuteRange, depthMinutes: number) => void;
  /** Uniform in [0, 1): where to go on when another process works on the same range. */
  readonly random?: () => number;
}

/** So often a range is looked up again for what another process has answered meanwhile: a query of a millisecond. */
const LOOK_EVERY_PAGES = 8;

/** What is left of the ranges when another process has answered some meanwhile. */
async function unansweredOf(
  market: Market,
  pending: readonly MinuteRange[],
  { writer, source }: PagerOptions,
): Promise<readonly MinuteRange[]> {
  const left: MinuteRange[] = [];
  for (const part of pending) left.push(...subtract(part, await writer.ledger.answered(market, source, part)));
  return left;
}

/** The range to go on with: from its start, or, in company, from a page of its own choosing, so that two share the work. */
function nextPart(pending: MinuteRange[], rows: number, options: PagerOptions): MinuteRange | undefined {
  const part = pending.shift();
  if (part === undefined || !options.writer.company || options.random === undefined || options.again === true)
    return part;
  const pages = Math.ceil(minutesIn(part) / rows);
  const from = plus(part.from, rows * Math.floor(options.random() * pages));
  if (from > part.from) pending.push(minuteRange(part.from, from));
  return minuteRange(from, part.to);
}

/** The part of a range that the venue serves now; notes what it does not: too old, or not closed yet. */
function servedPart(
  market: Market,
  part: MinuteRange,
  { connection, olderElsewhere }: PagerOptions,
  note: NoteMissing,
): MinuteRange | undefined {
  const { depthMinutes } = connection.rules(market);
  const { within, older, open } = servable(part, connection.clockMs(), depthMinutes);
  if (older !== undefined && depthMinutes !== undefined) {
    if (olderElsewhere === undefined) note(older, gapWords.shortHistory(depthMinutes), mend.older, 'not-served');
    else olderElsewhere(older, depthMinutes);
  }
  if (open !== undefined) note(open, gapWords.open, mend.later, 'not-served');
  return within;
}

/** Notes what a reply that answers does not say: minutes that may be an unreadable row's, and rows in quarantine. */
function noteFlaws(asked: MinuteRange, read: ReadPage, note: NoteMissing): void {
  for (const unknown of unknownIn(read)) note(unknown, gapWords.unreadableTime, mend.later, 'failed');
  const { candles, quarantined } = read.reading;
  const known = new Set(candles.map((candle) => candle.minute));
  const lost = quarantined.filter(({ minute }) => minute === undefined || !known.has(minute));
  const [first] = lost;
  if (first !== undefined) note(asked, gapWords.quarantined(lost.length, first.reason), mend.compare);
}

/** Hands a page to the writer; resolves when it takes more. */
async function recordPage(market: Market, read: ReadPage, options: PagerOptions): Promise<void> {
  const answers = answersOf(market, options.source, options.now(), read);
  const counts = {
    minutes: answers.reduce((sum, answer) => sum + minutesIn(answer.asked), 0),
    candles: read.reading.candles.length,
    quarantined: read.reading.quarantined.length,
  };
  const recorded = (changed: Recorded | undefined): void => {
    options.recorded({ ...counts, recorded: changed });
  };
  await options.writer.add(answers, recorded, options.again === true);
}

/**
 * Asks for one page and records it. Gives what of it is still to be asked. A reply that does not answer, or covers no minute because
 * none is closed yet, leaves nothing to ask in this run: that is noted.
 */
async function bringInPage(
  market: Market,
  asked: MinuteRange,
  options: PagerOptions,
  note: NoteMissing,
): Promise<readonly MinuteRange[]> {
  const read = await askPage(market, asked, options.connection.rules(market), options);
  const { problem, covered } = read.reading;
  if (problem !== undefined) {
    note(asked, gapWords.nothingRecorded(problem), mend.laterOrImport, 'failed');
    return [];
  }
  noteFlaws(asked, read, note);
  await recordPage(market, read, options);
  if (covered !== undefined) return subtract(asked, [covered]);
  note(asked, gapWords.unsettled, mend.later, 'not-served');
  return [];
}

/**
 * Brings in what the ledger does not have of a market's range, page by page, each handed to the writer by itself: whatever
 * ends this early loses the page under way, and the next run goes on there. Gives what could not be had. Rejects with a
 * `VenueError` when the venue stops answering.
 */
export async function bringIn(market: Market, range: MinuteRange, options: PagerOptions): Promise<readonly Missing[]> {
  const { connection, writer, source, again = false } = options;
  const { missing, note } = missingOf(market, source);
  const rules = connection.rules(market);
  const rows = rules.rowsAsked - rules.leadMinutes;
  let pending = again ? [range] : [...(await unansweredOf(market, [range], options))];
  for (let asks = 1; ; asks += 1) {
    if (!again && (asks % LOOK_EVERY_PAGES === 0 || writer.company))
      pending = [...(await unansweredOf(market, pending, options))];
    const part = nextPart(pending, rows, options);
    if (part === undefined) return missing;
    if (options.signal?.aborted === true) {
      note(part, gapWords.stopped, mend.later, 'stopped');
      continue;
    }
    const within = servedPart(market, part, options, note);
    if (within === undefined) continue;
    // A page does not reach over a renaming: each side of it is asked for by its own ticker.
    const [named = within] = connection.partsOf(market, within);
    const asked = minuteRange(within.from, Math.min(named.to, within.from + rows) as Minute);
    const left = await bringInPage(market, asked, options, note);
    const rest = asked.to < within.to ? [minuteRange(asked.to, within.to)] : [];
    const next = [...left, ...rest, ...pending];
    // Silence at the end of a page is asked for with what follows it: a row there proves it.
    pending = writer.company ? next : [...union(next)];
  }
}
