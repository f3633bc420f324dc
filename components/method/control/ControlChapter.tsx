import { cells } from '@/lib/words/cells';
import * as words from '@/lib/words/en/method/control';
import { HEADS, windowOf } from '@/lib/words/en/method/example';
import { signedPercent } from '@/lib/words/numbers';
import { Deviation, Figure } from '../../frame/Cells';
import { Notes } from '../../frame/Notes';
import { Chapter, Part, Rule } from '../Chapter';
import { ChapterExample, Example, NoExample, type ExampleProps, type StoredExample } from '../Example';
import { Sum } from '../Figures';
import { isFocus } from '../focus';
import { windowLinks } from '../links';
import { MarketRow, Sheet } from '../Sheet';
import { Lows } from './Lows';
import { ControlFormulas, GapFormula } from './ControlFormulas';

export const ControlChapter = (props: ExampleProps) => (
  <Chapter id="control">
    <Rule rule={words.RULE} why={words.WHY}>
      <ControlFormulas />
    </Rule>
    <ChapterExample {...props} by={Falls} />
    <Part {...words.LOWEST} id="lowest">
      <GapFormula />
    </Part>
    <ChapterExample {...props} by={Lows} />
  </Chapter>
);

function Falls({ example, simulated }: StoredExample) {
  const { level, lowest, lowestMinute, fall, falls } = example.control;
  if (fall === null || level === null || lowest === null || lowestMinute === null)
    return <NoExample>{words.noFall(example)}</NoExample>;
  const table = words.TABLE;
  return (
    <Example of={windowOf(example)} simulated={simulated} links={windowLinks(example)}>
      <Notes notes={example.notes} />
      <Sum of={words.fallSum({ level, lowest, lowestMinute, fall }, example.currency)} />
      <Sheet
        label={table.label}
        narrow
        heads={[
          HEADS.venue,
          HEADS.market,
          { figures: table.fall },
          { figures: table.market },
          { figures: table.excess },
        ]}
      >
        {falls.map((one) => (
          <MarketRow key={`${one.venue} ${one.market} ${one.kind}`} {...one} isFocus={isFocus(example, one)}>
            <td className="num">
              <Deviation ratio={one.fall} missing={cells.notMeasured} level={example.enter} />
            </td>
            <td className="num text-ink-2">{signedPercent(fall)}</td>
            <td className="num">
              <Figure value={one.excess} format={words.pointsOf} missing={cells.notMeasured} />
            </td>
          </MarketRow>
        ))}
      </Sheet>
    </Example>
  );
}
