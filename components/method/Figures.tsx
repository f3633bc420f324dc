import type { ReactNode } from 'react';
import { cells } from '@/lib/words/cells';
import { IN_THE_MIDDLE } from '@/lib/words/en/method/reference';
import { venueName } from '@/lib/words/venues';
import type { RichText } from '@/lib/words/richText';
import { Hole } from '../frame/Cells';
import { Rich } from '../frame/Rich';

interface ValueProps {
  readonly of: number | null;
  readonly as: (value: number) => string;
  /** Why there is no number. */
  readonly missing?: string;
}

/** A figure rounded for reading; the element carries it in full. */
export const Value = ({ of, as, missing = cells.none }: ValueProps) =>
  of === null ? <Hole>{missing}</Hole> : <data value={String(of)}>{as(of)}</data>;

interface LadderProps {
  readonly label: string;
  /** Ascending. */
  readonly rungs: readonly { readonly venue: string; readonly value: number }[];
  readonly as: (value: number) => string;
}

/** Values sorted, the one or two in the middle marked: where a median comes from. */
export function Ladder({ label, rungs, as }: LadderProps) {
  const isMiddle = (i: number): boolean => Math.abs(i - (rungs.length - 1) / 2) < 1;
  return (
    <ol aria-label={label} className="method-ladder">
      {rungs.map(({ venue, value }, i) => (
        <li key={venue} data-middle={isMiddle(i) ? '' : undefined}>
          <span>{venueName(venue)}</span> <Value of={value} as={as} />
          {isMiddle(i) && <span className="sr-only">{IN_THE_MIDDLE}</span>}
        </li>
      ))}
    </ol>
  );
}

/** A calculation on a line of its own. */
export const Sum = ({ of }: { readonly of: RichText }) => (
  <p className="method-sum">
    <Rich text={of} />
  </p>
);

interface FactsProps {
  readonly facts: readonly { readonly name: ReactNode; readonly fact: ReactNode }[];
  readonly testId?: string;
}
/** Named facts, one a line. */
export const Facts = ({ facts, testId }: FactsProps) => (
  <dl className="method-facts" data-testid={testId}>
    {facts.map(({ name, fact }, i) => (
      <FactOf key={i} name={name} fact={fact} />
    ))}
  </dl>
);
const FactOf = ({ name, fact }: FactsProps['facts'][number]) => (
  <>
    <dt>{name}</dt>
    <dd>{fact}</dd>
  </>
);

/** A hash or an id, which may break anywhere. */
export const Hash = ({ children }: { readonly children: string }) => (
  <span className="font-mono text-[0.75rem] break-all">{children}</span>
);
