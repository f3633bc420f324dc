import Link from 'next/link';
import type { ReactNode } from 'react';
import { OutLink } from './OutLink';

interface Props {
  readonly title: string;
  readonly asset: string | undefined;
  /** The page that shows the other side of the same keeping. */
  readonly other: '/coverage' | '/revisions';
  /** The machine-readable answer. */
  readonly answer: string;
  readonly children: ReactNode;
}

const OTHER = { '/coverage': 'Coverage, day by day', '/revisions': 'Revisions and sources' } as const;

/** What the page shows, and where the rest of it stands. */
export function PageHead({ title, asset, other, answer, children }: Props) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div>
        <h1 className="max-w-[44ch] text-[clamp(1.35rem,2.3vw,1.85rem)] leading-[1.18] font-semibold">{title}</h1>
        <p className="mt-2 max-w-[78ch] text-sm text-ink-2">{children}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {asset !== undefined && (
          <Link className="button" href={`/${asset}`} prefetch={false}>
            Chart
          </Link>
        )}
        <Link className="button" href={asset === undefined ? other : `${other}?asset=${asset}`} prefetch={false}>
          {OTHER[other]}
        </Link>
        <OutLink href={answer} label="JSON" kind="answer" />
      </div>
    </header>
  );
}
