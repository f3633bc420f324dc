import type { EventAnswer } from '@/lib/api/events';
import type { Asset } from '@/lib/domain/market';
import { parseRange } from '@/lib/domain/minute';
import { promised } from '@/lib/domain/unit';
import { eventFallsPath } from '@/lib/permalink/contagion';
import { pathSentence, pathTable as words } from '@/lib/words/events';
import { pageNames } from '@/lib/words/frame';
import { count } from '@/lib/words/numbers';
import { Deviation } from '../frame/Cells';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Sentence } from '../frame/Dated';
import { Link } from '../frame/Link';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';

/** How far each asset fell from the window's start: the sentence, and the upper chart as a table. */
export function Paths({ answer: { paths, from, to } }: { readonly answer: EventAnswer }) {
  if (paths.length === 0) return null;
  const lowestFirst = [...paths].sort((a, b) => (a.lowest ?? Infinity) - (b.lowest ?? Infinity));
  const sentence = pathSentence(paths, from);
  return (
    <Section id="path" title={words.title} lead={words.lead}>
      {sentence !== undefined && (
        <p className="mb-3">
          <Sentence>{sentence}</Sentence>
        </p>
      )}
      <Scroller label={words.label}>
        <table className="sheet max-w-[640px]">
          <thead>
            <tr>
              <Head>{words.asset}</Head>
              <NumberHead>{words.lowest}</NumberHead>
              <Head isTime className="sm:pl-6">
                {words.minute}
              </Head>
              <NumberHead>{words.books}</NumberHead>
            </tr>
          </thead>
          <tbody>
            {lowestFirst.map(({ asset, name, lowest, lowestMinute, books }) => (
              <tr key={asset}>
                <th scope="row">{name}</th>
                <td className="num">
                  <Deviation ratio={lowest} missing={words.none} />
                </td>
                <td className="sm:pl-6 sm:whitespace-nowrap">
                  {lowestMinute !== null && <Time iso={lowestMinute} form="clock-first" />}
                </td>
                <td className="num">{count(books)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1">
        {pageNames.contagion}:
        {paths.map(({ asset, name }) => (
          <Link
            key={asset}
            className="link inline-block min-h-6"
            href={eventFallsPath(asset as Asset, promised(parseRange(from, to)))}
          >
            {name}
          </Link>
        ))}
      </p>
    </Section>
  );
}
