import { type CandleValues } from '../../domain/candle';
import type { Minute } from '../../domain/minute';
import { isCovered, knownAfter } from '../../domain/said';
import { alike, type Change } from './book';

/** What a minute's answer was from an instant on (ms since 1970), until the next entry. */
export interface Entry {
  readonly atMs: number;
  readonly values: CandleValues;
}

/**
 * What was known of a minute, in order of the times at which the answers were asked, neighbours differing; the last is what is stored now.
 * Answers that only confirmed what was known leave no entry, those that said less of it included.
 */
export type Timeline = readonly Entry[];

/** A minute's timeline, from when it was first answered, its changes, and its answer now. */
export function timelineOf(sinceMs: number, changes: readonly Change[], now: CandleValues): Timeline {
  const [first] = changes;
  return [
    { atMs: sinceMs, values: first === undefined ? now : first.before },
    ...changes.map((change) => ({ atMs: change.seenAgainMs, values: change.after })),
  ];
}

/** The changes between the entries of a timeline. */
export function changesOf(minute: Minute, timeline: Timeline): readonly Change[] {
  return timeline.slice(1).map(({ atMs, values }, i) => {
    const before = timeline[i];
    if (before === undefined) throw new Error('a timeline has an entry before its second');
    return { minute, firstSeenMs: before.atMs, seenAgainMs: atMs, before: before.values, after: values };
  });
}

/** Whether the answer says nothing but what was known at this very instant, or when the instant came. */
function saidThen(timeline: Timeline, last: number, { atMs, values }: Entry): boolean {
  for (let i = last; i >= 0; i -= 1) {
    const entry = timeline[i];
    if (entry === undefined) return false;
    if (isCovered(entry.values, values)) return true;
    if (entry.atMs < atMs) return false;
  }
  return false;
}

/**
 * The timeline with one more answer in its place, be it the newest or one that arrives late; undefined when it changes
 * nothing: the same was valid then, or this is a repetition. Answers of one instant stand in the order in which they came. What an answer adds
 * is known after it, too, until one contradicts it.
 *
 * What a timeline says up to an instant depends on the answers asked up to then alone, in whatever order they came: this is
 * what makes "as it was known then" exact.
 */
export function withEntry(timeline: Timeline, entry: Entry): Timeline | undefined {
  const last = timeline.findLastIndex(({ atMs }) => atMs <= entry.atMs);
  if (saidThen(timeline, last, entry)) return undefined;
  const out: Entry[] = timeline.slice(0, last + 1);
  out.push({ atMs: entry.atMs, values: knownAfter(out.at(-1)?.values, entry.values) });
  for (const { atMs, values } of timeline.slice(last + 1)) {
    const before = out.at(-1);
    const known = knownAfter(before?.values, values);
    if (before === undefined || !alike(before.values, known)) out.push({ atMs, values: known });
  }
  return out;
}
