import { FORMULAS, rule, WHY } from '@/lib/words/en/method/itself';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { Chapter, Rule } from '../Chapter';
import { Formula, Name, Of, Op, Over, Sigma, Var, Words } from '../Maths';

/** A venue's longer candles against the fold of its minutes. What differs is listed on the page of revisions. */
export const ItselfChapter = () => (
  <Chapter id="itself">
    <Rule rule={rule('/revisions')} why={WHY}>
      <Formula label={FORMULAS.low}>
        <Of base={<Name>{SYMBOLS.low}</Name>} sub={<Words>{FORMULAS.longer}</Words>} />
        <Op>=</Op>
        <Over of={<Name>{SYMBOLS.min}</Name>} range={<Var>t</Var>} />
        <Of base={<Name>{SYMBOLS.low}</Name>} sub={<Var>t</Var>} />
      </Formula>
      <Formula label={FORMULAS.volume}>
        <Of base={<Name>{SYMBOLS.volume}</Name>} sub={<Words>{FORMULAS.longer}</Words>} />
        <Op>=</Op>
        <Over of={<Sigma />} range={<Var>t</Var>} />
        <Of base={<Name>{SYMBOLS.volume}</Name>} sub={<Var>t</Var>} />
      </Formula>
    </Rule>
  </Chapter>
);
