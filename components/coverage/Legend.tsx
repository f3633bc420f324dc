import type { ReactNode } from 'react';
import type { CalendarRow, DayCell } from './calendar';
import { DayMark, Sign } from './DayMark';
import { calendarLegend } from '@/lib/words/coveragePage';

const NONE: DayCell = {
  answered: 0,
  traded: 0,
  noTrade: 0,
  moved: 0,
  setAside: 0,
  refused: 0,
  failed: 0,
  notServed: 0,
  quarantined: 0,
  revised: 0,
};
const answered = (share: number, traded: number): DayCell => ({ ...NONE, answered: share, traded });

/** What the calendar's bars mean, and those of its signs that are drawn. */
export function Legend({ rows }: { readonly rows: readonly CalendarRow[] }) {
  const has = (field: keyof DayCell): boolean =>
    rows.some(({ cells }) => Object.values(cells).some((cell) => cell[field] > 0));
  return (
    <ul
      aria-label={calendarLegend.label}
      className="calendar-key mb-4 flex flex-wrap items-center gap-x-6 gap-y-2 text-[0.75rem] text-ink-2"
    >
      <Key sign={<DayMark cell={answered(100, 100)} dayMinutes={100} />}>{calendarLegend.all}</Key>
      <Key sign={<DayMark cell={answered(100, 65)} dayMinutes={100} />}>{calendarLegend.noTrade}</Key>
      <Key sign={<DayMark cell={answered(40, 40)} dayMinutes={100} />}>{calendarLegend.unanswered}</Key>
      <Key sign={<DayMark cell={undefined} dayMinutes={100} />}>{calendarLegend.neverRequested}</Key>
      {(has('refused') || has('failed')) && <Key sign={<Sign kind="failed" />}>{calendarLegend.failed}</Key>}
      {has('notServed') && <Key sign={<Sign kind="not-served" />}>{calendarLegend.notServed}</Key>}
      {has('quarantined') && <Key sign={<Sign kind="quarantined" />}>{calendarLegend.quarantined}</Key>}
      {has('revised') && <Key sign={<Sign kind="revised" />}>{calendarLegend.revised}</Key>}
    </ul>
  );
}

const Key = ({ sign, children }: { readonly sign: ReactNode; readonly children: ReactNode }) => (
  <li className="flex items-center gap-2">
    {sign}
    {children}
  </li>
);
