import type { OrderLogAnswer } from '@/lib/api/orderLog';
import { logRows } from '@/lib/client/orderLog/orderLog';
import { logLayers, logLines, logMinutes, logTotals, orderLogHead } from '@/lib/words/orderLogPage';
import { RECONSTRUCTED } from '@/lib/domain/events/reconstructed';
import { workedExample } from '@/lib/words/workedExample';
import { count, formatRatio } from '@/lib/words/numbers';

const cell = (value: string | number): string => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The minutes as CSV, as `plumbline orderlog --csv` prints them. */
export const minutesCsv = (answer: OrderLogAnswer): string =>
  logRows(answer)
    .map((row) => `${row.map(cell).join(',')}\n`)
    .join('');

/** As a cell of Markdown's tables. */
const plain = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(plain).join(' | ')} |`).join('\n');

/** The result as Markdown, for whoever writes a letter: totals, codes, minutes, and the lines that could not be read. */
export function resultMarkdown(answer: OrderLogAnswer): string {
  const { longestRun: run, rejectionRate: rate } = answer;
  const totals: readonly (readonly [string, string])[] = [
    [logTotals.rejected, count(answer.rejected)],
    [logTotals.reduceOnly, count(answer.reduceOnly)],
    [logMinutes.accepted, count(answer.accepted)],
    [logTotals.rate, rate === null ? logTotals.noRateWhy : formatRatio(rate)],
    ...(run === null ? [] : [[logTotals.longest, `${logTotals.run(run.attempts)}: ${run.from} – ${run.to}`] as const]),
  ];
  return [
    `# ${orderLogHead.title}`,
    ...(answer.reconstructed ? [`**${RECONSTRUCTED} · ${workedExample.label}.** ${workedExample.notice}`] : []),
    answer.files
      .map(
        ({ file, zone, reconstructed, unended, sameAs }) =>
          `- ${plain(file)} (${zone ?? 'UTC'})${reconstructed ? `: ${RECONSTRUCTED}` : ''}${sameAs === null ? '' : `: ${plain(logTotals.sameAs(file, sameAs))}`}${unended === null ? '' : `: ${plain(logTotals.unended(file, unended))}`}`,
      )
      .join('\n'),
    table(['', ''], totals),
    `${logTotals.cause} ${logTotals.twice} ${logTotals.withoutCode(answer.withoutCode, answer.errorsWithoutCode)}`,
    `## ${logLayers.title}`,
    logLayers.lead,
    table(
      [logLayers.code, logLayers.layer, logLayers.count, logTotals.reduceOnly, logLayers.says],
      answer.codes.map(({ family, code, layer, rejected, reduceOnly, says }) => [
        `${family} ${code}`,
        logLayers[layer],
        count(rejected),
        count(reduceOnly),
        says ?? '',
      ]),
    ),
    `## ${logMinutes.title} (UTC)`,
    table(
      [
        logMinutes.time,
        logLayers.transport,
        logLayers.business,
        logLayers.unknown,
        logTotals.reduceOnly,
        logMinutes.accepted,
      ],
      answer.minutes.map(({ minute, transport, business, unknown, reduceOnly, accepted }) =>
        [minute, transport, business, unknown, reduceOnly, accepted].map(String),
      ),
    ),
    ...(answer.flawed === 0
      ? []
      : [
          `## ${logLines.title}`,
          logLines.lead(answer.flawed, answer.lines),
          table(
            [logLines.file, logLines.line, logLines.what],
            answer.flawedLines.map(({ file, line, flaw }) => [file, String(line), flawWords(flaw)]),
          ),
        ]),
    '',
  ].join('\n\n');
}

export function flawWords(flaw: string): string {
  const known: Readonly<Partial<Record<string, string>>> = logLines.flaws;
  return known[flaw] ?? flaw;
}
