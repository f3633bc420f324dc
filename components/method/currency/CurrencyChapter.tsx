import { RULE, WHY } from '@/lib/words/en/method/currency';
import { Chapter, Rule } from '../Chapter';
import { ChapterExample, type ExampleProps } from '../Example';
import { CurrencyFormulas } from './CurrencyFormulas';
import { Rates } from './Rates';

export const CurrencyChapter = (props: ExampleProps) => (
  <Chapter id="currency">
    <Rule rule={RULE} why={WHY}>
      <CurrencyFormulas />
    </Rule>
    <ChapterExample {...props} by={Rates} />
  </Chapter>
);
