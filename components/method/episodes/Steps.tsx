import type { Walk, WalkStep } from '@/lib/api/method';
import { cells } from '@/lib/words/cells';
import { areaFigure, effectOf, leftOut, walkTable } from '@/lib/words/en/method/episodes';
import { HEADS } from '@/lib/words/en/method/example';
import { clock } from '@/lib/words/numbers';
import { Deviation, reasonOr } from '../../frame/Cells';
import { Value } from '../Figures';
import { Sheet } from '../Sheet';
import { shownSteps } from './shownSteps';

interface Props {
  readonly walk: Walk;
  readonly enter: number;
}

/** What each minute does to an episode; of a long one, the minutes that explain it. */
export function Steps({ walk, enter }: Props) {
  const { episode } = walk;
  const table = walkTable(episode);
  const heads = [
    HEADS.minute,
    { figures: table.deviation },
    { figures: table.close },
    table.effect,
    { figures: table.area },
  ];
  return (
    <Sheet label={table.label} heads={heads}>
      {shownSteps(walk).map((step, i) =>
        'leftOut' in step ? (
          <tr key={i} className="left-out">
            <td colSpan={heads.length}>{leftOut(step.leftOut)}</td>
          </tr>
        ) : (
          <Step key={step.minute} step={step} peakMinute={episode.peakMinute} enter={enter} outside={table.outside} />
        ),
      )}
    </Sheet>
  );
}

interface StepProps {
  readonly step: WalkStep;
  readonly peakMinute: string;
  readonly enter: number;
  /** In the place of the area of a minute before or after the episode. */
  readonly outside: string;
}
function Step({ step, peakMinute, enter, outside }: StepProps) {
  const missing = reasonOr(step.missing, cells.none);
  return (
    <tr className={step.minute === peakMinute ? 'is-focus' : undefined}>
      <th scope="row">{clock(step.minute)}</th>
      <td className="num">
        <Deviation ratio={step.deviation} missing={missing} level={enter / 2} />
      </td>
      <td className="num">
        <Deviation ratio={step.dClose} missing={missing} level={enter / 2} />
      </td>
      <td className="whitespace-nowrap">{effectOf(step, { enter, peakMinute })}</td>
      <td className="num">
        {step.area === null ? <span className="text-ink-3">{outside}</span> : <Value of={step.area} as={areaFigure} />}
      </td>
    </tr>
  );
}
