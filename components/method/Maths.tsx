import { createElement, Fragment, type ReactNode } from 'react';
import { formulaLabel } from '@/lib/words/en/method/page';

interface Props {
  readonly children?: ReactNode;
}

/** An element of MathML Core, which browsers set and screen readers speak by themselves. */
function mathml(name: string): (props: Props) => ReactNode {
  return function Mathml({ children }: Props) {
    return createElement(name, null, children);
  };
}

export const Row = mathml('mrow');
export const Frac = mathml('mfrac');
export const Num = mathml('mn');
const Text = mathml('mtext');
const Sub = mathml('msub');
const Under = mathml('munder');
const UnderOver = mathml('munderover');
const Cases = mathml('mtable');
const Case = mathml('mtr');
const Cell = mathml('mtd');

/** An operator: =, ×, −, ≤. */
export const Op = mathml('mo');

/** A variable of one letter, leaning as by CSS: the letters Unicode has for it are missing from many fonts. */
export const Var = ({ children }: { readonly children: string }) =>
  createElement('mi', { mathvariant: 'normal', className: 'lean' }, children);
/** A name of several letters: low, close, median. */
export const Name = ({ children }: { readonly children: string }) =>
  createElement('mi', { mathvariant: 'normal' }, children);

const NBSP = '\u00A0';
interface WordsProps {
  readonly children: string;
  /** Where the words need space: MathML sets none around text. */
  readonly space?: 'none' | 'before' | 'after' | 'around';
}
/** Plain words inside a formula. */
export const Words = ({ children, space = 'none' }: WordsProps) => (
  <Text>
    {space === 'before' || space === 'around' ? NBSP : ''}
    {children}
    {space === 'after' || space === 'around' ? NBSP : ''}
  </Text>
);

/** What a name depends on: (v, t). In a row of its own, so that its brackets grow with nothing else. */
export const Args = ({ children }: { readonly children: readonly string[] | string }) => (
  <Row>
    <Op>(</Op>
    {[children].flat().map((variable, i) => (
      <Fragment key={variable}>
        {i > 0 && <Op>,</Op>}
        <Var>{variable}</Var>
      </Fragment>
    ))}
    <Op>)</Op>
  </Row>
);

/** |x| */
export const Size = ({ children }: Props) => (
  <Row>
    <Op>|</Op>
    {children}
    <Op>|</Op>
  </Row>
);

/** `base` with something below its line: low of v. */
export const Of = ({ base, sub }: { readonly base: ReactNode; readonly sub: ReactNode }) => (
  <Sub>
    <Row>{base}</Row>
    <Row>{sub}</Row>
  </Sub>
);

/** What sets two names apart that follow one another: "median close". */
const Gap = () => createElement('mspace', { width: '0.32em' });

interface OverProps {
  readonly of: ReactNode;
  readonly range: ReactNode;
  readonly to?: ReactNode;
}
/** An operator over what it ranges over: the median over all u in P. */
export const Over = ({ of, range, to }: OverProps) => (
  <Row>
    {to === undefined ? (
      <Under>
        <Row>{of}</Row>
        <Row>{range}</Row>
      </Under>
    ) : (
      <UnderOver>
        <Row>{of}</Row>
        <Row>{range}</Row>
        <Row>{to}</Row>
      </UnderOver>
    )}
    <Gap />
  </Row>
);

/** The sign of a sum, of the size that what stands below and above it calls for. */
export const Sigma = () => createElement('mo', { className: 'sigma' }, '∑');

/** Values by case, each with its condition. */
export const ByCase = ({ cases }: { readonly cases: readonly (readonly [value: ReactNode, when: ReactNode])[] }) => (
  <Cases>
    {cases.map(([value, when], i) => (
      <Case key={i}>
        <Cell>{value}</Cell>
        <Cell>{when}</Cell>
      </Case>
    ))}
  </Cases>
);

/** One formula on a line of its own. It scrolls in its own box where a screen is narrower than it. */
export const Formula = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className="formula" role="group" aria-label={formulaLabel(label)} tabIndex={0}>
    {createElement('math', { display: 'block' }, <Row>{children}</Row>)}
  </div>
);
