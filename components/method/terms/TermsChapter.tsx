import { cells } from '@/lib/words/cells';
import { windowOf } from '@/lib/words/en/method/example';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import * as words from '@/lib/words/en/method/terms';
import { missingWords } from '@/lib/words/missing';
import { count } from '@/lib/words/numbers';
import { Rich } from '../../frame/Rich';
import { Chapter, Part } from '../Chapter';
import { ChapterExample, Example, Step, type ExampleProps, type StoredExample } from '../Example';
import { Value } from '../Figures';
import { minutePage, windowLinks } from '../links';
import { Formula, Name, Num, Op, Var, Words } from '../Maths';
import { Sheet } from '../Sheet';
import { inLanguage } from '@/lib/permalink/language';

export function TermsChapter(props: ExampleProps) {
  return (
    <Chapter id="words">
      <dl className="method-terms">
        {words.TERMS.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <Formula label={words.TRADED.label}>
        <Name>{SYMBOLS.traded}</Name>
        <Op>⇔</Op>
        <Name>{SYMBOLS.volume}</Name>
        <Op>&gt;</Op>
        <Num>0</Num>
        <Words space="around">{words.TRADED.or}</Words>
        <Name>{SYMBOLS.trades}</Name>
        <Op>&gt;</Op>
        <Num>0</Num>
        <Words space="around">{words.TRADED.inMinute}</Words>
        <Var>t</Var>
      </Formula>
      <Part {...words.MISSING} id="missing" />
      <ChapterExample {...props} by={MissingMinutes} />
    </Chapter>
  );
}

function MissingMinutes({ example, simulated }: StoredExample) {
  const table = words.MISSING_TABLE;
  return (
    <Example of={windowOf(example)} simulated={simulated} links={windowLinks(example)}>
      <Step title={<Rich text={words.measuredMinutes(example.measuredMinutes)} />}>
        <Sheet label={table.label} heads={[table.reason, table.meaning, { figures: table.minutes }, table.first]}>
          {example.missing.map(({ reason, minutes, first }) => (
            <tr key={reason}>
              <th scope="row">{missingWords(reason)}</th>
              <td className="words sm:min-w-[18rem]">{words.MISSING_MEANINGS[reason]}</td>
              <td className="num">
                <Value of={minutes} as={count} />
              </td>
              <td className="whitespace-nowrap">
                {first === null ? (
                  <span className="text-ink-3">{cells.none}</span>
                ) : (
                  <a className="link" href={inLanguage(minutePage(example, first.minute, first.venue))}>
                    {words.firstMissing(first)}
                  </a>
                )}
              </td>
            </tr>
          ))}
        </Sheet>
      </Step>
    </Example>
  );
}
