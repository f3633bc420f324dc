import type { RevisionsAnswer, SourcePair } from '@/lib/api/revisions';
import { Scroller, Section } from '../frame/Section';
import { shareWords } from '@/lib/words/en/coverage';
import { count, utc } from '@/lib/words/en/numbers';
import { sourceWords } from '@/lib/words/en/sources';
import { marketWords } from './minutePath';

/** Each source of a market against the one an analysis takes. */
export function SourcePairs({ answer }: { readonly answer: RevisionsAnswer }) {
  const { pairs, compared } = answer;
  if (pairs.length === 0) return null;
  const several = compared.filter(({ markets }) => markets > 0);
  const window = several.length === 1 ? several[0] : undefined;
  return (
    <Section
      id="pairs"
      title="Sources against each other"
      lead={`Every source of a market, minute by minute, against the one that an analysis takes${window === undefined ? ', each asset over the window it opens with' : `, from ${utc(window.from)} to ${utc(window.to)} UTC`}. A minute that only one of the two answered is counted, and is no difference.`}
    >
      <Scroller label="Sources against each other">
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">Venue, market</th>
              <th scope="col">First and second source</th>
              <Num>Compared, min</Num>
              <Num>Alike</Num>
              <Num>A price differs</Num>
              <Num>Candle in the first alone</Num>
              <Num>Candle in the second alone</Num>
              <Num>A volume alone differs</Num>
              <Num>Only the first answered</Num>
              <Num>Only the second</Num>
            </tr>
          </thead>
          <tbody>
            {pairs.map((pair) => (
              <Row key={`${pair.venue} ${pair.market} ${pair.kind} ${pair.other}`} pair={pair} />
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

const Num = ({ children }: { readonly children: React.ReactNode }) => (
  <th scope="col" className="num max-w-[7rem] !whitespace-normal">
    {children}
  </th>
);

const Row = ({ pair }: { readonly pair: SourcePair }) => (
  <tr>
    <th scope="row">
      {pair.venue} <span className="font-normal text-ink-3">{marketWords(pair)}</span>
    </th>
    <td className="whitespace-nowrap">
      {sourceWords(pair.source)} <span className="text-ink-3">and</span> {sourceWords(pair.other)}
    </td>
    <td className="num">{count(pair.compared)}</td>
    <td className="num">{shareWords(pair.alike, pair.compared) ?? <span className="hole">nothing to compare</span>}</td>
    <Minutes value={pair.priceDiffers} strong />
    <Minutes value={pair.onlySourceTraded} strong />
    <Minutes value={pair.onlyOtherTraded} strong />
    <Minutes value={pair.volumeDiffers} />
    <Minutes value={pair.onlySource} />
    <Minutes value={pair.onlyOther} />
  </tr>
);

/** A count of minutes; what matters to a price is brought out where there is any. */
const Minutes = ({ value, strong = false }: { readonly value: number; readonly strong?: boolean }) => (
  <td className={`num ${value === 0 ? 'text-ink-3' : strong ? 'font-semibold' : ''}`}>
    {value === 0 ? 'none' : count(value)}
  </td>
);
