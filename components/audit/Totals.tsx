import type { AuditAnswer, AuditSum } from '@/lib/api/audit';
import type { StatedAudit } from '@/lib/client/audit/audit';
import { auditTables, auditTotals } from '@/lib/words/auditPage';
import { count } from '@/lib/words/numbers';
import { usd } from '@/lib/words/usdText';
import { Section } from '../frame/Section';
import { Big } from './Big';
import { SavedFiles } from './SavedFiles';

interface Props {
  readonly answer: AuditAnswer;
  /** Who is who in it, for its owner. */
  readonly names: StatedAudit['names'];
  readonly isHidden: boolean;
  readonly onHidden: (isHidden: boolean) => void;
  readonly onCsv: () => void;
}

/** What all fills came to, on what that rests, and what can be taken away. */
export function Totals({ answer, names, isHidden, onHidden, onCsv }: Props) {
  const { total } = answer;
  return (
    <Section
      id="total"
      title={auditTotals.title}
      lead={auditTotals.rests}
      aside={
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <label className="flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              checked={isHidden}
              onChange={({ target }) => {
                onHidden(target.checked);
              }}
            />
            {auditTables.hide}
          </label>
        </div>
      }
    >
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
        <Big name={auditTotals.net} text={total.net} isHidden={isHidden} />
        <Big name={auditTotals.worse} text={total.worse} isHidden={isHidden} />
        <Big name={auditTotals.better} text={total.better} isHidden={isHidden} />
      </dl>
      <ul className="mt-4 space-y-1 text-sm text-ink-2">
        {sentences(total, isHidden).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Reasons total={total} isHidden={isHidden} />
      <SavedFiles answer={answer} names={names} onCsv={onCsv} />
    </Section>
  );
}

const sentences = (sum: AuditSum, isHidden: boolean): readonly string[] => [
  auditTotals.measured(sum.measured, sum.fills),
  ...(sum.weak > 0 && sum.onWeakRates !== null
    ? [auditTotals.weak(sum.weak, isHidden ? auditTables.hidden : `${usd(sum.onWeakRates)} USD`)]
    : []),
  ...(sum.withinRate > 0 ? [auditTotals.within(sum.withinRate)] : []),
  ...(sum.outsideCandle > 0 ? [auditTotals.outside(sum.outsideCandle)] : []),
  ...(sum.liquidations + sum.adl > 0 ? [auditTotals.flags(sum.liquidations, sum.adl)] : []),
];

function Reasons({ total, isHidden }: { readonly total: AuditSum; readonly isHidden: boolean }) {
  const reasons: Readonly<Partial<Record<string, string>>> = auditTotals.reasons;
  const [missing, fees] = [Object.entries(total.unmeasured), Object.entries(total.fees)];
  return (
    <dl className="mt-4 grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2">
      {missing.length > 0 && (
        <div>
          <dt className="label">{auditTotals.unmeasured}</dt>
          {missing.map(([why, fills]) => (
            <dd key={why}>
              <span className="tabular-nums">{count(fills)}</span> {reasons[why] ?? why}
            </dd>
          ))}
        </div>
      )}
      {fees.length + total.unreadFees > 0 && (
        <div>
          <dt className="label">{auditTotals.fees}</dt>
          {fees.map(([currency, amount]) => (
            <dd key={currency} className="tabular-nums">
              {isHidden ? auditTables.hidden : amount} {currency === '' ? auditTotals.noCurrency : currency}
            </dd>
          ))}
          {total.unreadFees > 0 && <dd>{auditTotals.unreadFees(total.unreadFees)}</dd>}
        </div>
      )}
    </dl>
  );
}
