'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { pinnedAddress, pinnedQuery } from '@/lib/client/pinned';
import { inPageLanguage } from '@/lib/permalink/language';
import type { View } from '@/lib/permalink/view';
import { pinnedNotice, pinnedRules } from '@/lib/words/pinned';
import { pinnedHead, pinnedRest } from '@/lib/words/pinnedText';
import { joins } from '@/lib/words/spelled';
import { ChangedBooks } from '../changes/ChangedBooks';
import { ChangedLines } from '../changes/ChangedLines';
import { Failure } from '../frame/Failure';
import { Link } from '../frame/Link';

/** Whether the figures are those whose digest the address names, and if not, what changed. */
export function PinnedAnswer({ view }: { readonly view: View }) {
  const { data, error } = useQuery(pinnedQuery(view));
  if (error !== null) return <Failure of={error} />;
  if (data === undefined) return <Quiet>{pinnedNotice.waiting}</Quiet>;
  if (data.state === 'same') return <Quiet>{pinnedNotice.same}</Quiet>;
  return (
    <section aria-label={pinnedNotice.label} className="space-y-3 border-l-4 border-caution bg-sunk px-4 py-3 text-sm">
      <div role="status" className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="max-w-[90ch]">
          <strong className="font-semibold">{pinnedHead(data)}</strong>
          {joins.sentences}
          {pinnedRest(data)}
        </p>
        {data.asItWas !== null && (
          <Link className="button" href={data.asItWas}>
            {pinnedNotice.asItWas}
          </Link>
        )}
      </div>
      {data.parameters.length > 0 && <ChangedLines lines={data.parameters} heads={pinnedRules} />}
      {data.changes.length > 0 && (
        <>
          <ChangedBooks asset={view.question.asset} changes={data.changes} />
          <p>
            <a className="link" href={inPageLanguage(pinnedAddress(view))} target="_blank" rel="noreferrer">
              {pinnedNotice.answer}
            </a>
          </p>
        </>
      )}
    </section>
  );
}

const Quiet = ({ children }: { readonly children: ReactNode }) => (
  <p role="status" className="border-l-4 border-rule bg-sunk px-4 py-3 text-sm text-ink-2">
    {children}
  </p>
);
