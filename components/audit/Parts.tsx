import type { AuditSum } from '@/lib/api/audit';
import { auditTables } from '@/lib/words/auditPage';
import { count } from '@/lib/words/numbers';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';
import { Amount } from './Amount';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  readonly head: string;
  readonly parts: readonly (readonly [name: string, sum: AuditSum])[];
  readonly isHidden: boolean;
}

/** Totals of parts: one asset, episode or account a row. */
export function Parts({ id, title, lead, head, parts, isHidden }: Props) {
  return (
    <Section id={id} title={title} lead={lead}>
      <Scroller label={title}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{head}</Head>
              <NumberHead>{auditTables.count}</NumberHead>
              <NumberHead className="max-sm:hidden">{auditTables.worse}</NumberHead>
              <NumberHead className="max-sm:hidden">{auditTables.better}</NumberHead>
              <NumberHead>{auditTables.net}</NumberHead>
            </tr>
          </thead>
          <tbody>
            {parts.map(([name, sum]) => (
              <tr key={name}>
                <th scope="row" className="wrap-anywhere !whitespace-normal">
                  {name}
                </th>
                <td className="num">{count(sum.fills)}</td>
                <td className="num max-sm:hidden">
                  <Amount text={sum.worse} isHidden={isHidden} />
                </td>
                <td className="num max-sm:hidden">
                  <Amount text={sum.better} isHidden={isHidden} />
                </td>
                <td className="num font-semibold">
                  <Amount text={sum.net} isHidden={isHidden} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}
