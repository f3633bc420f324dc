import Link from 'next/link';
import type { ReactNode } from 'react';
import type { RevisionsAnswer } from '@/lib/api/revisions';
import { Hole } from '../frame/Cells';
import { Scroller, Section } from '../frame/Section';
import { clock, count, dayPart, utc } from '@/lib/words/en/numbers';
import { sourceWords } from '@/lib/words/en/sources';
import { marketWords, minutePath } from './minutePath';
import { Difference, CandleFields } from './CandleCells';

interface MinuteProps {
  readonly asset: string;
  readonly minute: string;
  readonly asOf: string | null;
}

const Minute = ({ asset, minute, asOf }: MinuteProps) => (
  <Link className="link whitespace-nowrap" href={minutePath(asset, minute, asOf)} prefetch={false}>
    <strong className="font-semibold">{clock(minute)}</strong> {dayPart(minute)}
  </Link>
);

/** On a phone the market stands under its minute, so that what was said comes into sight. */
const OnPhone = ({ children }: { readonly children: ReactNode }) => (
  <span className="label block sm:hidden">{children}</span>
);

const Shown = ({ of: all, shown }: { readonly of: number; readonly shown: number }) =>
  all > shown ? <span className="text-sm text-ink-3">{`the worst ${count(shown)} of ${count(all)}`}</span> : undefined;

const Heads = ({ heads }: { readonly heads: readonly ReactNode[] }) => (
  <thead>
    <tr>
      {heads.map((head, i) => (
        <th key={i} scope="col" className={i === 1 ? 'num' : i === 2 ? 'hidden sm:table-cell' : undefined}>
          {head}
        </th>
      ))}
    </tr>
  </thead>
);

/** Minutes in which two sources of one market differ, the worst first. */
export function Differences({ answer }: { readonly answer: RevisionsAnswer }) {
  const { differences, differing, pairs } = answer;
  return (
    <Section
      id="differences"
      title="Minutes in which sources differ"
      lead="Of one market, one minute, two sources. How far is the second from the first: the price furthest off, then a candle against none, then a volume alone. Numbers are compared exactly, without a tolerance, and stand as they were received, in the market’s own quote."
      aside={<Shown of={differing} shown={differences.length} />}
    >
      {differences.length === 0 ? (
        <p className="text-ink-2">
          {pairs.length === 0
            ? 'Nothing to compare: no market was answered by two sources in these minutes. Where one was, say by Binance’s klines and by its display klines or its archive, each minute they tell differently stands here.'
            : pairs.every(({ compared }) => compared === 0)
              ? 'Nothing to compare: in these minutes no two sources of a market answered the same minute.'
              : 'In every minute that both answered, the sources say the same.'}
        </p>
      ) : (
        <Scroller label="Minutes in which sources differ">
          <table className="sheet">
            <Heads heads={['Minute, UTC', 'How far', 'Venue, market', 'First source says', 'Second source says']} />
            <tbody>
              {differences.map((line) => (
                <tr key={`${line.minute} ${line.venue} ${line.market} ${line.kind} ${line.other}`}>
                  <th scope="row">
                    <Minute asset={line.asset} minute={line.minute} asOf={answer.asOf} />
                    <OnPhone>
                      {line.venue} {marketWords(line)}
                    </OnPhone>
                  </th>
                  <td className="num">
                    <Difference apart={line} />
                  </td>
                  <td className="hidden whitespace-nowrap sm:table-cell">
                    {line.venue} <span className="text-ink-3">{marketWords(line)}</span>
                  </td>
                  <td>
                    <CandleFields by={sourceWords(line.source)} candle={line.said} apart={line} />
                  </td>
                  <td>
                    <CandleFields by={sourceWords(line.other)} candle={line.otherSaid} apart={line} />
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

/** Minutes whose source said something else later, the worst first. */
export function Revised({ answer }: { readonly answer: RevisionsAnswer }) {
  const { revisions, revised } = answer;
  return (
    <Section
      id="revisions"
      title="Answers that changed"
      lead="One source, asked twice, said two things of the same minute. The first is kept beside the second, and the world as of any moment can still be asked for."
      aside={<Shown of={revised} shown={revisions.length} />}
    >
      {revisions.length === 0 ? (
        <p className="text-ink-2">
          No answer changed. When a venue, asked again, tells a minute otherwise than before, both answers stand here
          with the times they were seen.
        </p>
      ) : (
        <Scroller label="Answers that changed">
          <table className="sheet">
            <Heads heads={['Minute, UTC', 'How far', 'Venue, market, source', 'Before', 'After']} />
            <tbody>
              {revisions.map((line) => (
                <tr
                  key={`${line.minute} ${line.venue} ${line.market} ${line.kind} ${line.source} ${line.firstSeen} ${line.seenAgain}`}
                >
                  <th scope="row">
                    <Minute asset={line.asset} minute={line.minute} asOf={answer.asOf} />
                    <OnPhone>
                      {line.venue} {marketWords(line)}
                    </OnPhone>
                  </th>
                  <td className="num">
                    <Difference apart={line} />
                  </td>
                  <td className="hidden whitespace-nowrap sm:table-cell">
                    {line.venue} <span className="text-ink-3">{marketWords(line)}</span>
                    <span className="label block">{sourceWords(line.source)}</span>
                  </td>
                  <td>
                    <CandleFields by={`first seen ${utc(line.firstSeen)}`} candle={line.before} apart={line} />
                  </td>
                  <td>
                    <CandleFields by={`seen again ${utc(line.seenAgain)}`} candle={line.after} apart={line} />
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

/** Rows that broke the candle invariant, the newest seen first. */
export function Quarantine({ answer }: { readonly answer: RevisionsAnswer }) {
  const { quarantine, quarantined } = answer;
  return (
    <Section
      id="quarantine"
      title="Quarantine"
      lead="Rows that no candle can be: a low above the high, a price of 0, a volume below 0. They are kept as they came and never used."
      aside={
        quarantined > quarantine.length ? (
          <span className="text-sm text-ink-3">{`the newest ${count(quarantine.length)} of ${count(quarantined)}`}</span>
        ) : undefined
      }
    >
      {quarantine.length === 0 ? (
        <p className="text-ink-2">
          No row was refused. One that breaks the rule stands here with its reason, as it came.
        </p>
      ) : (
        <Scroller label="Quarantine">
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">Minute, UTC</th>
                <th scope="col">Venue, market, source</th>
                <th scope="col">Reason</th>
                <th scope="col">Seen, UTC</th>
                <th scope="col">The row as it came</th>
              </tr>
            </thead>
            <tbody>
              {quarantine.map((row, i) => (
                <tr key={`${row.venue} ${row.market} ${row.source} ${String(i)}`}>
                  <th scope="row">
                    {row.minute === null ? (
                      <Hole>not readable</Hole>
                    ) : (
                      <Minute asset={row.asset} minute={row.minute} asOf={answer.asOf} />
                    )}
                  </th>
                  <td className="whitespace-nowrap">
                    {row.venue} <span className="text-ink-3">{marketWords(row)}</span>
                    <span className="label block">{sourceWords(row.source)}</span>
                  </td>
                  <td className="min-w-[12rem]">{row.reason}</td>
                  <td className="whitespace-nowrap">{utc(row.seen)}</td>
                  <td>
                    <code className="block max-w-[36rem] min-w-[16rem] font-mono text-[0.78rem] break-all text-ink-2">
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
