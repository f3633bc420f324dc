import { HEADS, windowOf } from '@/lib/words/en/method/example';
import * as words from '@/lib/words/en/method/order';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { clock } from '@/lib/words/numbers';
import { Chapter, Rule } from '../Chapter';
import { ChapterExample, Example, type ExampleProps, type StoredExample } from '../Example';
import { isFocus } from '../focus';
import { windowLinks } from '../links';
import { Args, Formula, Name, Of, Op, Over, Var } from '../Maths';
import { MarketRow, Sheet } from '../Sheet';

export const OrderChapter = (props: ExampleProps) => (
  <Chapter id="order">
    <Rule rule={words.RULE} why={words.WHY}>
      <Formula label={words.FORMULA}>
        <Of base={<Name>{SYMBOLS.first}</Name>} sub={<Var>x</Var>} />
        <Op>=</Op>
        <Over of={<Name>{SYMBOLS.min}</Name>} range={<Var>t</Var>} />
        <Op>{'{'}</Op>
        <Var>t</Var>
        <Op>:</Op>
        <Of base={<Var>d</Var>} sub={<Name>{SYMBOLS.low}</Name>} />
        <Args>t</Args>
        <Op>≤</Op>
        <Op>−</Op>
        <Var>x</Var>
        <Op>{'}'}</Op>
      </Formula>
    </Rule>
    <ChapterExample {...props} by={Order} />
  </Chapter>
);

function Order({ example, simulated }: StoredExample) {
  const { levels, markets } = example.order;
  const table = words.TABLE;
  return (
    <Example of={windowOf(example)} simulated={simulated} links={windowLinks(example)}>
      <Sheet
        label={table.label}
        heads={[HEADS.venue, HEADS.market, ...levels.map(table.deviated), ...levels.map(table.fell), table.recovered]}
      >
        {markets.map((one) => (
          <MarketRow key={`${one.venue} ${one.market} ${one.kind}`} {...one} isFocus={isFocus(example, one)}>
            {one.strayed.map((minute, i) => (
              <When key={levels[i]} minute={minute} otherwise={words.notDeviated(one)} />
            ))}
            {one.fell.map((minute, i) => (
              <When key={levels[i]} minute={minute} otherwise={words.notFallen(one)} />
            ))}
            <When minute={one.recovered} otherwise={words.notRecovered(one)} />
          </MarketRow>
        ))}
      </Sheet>
    </Example>
  );
}

const When = ({ minute, otherwise }: { readonly minute: string | null; readonly otherwise: string }) => (
  <td className="whitespace-nowrap">
    {minute === null ? (
      <span className="text-ink-3">{otherwise}</span>
    ) : (
      <time dateTime={minute} title={words.fullTime(minute)}>
        {clock(minute)}
      </time>
    )}
  </td>
);
