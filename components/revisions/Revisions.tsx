import type { RevisionsAnswer } from '@/lib/api/revisions';
import { revisedCandles, revisionHeads, worstOf } from '@/lib/words/revisionsPage';
import { sourceWords } from '@/lib/words/sources';
import { Scroller, Section } from '../frame/Section';
import { CandleFields } from './CandleCells';
import { CandlePairHeads, CandlePairRow, Cut, MarketCell, MinuteCell } from './RevisionCells';

/** Minutes for which a source gave another answer later, the worst first. */
export function Revisions({ answer }: { readonly answer: RevisionsAnswer }) {
  const { revisions, revised, asOf } = answer;
  return (
    <Section
      id="revisions"
      title={revisedCandles.title}
      lead={revisedCandles.lead}
      aside={<Cut all={revised} shown={revisions.length} words={worstOf} />}
    >
      {revisions.length === 0 ? (
        <p className="text-ink-2">{revisedCandles.none}</p>
      ) : (
        <Scroller label={revisedCandles.title}>
          <table className="sheet">
            <CandlePairHeads
              {...revisionHeads}
              market={revisionHeads.marketAndSource}
              first={revisedCandles.before}
              second={revisedCandles.after}
            />
            <tbody>
              {revisions.map((row) => (
                <CandlePairRow
                  key={`${row.minute} ${row.venue} ${row.market} ${row.kind} ${row.source} ${row.firstSeen} ${row.seenAgain}`}
                  name={<MinuteCell row={row} asOf={asOf} note={sourceWords(row.source)} />}
                  apart={row}
                  market={<MarketCell row={row} note={sourceWords(row.source)} />}
                  first={<CandleFields by={revisedCandles.firstSeen(row.firstSeen)} candle={row.before} apart={row} />}
                  second={<CandleFields by={revisedCandles.seenAgain(row.seenAgain)} candle={row.after} apart={row} />}
                />
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  );
}
