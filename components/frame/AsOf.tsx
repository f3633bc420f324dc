import Link from 'next/link';
import type { Instant } from '@/lib/domain/instant';
import { formatInstant } from '@/lib/domain/instant';

interface Props {
  /** The moment whose knowledge is shown; undefined: the present, which needs no word. */
  readonly at: Instant | undefined;
  /** The same view as it is known now. */
  readonly now: string;
}

/** Says that a page shows an earlier state of knowledge, and leads to the present one. */
export function AsOf({ at, now }: Props) {
  if (at === undefined) return null;
  return (
    <div
      role="note"
      aria-label="As known at"
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-l-4 border-above bg-sunk px-4 py-3 text-sm"
    >
      <p>
        <strong className="font-semibold">
          As known at {formatInstant(at).replace('T', ' ').replace('Z', ' UTC')}.
        </strong>{' '}
        What was answered or corrected later takes no part in any number here.
      </p>
      <Link className="button" href={now} prefetch={false}>
        Show what is known now
      </Link>
    </div>
  );
}
