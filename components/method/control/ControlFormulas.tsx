import { FORMULAS } from '@/lib/words/en/method/control';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { Args, Formula, Frac, Name, Num, Of, Op, Over, Row, Var, Words } from '../Maths';

export const ControlFormulas = () => (
  <>
    <Formula label={FORMULAS.fall}>
      <Name>{SYMBOLS.fall}</Name>
      <Op>=</Op>
      <Frac>
        <Row>
          <Over of={<Name>{SYMBOLS.min}</Name>} range={<Var>t</Var>} />
          <Name>{SYMBOLS.low}</Name>
          <Args>t</Args>
        </Row>
        <Row>
          <Words space="after">{FORMULAS.firstCloses}</Words>
          <Name>{SYMBOLS.close}</Name>
        </Row>
      </Frac>
      <Op>−</Op>
      <Num>1</Num>
    </Formula>
    <Formula label={FORMULAS.excess}>
      <Name>{SYMBOLS.excess}</Name>
      <Op>=</Op>
      <Of base={<Name>{SYMBOLS.fall}</Name>} sub={<Name>{SYMBOLS.venue}</Name>} />
      <Op>−</Op>
      <Of base={<Name>{SYMBOLS.fall}</Name>} sub={<Name>{SYMBOLS.market}</Name>} />
    </Formula>
  </>
);

export const GapFormula = () => (
  <Formula label={FORMULAS.gap}>
    <Name>{FORMULAS.gapName}</Name>
    <Op>=</Op>
    <Frac>
      <Of base={<Name>{SYMBOLS.low}</Name>} sub={<Name>{FORMULAS.lowest}</Name>} />
      <Of base={<Name>{SYMBOLS.low}</Name>} sub={<Name>{FORMULAS.second}</Name>} />
    </Frac>
    <Op>−</Op>
    <Num>1</Num>
  </Formula>
);
