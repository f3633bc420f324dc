import type { AuditAnswer } from '@/lib/api/audit';
import { DEFAULT_MIN_PEERS } from '@/lib/domain/method';
import { auditLimits, auditTables } from '@/lib/words/auditPage';
import { Head } from '../frame/ColumnHead';
import { Section } from '../frame/Section';

/** What an audit cannot say, and the digests of the days it rests on. */
export function Limits({ answer: { days } }: { readonly answer: AuditAnswer }) {
  return (
    <Section id="limits" title={auditLimits.title}>
      <ul className="max-w-[78ch] list-disc space-y-1 pl-5 text-sm text-ink-2">
        {[auditLimits.peers(DEFAULT_MIN_PEERS), auditLimits.orders, auditLimits.midnight, auditLimits.cause].map(
          (point) => (
            <li key={point}>{point}</li>
          ),
        )}
      </ul>
      {days.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer text-sm text-ink-2">{auditLimits.digests}</summary>
          <table className="sheet mt-2">
            <thead>
              <tr>
                <Head>{auditTables.market}</Head>
                <Head>{auditLimits.day}</Head>
                <Head>{auditLimits.digest}</Head>
              </tr>
            </thead>
            <tbody>
              {days.map(({ book, day, digest }) => (
                <tr key={`${book} ${day}`}>
                  <th scope="row">{book}</th>
                  <td className="whitespace-nowrap">{day}</td>
                  <td className="font-mono text-xs wrap-anywhere">{digest}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </Section>
  );
}
