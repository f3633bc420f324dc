import type { Censoring, Side } from '../../../domain/episode';
import type { Strayed } from './deviations';

/** Minutes, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly censored: Censoring;
}

/** How far beyond the reference on that side, negative on the other. */
export const far = (side: Side, d: Pick<Strayed, 'dLow' | 'dHigh'>): number => (side === 'below' ? -d.dLow : d.dHigh);

/** What a walk's ending is called where the window's first minute was away already. */
const CUT_AT_THE_START = { none: 'start', end: 'both', gap: 'start-gap' } as const;

/** The stretches of one side, read as one would with a pencil: look for an entry, then walk on until something ends it. */
export function stretches(
  minutes: readonly number[],
  side: Side,
  level: number,
  at: (minute: number) => Strayed | undefined,
): readonly Stretch[] {
  const first = minutes[0];
  const last = minutes.at(-1);
  if (first === undefined || last === undefined) return [];
  const found: Stretch[] = [];
  let looking = first;
  while (looking <= last) {
    const entry = at(looking);
    if (entry === undefined || far(side, entry) < level) {
      looking += 1;
      continue;
    }
    const { stretch, next } = walk(looking, last, (minute) => {
      const strayed = at(minute);
      return strayed === undefined ? undefined : far(side, strayed) >= level / 2;
    });
    const cutStart = stretch.start === first;
    const { censored } = stretch;
    found.push({
      ...stretch,
      censored: cutStart ? CUT_AT_THE_START[censored] : censored,
    });
    looking = next;
  }
  return found;
}

/** `away`: at or beyond half the level; undefined: missing. */
function walk(
  start: number,
  last: number,
  away: (minute: number) => boolean | undefined,
): { readonly stretch: Stretch & { readonly censored: keyof typeof CUT_AT_THE_START }; readonly next: number } {
  let end = start + 1;
  let calm = 0;
  let missing = 0;
  for (let minute = start + 1; minute <= last; minute += 1) {
    const answer = away(minute);
    missing = answer === undefined ? missing + 1 : 0;
    if (missing > 30) return { stretch: { start, end, censored: 'gap' }, next: minute + 1 };
    if (answer === true) end = minute + 1;
    if (answer !== undefined) calm = answer ? 0 : calm + 1;
    if (calm === 3) return { stretch: { start, end, censored: 'none' }, next: minute + 1 };
  }
  return { stretch: { start, end, censored: 'end' }, next: last + 1 };
}

/** Minutes from the peak to the first of three measured minutes in a row that close within half the level. */
export function recovered(
  minutes: readonly number[],
  peak: number,
  level: number,
  at: (minute: number) => Strayed | undefined,
): number | undefined {
  const later = minutes.filter((minute) => minute >= peak && at(minute) !== undefined);
  const calm = (minute: number | undefined): boolean => {
    const strayed = minute === undefined ? undefined : at(minute);
    return strayed !== undefined && Math.abs(strayed.dClose) < level / 2;
  };
  const i = later.findIndex((minute, k) => calm(minute) && calm(later[k + 1]) && calm(later[k + 2]));
  const minute = later[i];
  return minute === undefined ? undefined : minute - peak;
}
