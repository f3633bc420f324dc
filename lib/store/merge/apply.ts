import { valuesAt, type CandleValues } from '../../domain/candle';
import type { Candle } from '../../domain/candle';
import { daysIn, MINUTES_PER_DAY, plus, startOf, type Day, type Minute } from '../../domain/minute';
import type { Answer, Recorded } from '../../domain/observation';
import { alike, dayIn, setValues, type Book, type Change, type DayColumns } from './book';
import { changesOf, timelineOf, withEntry, type Timeline } from './timeline';

/** Minutes that were quarantined and of which no sound candle came: they stay as they were, neither answered nor emptied. */
function withoutAnswer(answer: Answer): ReadonlySet<Minute> | undefined {
  if (answer.quarantined.length === 0) return undefined;
  const fresh = new Set(answer.candles.map((candle) => candle.minute));
  return new Set(
    answer.quarantined.flatMap(({ minute }) => (minute === undefined || fresh.has(minute) ? [] : [minute])),
  );
}

/** Of what an answer does not say (NaN) the slot may have anything. */
const isSaid = (a: number, b: number | undefined): boolean => a === b || a !== a;

/** Whether the slot has what the answer says; `isCovered` without making an object of the slot. */
function hasAll(stored: DayColumns, slot: number, fresh: Candle | undefined): boolean {
  if (fresh === undefined) return stored.open[slot] !== stored.open[slot];
  return (
    fresh.open === stored.open[slot] &&
    fresh.high === stored.high[slot] &&
    fresh.low === stored.low[slot] &&
    fresh.close === stored.close[slot] &&
    isSaid(fresh.baseVolume, stored.baseVolume[slot]) &&
    isSaid(fresh.quoteVolume, stored.quoteVolume[slot]) &&
    isSaid(fresh.trades, stored.trades[slot])
  );
}

/** Answered, and without a candle. */
const isEmptied = ({ answeredAt, open }: DayColumns, slot: number): boolean =>
  answeredAt[slot] === answeredAt[slot] && open[slot] !== open[slot];

const NEVER_CHANGED: readonly Change[] = [];

const sameChange = (a: Change, b: Change | undefined): boolean =>
  b !== undefined &&
  a.firstSeenMs === b.firstSeenMs &&
  a.seenAgainMs === b.seenAgainMs &&
  alike(a.before, b.before) &&
  alike(a.after, b.after);

function rewrite(book: Book, stored: DayColumns, day: Day, slot: number, timeline: Timeline): void {
  const minute = plus(startOf(day), slot);
  const old = book.history.get(minute) ?? NEVER_CHANGED;
  const fresh = changesOf(minute, timeline);
  const standing = book.altered.get(minute) ?? old.length;
  const stands = old.slice(0, standing).every((change, i) => sameChange(change, fresh[i]));
  if (!stands) book.rewritten.add(minute);
  stored.answeredAt[slot] = timeline[0]?.atMs ?? NaN;
  setValues(stored, slot, timeline.at(-1)?.values);
  book.history.set(minute, fresh);
  book.altered.set(minute, stands ? standing : 0);
  book.touched.add(day);
}

/**
 * Puts a minute's answer beside those it had before. Where it says otherwise it is a change: another candle, a field more, a candle where
 * there was no trade, or no candle where one was (a vanished candle leaves the newest columns and stays in the changes). One
 * that was asked earlier than others already recorded takes its place before them.
 */
function answerAgain(
  book: Book,
  stored: DayColumns,
  day: Day,
  slot: number,
  fresh: Candle | undefined,
  askedAtMs: number,
): keyof Recorded | undefined {
  const unchanged: keyof Recorded | undefined = fresh === undefined ? undefined : 'unchanged';
  const since = stored.answeredAt[slot] ?? NaN;
  const history = book.history.get(plus(startOf(day), slot)) ?? NEVER_CHANGED;
  const late = askedAtMs < since || askedAtMs < (history.at(-1)?.seenAgainMs ?? since);
  if (!late && hasAll(stored, slot, fresh)) return unchanged;
  const values: CandleValues = fresh;
  const before = timelineOf(since, history, valuesAt(stored, slot));
  const after = withEntry(before, { atMs: askedAtMs, values });
  if (after === undefined) return unchanged;
  rewrite(book, stored, day, slot, after);
  return after.length > before.length || !alike(after.at(-1)?.values, before.at(-1)?.values) ? 'revised' : unchanged;
}

/**
 * Puts an answer into the book and says what it changed: `added` candles of minutes never answered before, `unchanged`
 * candles said again alike, `revised` minutes (vanished candles among them). A day is touched, and so gets a new version,
 * when its candles, its answered minutes or the history of one of them change.
 */
export function apply(book: Book, answer: Answer): Recorded {
  const recorded = { added: 0, unchanged: 0, revised: 0 };
  const skipped = withoutAnswer(answer);
  const { asked, candles, askedAtMs } = answer;
  let next = 0;
  for (const day of daysIn(asked)) {
    const start = startOf(day);
    const stored = dayIn(book, day);
    const end = Math.min(asked.to - start, MINUTES_PER_DAY);
    for (let slot = Math.max(asked.from - start, 0); slot < end; slot += 1) {
      const candle = candles[next];
      const fresh = candle?.minute === start + slot ? candle : undefined;
      if (fresh !== undefined) next += 1;
      else if (skipped?.has((start + slot) as Minute) === true) {
        // What was answered as no trade is set aside from now on: whoever rests on the day must look again.
        if (isEmptied(stored, slot)) book.touched.add(day);
        continue;
      }
      const since = stored.answeredAt[slot];
      if (since !== since) {
        stored.answeredAt[slot] = askedAtMs;
        book.touched.add(day);
        if (fresh === undefined) continue;
        setValues(stored, slot, fresh);
        recorded.added += 1;
      } else {
        const outcome = answerAgain(book, stored, day, slot, fresh, askedAtMs);
        if (outcome !== undefined) recorded[outcome] += 1;
      }
    }
  }
  return recorded;
}
