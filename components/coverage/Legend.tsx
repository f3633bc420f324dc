import type { ReactNode } from 'react';
import type { DayCell } from './calendar';
import { DayMark, Sign } from './DayMark';

const NONE: DayCell = {
  answered: 0,
  traded: 0,
  noTrade: 0,
  refused: 0,
  failed: 0,
  notServed: 0,
  quarantined: 0,
  revised: 0,
};
const answered = (share: number, traded: number): DayCell => ({ ...NONE, answered: share, traded });

/** What the calendar's bars and signs mean. */
export function Legend() {
  return (
    <ul aria-label="Legend" className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-2 text-[0.8rem] text-ink-2">
      <Key sign={<DayMark cell={answered(100, 100)} dayMinutes={100} />}>all answered, all traded</Key>
      <Key sign={<DayMark cell={answered(100, 65)} dayMinutes={100} />}>hatched: answered, no trade</Key>
      <Key sign={<DayMark cell={answered(40, 40)} dayMinutes={100} />}>empty: not answered</Key>
      <Key sign={<DayMark cell={undefined} dayMinutes={100} />}>never asked</Key>
      <Key sign={<Sign kind="vain" />}>refused or failed</Key>
      <Key sign={<Sign kind="not-served" />}>not served: its history does not reach there</Key>
      <Key sign={<Sign kind="quarantined" />}>rows in quarantine</Key>
      <Key sign={<Sign kind="revised" />}>answer changed</Key>
    </ul>
  );
}

const Key = ({ sign, children }: { readonly sign: ReactNode; readonly children: ReactNode }) => (
  <li className="flex items-center gap-2">
    {sign}
    {children}
  </li>
);
