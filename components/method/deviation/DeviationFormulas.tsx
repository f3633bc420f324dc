import { formulaOf, MEASURED_FIELDS, OUTSIDE, type MeasuredField } from '@/lib/words/en/method/deviation';
import type { SideField } from '@/lib/words/en/method/reference';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { ByCase, Formula, Frac, Name, Num, Of, Op, Over, Row, Var, Words } from '../Maths';

export const DeviationFormulas = () => (
  <>
    {MEASURED_FIELDS.map((field) => (
      <Formula key={field} label={formulaOf(field)}>
        <LikeWithLike field={field} />
      </Formula>
    ))}
    <Formula label={OUTSIDE.formula}>
      <Name>{SYMBOLS.outside}</Name>
      <Op>=</Op>
      <ByCase
        cases={[
          [<Beyond key="below" field="low" furthest="min" />, <Words key="when">{OUTSIDE.ifNegative}</Words>],
          [<Beyond key="above" field="high" furthest="max" />, <Words key="when">{OUTSIDE.ifPositive}</Words>],
          [<Num key="else">0</Num>, <Words key="when">{OUTSIDE.otherwise}</Words>],
        ]}
      />
    </Formula>
  </>
);

const LikeWithLike = ({ field }: { readonly field: MeasuredField }) => (
  <Row>
    <Of base={<Var>d</Var>} sub={<Name>{SYMBOLS[field]}</Name>} />
    <Op>=</Op>
    <Frac>
      <Of base={<Name>{SYMBOLS[field]}</Name>} sub={<Var>v</Var>} />
      <Of base={<Var>R</Var>} sub={<Name>{SYMBOLS[field]}</Name>} />
    </Frac>
    <Op>−</Op>
    <Num>1</Num>
  </Row>
);

interface BeyondProps {
  readonly field: SideField;
  readonly furthest: 'min' | 'max';
}
const Beyond = ({ field, furthest }: BeyondProps) => (
  <Row>
    <Frac>
      <Of base={<Name>{SYMBOLS[field]}</Name>} sub={<Var>v</Var>} />
      <Row>
        <Over of={<Name>{SYMBOLS[furthest]}</Name>} range={<Peers />} />
        <Of base={<Name>{SYMBOLS[field]}</Name>} sub={<Var>u</Var>} />
      </Row>
    </Frac>
    <Op>−</Op>
    <Num>1</Num>
  </Row>
);

const Peers = () => (
  <Row>
    <Var>u</Var>
    <Op>∈</Op>
    <Var>P</Var>
  </Row>
);
