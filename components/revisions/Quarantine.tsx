import type { RevisionsAnswer } from '@/lib/api/revisions';
import { newestOf, quarantine as words, revisionHeads } from '@/lib/words/revisionsPage';
import { sourceWords } from '@/lib/words/sources';
import { Hole, VenueMarket } from '../frame/Cells';
import { Head } from '../frame/ColumnHead';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';
import { ZonedHead } from '../zone/ZonedHead';
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
                <Head className="hidden sm:table-cell">{revisionHeads.marketAndSource}</Head>
                <Head>{words.reason}</Head>
                <Head isTime className="hidden sm:table-cell">
                  {words.seen}
                </Head>
                <Head className="hidden sm:table-cell">{words.row}</Head>
              </tr>
            </thead>
            <tbody>
              {quarantine.map((row, i) => (
                <Row key={`${row.venue} ${row.market} ${row.source} ${String(i)}`} row={row} asOf={asOf} />
              ))}
            </tbody>
          </table>
        </Scroller>
      )}
    </Section>
  );
}

type QuarantinedRow = RevisionsAnswer['quarantine'][number];

/** On a phone the row as received stands below what it is and why it is no candle. */
function Row({ row, asOf }: { readonly row: QuarantinedRow; readonly asOf: string | null }) {
  const market = (
    <>
      <VenueMarket venue={row.venue} market={row.market} kind={row.kind} />
      <span className="label block">{sourceWords(row.source)}</span>
    </>
  );
  return (
    <>
      <tr className="max-sm:[&>*]:border-b-0">
        <th scope="row">
          {row.minute === null ? (
            <Hole>{words.unreadable}</Hole>
          ) : (
            <MinuteLink asset={row.asset} minute={row.minute} asOf={asOf} />
          )}
          <span className="block font-normal whitespace-normal sm:hidden">{market}</span>
        </th>
        <td className="hidden whitespace-nowrap sm:table-cell">{market}</td>
        <td className="sm:min-w-[12rem]">{row.reason}</td>
        <td className="hidden whitespace-nowrap sm:table-cell">
          <Time iso={row.seen} />
        </td>
        <td className="hidden sm:table-cell">
          <Received raw={row.raw} />
        </td>
      </tr>
      <tr className="sm:hidden">
        <td colSpan={2}>
          <span className="label block">
            <ZonedHead>{words.seen}</ZonedHead>
          </span>
          <Time iso={row.seen} />
          <span className="label mt-1 block">{words.row}</span>
          <Received raw={row.raw} />
        </td>
      </tr>
    </>
  );
}

const Received = ({ raw }: { readonly raw: string }) => (
  <code className="block max-w-[36rem] font-mono text-[0.75rem] break-all text-ink-2 sm:min-w-[16rem]">{raw}</code>
);
