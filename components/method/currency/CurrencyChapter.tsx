import { RULE, UNCERTAINTY, WHY } from '@/lib/words/en/method/currency';
import { ALIASES, NAMESAKES } from '@/lib/words/en/method/leftOut';
import { Chapter, Rule, Part } from '../Chapter';
import { ChapterExample, type ExampleProps } from '../Example';
import { CurrencyFormulas, UncertaintyFormula } from './CurrencyFormulas';
import { LeftOut } from './LeftOut';
import { Rates } from './Rates';

export const CurrencyChapter = (props: ExampleProps) => (
  <Chapter id="currency">
    <Rule rule={RULE} why={WHY}>
      <CurrencyFormulas />
    </Rule>
    <Part {...UNCERTAINTY} id="uncertainty">
      <UncertaintyFormula />
    </Part>
    <ChapterExample {...props} by={Rates} />
    <Part {...ALIASES} id="aliases" />
    <Part {...NAMESAKES} id="namesakes" />
    <ChapterExample {...props} by={LeftOut} />
  </Chapter>
);
