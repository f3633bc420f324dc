import { MINUTES_PER_DAY, plus, startOf, type Day, type MinuteRange } from '../../domain/minute';
import { unreadableAnswered, type Damage } from '../../words/en/damage';
import { TAG, type AnsweredRun } from './format';

/** The bytes are not what was written: the database was damaged, or a newer version wrote it. */
export class AnsweredUnreadable extends Error {
  constructor(damage: Damage) {
    super(unreadableAnswered(damage));
    this.name = 'AnsweredUnreadable';
  }
}

/** The runs of a day of `slots` minutes, in order, neighbours differing. Throws `AnsweredUnreadable`. */
export function answeredRuns(bytes: Uint8Array | null, slots: number = MINUTES_PER_DAY): readonly AnsweredRun[] {
  if (bytes === null) return [{ from: 0, to: slots, atMs: undefined }];
  if (bytes[0] !== TAG) throw new AnsweredUnreadable({ kind: 'unknown-tag', tag: bytes[0] });
  let at = 1;
  const varint = (): number => {
    let number = 0;
    for (let weight = 1; ; weight *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new AnsweredUnreadable({ kind: 'cut-off', part: 'runs' });
      number += (byte & 127) * weight;
      if (byte < 128) return number;
    }
  };
  const runs: AnsweredRun[] = [];
  let from = 0;
  let before = 0;
  while (at < bytes.length) {
    const to = from + varint();
    const when = varint();
    if (to === from || to > slots) throw new AnsweredUnreadable({ kind: 'run', from, to });
    if (when > 0) before += (when - 1) % 2 === 0 ? (when - 1) / 2 : -when / 2;
    runs.push({ from, to, atMs: when === 0 ? undefined : before });
    from = to;
  }
  if (from !== slots) throw new AnsweredUnreadable({ kind: 'short', minutes: from });
  return runs;
}

/** The instants of a day's minutes, NaN where one is not answered. */
export function decodeAnswered(bytes: Uint8Array | null, slots: number = MINUTES_PER_DAY): Float64Array {
  const instants = new Float64Array(slots).fill(NaN);
  if (bytes === null) return instants;
  for (const { from, to, atMs } of answeredRuns(bytes, slots)) if (atMs !== undefined) instants.fill(atMs, from, to);
  return instants;
}

/** A range of minutes and when it was first answered (ms since 1970). */
export interface AnsweredRange extends MinuteRange {
  readonly atMs: number;
}

/** What was answered of a day, as of an instant (ms since 1970) where one is given: sorted, disjoint. */
export function answeredRanges(
  day: Day,
  bytes: Uint8Array | null,
  asOfMs: number = Infinity,
): readonly AnsweredRange[] {
  if (bytes === null) return [];
  const start = startOf(day);
  return answeredRuns(bytes).flatMap(({ from, to, atMs }) =>
    atMs === undefined || atMs > asOfMs ? [] : [{ from: plus(start, from), to: plus(start, to), atMs }],
  );
}
