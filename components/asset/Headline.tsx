import { useState, type ReactNode } from 'react';
import { formatMinute, minutesIn } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import type { deepestFinding } from '@/lib/words/deepest';
import { unbroken } from '@/lib/words/numbers';
import { headline } from '@/lib/words/assetPage';
import { plainParts } from '@/lib/words/richText';
import { Rich } from '../frame/Rich';
import { toZone } from '@/lib/words/toZone';
import { useZone } from '../zone/useZone';
import { Sentence } from '../frame/Dated';

/** As long as a finding usually is, and what is said beside it: their room is kept until they come, so that nothing below them moves. */
const USUAL = { finding: 'xxxx '.repeat(19), beside: 'xxxx '.repeat(23) } as const;

interface Props {
  readonly view: View;
  /** undefined: the analysis is not there yet. */
  readonly found: ReturnType<typeof deepestFinding> | undefined;
}

/** The asset, the window, and the one thing to know: the deepest episode. */
export function Headline({ name, view, found }: Props & { readonly name: string }) {
  const { range } = view.question;
  const zone = useZone();
  const window = headline.window(name, formatMinute(range.from), formatMinute(range.to), minutesIn(range));
  return (
    <header>
      <p className="text-sm text-ink-2">
        <Rich text={plainParts(window, (part) => unbroken(toZone(part, zone)))} />
      </p>
      <InRoom of={USUAL.finding} isKept={found === undefined} className="mt-1 max-w-[62ch] finding">
        <h1 className="col-start-1 row-start-1">
          {found === undefined ? headline.waiting(name) : <Sentence>{found.finding}</Sentence>}
        </h1>
      </InRoom>
    </header>
  );
}

/** Where the blocs parted at that minute, and what the market did meanwhile. */
export function BesideFinding({ found }: Pick<Props, 'found'>) {
  return (
    <InRoom
      of={USUAL.beside}
      isKept={found === undefined}
      className="-mt-3 max-w-[120ch] text-sm text-ink-2 empty:hidden sm:text-base"
    >
      {found?.beside !== undefined && (
        <p className="col-start-1 row-start-1">
          <Sentence>{found.beside}</Sentence>
        </p>
      )}
    </InRoom>
  );
}

/** A box with room for a text of a usual length, where its own was not there at first. */
function InRoom({
  of,
  isKept,
  className,
  children,
}: {
  readonly of: string;
  readonly isKept: boolean;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const [wasKept] = useState(isKept);
  return (
    <div className={`grid ${className}`}>
      {wasKept && (
        <p aria-hidden className="invisible col-start-1 row-start-1">
          {of}
        </p>
      )}
      {children}
    </div>
  );
}
