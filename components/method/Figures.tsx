import type { ReactNode } from 'react';
import { Hole } from '../frame/Cells';

interface ValueProps {
  readonly of: number | null;
  readonly as: (value: number) => string;
  /** Why there is no number. */
  readonly missing?: string;
}

/** A figure rounded for reading; the element carries it in full. */
export const Value = ({ of, as, missing = 'none' }: ValueProps) =>
  of === null ? <Hole>{missing}</Hole> : <data value={String(of)}>{as(of)}</data>;

export const Head = ({ children }: { readonly children: ReactNode }) => <th scope="col">{children}</th>;
export const NumHead = ({ children }: { readonly children: ReactNode }) => (
  <th scope="col" className="num">
    {children}
  </th>
);

interface LadderProps {
  readonly label: string;
  /** Ascending. */
  readonly rungs: readonly { readonly venue: string; readonly value: number }[];
  readonly as: (value: number) => string;
}

/** Values sorted, the one or two in the middle brought out: where a median comes from. */
export function Ladder({ label, rungs, as }: LadderProps) {
  const isMiddle = (i: number): boolean => Math.abs(i - (rungs.length - 1) / 2) < 1;
  return (
    <ol aria-label={label} className="method-ladder">
      {rungs.map(({ venue, value }, i) => (
        <li key={venue} data-middle={isMiddle(i) ? '' : undefined}>
          <span>{venue}</span> <Value of={value} as={as} />
          {isMiddle(i) && <span className="sr-only">, in the middle</span>}
        </li>
      ))}
    </ol>
  );
}

/** A calculation on a line of its own. */
export const Sum = ({ children }: { readonly children: ReactNode }) => <p className="method-sum">{children}</p>;
