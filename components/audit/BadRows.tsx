import type { AuditAnswer } from '@/lib/api/audit';
import type { StatedAudit } from '@/lib/client/audit/audit';
import { auditRows } from '@/lib/words/auditPage';
import { count } from '@/lib/words/numbers';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';

/** Rows shown of each file. */
const MOST_ROWS = 50;

interface Props {
  readonly files: AuditAnswer['files'];
  readonly names: StatedAudit['names'];
}

/** Rows of each file that were not read as fills, and why. */
export function BadRows({ files, names }: Props) {
  const flaws: Readonly<Partial<Record<string, string>>> = auditRows.flaws;
  return files.map(({ file, flawed, unreadFees, unended, rows, flaws: listed, notFills, unknownSymbols }, i) => {
    const [others, unknown] = [Object.entries(notFills), Object.entries(unknownSymbols)];
    if (flawed + unreadFees === 0 && unended === null && others.length === 0 && unknown.length === 0) return null;
    return (
      <Section
        key={`${file} ${String(i)}`}
        id={`rows-${String(i)}`}
        title={auditRows.title}
        lead={`${names.files[i]?.name ?? file}: ${auditRows.lead(flawed, rows)}`}
      >
        {unreadFees > 0 && <p className="mb-3 text-sm">{auditRows.unreadFees(unreadFees)}</p>}
        {unended !== null && <p className="mb-3 text-sm">{auditRows.unended(unended)}</p>}
        {flawed + unreadFees > 0 && (
          <Scroller label={auditRows.title}>
            <table className="sheet">
              <thead>
                <tr>
                  <NumberHead>{auditRows.line}</NumberHead>
                  <Head>{auditRows.what}</Head>
                  <Head>{auditRows.text}</Head>
                </tr>
              </thead>
              <tbody>
                {listed.slice(0, MOST_ROWS).map(({ line, flaw, text }) => (
                  <tr key={line}>
                    <th scope="row" className="num">
                      {count(line)}
                    </th>
                    <td>{flaws[flaw] ?? flaw}</td>
                    <td className="wrap-anywhere">{text}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroller>
        )}
        <Counted name={auditRows.others} counts={others} />
        <Counted name={auditRows.unknown} counts={unknown} />
      </Section>
    );
  });
}

const Counted = ({
  name,
  counts,
}: {
  readonly name: string;
  readonly counts: readonly (readonly [string, number])[];
}) =>
  counts.length === 0 ? null : (
    <p className="mt-2 text-sm wrap-anywhere">
      <span className="label mr-2">{name}</span>
      {counts.map(([what, rows]) => `${what} (${count(rows)})`).join(' · ')}
    </p>
  );
