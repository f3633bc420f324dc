import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { FORMULAS } from '@/lib/words/en/method/wrapped';
import { Args, Formula, Frac, Name, Of, Op, Over, Row, Var, Words } from '../Maths';

export const WrappedFormulas = () => (
  <>
    <Formula label={FORMULAS.reference}>
      <ReferenceOf asset={SYMBOLS.wrapped} />
      <Op>=</Op>
      <ReferenceOf asset={SYMBOLS.underlying} />
      <Op>×</Op>
      <Ratio />
    </Formula>
    <Formula label={FORMULAS.ratio}>
      <Ratio />
      <Op>=</Op>
      <Over of={<Name>{SYMBOLS.median}</Name>} range={<Words>{FORMULAS.dayBefore}</Words>} />
      <Frac>
        <Row>
          <Of base={<Name>{SYMBOLS.close}</Name>} sub={<Var>v</Var>} />
          <OfAsset>{SYMBOLS.wrapped}</OfAsset>
        </Row>
        <Row>
          <Of base={<Var>R</Var>} sub={<Name>{SYMBOLS.close}</Name>} />
          <OfAsset>{SYMBOLS.underlying}</OfAsset>
        </Row>
      </Frac>
    </Formula>
  </>
);

const ReferenceOf = ({ asset }: { readonly asset: string }) => (
  <Row>
    <Of base={<Var>R</Var>} sub={<Name>{asset}</Name>} />
    <Args>{['v', 't']}</Args>
  </Row>
);

const Ratio = () => <Of base={<Var>ρ</Var>} sub={<Var>v</Var>} />;

const OfAsset = ({ children }: { readonly children: string }) => (
  <>
    <Op>(</Op>
    <Name>{children}</Name>
    <Op>)</Op>
  </>
);
