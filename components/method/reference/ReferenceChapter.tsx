import type { MethodExample } from '@/lib/api/method';
import { minuteOf } from '@/lib/words/en/method/example';
import * as words from '@/lib/words/en/method/reference';
import { pricesAlike, unbroken } from '@/lib/words/numbers';
import { Notes } from '../../frame/Notes';
import { Chapter, Part, Prose, Rule } from '../Chapter';
import { anchorOf } from '../chapters';
import { ChapterExample, Example, Step, type ExampleProps, type StoredExample } from '../Example';
import { Ladder, Sum } from '../Figures';
import { focused, type Focused } from '../focus';
import { minuteLinks } from '../links';
import { Books } from './Books';
import { Candles } from './Candles';
import { ReferenceFormulas } from './ReferenceFormulas';

export const ReferenceChapter = (props: ExampleProps) => (
  <Chapter id="reference">
    <Rule rule={words.RULE} why={words.WHY}>
      <ReferenceFormulas />
    </Rule>
    <Prose of={words.otherReferences(anchorOf('wrapped'))} />
    <ChapterExample {...props} by={Median} />
    <Part {...words.CHOICE} id="books" />
    <ChapterExample {...props} by={Books} />
    <Part {...words.BLOC} id="blocs" />
  </Chapter>
);

function Median({ example, simulated }: StoredExample) {
  const found = focused(example);
  return (
    <Example of={minuteOf(example)} simulated={simulated} links={minuteLinks(example, example.focus?.venue)}>
      <p className="max-w-[72ch]">{unbroken(example.minute.sentence)}</p>
      <Notes notes={example.minute.notes} />
      {found === undefined && <Sum of={words.noneMeasured(example)} />}
      <Candles example={example} field={found?.field ?? 'low'} />
      {found !== undefined && <Middle example={example} found={found} />}
    </Example>
  );
}

interface MiddleProps {
  readonly example: MethodExample;
  readonly found: Focused;
}
/** The reference of the focused market: the middle of its peers. */
function Middle({ example: { minute, focus }, found: { row, field, peers } }: MiddleProps) {
  return (
    <Step title={words.peersStep(row.venue, peers.length, field, minute.currency)}>
      <Ladder
        label={words.peersLabel(row.venue, field)}
        rungs={peers}
        as={pricesAlike(peers.map(({ value }) => value))}
      />
      <Sum
        of={words.middleSum({
          row,
          field,
          peers: peers.length,
          currency: minute.currency,
          withItself: focus?.withItself ?? null,
        })}
      />
    </Step>
  );
}
