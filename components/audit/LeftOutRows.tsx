import type { AuditAnswer } from '@/lib/api/audit';
import type { StatedAudit } from '@/lib/client/audit/audit';
import { besideLines, leftOutLines } from '@/lib/words/auditLeftOut';
import { auditRows } from '@/lib/words/auditPage';
import { count } from '@/lib/words/numbers';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';

interface Props {
  readonly answer: Pick<AuditAnswer, 'files' | 'ordersBesideTrades'>;
  readonly names: StatedAudit['names'];
}

/** Rows shown of each file. */
const MOST_ROWS = 50;

/** Fills that do not count because they count already, by file and line; and orders that may be the same fills as trades. */
export function LeftOutRows({ answer: { files, ordersBesideTrades }, names }: Props) {
  const nameOf = (file: string): string => names.files[Number(file) - 1]?.name ?? file;
  const told = files.filter((file) => leftOutLines(file).length > 0);
  const beside = besideLines(ordersBesideTrades);
  if (told.length + beside.length === 0) return null;
  return (
    <Section id="repeated" title={auditRows.notAgain} lead={auditRows.oneAccount}>
      {beside.map((line) => (
        <p key={line} className="mb-3 text-sm text-caution">
          {line}
        </p>
      ))}
      {told.map((file) => (
        <div key={file.file} className="mb-4">
          <p className="text-sm wrap-anywhere">
            <strong className="mr-2 font-semibold">{nameOf(file.file)}</strong>
            {leftOutLines(file, nameOf).join(' ')}
          </p>
          <Rows rows={file.leftOut} />
        </div>
      ))}
    </Section>
  );
}

function Rows({ rows }: { readonly rows: AuditAnswer['files'][number]['leftOut'] }) {
  if (rows.length === 0) return null;
  // Many exports have no ids.
  const hasIds = rows.some(({ text }) => text !== '');
  return (
    <Scroller label={auditRows.notAgain}>
      <table className="sheet">
        <thead>
          <tr>
            <NumberHead>{auditRows.line}</NumberHead>
            <Head>{auditRows.reason}</Head>
            {hasIds && <Head>{auditRows.text}</Head>}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map(({ line, why, text }) => (
            <tr key={line}>
              <th scope="row" className="num">
                {count(line)}
              </th>
              <td>{auditRows.why[why]}</td>
              {hasIds && <td className="wrap-anywhere">{text}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}
