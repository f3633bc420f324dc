import { minuteRange, minutesIn, plus, type Minute, type MinuteRange } from '../../domain/minute';
import type { Doubt } from './doubt';

/** A range asked for at once, and the silences in it. */
export interface Span {
  readonly range: MinuteRange;
  readonly silences: readonly MinuteRange[];
}

/** Whether a silence does not fit into one request together with a row on either side. */
export const isLong = (minutes: number, { room, seen }: Doubt): boolean => minutes + 2 * seen.step > room;

/** A silence with the nearest rows known around it, or with what is looked at in their place. */
function around({ from, to }: MinuteRange, { seen, room, look, bounded }: Doubt): MinuteRange {
  const before = seen.before(from, room);
  const after = seen.after(to, room);
  const first = Math.max(0, before ?? from - look) as Minute;
  const end = after === undefined ? plus(to, look) : plus(after, seen.step);
  return bounded(minuteRange(first, end), minuteRange(from, to));
}

/** The same, cut to what one request holds, as much on either side as fits. */
function spanOf(silence: MinuteRange, doubt: Doubt): Span {
  const { room, seen } = doubt;
  const whole = around(silence, doubt);
  const spare = Math.floor((room - minutesIn(silence)) / 2 / seen.step) * seen.step;
  const tooLong = minutesIn(whole) > room;
  const [ahead, behind] = [silence.from - whole.from, whole.to - silence.to];
  const before = tooLong ? Math.min(ahead, Math.max(spare, room - minutesIn(silence) - behind)) : ahead;
  const from = plus(silence.from, -before);
  return { range: minuteRange(from, Math.min(whole.to, from + room) as Minute), silences: [silence] };
}

/**
 * One request for each silence. Where the venue sends a row for every minute, silences that lie near one another are asked about
 * together: a hole in every other minute is no reason to ask a thousand times. Sorted, disjoint.
 */
export function spansOf(silences: readonly MinuteRange[], doubt: Doubt): readonly Span[] {
  const spans: Span[] = [];
  for (const silence of silences) {
    const span = spanOf(silence, doubt);
    const last = spans.at(-1);
    const from = last === undefined ? span.range.from : (Math.min(last.range.from, span.range.from) as Minute);
    const to = last === undefined ? span.range.to : (Math.max(last.range.to, span.range.to) as Minute);
    if (doubt.emptyMinutes === 'omitted' || last === undefined || to - from > doubt.room) spans.push(span);
    else spans[spans.length - 1] = { range: minuteRange(from, to), silences: [...last.silences, silence] };
  }
  return spans;
}

/**
 * The beginning of a long silence with what lies before it, and its end with what lies after; between them its middle where the two
 * do not meet. As long as one request may be.
 */
export function probesOf(silence: MinuteRange, doubt: Doubt): readonly MinuteRange[] {
  const { room, seen } = doubt;
  const { from, to } = around(silence, doubt);
  const begin = minuteRange(from, Math.min(to, from + room) as Minute);
  if (begin.to === to) return [begin];
  const end = minuteRange(Math.max(from, to - room) as Minute, to);
  if (begin.to >= end.from) return [begin, end];
  const middle = begin.to + Math.floor((end.from - begin.to - room) / 2 / seen.step) * seen.step;
  const at = Math.max(begin.to, middle) as Minute;
  return [begin, minuteRange(at, Math.min(end.from, at + room) as Minute), end];
}
