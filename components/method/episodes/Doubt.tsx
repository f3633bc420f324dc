import type { DoubtExample } from '@/lib/api/method';
import { cells } from '@/lib/words/cells';
import * as words from '@/lib/words/en/method/certainty';
import { noDeviation } from '@/lib/words/en/method/deviation';
import { HEADS } from '@/lib/words/en/method/example';
import { rateFigure, relative } from '@/lib/words/en/method/figures';
import { ruleWords } from '@/lib/words/rates';
import { Example, NoExample, type StoredExample } from '../Example';
import { Sum, Value } from '../Figures';
import { minuteLinks } from '../links';
import { MarketRow, Sheet } from '../Sheet';

/** What the rates leave unknown of the focused market's deviation, peer by peer. */
export function Doubt({ example, simulated }: StoredExample) {
  const { doubt, focus } = example;
  if (doubt === null || focus === null) return <NoExample>{noDeviation(example)}</NoExample>;
  return (
    <Example of={words.doubtOf(example, focus.venue)} simulated={simulated} links={minuteLinks(example, focus.venue)}>
      <Sum of={words.ownSum(focus.venue, doubt)} />
      <Peers peers={doubt.peers} />
      <Sum of={words.doubtSum(doubt)} />
      <Sum of={words.certaintySum(doubt, example)} />
    </Example>
  );
}

const Peers = ({ peers }: Pick<DoubtExample, 'peers'>) => (
  <Sheet
    label={words.TABLE.label}
    testId="certainty-example"
    heads={[
      HEADS.venue,
      HEADS.market,
      HEADS.rule,
      { figures: words.TABLE.rate },
      { figures: words.TABLE.uncertainty },
      words.TABLE.how,
      { figures: words.TABLE.counts },
    ]}
  >
    {peers.map((peer, i) => (
      <MarketRow
        key={peer.venue}
        venue={peer.venue}
        market={peer.market}
        isFocus={Math.abs(i - (peers.length - 1) / 2) < 1}
      >
        <td className="whitespace-nowrap">{ruleWords(peer.rule)}</td>
        <td className="num">
          <Value of={peer.rate} as={rateFigure} missing={cells.noRate} />
        </td>
        <td className="num">
          <Value of={peer.uncertainty} as={relative} missing={words.TABLE.unknown} />
        </td>
        <td className="whitespace-nowrap">{words.howCounted(peer)}</td>
        <td className="num">
          <Value of={peer.counts} as={relative} missing={words.TABLE.unknown} />
        </td>
      </MarketRow>
    ))}
  </Sheet>
);
