import { HEADS } from '@/lib/words/en/method/example';
import { leftOutTable, leftOutWords } from '@/lib/words/leftOut';
import { leftOutOf, NONE_LEFT_OUT } from '@/lib/words/en/method/leftOut';
import { Example, NoExample, type StoredExample } from '../Example';
import { minuteLinks } from '../links';
import { MarketRow, Sheet } from '../Sheet';

/** Who takes no part on the day of the example: of the asset's markets, and of the books that would lend legs. */
export function LeftOut({ example, simulated }: StoredExample) {
  if (example.leftOut.length === 0) return <NoExample>{NONE_LEFT_OUT}</NoExample>;
  return (
    <Example of={leftOutOf(example)} simulated={simulated} links={minuteLinks(example, example.focus?.venue)}>
      <Sheet label={leftOutTable.label} narrow heads={[HEADS.venue, HEADS.market, leftOutTable.why]}>
        {example.leftOut.map((one) => (
          <MarketRow
            key={`${one.venue} ${one.market} ${one.kind}`}
            venue={one.venue}
            market={one.market}
            kind={one.kind}
          >
            <td>{leftOutWords(one)}</td>
          </MarketRow>
        ))}
      </Sheet>
    </Example>
  );
}
