import type { MethodExample, RateExample } from '@/lib/api/method';
import { cells } from '@/lib/words/cells';
import * as words from '@/lib/words/en/method/currency';
import { HEADS } from '@/lib/words/en/method/example';
import { rateFigure, relative } from '@/lib/words/en/method/figures';
import { clock, count, rawPrice } from '@/lib/words/numbers';
import { ruleWords } from '@/lib/words/rates';
import { venueName } from '@/lib/words/venues';
import { Example, NoExample, Step, type StoredExample } from '../Example';
import { Sum, Value } from '../Figures';
import { minuteLinks } from '../links';
import { Sheet } from '../Sheet';

/** How the rate of one quote came about in the example's minute, as one venue's books are converted. */
export function Rates({ example, simulated }: StoredExample) {
  const { rate } = example;
  if (rate === null) return <NoExample>{words.noRateNeeded(example)}</NoExample>;
  return (
    <Example of={words.rateOf(example, rate)} simulated={simulated} links={minuteLinks(example, rate.venue)}>
      <Step title={words.legsStep(rate)}>
        {rate.legs.length === 0 ? (
          <p className="text-sm text-ink-3">{words.noLegs(rate)}</p>
        ) : (
          <Legs legs={rate.legs} />
        )}
      </Step>
      <Smoothing rate={rate} />
      <Sum of={words.rateSum(rate)} />
      <Sum of={words.uncertaintySum(rate)} />
      <Quotes example={example} />
    </Example>
  );
}

/** Every leg with the division that it is, ascending, those in the middle marked. */
function Legs({ legs }: Pick<RateExample, 'legs'>) {
  const table = words.TABLES;
  const kept = legs.filter(({ isDropped }) => !isDropped);
  const isMiddle = (leg: RateExample['legs'][number]): boolean =>
    !leg.isDropped && Math.abs(kept.indexOf(leg) - (kept.length - 1) / 2) < 1;
  return (
    <Sheet
      label={table.legs}
      testId="legs-example"
      heads={[
        HEADS.venue,
        table.book,
        { figures: table.inUsd },
        { figures: table.close },
        { figures: table.leg },
        table.part,
      ]}
    >
      {legs.map((leg) => (
        <tr key={`${leg.venue} ${leg.pair}`} className={isMiddle(leg) ? 'is-focus' : undefined}>
          <th scope="row">{venueName(leg.venue)}</th>
          <td className="whitespace-nowrap">{leg.pair}</td>
          <td className="num">
            <Value of={leg.over} as={rawPrice} missing={table.direct} />
          </td>
          <td className="num">
            <Value of={leg.close} as={rawPrice} />
          </td>
          <td className="num">
            <Value of={leg.value} as={rateFigure} />
          </td>
          <td className={`whitespace-nowrap ${leg.isDropped ? 'text-caution' : ''}`}>
            {words.partOf(leg, isMiddle(leg))}
          </td>
        </tr>
      ))}
    </Sheet>
  );
}

/** The minutes whose medians and errors make the rate and its uncertainty. */
const Smoothing = ({ rate }: { readonly rate: RateExample }) => (
  <Step title={words.STEPS.around}>
    <Sheet
      label={words.TABLES.around}
      narrow
      heads={[
        HEADS.minute,
        { figures: words.TABLES.numberOfLegs },
        { figures: HEADS.venues },
        { figures: words.TABLES.median },
        { figures: words.TABLES.error },
      ]}
    >
      {rate.around.map(({ minute, legs, venues, median, error }) => (
        <tr key={minute} className={minute === rate.minute ? 'is-focus' : undefined}>
          <th scope="row">{clock(minute)}</th>
          <td className="num">{count(legs)}</td>
          <td className="num">{count(venues)}</td>
          <td className="num">
            <Value of={median} as={rateFigure} missing={words.TABLES.noLeg} />
          </td>
          <td className="num">
            <Value of={error} as={relative} missing={legs === 0 ? words.TABLES.noLeg : words.TABLES.unknown} />
          </td>
        </tr>
      ))}
    </Sheet>
  </Step>
);

/** Every market of the minute with its rate: two venues in one quote may have two, each without its own legs. */
function Quotes({ example: { minute } }: { readonly example: MethodExample }) {
  const table = words.TABLES;
  return (
    <Step title={words.STEPS.quotes}>
      <Sheet
        label={table.quotes}
        narrow
        heads={[
          HEADS.venue,
          table.quote,
          HEADS.rule,
          { figures: table.numberOfLegs },
          { figures: table.usdPerUnit },
          { figures: table.uncertainty },
        ]}
      >
        {minute.venues.map(({ venue, quote, kind, rate }) => (
          <tr key={`${venue} ${quote} ${kind}`}>
            <th scope="row">{venueName(venue)}</th>
            <td>{quote}</td>
            <td className={rate.rule === 'parity' || rate.rule === 'thin' ? 'font-semibold text-caution' : ''}>
              {ruleWords(rate.rule)}
            </td>
            <td className="num">{count(rate.legs.filter(({ isDropped }) => !isDropped).length)}</td>
            <td className="num">
              <Value of={rate.value} as={rateFigure} missing={cells.noRate} />
            </td>
            <td className="num">
              <Value of={rate.uncertainty} as={relative} missing={rate.value === null ? cells.noRate : table.unknown} />
            </td>
          </tr>
        ))}
      </Sheet>
    </Step>
  );
}
