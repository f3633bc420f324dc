import type { LongerAnswer, LongerLedger } from '../../domain/longerCandle';
import type { Market, Source } from '../../domain/market';
import { minuteRange, subtract, union, type Minute, type MinuteRange } from '../../domain/minute';
import type { Recorded } from '../../domain/observation';
import { timeframeMinutes, wholeCandles, type Timeframe } from '../../domain/timeframe';
import { gapWords, longerWords } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import { answersOf, unknownIn } from '../paging/answers';
import { askPage, type Asking, type ReadPage } from '../paging/askPage';
import { servable } from '../paging/servable';
import { missingOf, type Missing, type NoteMissing } from '../record/missing';
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

/** Asks for one page and records it; gives what of it is still to be asked. What is no answer is noted, and left for the next run. */
async function bringInPage(
  market: Market,
  asked: MinuteRange,
  rules: CandleRules,
  options: LongerOptions,
  note: NoteMissing,
): Promise<readonly MinuteRange[]> {
  const { timeframe, ledger } = options;
  const read = await askPage(market, asked, rules, options);
  const { problem, covered, candles, quarantined } = read.reading;
  if (problem !== undefined) {
    note(asked, gapWords.nothingRecorded(problem), mend.later);
    return [];
  }
  const step = timeframeMinutes(timeframe);
  for (const unknown of unknownIn(read, step)) note(unknown, gapWords.unreadableTime, mend.later);
  const known = new Set(candles.map(({ minute }) => minute));
  const lost = quarantined.filter(({ minute }) => minute === undefined || !known.has(minute));
  const [first] = lost;
  if (first !== undefined) note(asked, gapWords.quarantined(lost.length, first.reason), mend.later);
  const recorded = await ledger.record(longerAnswersOf(market, read, options));
  options.recorded({ quarantined: quarantined.length, recorded });
  if (covered !== undefined) return subtract(asked, [covered]);
  note(asked, gapWords.unsettled, mend.later);
  return [];
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
  let pending = options.again ? [whole] : [...subtract(whole, await ledger.answered(market, source, timeframe, whole))];
  for (let part = pending.shift(); part !== undefined; part = pending.shift()) {
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
    const asked = minuteRange(within.from, Math.min(end, within.from + page) as Minute);
    const left = await bringInPage(market, asked, rules, options, note);
    const rest = asked.to < within.to ? [minuteRange(asked.to, within.to)] : [];
    pending = [...union([...left, ...rest, ...pending])];
  }
  return missing;
}
