import type { RevisionsAnswer } from '@/lib/api/revisions';
import { revisionHeads, sourceDifferences, worstOf } from '@/lib/words/revisionsPage';
import { sourceWords } from '@/lib/words/sources';
import { Scroller, Section } from '../frame/Section';
import { CandleFields } from './CandleCells';
import { CandlePairHeads, CandlePairRow, Cut, MarketCell, MinuteCell } from './RevisionCells';

/** Minutes in which two sources of one market differ, the worst first. */
export function Differences({ answer }: { readonly answer: RevisionsAnswer }) {
  const { differences, differing, asOf } = answer;
  return (
    <Section
      id="differences"
      title={sourceDifferences.title}
      lead={sourceDifferences.lead}
      aside={<Cut all={differing} shown={differences.length} words={worstOf} />}
    >
      {differences.length === 0 ? (
        <p className="text-ink-2">{whyNone(answer)}</p>
      ) : (
        <Scroller label={sourceDifferences.title}>
          <table className="sheet">
            <CandlePairHeads
              {...revisionHeads}
              market={revisionHeads.market}
              first={sourceDifferences.first}
              second={sourceDifferences.second}
            />
            <tbody>
              {differences.map((row) => (
                <CandlePairRow
                  key={`${row.minute} ${row.venue} ${row.market} ${row.kind} ${row.other}`}
                  name={<MinuteCell row={row} asOf={asOf} />}
                  apart={row}
                  market={<MarketCell row={row} />}
                  first={<CandleFields by={sourceWords(row.source)} candle={row.said} apart={row} />}
                  second={<CandleFields by={sourceWords(row.other)} candle={row.otherSaid} apart={row} />}
                />
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  );
}

/** An empty list is a finding only where two sources answered the same minute. */
function whyNone({ pairs }: Pick<RevisionsAnswer, 'pairs'>): string {
  if (pairs.length === 0) return sourceDifferences.noSecondSource;
  return pairs.every(({ compared }) => compared === 0) ? sourceDifferences.noCommonMinute : sourceDifferences.none;
}
