import type { RevisionsAnswer, TimeframeDisagreement } from '@/lib/api/revisions';
import { longerCandles, revisionHeads, worstOf } from '@/lib/words/revisionsPage';
import { sourceWords } from '@/lib/words/sources';
import { longerName, timeframeSums } from '@/lib/words/timeframes';
import { Coded } from '../controls/Coded';
import { Scroller, Section } from '../frame/Section';
import { CandleFields } from './CandleCells';
import { CandlePairHeads, CandlePairRow, Cut, MarketCell, SpanCell } from './RevisionCells';

/** Longer candles that are not what their minutes make, the worst first. */
export function LongerCandles({ answer }: { readonly answer: RevisionsAnswer }) {
  const { timeframes, disagreements, disagreeing, asOf } = answer;
  return (
    <Section
      id="longer"
      title={longerCandles.title}
      lead={longerCandles.lead}
      aside={<Cut all={disagreeing} shown={disagreements.length} words={worstOf} />}
    >
      {timeframes.length > 0 && (
        <ul className="mb-3 text-sm text-ink-2">
          {timeframeSums(timeframes).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {disagreements.length === 0 ? (
        <p className="text-ink-2">
          <Coded>{whyNone(answer)}</Coded>
        </p>
      ) : (
        <Scroller label={longerCandles.title}>
          <table className="sheet">
            <CandlePairHeads
              {...revisionHeads}
              minute={longerCandles.span}
              market={revisionHeads.marketAndSource}
              first={longerCandles.folded}
              second={longerCandles.said}
            />
            <tbody>
              {disagreements.map((row) => (
                <Row key={keyOf(row)} row={row} asOf={asOf} />
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  );
}

const keyOf = ({ from, venue, market, kind, source, timeframe, seen }: TimeframeDisagreement): string =>
  [from, venue, market, kind, source, timeframe, seen].join(' ');

const Row = ({ row, asOf }: { readonly row: TimeframeDisagreement; readonly asOf: string | null }) => (
  <CandlePairRow
    name={<SpanCell row={row} name={longerName(row.timeframe)} note={sourceWords(row.source)} asOf={asOf} />}
    apart={row}
    market={<MarketCell row={row} note={sourceWords(row.source)} />}
    first={<CandleFields by={longerCandles.minutes} candle={row.folded} apart={row} />}
    second={
      <>
        <CandleFields by={longerCandles.seen(longerName(row.timeframe), row.seen)} candle={row.said} apart={row} />
        {!row.stands && <span className="label block">{longerCandles.earlier}</span>}
      </>
    }
  />
);

/** An empty list is a finding only where something was compared. */
function whyNone({ timeframes }: Pick<RevisionsAnswer, 'timeframes'>): string {
  if (timeframes.length === 0) return longerCandles.notStored;
  return timeframes.every(({ compared }) => compared === 0) ? longerCandles.nothingToCompare : longerCandles.none;
}
