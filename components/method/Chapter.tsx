import type { ReactNode } from 'react';
import { PAGE } from '@/lib/words/en/method/page';
import type { Block } from '@/lib/words/richText';
import { Blocks } from '../frame/Rich';
import { anchorOf, CHAPTERS, type ChapterId } from './chapters';

/** One section of the method: what is done, why, and a worked example. Its number links to itself. */
export function Chapter({ id, children }: { readonly id: ChapterId; readonly children: ReactNode }) {
  const chapter = CHAPTERS.find((one) => one.id === id);
  if (chapter === undefined) throw new Error(`no chapter "${id}"`);
  const { number, title } = chapter;
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="method-chapter">
      <h2 id={`${id}-title`} className="text-[1.25rem] leading-tight font-semibold">
        <a href={anchorOf(id)} className="method-anchor">
          {number !== undefined && <span className="method-number">{number}</span>}
          {title}
        </a>
      </h2>
      {children}
    </section>
  );
}

interface ProseProps {
  readonly of: readonly Block[];
  readonly heading?: ReactNode;
}
/** Running text: lines of a length that reads. */
export const Prose = ({ of, heading }: ProseProps) => (
  <div className="method-prose">
    {heading}
    <Blocks of={of} />
  </div>
);

interface RuleProps {
  readonly heading?: ReactNode;
  readonly rule: readonly Block[];
  readonly why: readonly Block[];
  /** The rule once more, as formulas. */
  readonly children?: ReactNode;
}
/** A rule, and beside it on a wide screen its reason. */
export const Rule = ({ heading, rule, why, children }: RuleProps) => (
  <div className="method-rule">
    <div>
      <Prose of={rule} heading={heading} />
      {children}
    </div>
    <div className="method-why">
      <h3 className="label">{PAGE.why}</h3>
      <Blocks of={why} />
    </div>
  </div>
);

interface PartProps extends Omit<RuleProps, 'heading'> {
  readonly id: string;
  readonly heading: string;
}
/** A rule of its own inside a chapter, under a heading that links may name. */
export const Part = ({ id, heading, ...rule }: PartProps) => (
  <Rule
    heading={
      <h3 id={id} className="scroll-mt-20 text-[1rem] font-semibold">
        {heading}
      </h3>
    }
    {...rule}
  />
);
