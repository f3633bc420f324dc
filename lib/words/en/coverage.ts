import type { UnansweredRange, DayColumns } from '../../api/coverage';
import { rowCount } from './counts';
import { count, formatLevel } from './numbers';

/** One day's counts: minutes, and rows in quarantine. */
type DayCounts = Readonly<Record<Exclude<keyof DayColumns, 'day'>, number>>;

/** What a row's minutes come to. */
interface RowCounts {
  readonly answeredMinutes: number;
  /** From the first answer to the last; 0 where nothing was answered. */
  readonly spanMinutes: number;
  readonly traded: number;
}

/** A part of a whole, rounded down: 99.99 % of a day is not all of it. Undefined where there is no whole. */
export const shareWords = (part: number, whole: number): string | undefined =>
  whole > 0 ? formatLevel(Math.floor((1_000 * part) / whole) / 1_000) : undefined;

const OUTCOMES: Readonly<Record<UnansweredRange['outcome'], string>> = {
  refused: 'refused',
  failed: 'failed',
  'not-served': 'not served',
};
export const outcomeWords = (outcome: UnansweredRange['outcome']): string => OUTCOMES[outcome];

const NEVER_REQUESTED = 'never requested';
const NO_ANSWER = 'no answer';

const minutes = (value: number): string => `${count(value)} min`;

/** What came of a day, a line each; undefined: nobody asked. */
export function dayLines(cell: DayCounts | undefined, dayMinutes: number): readonly string[] {
  if (cell === undefined) return [NEVER_REQUESTED];
  return [
    cell.answered === 0
      ? NO_ANSWER
      : `${count(cell.answered)} of ${count(dayMinutes)} min answered: ${count(cell.traded)} traded, ${count(cell.noTrade)} no trade${cell.moved > 0 ? `, ${count(cell.moved)} at volume 0 with moved prices` : ''}`,
    ...(cell.setAside > 0 ? [`${minutes(cell.setAside)} set aside`] : []),
    ...(cell.refused > 0 ? [`${minutes(cell.refused)} refused`] : []),
    ...(cell.failed > 0 ? [`${minutes(cell.failed)} failed`] : []),
    ...(cell.notServed > 0 ? [`${minutes(cell.notServed)} not served`] : []),
    ...(cell.quarantined > 0 ? [`${rowCount(cell.quarantined)} quarantined`] : []),
    ...(cell.revised > 0 ? [`${minutes(cell.revised)} revised`] : []),
  ];
}

/** The same in one sentence. */
export const dayWords = (cell: DayCounts | undefined, dayMinutes: number): string =>
  dayLines(cell, dayMinutes).join('; ');

/** What a row comes to: "answered 98.2 %" of the minutes between its first answer and its last, "traded 99.1 %" of those. */
export function rowWords(row: RowCounts): readonly string[] {
  const answered = shareWords(row.answeredMinutes, row.spanMinutes);
  const traded = shareWords(row.traded, row.answeredMinutes);
  return answered === undefined || traded === undefined ? [NO_ANSWER] : [`answered ${answered}`, `traded ${traded}`];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `2025-10` as "Oct 2025". */
export const monthWords = (month: string): string =>
  `${MONTHS[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;
