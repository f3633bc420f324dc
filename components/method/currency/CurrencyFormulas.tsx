import { Fragment } from 'react';
import { CROSS_BASES, RATE_MARGIN } from '@/lib/domain/method';
import { FORMULAS } from '@/lib/words/en/method/currency';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { Args, Formula, Frac, Name, Num, Of, Op, Over, Row, Size, Var, Words } from '../Maths';

export const CurrencyFormulas = () => (
  <>
    <Formula label={FORMULAS.cross}>
      <Of base={<Name>{SYMBOLS.cross}</Name>} sub={<Var>b</Var>} />
      <Args>t</Args>
      <Op>=</Op>
      <Frac>
        <MedianClose quote="USD" />
        <MedianClose quote="Q" />
      </Frac>
    </Formula>
    <Formula label={FORMULAS.rate}>
      <Name>{SYMBOLS.rate}</Name>
      <Args>t</Args>
      <Op>=</Op>
      <Over of={<Name>{SYMBOLS.median}</Name>} range={<FiveMinutes />} />
      <Over of={<Name>{SYMBOLS.median}</Name>} range={<CrossBases />} />
      <Of base={<Name>{SYMBOLS.cross}</Name>} sub={<Var>b</Var>} />
      <Args>s</Args>
      <Words space="around">{FORMULAS.usdPer}</Words>
      <Var>Q</Var>
    </Formula>
  </>
);

const MedianClose = ({ quote }: { readonly quote: 'USD' | 'Q' }) => (
  <Row>
    <Over of={<Name>{SYMBOLS.median}</Name>} range={<Name>{SYMBOLS.venues}</Name>} />
    <Name>{SYMBOLS.close}</Name>
    <Op>(</Op>
    <Var>b</Var>
    <Op>/</Op>
    {quote === 'USD' ? <Name>{quote}</Name> : <Var>{quote}</Var>}
    <Op>)</Op>
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

const CrossBases = () => (
  <Row>
    <Var>b</Var>
    <Op>=</Op>
    {CROSS_BASES.map((base, i) => (
      <Fragment key={base}>
        {i > 0 && <Op>,</Op>}
        <Name>{base}</Name>
      </Fragment>
    ))}
  </Row>
);
