import { FORMULAS } from '@/lib/words/en/method/certainty';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { ByCase, Formula, Frac, Name, Num, Of, Op, Over, Row, Size, Var, Words } from '../Maths';

export const CertaintyFormulas = () => (
  <>
    <Formula label={FORMULAS.peer}>
      <Of base={<Var>e</Var>} sub={<Var>p</Var>} />
      <Op>=</Op>
      <ByCase
        cases={[
          [<Distance key="same" />, <Words key="when">{FORMULAS.sameQuote}</Words>],
          [<Together key="other" />, <Words key="when">{FORMULAS.otherwise}</Words>],
        ]}
      />
    </Formula>
    <Formula label={FORMULAS.deviation}>
      <Name>{SYMBOLS.uncertainty}</Name>
      <Op>=</Op>
      <Over of={<Name>{SYMBOLS.median}</Name>} range={<Peers />} />
      <Of base={<Var>e</Var>} sub={<Var>p</Var>} />
    </Formula>
    <Formula label={FORMULAS.certain}>
      <Size>
        <Var>d</Var>
      </Size>
      <Op>−</Op>
      <Name>{SYMBOLS.uncertainty}</Name>
      <Op>≥</Op>
      <Var>T</Var>
    </Formula>
  </>
);

const Distance = () => (
  <Size>
    <Row>
      <Frac>
        <Of base={<Var>r</Var>} sub={<Var>v</Var>} />
        <Of base={<Var>r</Var>} sub={<Var>p</Var>} />
      </Frac>
      <Op>−</Op>
      <Num>1</Num>
    </Row>
  </Size>
);

const Together = () => (
  <Row>
    <Of base={<Var>u</Var>} sub={<Var>v</Var>} />
    <Op>+</Op>
    <Of base={<Var>u</Var>} sub={<Var>p</Var>} />
  </Row>
);

const Peers = () => (
  <Row>
    <Var>p</Var>
    <Op>∈</Op>
    <Var>P</Var>
  </Row>
);
