import type { RevisionsAnswer } from '@/lib/api/revisions';
import { newestOf, quarantine as words, revisionHeads } from '@/lib/words/revisionsPage';
import { sourceWords } from '@/lib/words/sources';
import { Hole, VenueMarket } from '../frame/Cells';
import { Head } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';
import { Cut, MinuteLink } from './RevisionCells';

/** Rows that broke the candle invariant, the newest seen first. */
export function Quarantine({ answer }: { readonly answer: RevisionsAnswer }) {
  const { quarantine, quarantined, asOf } = answer;
  return (
    <Section
      id="quarantine"
      title={words.title}
      lead={words.lead}
      aside={<Cut all={quarantined} shown={quarantine.length} words={newestOf} />}
    >
      {quarantine.length === 0 ? (
        <p className="text-ink-2">{words.none}</p>
      ) : (
        <Scroller label={words.title}>
          <table className="sheet">
            <thead>
              <tr>
                <Head isTime>{revisionHeads.minute}</Head>
                <Head>{revisionHeads.marketAndSource}</Head>
                <Head>{words.reason}</Head>
                <Head isTime>{words.seen}</Head>
                <Head>{words.row}</Head>
              </tr>
            </thead>
            <tbody>
              {quarantine.map((row, i) => (
                <tr key={`${row.venue} ${row.market} ${row.source} ${String(i)}`}>
                  <th scope="row">
                    {row.minute === null ? (
                      <Hole>{words.unreadable}</Hole>
                    ) : (
                      <MinuteLink asset={row.asset} minute={row.minute} asOf={asOf} />
                    )}
                  </th>
                  <td className="whitespace-nowrap">
                    <VenueMarket venue={row.venue} market={row.market} kind={row.kind} />
                    <span className="label block">{sourceWords(row.source)}</span>
                  </td>
                  <td className="min-w-[12rem]">{row.reason}</td>
                  <td className="whitespace-nowrap">
                    <Time iso={row.seen} />
                  </td>
                  <td>
                    <code className="block max-w-[36rem] min-w-[16rem] font-mono text-[0.75rem] break-all text-ink-2">
                      {row.raw}
                    </code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  );
}
