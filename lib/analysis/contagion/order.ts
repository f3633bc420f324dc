import type { FirstFall } from '../../domain/contagion';
import type { Minute } from '../../domain/minute';

/** Who was first. Places are those of the falls given. */
export interface FallOrder {
  /** The earliest minute in which a fall was seen; undefined: none was. */
  readonly first: Minute | undefined;
  /** Those seen in that minute: more than one is a tie, for nothing within a minute is told apart. */
  readonly firsts: readonly number[];
  /** The others that may have fallen in that minute or before: of some minute up to it nothing is known. */
  readonly maybe: readonly number[];
}

/** Minutes behind the first: as few as, and at most. Where something is not known the first of the two is smaller, and below 0 where it may have been before. */
export interface Behind {
  readonly least: number;
  readonly most: number;
}

export function orderOfFalls(falls: readonly FirstFall[]): FallOrder {
  const seen = falls.flatMap((fall) => (fall.kind === 'fell' ? [fall.seen] : []));
  if (seen.length === 0) return { first: undefined, firsts: [], maybe: [] };
  const first = seen.reduce((a, b) => (b < a ? b : a));
  const places = (isMeant: (fall: FirstFall) => boolean): readonly number[] =>
    falls.flatMap((fall, place) => (isMeant(fall) ? [place] : []));
  const isFirst = (fall: FirstFall): boolean => fall.kind === 'fell' && fall.seen === first;
  const mayBe = (fall: FirstFall): boolean => 'earliest' in fall && fall.earliest <= first;
  return { first, firsts: places(isFirst), maybe: places((fall) => mayBe(fall) && !isFirst(fall)) };
}

export const behindOf = (fall: FirstFall, first: Minute | undefined): Behind | undefined =>
  fall.kind === 'fell' && first !== undefined ? { least: fall.earliest - first, most: fall.seen - first } : undefined;
