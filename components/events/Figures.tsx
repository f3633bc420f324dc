import type { EventAnswer, FigureAnswer } from '@/lib/api/events';
import {
  figuresSentence,
  figuresTable as words,
  figureSubject,
  measuredWords,
  publishedWords,
  publisherName,
  verdictWords,
} from '@/lib/words/eventFigures';
import { missingCommands, missingFigures } from '@/lib/words/eventRoads';
import { formatMinute, parseRange, wholeDays } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { Commands } from '../frame/Commands';
import { Head } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';

/** Each published figure beside what is measured here, with its publisher. */
export function Figures({ answer: { figures, simulated, markets, from, to } }: { readonly answer: EventAnswer }) {
  const days = wholeDays(promised(parseRange(from, to)));
  const commands =
    markets === 0 ? [] : missingCommands(figures, { from: formatMinute(days.from), to: formatMinute(days.to) });
  const isAnyMeasured = figures.some(({ measured }) => measured !== null);
  return (
    <Section id="figures" title={words.title} lead={words.lead}>
      <p className="mb-3 max-w-[68ch]">
        {figuresSentence(figures, simulated)}
        {simulated && isAnyMeasured && <> {words.simulated}</>}
      </p>
      {figures.length > 0 && (
        <Scroller label={words.label}>
          <table className="sheet">
            <thead>
              <tr>
                <Head>{words.what}</Head>
                <Head>{words.published}</Head>
                <Head>{words.measured}</Head>
                <Head className="hidden lg:table-cell">{words.publisher}</Head>
              </tr>
            </thead>
            <tbody>
              {figures.map((figure, i) => (
                // Two publishers may speak of the same figure: only their place tells them apart.
                <Row key={`${String(i)} ${figureSubject(figure)}`} figure={figure} simulated={simulated} />
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
      <Commands lead={missingFigures.lead} commands={commands} />
    </Section>
  );
}

function Row({ figure, simulated }: { readonly figure: FigureAnswer; readonly simulated: boolean }) {
  const verdict = verdictWords(figure, simulated);
  return (
    <tr>
      <td className="max-lg:w-2/5 max-lg:wrap-anywhere">
        {figureSubject(figure)}
        <span className="block text-ink-3 lg:hidden">{publisherName(figure.publisher)}</span>
      </td>
      <td>{publishedWords(figure)}</td>
      <td className={verdict === undefined ? 'text-ink-3 italic' : ''}>
        {measuredWords(figure)}
        {verdict !== undefined && (
          <span className={`block text-sm ${figure.verdict === 'same' ? 'text-ink-2' : 'font-semibold text-caution'}`}>
            {verdict}
          </span>
        )}
      </td>
      <td className="hidden text-ink-2 lg:table-cell">{publisherName(figure.publisher)}</td>
    </tr>
  );
}
