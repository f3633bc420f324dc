import { LEAST_SIGMA, MAD_TO_SIGMA } from '@/lib/domain/method';
import { LINKS } from '@/lib/words/en/method/example';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import * as words from '@/lib/words/en/method/unusual';
import { Chapter, Rule } from '../Chapter';
import { ChapterExample, Example, NoExample, type ExampleProps, type StoredExample } from '../Example';
import { Sum } from '../Figures';
import { minutePage } from '../links';
import { Formula, Frac, Name, Num, Op, Row, Var } from '../Maths';

export const UnusualChapter = (props: ExampleProps) => (
  <Chapter id="unusual">
    <Rule rule={words.RULE} why={words.WHY}>
      <Formula label={words.FORMULA}>
        <Var>z</Var>
        <Op>=</Op>
        <Frac>
          <Row>
            <Name>{SYMBOLS.peak}</Name>
            <Op>−</Op>
            <Var>m</Var>
          </Row>
          <Row>
            <Name>{SYMBOLS.max}</Name>
            <Op>(</Op>
            <Num>{MAD_TO_SIGMA}</Num>
            <Op>×</Op>
            <Name>{SYMBOLS.mad}</Name>
            <Op>,</Op>
            <Num>{LEAST_SIGMA}</Num>
            <Op>)</Op>
          </Row>
        </Frac>
      </Formula>
    </Rule>
    <ChapterExample {...props} by={Peak} />
  </Chapter>
);

/** The example's deepest peak among the minutes of its own market's past. */
function Peak({ example, simulated }: StoredExample) {
  const episode = example.walks[0]?.episode;
  if (episode === undefined) return <NoExample>{words.NO_PEAK}</NoExample>;
  if (example.unusual === null) return <NoExample>{words.noBaseline(example, episode)}</NoExample>;
  return (
    <Example
      of={words.peakOf(example.name, episode)}
      simulated={simulated}
      links={[{ href: minutePage(example, episode.peakMinute, episode.venue), label: LINKS.minute }]}
    >
      <Sum of={words.unusualSum(example.unusual, episode)} />
    </Example>
  );
}
