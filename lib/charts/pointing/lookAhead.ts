import { middleOf, panned, widthOf, type Sight } from './sight';

/** What of a stretch of time lies in none of some others, from left to right. */
export function unknownIn(wanted: Sight, known: readonly Sight[]): readonly Sight[] {
  const gaps: Sight[] = [];
  let at = wanted.from;
  for (const { from, to } of [...known].sort((a, b) => a.from - b.from)) {
    if (from >= wanted.to) break;
    if (from > at) gaps.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < wanted.to) gaps.push({ from: at, to: wanted.to });
  return gaps;
}

/** So far ahead of a hand that pulls something is known, as a share of what is in sight. */
const LEAD = 1 / 4;
/** Of a sight that becomes wider, this many times as much is painted. */
const WIDER = 2;

/** A hand that moves what is in sight. */
interface Moving {
  /** Where it was a moment ago, and where it is. */
  readonly before: Sight;
  readonly wanted: Sight;
  readonly whole: Sight;
  /** By so many milliseconds two pictures overlap. */
  readonly overlap: number;
}

/**
 * What to paint next, so that what comes into sight is known: beside what is known, in the direction of the hand; of a sight that becomes wider, more than
 * it is. Undefined where enough is known.
 */
export function lookedAhead(known: readonly Sight[], { before, wanted, whole, overlap }: Moving): Sight | undefined {
  const width = widthOf(wanted);
  if (width > widthOf(before) + overlap) {
    if (unknownIn(wanted, known).length === 0) return undefined;
    const wide = Math.min(widthOf(whole), WIDER * width);
    const from = middleOf(wanted) - wide / 2;
    return panned({ from, to: from + wide }, whole, 0);
  }
  const towards = Math.sign(middleOf(wanted) - middleOf(before));
  const ahead = panned(wanted, whole, towards * LEAD * width);
  const gaps = unknownIn({ from: Math.min(wanted.from, ahead.from), to: Math.max(wanted.to, ahead.to) }, known);
  const next = towards < 0 ? gaps.at(-1) : gaps[0];
  if (next === undefined) return undefined;
  const isAllUnknown = next.from <= wanted.from && next.to >= wanted.to;
  if (isAllUnknown) return ahead;
  return panned(wanted, whole, towards < 0 ? next.to + overlap - wanted.to : next.from - overlap - wanted.from);
}
