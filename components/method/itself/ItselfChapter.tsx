import { rule, FORMULA, WHY } from '@/lib/words/en/method/itself';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { Chapter, Rule } from '../Chapter';
import { Args, Formula, Name, Of, Op, Over, Row, Var } from '../Maths';

/** Longer candles and the minutes they are made of. */
export const ItselfChapter = () => (
  <Chapter id="itself">
    <Rule rule={rule('/revisions')} why={WHY}>
      <Formula label={FORMULA.low}>
        <Extreme field={SYMBOLS.low} of={SYMBOLS.min} />
      </Formula>
      <Formula label={FORMULA.high}>
        <Extreme field={SYMBOLS.high} of={SYMBOLS.max} />
      </Formula>
    </Rule>
  </Chapter>
);

/** A field of the candle C, of the minutes t in it. */
const Extreme = ({ field, of }: { readonly field: string; readonly of: string }) => (
  <>
    <Of base={<Name>{field}</Name>} sub={<Var>C</Var>} />
    <Op>=</Op>
    <Over
      of={<Name>{of}</Name>}
      range={
        <Row>
          <Var>t</Var>
          <Op>∈</Op>
          <Var>C</Var>
        </Row>
      }
    />
    <Name>{field}</Name>
    <Args>t</Args>
  </>
);
