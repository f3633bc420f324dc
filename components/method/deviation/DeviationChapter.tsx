import * as words from '@/lib/words/en/method/deviation';
import { SYMBOLS } from '@/lib/words/en/method/symbols';
import { Chapter, Rule } from '../Chapter';
import { ChapterExample, Example, NoExample, type ExampleProps, type StoredExample } from '../Example';
import { Facts, Sum } from '../Figures';
import { focused, peersBy, type Focused } from '../focus';
import { minuteLinks } from '../links';
import { DeviationFormulas } from './DeviationFormulas';

export const DeviationChapter = (props: ExampleProps) => (
  <Chapter id="deviation">
    <Rule rule={words.RULE} why={words.WHY}>
      <DeviationFormulas />
    </Rule>
    <ChapterExample {...props} by={Deviations} />
  </Chapter>
);

/** The four deviations of the focused market, each as the division it comes from. */
function Deviations({ example, simulated }: StoredExample) {
  const found = focused(example);
  if (found === undefined) return <NoExample>{words.noDeviation(example)}</NoExample>;
  const { row } = found;
  const ratios: Readonly<Record<words.MeasuredField, number | null>> = {
    low: row.dLow,
    high: row.dHigh,
    close: row.dClose,
  };
  return (
    <Example of={words.deviationOf(example, row)} simulated={simulated} links={minuteLinks(example, row.venue)}>
      <Facts
        testId="deviation-example"
        facts={[
          ...words.MEASURED_FIELDS.map((field) => ({
            name: <SeriesName field={field} />,
            fact: <Sum of={words.deviationSum(row.converted[field], row.reference[field], ratios[field])} />,
          })),
          {
            name: words.OUTSIDE.name,
            fact: <Sum of={words.outsideSum(outsideOf(example.minute.venues, found))} />,
          },
        ]}
      />
    </Example>
  );
}

const SeriesName = ({ field }: { readonly field: words.MeasuredField }) => (
  <>
    <var>d</var>
    <sub>{SYMBOLS[field]}</sub>
  </>
);

/** Where the focused market's minute lay against the range of the others. */
function outsideOf(venues: Parameters<typeof peersBy>[1], { row }: Focused): words.OutsideSum {
  const lows = peersBy('low', venues, row);
  return { row, others: lows.length, lowest: lows[0], highest: peersBy('high', venues, row).at(-1) };
}
