import type { ReactNode } from 'react';
import { CHAPTERS, type ChapterId } from './chapters';

/** One section of the method: what is done, why, and a worked example. Its number links to itself. */
export function Chapter({ id, children }: { readonly id: ChapterId; readonly children: ReactNode }) {
  const chapter = CHAPTERS.find((one) => one.id === id);
  if (chapter === undefined) throw new Error(`no chapter "${id}"`);
  const { number, title } = chapter;
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="method-chapter">
      <h2 id={`${id}-title`} className="text-[1.55rem] leading-tight font-semibold">
        <a href={`#${id}`} className="method-anchor">
          {number !== undefined && <span className="method-number">{number}</span>}
          {title}
        </a>
      </h2>
      {children}
    </section>
  );
}

/** Running text: lines of a length that reads. */
export const Prose = ({ children }: { readonly children: ReactNode }) => <div className="method-prose">{children}</div>;

/** A rule, and beside it on a wide screen its reason. */
export const Rule = ({ children }: { readonly children: ReactNode }) => <div className="method-rule">{children}</div>;

/** The reason a rule is as it is. */
export const Why = ({ children }: { readonly children: ReactNode }) => (
  <div className="method-why">
    <h3 className="label">Why</h3>
    {children}
  </div>
);
