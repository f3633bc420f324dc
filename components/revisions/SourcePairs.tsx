import type { RevisionsAnswer, SourcePair } from '@/lib/api/revisions';
import { Scroller, Section } from '../frame/Section';
import { shareWords } from '@/lib/words/coverage';
import { count } from '@/lib/words/numbers';
import { sourceWords } from '@/lib/words/sources';
import { cells } from '@/lib/words/cells';
import { revisionHeads, sourcePairs } from '@/lib/words/revisionsPage';
import { VenueMarket } from '../frame/Cells';
import { Head, NumberHead } from '../frame/ColumnHead';

/** Each source of a market against the one that analyses use. */
export function SourcePairs({ answer }: { readonly answer: RevisionsAnswer }) {
  const { pairs, compared } = answer;
  if (pairs.length === 0) return null;
  const several = compared.filter(({ markets }) => markets > 0);
  const window = several.length === 1 ? several[0] : undefined;
  return (
    <Section id="pairs" title={sourcePairs.title} lead={sourcePairs.lead(window)}>
      <Scroller label={sourcePairs.title}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{revisionHeads.market}</Head>
              <Head>{sourcePairs.pair}</Head>
              {headsOfCounts().map((head) => (
                <NumberHead key={head} className="max-w-[7rem] !whitespace-normal">
                  {head}
                </NumberHead>
              ))}
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

/** Heads of the counts of minutes, in the order of the columns. */
const headsOfCounts = (): readonly string[] => [
  sourcePairs.compared,
  sourcePairs.alike,
  sourcePairs.priceDiffers,
  sourcePairs.onlyFirstTraded,
  sourcePairs.onlySecondTraded,
  sourcePairs.volumeDiffers,
  sourcePairs.onlyFirst,
  sourcePairs.onlySecond,
];

const Row = ({ pair }: { readonly pair: SourcePair }) => (
  <tr>
    <th scope="row">
      <VenueMarket venue={pair.venue} market={pair.market} kind={pair.kind} />
    </th>
    <td className="whitespace-nowrap">
      {sourceWords(pair.source)} <span className="text-ink-3">{sourcePairs.and}</span> {sourceWords(pair.other)}
    </td>
    <td className="num">{count(pair.compared)}</td>
    <td className="num">
      {shareWords(pair.alike, pair.compared) ?? <span className="hole">{sourcePairs.nothingToCompare}</span>}
    </td>
    <Minutes value={pair.priceDiffers} strong />
    <Minutes value={pair.onlySourceTraded} strong />
    <Minutes value={pair.onlyOtherTraded} strong />
    <Minutes value={pair.volumeDiffers} />
    <Minutes value={pair.onlySource} />
    <Minutes value={pair.onlyOther} />
  </tr>
);

/** A count of minutes; bold where there are any that matter to a price. */
const Minutes = ({ value, strong = false }: { readonly value: number; readonly strong?: boolean }) => (
  <td className={`num ${value === 0 ? 'text-ink-3' : strong ? 'font-semibold' : ''}`}>
    {value === 0 ? cells.none : count(value)}
  </td>
);
