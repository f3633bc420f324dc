import type { Erratum } from '@/lib/api/errata';
import { citedErrata, errataNotice, erratumHead } from '@/lib/words/errata';
import { joins } from '@/lib/words/spelled';
import { OnClock } from '../zone/OnClock';

/** What was said later of a statement, above it. What was given is shown as it was given, whatever the language. */
export function Errata({ errata }: { readonly errata: readonly Erratum[] }) {
  return errata.map((one) => (
    <aside
      key={one.id}
      aria-label={`${erratumHead(one)} ${one.recorded}`}
      className="space-y-1 border-l-4 border-caution bg-sunk px-4 py-3 text-sm"
    >
      <ErratumLines one={one} />
    </aside>
  ));
}

/** What an entry says, without its frame. */
export const ErratumLines = ({ one }: { readonly one: Erratum }) => (
  <>
    <p>
      <strong className="font-semibold">{erratumHead(one)}</strong>
      {joins.clauses}
      <OnClock>{errataNotice.recorded(one.recorded)}</OnClock>
      {joins.clauses}
      <bdi>{one.by ?? errataNotice.publisher}</bdi>
    </p>
    <p className="max-w-[90ch] break-words">{one.reason}</p>
    {one.statement !== null && <blockquote className="max-w-[90ch] break-words">“{one.statement}”</blockquote>}
    {one.digest !== null && (
      <p className="text-ink-2">
        {errataNotice.digest} <code className="font-mono text-[0.75rem] break-all">{one.digest}</code>
      </p>
    )}
    {one.link !== null && (
      <p>
        <a className="link break-all" href={one.link} rel="noreferrer">
          {errataNotice.link}
        </a>
      </p>
    )}
    {one.withdrawn !== null && (
      <p className="max-w-[90ch] break-words">
        <OnClock>{errataNotice.withdrawn(one.withdrawn.recorded)}</OnClock> <bdi>{one.withdrawn.reason}</bdi>
      </p>
    )}
  </>
);

/** What a citation says of those that stand; nothing where none does. */
export function citedWith(errata: readonly Erratum[]): string {
  const days = errata.filter(({ withdrawn }) => withdrawn === null).map(({ recorded }) => recorded.slice(0, 10));
  return days.length === 0 ? '' : citedErrata([...new Set(days)]);
}
