import type { AuditAnswer } from '@/lib/api/audit';
import { auditTotals, officialRule } from '@/lib/words/auditPage';
import { Section } from '../frame/Section';
import { RuleFills } from './RuleFills';
import { Big } from './Big';

/** Liquidations beside the hours and the rule a venue declared. */
export function Rule({
  answer: { officialRule: rule },
  isHidden,
}: {
  readonly answer: AuditAnswer;
  readonly isHidden: boolean;
}) {
  return (
    <Section id="rule" title={officialRule.title} lead={officialRule.says}>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <div>
          <Big name={officialRule.paid} text={rule.money} isHidden={isHidden} />
          <p className="text-sm text-ink-2">{officialRule.fills(rule.paid)}</p>
        </div>
        <div>
          <Big name={officialRule.outside} text={rule.outsideMoney} isHidden={isHidden} />
          <p className="text-sm text-ink-2">
            {officialRule.fills(rule.outside)}
            {rule.outside > 0 && (
              <span className="block">{auditTotals.measured(rule.outsideMeasured, rule.outside)}</span>
            )}
          </p>
        </div>
      </dl>
      {rule.unknown > 0 && <p className="mt-2 text-sm text-ink-2">{officialRule.unknown(rule.unknown)}</p>}
      <RuleFills rule={rule} isHidden={isHidden} />
    </Section>
  );
}
