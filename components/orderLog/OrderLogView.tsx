'use client';

import { useState, type ReactNode } from 'react';
import type { OrderLogAnswer } from '@/lib/api/orderLog';
import { forgetLog, keepLog } from '@/lib/client/orderLog/keptLog';
import { madeName } from '@/lib/domain/events/reconstructed';
import { logLayers, logLines, logMinutes, logStrip, logTotals } from '@/lib/words/orderLogPage';
import { count, formatRatio } from '@/lib/words/numbers';
import { joins } from '@/lib/words/spelled';
import { Head, NumberHead } from '../frame/ColumnHead';
import { Link } from '../frame/Link';
import { Scroller, Section } from '../frame/Section';
import { Time } from '../zone/Time';
import { flawWords, minutesCsv, resultMarkdown } from './forms';
import { saveAs } from '../frame/saveAs';
import { useKeptLog } from './useKeptLog';

interface Props {
  readonly answer: OrderLogAnswer;
}

/** What logs came to: totals, codes, minutes, and the lines that could not be read. */
export const OrderLogView = ({ answer }: Props) => (
  <div className="space-y-10">
    <Totals answer={answer} />
    <Codes answer={answer} />
    <Minutes answer={answer} />
    <BadLines answer={answer} />
  </div>
);

function Totals({ answer }: Props) {
  const { rejected, accepted, reduceOnly, rejectionRate: rate, longestRun: run } = answer;
  const save = (name: string, type: string, text: () => string, label: string): ReactNode => (
    <button
      type="button"
      className="button"
      onClick={() => {
        saveAs(madeName(name, answer.reconstructed), new Blob([text()], { type }));
      }}
    >
      {label}
    </button>
  );
  return (
    <Section
      id="total"
      title={logTotals.title}
      aside={
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          {save('orderlog.csv', 'text/csv', () => minutesCsv(answer), logTotals.saveCsv)}
          {save('orderlog.md', 'text/markdown', () => resultMarkdown(answer), logTotals.saveMarkdown)}
          {save('orderlog.json', 'application/json', () => JSON.stringify(answer, undefined, 2), logTotals.saveJson)}
        </div>
      }
    >
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        <Big name={logTotals.rejected}>{count(rejected)}</Big>
        <Big
          name={logTotals.rate}
          more={rate === null ? logTotals.noRateWhy : logTotals.attempts(rejected, rejected + accepted)}
        >
          {rate === null ? logTotals.noRate : formatRatio(rate)}
        </Big>
        <Big name={logTotals.reduceOnly}>{count(reduceOnly)}</Big>
        {run !== null && (
          <Big
            name={logTotals.longest}
            more={
              <>
                <Time iso={`${run.from.slice(0, 19)}Z`} withSeconds /> –{' '}
                <Time iso={`${run.to.slice(0, 19)}Z`} withSeconds />
                {!run.bounded && <span className="block">{logTotals.openRun}</span>}
              </>
            }
          >
            {logTotals.run(run.attempts)}
          </Big>
        )}
      </dl>
      <ul className="mt-4 max-w-[78ch] space-y-1 text-sm text-ink-2">
        {answer.files.map(({ file, sameAs }, i) =>
          sameAs === null ? null : <li key={`${file} ${String(i)}`}>{logTotals.sameAs(file, sameAs)}</li>,
        )}
        {answer.files.map(({ file, unended }, i) =>
          unended === null ? null : <li key={`${file} ${String(i)}`}>{logTotals.unended(file, unended)}</li>,
        )}
        <li>{logTotals.withoutCode(answer.withoutCode, answer.errorsWithoutCode)}</li>
        {answer.beyondMinutes > 0 && <li>{logTotals.beyond(answer.beyondMinutes)}</li>}
        <li>{logTotals.twice}</li>
        <li>{logTotals.cause}</li>
      </ul>
      {/* Under a chart nothing would say that it is reconstructed. */}
      {!answer.reconstructed && <Keep answer={answer} />}
    </Section>
  );
}

const Big = ({
  name,
  more,
  children,
}: {
  readonly name: string;
  readonly more?: ReactNode;
  readonly children: ReactNode;
}) => (
  <div>
    <dt className="label">{name}</dt>
    <dd className="text-xl font-semibold tabular-nums">
      {children}
      {more !== undefined && <span className="block text-sm font-normal text-ink-2">{more}</span>}
    </dd>
  </div>
);

/** Offers the counts to the charts of this tab. */
function Keep({ answer }: Props) {
  const isKept = useKeptLog() !== undefined;
  return (
    <div className="mt-4 rounded border border-rule bg-raised px-4 py-3 print:hidden">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {isKept ? (
          <>
            <span role="status" className="text-sm">
              {logStrip.shown}
            </span>
            <Link href="/events" className="button">
              {logStrip.open}
            </Link>
            <button type="button" className="button" onClick={forgetLog}>
              {logStrip.remove}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="button button-strong"
            onClick={() => {
              keepLog(answer);
            }}
          >
            {logStrip.show}
          </button>
        )}
      </p>
      <p className="mt-2 max-w-[68ch] text-sm text-ink-2">{logStrip.own}</p>
    </div>
  );
}

function Codes({ answer: { codes } }: Props) {
  if (codes.length === 0) return null;
  return (
    <Section id="codes" title={logLayers.title} lead={logLayers.lead}>
      <Scroller label={logLayers.title}>
        <table className="sheet">
          <thead>
            <tr>
              <Head>{logLayers.code}</Head>
              <Head>{logLayers.layer}</Head>
              <NumberHead>{logLayers.count}</NumberHead>
              <NumberHead className="max-sm:hidden">{logTotals.reduceOnly}</NumberHead>
              <Head className="max-lg:hidden">{logLayers.says}</Head>
              <Head className="max-lg:hidden">{logLayers.sources}</Head>
            </tr>
          </thead>
          <tbody>
            {codes.map(({ family, code, layer, rejected, reduceOnly, says, sources }) => (
              <tr key={`${family} ${code}`}>
                <th scope="row" className="wrap-anywhere">
                  {family} {code}
                </th>
                <td>{logLayers[layer]}</td>
                <td className="num">{count(rejected)}</td>
                <td className="num max-sm:hidden">{count(reduceOnly)}</td>
                <td className="max-lg:hidden" lang="en">
                  {says ?? '–'}
                </td>
                <td className="max-lg:hidden">
                  {sources.map((source) => (
                    <a key={source} href={source} rel="noreferrer" className="link block text-xs whitespace-nowrap">
                      {new URL(source).host}
                    </a>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}

/** Rows shown at first, and with each press. */
const FIRST_ROWS = 30;
const MORE_ROWS = 100;

function Minutes({ answer: { minutes } }: Props) {
  const [most, setMost] = useState(FIRST_ROWS);
  const rejected = minutes.filter((one) => one.rejected > 0);
  const left = rejected.length - most;
  if (rejected.length === 0) return null;
  return (
    <Section id="minutes" title={logMinutes.title} lead={logMinutes.lead}>
      <Scroller label={logMinutes.title}>
        <table className="sheet">
          <thead>
            <tr>
              <Head isTime>{logMinutes.time}</Head>
              <NumberHead>{logLayers.transport}</NumberHead>
              <NumberHead>{logLayers.business}</NumberHead>
              <NumberHead className="max-sm:hidden">{logLayers.unknown}</NumberHead>
              <NumberHead className="max-sm:hidden">{logTotals.reduceOnly}</NumberHead>
              <NumberHead className="max-sm:hidden">{logMinutes.accepted}</NumberHead>
              <Head className="max-lg:hidden">{logMinutes.codes}</Head>
            </tr>
          </thead>
          <tbody>
            {rejected.slice(0, most).map((one) => (
              <tr key={one.minute}>
                <th scope="row">
                  <Time iso={one.minute} />
                </th>
                <td className="num">{count(one.transport)}</td>
                <td className="num">{count(one.business)}</td>
                <td className="num max-sm:hidden">{count(one.unknown)}</td>
                <td className="num max-sm:hidden">{count(one.reduceOnly)}</td>
                <td className="num max-sm:hidden">{count(one.accepted)}</td>
                <td className="text-sm text-ink-2 max-lg:hidden">
                  {one.codes
                    .map(({ family, code, rejected: of }) => `${family} ${code} (${count(of)})`)
                    .join(joins.items)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      {left > 0 && (
        <button
          type="button"
          className="button mt-3 print:hidden"
          onClick={() => {
            setMost(most + MORE_ROWS);
          }}
        >
          {logMinutes.more(Math.min(left, MORE_ROWS))}
        </button>
      )}
    </Section>
  );
}

/** Lines that a page lists; the JSON has a thousand. */
const MOST_LINES = 100;

function BadLines({ answer: { flawed, lines, flawedLines } }: Props) {
  if (flawed === 0) return null;
  return (
    <Section id="lines" title={logLines.title} lead={logLines.lead(flawed, lines)}>
      <Scroller label={logLines.title}>
        <table className="sheet">
          <thead>
            <tr>
              <NumberHead>{logLines.line}</NumberHead>
              <Head>{logLines.file}</Head>
              <Head>{logLines.what}</Head>
              <Head className="max-sm:hidden">{logLines.text}</Head>
            </tr>
          </thead>
          <tbody>
            {flawedLines.slice(0, MOST_LINES).map(({ file, line, flaw, text }) => (
              <tr key={`${file} ${String(line)}`}>
                <th scope="row" className="num">
                  {count(line)}
                </th>
                <td className="wrap-anywhere">{file}</td>
                <td>{flawWords(flaw)}</td>
                <td className="wrap-anywhere max-sm:hidden">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  );
}
