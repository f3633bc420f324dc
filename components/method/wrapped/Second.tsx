import type { SecondReference } from '@/lib/api/method';
import { HEADS } from '@/lib/words/en/method/example';
import { rateFigure } from '@/lib/words/en/method/figures';
import * as words from '@/lib/words/en/method/wrapped';
import { count } from '@/lib/words/numbers';
import { Notes } from '../../frame/Notes';
import { Example, Step } from '../Example';
import { Sum, Value } from '../Figures';
import { secondLinks } from '../links';
import { MarketRow, Sheet } from '../Sheet';

interface Props {
  readonly second: SecondReference;
  readonly simulated: boolean;
}

/** A wrapped or pegged asset compared with its second reference. */
export const Second = ({ second, simulated }: Props) => (
  <Example of={words.secondOf(second)} simulated={simulated} links={secondLinks(second)}>
    <Notes notes={second.notes} />
    {second.reference === 'wrapped' && <Ratios second={second} />}
    <Deepest second={second} />
  </Example>
);

function Ratios({ second }: { readonly second: SecondReference }) {
  const table = words.ratiosTable(second);
  return (
    <Step title={words.ratiosStep(second)}>
      <Sheet
        label={table.label}
        narrow
        heads={[HEADS.venue, HEADS.market, table.day, { figures: table.minutes }, { figures: table.ratio }]}
      >
        {second.ratios.map(({ venue, market, day, ratio, minutes }) => (
          <MarketRow key={`${venue} ${market} ${day}`} venue={venue} market={market}>
            <td className="whitespace-nowrap">{day}</td>
            <td className="num">{count(minutes)}</td>
            <td className="num">
              <Value of={ratio} as={rateFigure} missing={table.tooFew} />
            </td>
          </MarketRow>
        ))}
      </Sheet>
    </Step>
  );
}

function Deepest({ second }: { readonly second: SecondReference }) {
  const { deepest } = second;
  if (deepest === null) return <Sum of={words.noDeepest(second)} />;
  return (
    <Step title={words.deepestStep(deepest)}>
      {words.deepestSums(second, deepest).map((sum, i) => (
        <Sum key={i} of={sum} />
      ))}
    </Step>
  );
}
