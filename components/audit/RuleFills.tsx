import type { AuditAnswer, AuditFill } from '@/lib/api/audit';
import { auditTables, officialRule } from '@/lib/words/auditPage';
import { Hole, VenueMarket } from '../frame/Cells';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller } from '../frame/Section';
import { Time } from '../zone/Time';
import { Amount } from './Amount';

/** Rows listed; all are in the JSON, to a thousand. */
const MOST_ROWS = 100;

interface Props {
  readonly rule: AuditAnswer['officialRule'];
  readonly isHidden: boolean;
}

/** Each liquidation that the rule speaks of: what it pays for it, or that it falls outside. */
export function RuleFills({ rule, isHidden }: Props) {
  const all = rule.paid + rule.outside + rule.unknown;
  return (
    <details className="mt-4" open={all <= 10}>
      <summary className="cursor-pointer text-sm text-ink-2">{officialRule.list}</summary>
      {all > MOST_ROWS && <p className="mt-2 text-sm text-ink-2">{officialRule.first(MOST_ROWS, all)}</p>}
      <Scroller label={officialRule.list}>
        <table className="sheet mt-2">
          <thead>
            <tr>
              <Head isTime>{auditTables.time}</Head>
              <Head>{auditTables.market}</Head>
              <NumberHead className="max-sm:hidden">{auditTables.price}</NumberHead>
              <NumberHead>{officialRule.byRule}</NumberHead>
              <NumberHead className="max-sm:hidden">{officialRule.byAudit}</NumberHead>
            </tr>
          </thead>
          <tbody>
            {rule.fills.slice(0, MOST_ROWS).map((fill) => (
              <tr key={`${fill.file} ${String(fill.line)}`}>
                <th scope="row">
                  <Time iso={`${fill.time.slice(0, 19)}Z`} withSeconds />
                </th>
                <td>
                  {fill.venue !== null && fill.market !== null && fill.kind !== null && (
                    <VenueMarket venue={fill.venue} market={fill.market} kind={fill.kind} />
                  )}
                  <span className="block text-ink-2">{auditTables.sides[fill.side]}</span>
                </td>
                <td className="num max-sm:hidden">{fill.price}</td>
                <td className="num [&_.hole]:!whitespace-normal">{ruled(fill, isHidden)}</td>
                <td className="num max-sm:hidden">
                  {fill.money === null ? <Hole>–</Hole> : <Amount text={fill.money} isHidden={isHidden} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </details>
  );
}

function ruled({ officialRule: by }: AuditFill, isHidden: boolean) {
  if (by === null || by === 'unknown') return <Hole>{officialRule.notStored}</Hole>;
  return by === 'outside' ? <Hole>{officialRule.outsideHours}</Hole> : <Amount text={by} isHidden={isHidden} />;
}
