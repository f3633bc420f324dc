import { Link } from '@/components/frame/Link';
import type { ReactNode } from 'react';
import { pagePath } from '@/lib/permalink/query';
import { OutLink } from './OutLink';
import { pageLinks } from '@/lib/words/frame';

interface Props {
  readonly title: string;
  readonly asset: string | undefined;
  /** The page that shows the other side of the same data. */
  readonly other: '/coverage' | '/revisions';
  /** Address of the same as JSON. */
  readonly answer: string;
  readonly children: ReactNode;
}

/** What a page on the stored data shows, and where the rest of it is. */
export function PageHead({ title, asset, other, answer, children }: Props) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div>
        <h1 className="max-w-[44ch] finding">{title}</h1>
        <p className="lead">{children}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        {asset !== undefined && (
          <Link className="button" href={`/${asset}`}>
            {pageLinks.chart}
          </Link>
        )}
        <Link className="button" href={pagePath(other, { asset })}>
          {other === '/coverage' ? pageLinks.coverage : pageLinks.revisions}
        </Link>
        <OutLink href={answer} kind="answer" />
      </div>
    </header>
  );
}
