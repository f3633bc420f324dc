import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { packPath, rearranged } from '@/lib/permalink/pack';
import { exhibitLinks, packPage } from '@/lib/words/packPage';
import { Sentence } from '../frame/Dated';
import { Coded } from '../controls/Coded';
import { Link } from '../frame/Link';

/** One address of the list, as the server found it. */
export interface ExhibitEntry {
  readonly address: string;
  readonly href: string | undefined;
  readonly finding: { readonly title: string; readonly when: string; readonly finding: string } | undefined;
  readonly problem: string | undefined;
}

/** The exhibits in their order. A link for each change: the list is the address of the page. */
export function ExhibitList({ entries }: { readonly entries: readonly ExhibitEntry[] }) {
  if (entries.length === 0) return <p className="text-ink-2">{packPage.none}</p>;
  const addresses = entries.map(({ address }) => address);
  return (
    <ol className="divide-y divide-rule border-y border-rule" aria-label={packPage.list}>
      {entries.map((entry, i) => (
        <li
          key={`${String(i)} ${entry.address}`}
          className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 gap-y-2 py-3 sm:grid-cols-[1.5rem_minmax(0,1fr)_auto]"
        >
          <span className="text-right text-ink-3 tabular-nums">{i + 1}</span>
          <div className="min-w-0">
            <Entry entry={entry} />
          </div>
          {/* On a phone under the finding, which they would press into half the width. */}
          <div className="col-start-2 flex gap-1 self-start sm:col-start-auto print:hidden">
            {i > 0 && (
              <Change
                to={packPath(rearranged(addresses, i, 'earlier'))}
                label={exhibitLinks.earlier(i + 1)}
                icon={ArrowUp}
              />
            )}
            {i < entries.length - 1 && (
              <Change
                to={packPath(rearranged(addresses, i, 'later'))}
                label={exhibitLinks.later(i + 1)}
                icon={ArrowDown}
              />
            )}
            <Change to={packPath(rearranged(addresses, i, 'remove'))} label={exhibitLinks.remove(i + 1)} icon={X} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry: { address, href, finding, problem } }: { readonly entry: ExhibitEntry }) {
  if (finding !== undefined && href !== undefined)
    return (
      <>
        <Link className="link font-semibold" href={href}>
          {finding.title}
        </Link>
        {!finding.title.includes(finding.when) && <p className="text-sm text-ink-3">{finding.when}</p>}
        <p className="mt-1 max-w-[78ch] text-sm">
          <Sentence>{finding.finding}</Sentence>
        </p>
      </>
    );
  return (
    <>
      <code className="font-mono text-[0.8125rem] wrap-anywhere">{address}</code>
      <p className="mt-1 max-w-[78ch] text-sm text-below wrap-anywhere">
        {packPage.missing}: <Coded>{problem ?? ''}</Coded>
      </p>
    </>
  );
}

interface ChangeProps {
  readonly to: string;
  readonly label: string;
  readonly icon: typeof X;
}

const Change = ({ to, label, icon: Icon }: ChangeProps) => (
  <Link className="button" href={to} aria-label={label} title={label} scroll={false}>
    <Icon aria-hidden className="size-4" />
  </Link>
);
