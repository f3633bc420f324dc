import type { MethodExample, RateExample, RateLeg } from '@/lib/api/method';
import { cells } from '@/lib/words/en/cells';
import * as words from '@/lib/words/en/method/currency';
import { HEADS } from '@/lib/words/en/method/example';
import { rateFigure } from '@/lib/words/en/method/figures';
import { clock, pricesAlike } from '@/lib/words/en/numbers';
import { ruleWords } from '@/lib/words/en/rates';
import { venueName } from '@/lib/words/en/venues';
import { Example, NoExample, Step, type StoredExample } from '../Example';
import { Ladder, Sum, Value } from '../Figures';
import { minuteLinks } from '../links';
import { Sheet } from '../Sheet';

/** How the rate of one quote came about in the example's minute. */
export function Rates({ example, simulated }: StoredExample) {
  const { rate } = example;
  if (rate === null) return <NoExample>{words.noRateNeeded(example)}</NoExample>;
  return (
    <Example
      of={words.rateOf(example, rate.quote)}
      simulated={simulated}
      links={minuteLinks(example, example.focus?.venue)}
    >
      {rate.crosses.map((cross) => (
        <Cross key={cross.base} cross={cross} quote={rate.quote} />
      ))}
      <Smoothing rate={rate} />
      <Sum of={words.rateSum(rate)} />
      <Quotes example={example} />
    </Example>
  );
}

interface CrossProps {
  readonly cross: RateExample['crosses'][number];
  readonly quote: string;
}
const Cross = ({ cross, quote }: CrossProps) => (
  <Step title={words.crossOf(cross.base)}>
    <Leg leg={cross.usd} />
    <Leg leg={cross.quoted} />
    <Sum of={words.crossSum(cross, quote)} />
  </Step>
);

function Leg({ leg }: { readonly leg: RateLeg }) {
  if (leg.closes.length === 0) return <p className="text-sm text-ink-3">{words.emptyLeg(leg)}</p>;
  return (
    <div className="space-y-1">
      <p className="label">{words.legLabel(leg)}</p>
      <Ladder
        label={words.legListLabel(leg)}
        rungs={leg.closes.map(({ venue, close }) => ({ venue, value: close }))}
        as={pricesAlike(leg.closes.map(({ close }) => close))}
      />
    </div>
  );
}

const Smoothing = ({ rate }: { readonly rate: RateExample }) => (
  <Step title={words.STEPS.around}>
    <Sheet
      label={words.TABLES.around}
      narrow
      heads={[HEADS.minute, ...rate.around.map(({ minute }) => ({ figures: clock(minute) }))]}
    >
      <tr>
        <th scope="row">{words.TABLES.medianOfCrosses}</th>
        {rate.around.map(({ minute, value }) => (
          <td key={minute} className="num">
            {value !== null && value === rate.value ? (
              <span className="font-semibold underline decoration-2 underline-offset-4">
                <Value of={value} as={rateFigure} />
              </span>
            ) : (
              <Value of={value} as={rateFigure} missing={words.TABLES.noCross} />
            )}
          </td>
        ))}
      </tr>
    </Sheet>
  </Step>
);

/** Every quote of the minute, the rule it came under and its rate. */
function Quotes({ example: { minute } }: { readonly example: MethodExample }) {
  const quotes = [...new Map(minute.venues.map(({ quote, rate }) => [quote, rate])).entries()];
  const table = words.TABLES;
  return (
    <Step title={words.STEPS.quotes}>
      <Sheet label={table.quotes} narrow heads={[table.quote, HEADS.rule, { figures: table.usdPerUnit }, HEADS.venues]}>
        {quotes.map(([quote, { rule, value }]) => (
          <tr key={quote}>
            <th scope="row">{quote}</th>
            <td className={rule === 'parity' ? 'font-semibold text-caution' : ''}>{ruleWords(rule)}</td>
            <td className="num">
              <Value of={value} as={rateFigure} missing={cells.noRate} />
            </td>
            <td>{venuesIn(quote, minute).join(', ')}</td>
          </tr>
        ))}
      </Sheet>
    </Step>
  );
}

const venuesIn = (quote: string, { venues }: MethodExample['minute']): readonly string[] =>
  venues.filter((one) => one.quote === quote).map(({ venue }) => venueName(venue));
