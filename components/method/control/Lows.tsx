import * as words from '@/lib/words/en/method/control';
import { HEADS, windowOf } from '@/lib/words/en/method/example';
import { relative } from '@/lib/words/en/method/figures';
import { pricesAlike, utc } from '@/lib/words/numbers';
import { ruleWords } from '@/lib/words/rates';
import { Example, NoExample, type StoredExample } from '../Example';
import { Sum, Value } from '../Figures';
import { minutePage, windowLinks } from '../links';
import { MarketRow, Sheet } from '../Sheet';
import { inLanguage } from '@/lib/permalink/language';

/** The lowest price of each venue in the window, and the gap between the two lowest. */
export function Lows({ example, simulated }: StoredExample) {
  const { lows } = example;
  const gap = words.gapSum(lows);
  const unranked = words.unrankedSum(lows);
  if (lows.lows.length === 0)
    return (
      <NoExample>
        {words.noLows(example)} {unranked}
      </NoExample>
    );
  const table = words.LOWS_TABLE;
  const alike = pricesAlike(lows.lows.map(({ price }) => price));
  return (
    <Example of={windowOf(example)} simulated={simulated} links={windowLinks(example)}>
      <Sheet
        label={table.label}
        narrow
        testId="lows-example"
        heads={[
          HEADS.venue,
          HEADS.market,
          { figures: table.low(example.currency) },
          HEADS.minute,
          table.rate,
          { figures: table.uncertainty },
        ]}
      >
        {lows.lows.map((one, i) => (
          <MarketRow key={one.venue} venue={one.venue} market={one.market} isFocus={gap !== undefined && i === 0}>
            <td className="num">
              <Value of={one.price} as={alike} />
            </td>
            <td className="whitespace-nowrap">
              <a className="link" href={inLanguage(minutePage(example, one.minute, one.venue))}>
                {utc(one.minute)}
              </a>
            </td>
            <td className="whitespace-nowrap">{ruleWords(one.rule)}</td>
            <td className="num">
              <Value of={one.uncertainty} as={relative} missing={table.unknown} />
            </td>
          </MarketRow>
        ))}
      </Sheet>
      <Sum of={gap ?? words.noLows(example)} />
      {unranked !== '' && <Sum of={unranked} />}
    </Example>
  );
}
