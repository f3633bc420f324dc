import type { LongerAnswer, LongerLedger } from '../../domain/longerCandle';
import type { Market, Source } from '../../domain/market';
import { minuteRange, overlap, subtract, union, type Minute, type MinuteRange } from '../../domain/minute';
import type { Recorded } from '../../domain/observation';
import { timeframeMinutes, wholeCandles, type Timeframe } from '../../domain/timeframe';
import { gapWords, longerWords } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import { answersOf, unknownIn } from '../paging/answers';
import { askPage, type Asking, type ReadPage } from '../paging/askPage';
import type { Doubt } from '../paging/doubt';
import { SeenRows } from '../paging/seenRows';
import { servable } from '../paging/servable';
import { askSilences, type Heard, type Silence } from '../paging/silence';
import { missingOf, type Missing, type NoteMissing } from '../record/missing';
import { noteSetAside } from '../record/setAside';
import { longerRules, type CandleRules } from '../venues/capability';

export interface LongerOptions extends Omit<Asking, 'display' | 'timeframe'> {
  readonly ledger: LongerLedger;
  readonly source: Source;
  readonly timeframe: Timeframe;
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
  /** Ask for everything, answered or not. */
  readonly again: boolean;
  readonly recorded: (page: { readonly quarantined: number; readonly recorded: Recorded }) => void;
}

/** So many candles beyond a silence a row is looked for where none is known: they fit into one reply of every venue. */
const LOOK_ROWS = 60;

/** The part of a range of whole candles that the venue serves now; notes what it does not: too old, or not closed yet. */
function servedPart(
  part: MinuteRange,
  rules: CandleRules,
  { connection, timeframe }: LongerOptions,
  note: NoteMissing,
): MinuteRange | undefined {
  const { depthMinutes } = rules;
  const { within, older, open } = servable(part, connection.clockMs(), depthMinutes, timeframeMinutes(timeframe));
  if (older !== undefined && depthMinutes !== undefined) note(older, gapWords.shortHistory(depthMinutes), mend.sooner);
  if (open !== undefined) note(open, gapWords.open, mend.later);
  return within;
}

/** A page's answers: whole candles, each answered for but where a row's opening could not be read. */
const longerAnswersOf = (market: Market, read: ReadPage, { source, timeframe, now }: LongerOptions): LongerAnswer[] =>
  answersOf(market, source, now(), read, timeframeMinutes(timeframe)).map((answer) => ({
    ...answer,
    timeframe,
    quarantined: answer.quarantined.map((row) => ({ ...row, reason: longerWords.quarantined(timeframe, row.reason) })),
  }));

/** Hands over what a reply says of the candles it covers. */
async function record(
  market: Market,
  part: MinuteRange,
  read: ReadPage,
  options: LongerOptions,
  note: NoteMissing,
): Promise<void> {
  const { timeframe, ledger } = options;
  const step = timeframeMinutes(timeframe);
  for (const unknown of unknownIn(read, step)) note(unknown, gapWords.unreadableTime, mend.later);
  noteSetAside(part, { ...read.reading, step }, note);
  const recorded = await ledger.record(longerAnswersOf(market, read, options));
  options.recorded({ quarantined: read.reading.quarantined.length, recorded });
}

/** What of a page is to be asked with what follows, and where no row came and nothing shows that nothing was traded. */
interface PageEnd {
  readonly left: readonly MinuteRange[];
  readonly silent: readonly MinuteRange[];
}

/** Asks for one page and records it. What is no answer is noted, and left for the next run. */
async function bringInPage(
  market: Market,
  asked: MinuteRange,
  { rules, seen }: { readonly rules: CandleRules; readonly seen: SeenRows },
  options: LongerOptions,
  note: NoteMissing,
): Promise<PageEnd> {
  const read = await askPage(market, asked, rules, options);
  const { problem, covered, rows, end, silent } = read.reading;
  if (problem !== undefined) {
    note(asked, gapWords.nothingRecorded(problem), mend.later);
    return { left: [], silent: [] };
  }
  seen.add(rows);
  await record(market, asked, read, options, note);
  if (end <= asked.from) {
    note(asked, gapWords.unsettled, mend.later);
    return { left: [], silent: [] };
  }
  const closed = minuteRange(asked.from, end);
  const open = end < asked.to ? [minuteRange(end, asked.to)] : [];
  if (covered === undefined) return { left: open, silent: [closed] };
  const head = asked.from < covered.from ? [minuteRange(asked.from, covered.from)] : [];
  const tail = covered.to < asked.to ? [minuteRange(covered.to, asked.to)] : [];
  return { left: tail, silent: [...head, ...silent] };
}

/**
 * Brings in the whole longer candles of a market's range that the ledger does not have, page by page: whatever ends this early
 * loses the page under way. A candle is asked for once its whole span is over. Gives what could not be had. Rejects with a
 * `VenueError` when the venue stops answering.
 */
export async function bringInLonger(
  market: Market,
  range: MinuteRange,
  options: LongerOptions,
): Promise<readonly Missing[]> {
  const { connection, ledger, source, timeframe, signal } = options;
  const { missing, note: noteRange } = missingOf(market, source);
  const note: NoteMissing = (part, cause, by, outcome) => {
    noteRange(part, longerWords.gap(timeframe, cause), by, outcome);
  };
  const whole = wholeCandles(range, timeframe);
  if (whole === undefined) return missing;
  const step = timeframeMinutes(timeframe);
  const rules = longerRules(connection.rules(market), connection.capability, timeframe);
  const page = rules.rowsAsked * step - rules.leadMinutes;
  const seen = new SeenRows(step);
  let silences: MinuteRange[] = [];
  const asked = options.again ? [whole] : subtract(whole, await ledger.answered(market, source, timeframe, whole));
  let pending = [...asked];
  for (let wasHeard = false; ;) {
    const part = pending.shift();
    if (part === undefined) {
      if (silences.length === 0) return missing;
      const doubt = doubtOf(market, { rules, seen, page }, options, note);
      // A row may turn up where none was, and put its surroundings back; what is silent again after that is left.
      const heard: Heard | undefined = wasHeard ? undefined : await askSilences(union(silences), doubt);
      for (const { range: silent, cause } of heard?.silent ?? silences.map(unheard)) noteSilence(silent, cause, note);
      [pending, silences, wasHeard] = [[...(heard?.left ?? [])], [], true];
      continue;
    }
    if (signal?.aborted === true) {
      note(part, gapWords.stopped, mend.later, 'stopped');
      continue;
    }
    const within = servedPart(part, rules, options, note);
    if (within === undefined) continue;
    // A page does not reach over a renaming; a candle that does is asked for by neither ticker.
    const [named = within] = connection.partsOf(market, within);
    const end = wholeCandles(named, timeframe)?.to;
    if (end === undefined) {
      if (within.from + step < within.to) pending.unshift(minuteRange((within.from + step) as Minute, within.to));
      continue;
    }
    const first = minuteRange(within.from, Math.min(end, within.from + page) as Minute);
    const { left, silent } = await bringInPage(market, first, { rules, seen }, options, note);
    silences.push(...silent);
    const rest = first.to < within.to ? [minuteRange(first.to, within.to)] : [];
    pending = [...union([...left, ...rest, ...pending])];
  }
}

const unheard = (range: MinuteRange): Silence => ({ range, cause: 'no-answer' });

const noteSilence = (range: MinuteRange, cause: Silence['cause'], note: NoteMissing): void => {
  note(range, gapWords.silent(cause), mend.later);
};

/** How silences are asked about: as of minutes, in candles. */
function doubtOf(
  market: Market,
  { rules, seen, page }: { readonly rules: CandleRules; readonly seen: SeenRows; readonly page: number },
  options: LongerOptions,
  note: NoteMissing,
): Doubt {
  const { connection, timeframe } = options;
  const step = timeframeMinutes(timeframe);
  return {
    emptyMinutes: rules.emptyMinutes,
    seen,
    room: page,
    look: Math.min(LOOK_ROWS * step, page),
    bounded: (range, part) => {
      const served = servable(range, connection.clockMs(), rules.depthMinutes, step).within ?? part;
      const named = connection.partsOf(market, served).find((one) => overlap(one, part) !== undefined) ?? part;
      const whole = wholeCandles(named, timeframe) ?? part;
      return minuteRange(Math.min(whole.from, part.from) as Minute, Math.max(whole.to, part.to) as Minute);
    },
    ask: (span) => askPage(market, span, rules, options),
    record: async (read) => {
      const { covered } = read.reading;
      if (covered !== undefined) await record(market, covered, read, options, note);
    },
  };
}
