import type { Candle } from '../../domain/candle';
import { dayOf, daysIn, plus, type Minute, type MinuteRange } from '../../domain/minute';
import type { Answer, Recorded } from '../../domain/observation';
import { alike, dayIn, setValues, slotOf, valuesAt, type Book, type Change, type Values } from './book';
import { newlyAnswered, withAnswered } from './coverageRows';

/** Minutes that were quarantined and of which no sound candle came: they stay as they were, neither answered nor emptied. */
function unsaid(answer: Answer): ReadonlySet<Minute> {
  const said = new Set(answer.candles.map((candle) => candle.minute));
  return new Set(answer.quarantined.flatMap(({ minute }) => (minute === undefined || said.has(minute) ? [] : [minute])));
}

const firstAskedAt = (book: Book, minute: Minute): number | undefined =>
  book.coverage
    .filter((row) => row.from <= minute && minute < row.to)
    .reduce<number | undefined>((least, row) => (least === undefined || row.askedAtMs < least ? row.askedAtMs : least), undefined);

/** What was held of the minute at the time the answer was asked for, if it has changed since. */
function heldThen(history: readonly Change[], askedAtMs: number): { readonly values: Values } | undefined {
  const next = history.find((change) => change.seenAgainMs > askedAtMs);
  return next === undefined ? undefined : { values: next.before };
}

/**
 * Puts one minute's answer into the book. A minute that was answered before and now says otherwise is a change: another
 * candle, a candle where there was no trade, or no candle where one was (a vanished candle leaves the newest columns and
 * stays in the changes). An old answer that comes again, said already before a later change, changes nothing.
 */
function applyMinute(book: Book, minute: Minute, said: Candle | undefined, askedAtMs: number): keyof Recorded | undefined {
  const day = dayOf(minute);
  const held = book.days.get(day);
  const before = held === undefined ? undefined : valuesAt(held, slotOf(minute));
  const same: keyof Recorded | undefined = said === undefined ? undefined : 'unchanged';
  if (alike(before, said)) return same;
  const after: Values = said;
  const since = firstAskedAt(book, minute);
  if (since === undefined) {
    setValues(dayIn(book, day), slotOf(minute), after);
    book.touched.add(day);
    return 'added';
  }
  const history = book.history.get(minute) ?? [];
  const then = heldThen(history, askedAtMs);
  if (then !== undefined && alike(then.values, after)) return same;
  const change: Change = { minute, firstSeenMs: history.at(-1)?.seenAgainMs ?? since, seenAgainMs: askedAtMs, before, after };
  book.history.set(minute, [...history, change]);
  book.changes.push(change);
  setValues(dayIn(book, day), slotOf(minute), after);
  book.touched.add(day);
  return 'revised';
}

/** Every minute of the range with its candle, in order. */
function* minutesOf({ asked, candles }: Answer): Generator<[Minute, Candle | undefined]> {
  let next = 0;
  for (let minute = asked.from; minute < asked.to; minute = plus(minute, 1)) {
    const candle = candles[next];
    if (candle?.minute === minute) {
      next += 1;
      yield [minute, candle];
    } else {
      yield [minute, undefined];
    }
  }
}

/**
 * Puts an answer into the book and says what it changed: `added` candles of minutes never answered before, `unchanged`
 * candles said again alike, `revised` minutes (vanished candles among them). A day is touched, and so gets a new version,
 * when its candles or its answered minutes change.
 */
export function apply(book: Book, answer: Answer): Recorded {
  const recorded = { added: 0, unchanged: 0, revised: 0 };
  const skipped = unsaid(answer);
  for (const [minute, candle] of minutesOf(answer)) {
    if (skipped.has(minute)) continue;
    const outcome = applyMinute(book, minute, candle, answer.askedAtMs);
    if (outcome !== undefined) recorded[outcome] += 1;
  }
  const except: readonly MinuteRange[] = [...skipped].map((minute) => ({ from: minute, to: plus(minute, 1) }));
  const parts = newlyAnswered(book.coverage, answer.asked, except);
  book.coverage = withAnswered(book.coverage, parts, answer.askedAtMs);
  for (const day of parts.flatMap((part) => daysIn(part))) book.touched.add(day);
  return recorded;
}
