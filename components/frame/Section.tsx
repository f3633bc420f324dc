import type { ReactNode } from 'react';
import { tableLabel } from '@/lib/words/frame';

interface Props {
  readonly id: string;
  readonly title: string;
  /** One or two sentences: what is shown, in which unit. */
  readonly lead?: ReactNode;
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Section({ id, title, lead, aside, className, children }: Props) {
  return (
    <section aria-labelledby={id} className={className}>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="max-w-[78ch]">
          <h2 id={id} className="text-xl font-semibold">
            {title}
          </h2>
          {lead !== undefined && <p className="mt-1 text-sm text-ink-2">{lead}</p>}
        </div>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** A wide table scrolls inside its own box, reachable by keyboard, so that the page never scrolls sideways. */
export function Scroller({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="scroller" role="region" aria-label={tableLabel(label)} tabIndex={0}>
      {children}
    </div>
  );
}
