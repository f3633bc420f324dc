import { FORMULAS } from '@/lib/words/en/method/episodes';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { Args, Formula, Name, Num, Of, Op, Over, Row, Sigma, Size, Var, Words } from '../Maths';

export const EpisodesFormulas = () => (
  <>
    <Formula label={FORMULAS.entry}>
      <Words space="after">{FORMULAS.entryName}</Words>
      <SizeOfD />
      <Op>≥</Op>
      <Var>T</Var>
    </Formula>
    <Formula label={FORMULAS.exit}>
      <Words space="after">{FORMULAS.exitName}</Words>
      <SizeOfD />
      <Op>&lt;</Op>
      <Var>T</Var>
      <Op>/</Op>
      <Num>2</Num>
      <Words space="before">{FORMULAS.exitAfter}</Words>
    </Formula>
    <Formula label={FORMULAS.area}>
      <Name>{SYMBOLS.area}</Name>
      <Op>=</Op>
      <Num>100</Num>
      <Op>×</Op>
      <Over of={<Sigma />} range={<Start />} to={<LastMinute />} />
      <Name>{SYMBOLS.max}</Name>
      <Op>(</Op>
      <Num>0</Num>
      <Op>,</Op>
      <Op>∓</Op>
      <Of base={<Var>d</Var>} sub={<Name>{SYMBOLS.close}</Name>} />
      <Args>t</Args>
      <Op>)</Op>
      <Words space="before">{FORMULAS.areaUnit}</Words>
    </Formula>
  </>
);

const SizeOfD = () => (
  <Size>
    <Var>d</Var>
  </Size>
);

const Start = () => (
  <Row>
    <Var>t</Var>
    <Op>=</Op>
    <Name>{SYMBOLS.start}</Name>
  </Row>
);

const LastMinute = () => (
  <Row>
    <Name>{SYMBOLS.end}</Name>
    <Op>−</Op>
    <Num>1</Num>
  </Row>
);
