import { MAD_TO_SIGMA } from '@/lib/domain/method';
import { FORMULAS } from '@/lib/words/en/method/reference';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { Args, Formula, Name, Num, Of, Op, Over, Row, Size, Var } from '../Maths';

export const ReferenceFormulas = () => (
  <>
    <Formula label={FORMULAS.reference}>
      <Of base={<Var>R</Var>} sub={<Name>{SYMBOLS.low}</Name>} />
      <Args>{['v', 't']}</Args>
      <Op>=</Op>
      <MedianOverPeers />
      <Of base={<Name>{SYMBOLS.low}</Name>} sub={<Var>u</Var>} />
      <Args>t</Args>
    </Formula>
    <Formula label={FORMULAS.dispersion}>
      <Name>{SYMBOLS.dispersion}</Name>
      <Op>=</Op>
      <Num>{MAD_TO_SIGMA}</Num>
      <Op>×</Op>
      <MedianOverPeers />
      <Size>
        <Of base={<Name>{SYMBOLS.close}</Name>} sub={<Var>u</Var>} />
        <Op>−</Op>
        <Of base={<Var>R</Var>} sub={<Name>{SYMBOLS.close}</Name>} />
      </Size>
    </Formula>
  </>
);

const MedianOverPeers = () => <Over of={<Name>{SYMBOLS.median}</Name>} range={<Peers />} />;

const Peers = () => (
  <Row>
    <Var>u</Var>
    <Op>∈</Op>
    <Of base={<Var>P</Var>} sub={<Var>v</Var>} />
  </Row>
);
