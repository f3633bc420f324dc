import type { ReactNode } from 'react';
import { RATE_MARGIN } from '@/lib/domain/method';
import { FORMULAS } from '@/lib/words/en/method/currency';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { Args, Formula, Frac, Name, Num, Of, Op, Over, Row, Size, Var, Words } from '../Maths';

export const CurrencyFormulas = () => (
  <>
    <Formula label={FORMULAS.crossLeg}>
      <Of base={<Name>{SYMBOLS.leg}</Name>} sub={<WAndB />} />
      <Args>t</Args>
      <Op>=</Op>
      <Frac>
        <Row>
          <Over of={<Name>{SYMBOLS.median}</Name>} range={<AllBut />} />
          <Close of={<Var>u</Var>} quote={<Name>{'USD'}</Name>} />
        </Row>
        <Close of={<Var>w</Var>} quote={<Var>Q</Var>} />
      </Frac>
    </Formula>
    <Formula label={FORMULAS.rate}>
      <Name>{SYMBOLS.rate}</Name>
      <Args>t</Args>
      <Op>=</Op>
      <Over of={<Name>{SYMBOLS.median}</Name>} range={<FiveMinutes />} />
      <Over of={<Name>{SYMBOLS.median}</Name>} range={<Name>{FORMULAS.legs}</Name>} />
      <Name>{SYMBOLS.leg}</Name>
      <Args>s</Args>
      <Words space="around">{FORMULAS.usdPer}</Words>
      <Var>Q</Var>
    </Formula>
  </>
);

export const UncertaintyFormula = () => (
  <Formula label={FORMULAS.uncertainty}>
    <Name>{SYMBOLS.uncertainty}</Name>
    <Args>t</Args>
    <Op>=</Op>
    <Over of={<Name>{SYMBOLS.median}</Name>} range={<FiveMinutes />} />
    <Name>{SYMBOLS.error}</Name>
    <Args>s</Args>
    <Op>+</Op>
    <Name>{SYMBOLS.max}</Name>
    <Op>(</Op>
    <Frac>
      <Var>m</Var>
      <Var>r</Var>
    </Frac>
    <Op>,</Op>
    <Frac>
      <Var>r</Var>
      <Var>m</Var>
    </Frac>
    <Op>)</Op>
    <Op>−</Op>
    <Num>1</Num>
  </Formula>
);

const Close = ({ of, quote }: { readonly of: ReactNode; readonly quote: ReactNode }) => (
  <Row>
    <Of base={<Name>{SYMBOLS.close}</Name>} sub={of} />
    <Op>(</Op>
    <Var>b</Var>
    <Op>/</Op>
    {quote}
    <Op>)</Op>
  </Row>
);

const WAndB = () => (
  <Row>
    <Var>w</Var>
    <Op>,</Op>
    <Var>b</Var>
  </Row>
);

/** Every venue but the one whose books are converted. */
const AllBut = () => (
  <Row>
    <Var>u</Var>
    <Op>≠</Op>
    <Var>v</Var>
  </Row>
);

const FiveMinutes = () => (
  <Row>
    <Size>
      <Var>s</Var>
      <Op>−</Op>
      <Var>t</Var>
    </Size>
    <Op>≤</Op>
    <Num>{RATE_MARGIN}</Num>
  </Row>
);
