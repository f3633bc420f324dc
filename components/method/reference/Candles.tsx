import type { MethodExample } from '@/lib/api/method';
import type { MinuteVenue } from '@/lib/api/minute';
import { cells } from '@/lib/words/cells';
import { HEADS } from '@/lib/words/en/method/example';
import { rateFigure } from '@/lib/words/en/method/figures';
import { candlesStep, candlesTable, type SideField } from '@/lib/words/en/method/reference';
import { pricesAlike, rawPrice } from '@/lib/words/numbers';
import { ruleWords } from '@/lib/words/rates';
import { sourceWords } from '@/lib/words/sources';
import { reasonOr, VenueKind } from '../../frame/Cells';
import { PeerCount } from '../../frame/PeerCount';
import { Step } from '../Example';
import { Value } from '../Figures';
import { isFocus } from '../focus';
import { Sheet } from '../Sheet';

interface Props {
  readonly example: MethodExample;
  readonly field: SideField;
}

/** One price of every venue, as published and converted, with the reference it is compared with. */
export function Candles({ example, field }: Props) {
  const { venues, currency } = example.minute;
  const alike = pricesAlike(venues.map(({ converted }) => converted[field]));
  const table = candlesTable(field, currency);
  return (
    <Step title={candlesStep(field, currency)}>
      <Sheet
        label={table.label}
        testId="reference-example"
        heads={[
          HEADS.venue,
          HEADS.market,
          table.source,
          { figures: table.published },
          { figures: table.rate },
          HEADS.rule,
          { figures: table.converted },
          { figures: table.peers },
          { figures: table.reference },
        ]}
      >
        {venues.map((venue) => (
          <Candle
            key={`${venue.venue} ${venue.market} ${venue.kind}`}
            venue={venue}
            field={field}
            alike={alike}
            isFocus={isFocus(example, venue)}
          />
        ))}
      </Sheet>
    </Step>
  );
}

interface CandleProps {
  readonly venue: MinuteVenue;
  readonly field: SideField;
  /** Writes a price with the decimals of its column. */
  readonly alike: (price: number) => string;
  readonly isFocus: boolean;
}
function Candle({ venue, field, alike, isFocus }: CandleProps) {
  const why = reasonOr(venue.missing, cells.notMeasured);
  return (
    <tr className={isFocus ? 'is-focus' : undefined}>
      <th scope="row">
        <VenueKind venue={venue.venue} kind={venue.kind} />
      </th>
      <td className="whitespace-nowrap">{venue.market}</td>
      <td>{sourceWords(venue.source)}</td>
      <td className="num">
        <Value of={venue.raw[field]} as={rawPrice} missing={why} />
      </td>
      <td className="num">
        <Value of={venue.rate.value} as={rateFigure} missing={cells.noRate} />
      </td>
      <td className="whitespace-nowrap">{ruleWords(venue.rate.rule)}</td>
      <td className="num">
        <Value of={venue.converted[field]} as={alike} missing={why} />
      </td>
      <td className="num">
        <PeerCount peers={venue.peers} />
      </td>
      <td className="num">
        <Value of={venue.reference[field]} as={alike} missing={why} />
      </td>
    </tr>
  );
}
