import { windowOf } from '@/lib/words/en/method/example';
import * as words from '@/lib/words/en/method/reproducible';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { Chapter, Rule } from '../Chapter';
import { ChapterExample, Example, type ExampleProps, type StoredExample } from '../Example';
import { Facts, Hash } from '../Figures';
import { windowLinks } from '../links';
import { Formula, Name, Op, Words } from '../Maths';

export const ReproducibleChapter = (props: ExampleProps) => (
  <Chapter id="reproducible">
    <Rule rule={words.RULE} why={words.WHY}>
      <Formula label={words.FORMULA.label}>
        <Name>{SYMBOLS.digest}</Name>
        <Op>=</Op>
        <Name>{'SHA-256'}</Name>
        <Op>(</Op>
        <Words>{words.FORMULA.canonicalText}</Words>
        <Op>)</Op>
      </Formula>
    </Rule>
    <ChapterExample {...props} by={Digests} />
  </Chapter>
);

const Digests = ({ example, simulated }: StoredExample) => (
  <Example of={windowOf(example)} simulated={simulated} links={windowLinks(example)}>
    <Facts
      facts={[
        { name: words.DIGESTS.window, fact: <Hash>{example.digest}</Hash> },
        { name: words.DIGESTS.minute, fact: <Hash>{example.minute.digest}</Hash> },
      ]}
    />
    <details>
      <summary className="text-sm font-medium">{words.canonicalTextSummary(example.canonicalText)}</summary>
      <pre className="mt-3" tabIndex={0} role="region" aria-label={words.DIGESTS.canonicalText}>
        {example.canonicalText}
      </pre>
    </details>
  </Example>
);
