import { Link } from '@/components/frame/Link';
import type { Instant } from '@/lib/domain/instant';
import { formatInstant } from '@/lib/domain/instant';
import { joins } from '@/lib/words/spelled';
import { asOfNotice } from '@/lib/words/frame';
import { Sentence } from './Dated';

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
      aria-label={asOfNotice.label}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-l-4 border-above bg-sunk px-4 py-3 text-sm"
    >
      <p>
        <strong className="font-semibold">
          <Sentence>{asOfNotice.title(formatInstant(at).replace('T', ' ').replace('Z', ' UTC'))}</Sentence>
        </strong>
        {joins.sentences}
        {asOfNotice.text}
      </p>
      <Link className="button" href={now}>
        {asOfNotice.now}
      </Link>
    </div>
  );
}
