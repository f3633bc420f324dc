'use client';

import { useState } from 'react';
import type { AuditAnswer } from '@/lib/api/audit';
import { stepOf } from '@/lib/charts/curves/step';
import { curvesSvg } from '@/lib/charts/curves/svg';
import { curveEnd } from '@/lib/words/auditCurve';
import { auditCurves, auditTables } from '@/lib/words/auditPage';
import { Select } from '../controls/Select';
import { Section } from '../frame/Section';

interface Props {
  readonly answer: Pick<AuditAnswer, 'curves' | 'simulated' | 'reconstructed'>;
  readonly isHidden: boolean;
}

/** On a phone, on a tablet and paper, and on a screen. */
const WIDTHS = [
  [358, 'sm:hidden print:hidden'],
  [720, 'max-sm:hidden xl:hidden print:block'],
  [1_216, 'max-xl:hidden print:hidden'],
] as const;
const TOGETHER = '';

/** Money added up over time: of all accounts together, or of one. The tables say its ends. */
export function CurveFigure({ answer: { curves, simulated, reconstructed }, isHidden }: Props) {
  const [account, setAccount] = useState(TOGETHER);
  const own = curves.accounts.find((curve) => curve.account === account);
  const points = own?.points ?? curves.together;
  const name = own === undefined ? auditCurves.together : auditCurves.account(own.account);
  const end = curveEnd(name, points);
  // Where no fill has a figure there is nothing to draw; the reasons are counted above. Of one account among several it is said.
  if (curveEnd(name, curves.together) === undefined) return null;
  return (
    <Section
      id="curves"
      title={auditCurves.title}
      lead={curves.stepMinutes === 1 ? auditCurves.lead : `${auditCurves.lead} ${auditCurves.step(curves.stepMinutes)}`}
      aside={
        curves.accounts.length > 0 && (
          <label className="flex items-center gap-2 text-sm print:hidden">
            <span className="label">{auditTables.account}</span>
            <Select
              value={own === undefined ? TOGETHER : account}
              choices={[
                { value: TOGETHER, label: auditCurves.together },
                ...curves.accounts.map((curve) => ({ value: curve.account, label: curve.account })),
              ]}
              onChoose={setAccount}
            />
          </label>
        )
      }
    >
      {WIDTHS.map(([width, className]) => (
        <figure key={width} className={className}>
          <div
            role="img"
            aria-label={isHidden || end === undefined ? `${auditCurves.title}. ${name}` : end}
            className="[&_svg]:h-auto [&_svg]:w-full"
            dangerouslySetInnerHTML={{
              __html: curvesSvg({
                steps: points.map(stepOf),
                stepMinutes: curves.stepMinutes,
                width,
                simulated,
                reconstructed,
                isHidden,
                names: auditCurves,
              }),
            }}
          />
        </figure>
      ))}
      <p className="mt-1 text-sm text-ink-2">{isHidden || end === undefined ? name : end}</p>
    </Section>
  );
}
