import { isComputed } from '../../domain/market';
import { epochMs, MINUTE_MS } from '../../domain/minute';
import { missingAt, type Missing } from '../../domain/missing';
import { RATE_RULES } from '../../domain/rate';
import { isReferenceVenue, referenceOf } from '../../domain/reference';
import { bucketAt, bucketRows, type BucketRow, type Extreme } from '../buckets/bucket';
import type { SeriesColumns } from '../../domain/seriesColumns';
import { labelOf, type ChartAnswer, type DeviationChart } from '../chart';
import { msOf } from '../buckets/columns';
import { tooltipHeads, tooltipWords } from '../../words/chart';
import { formatPrice, formatRatio } from '../../words/numbers';
import { referenceCaption } from '../../words/reference';
import { missingWords } from '../../words/missing';
import { rateWords, ruleWords } from '../../words/rates';
import { seriesLook } from '../look/venueColour';
import { zonedName, zonedText } from './zonedText';
import { chosenRows, medianOfThere, type ChosenRows } from './chosenRows';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** One venue's line of the tooltip, as text; `why` where a figure is missing. */
export interface TooltipRow {
  readonly label: string;
  readonly colour: string;
  readonly low: string | undefined;
  readonly high: string | undefined;
  readonly close: string | undefined;
  readonly reference: string | undefined;
  readonly below: string | undefined;
  readonly above: string | undefined;
  /** Of the deviations. */
  readonly uncertainty: string | undefined;
  readonly peers: string | undefined;
  /** To USD, with what made it and what it leaves unknown. */
  readonly rate: string | undefined;
  readonly why: string | undefined;
}

/** Venues in one minute, all unless some are chosen. A minute a series does not speak of is not fetched. */
export function tooltipRows(
  chart: DeviationChart,
  ms: number,
  chosen: readonly SeriesColumns[] = chart.answer.series,
): readonly TooltipRow[] {
  return chosen.map((series) => {
    const i = rowAt(series, ms);
    const price = (column: Float64Array): string | undefined => written(column[i], formatPrice);
    const missing = i < 0 ? 'not-fetched' : missingAt(series.missing[i]);
    return {
      label: labelOf({ answer: chart.answer }, series),
      colour: seriesLook(series, chart.theme).colour,
      low: price(series.low),
      high: price(series.high),
      close: price(series.close),
      reference: span(series, i),
      below: written(series.dLow[i], formatRatio),
      above: written(series.dHigh[i], formatRatio),
      uncertainty: missing === null ? uncertaintyAt(series, i) : undefined,
      peers: written(series.peers?.[i], String),
      rate: rateAt(series, i),
      why: missing === null ? undefined : whyOf(chart.answer, series, missing),
    };
  });
}

const uncertaintyAt = ({ uncertainty, weak }: SeriesColumns, i: number): string =>
  tooltipWords.uncertainty(uncertainty[i] ?? NaN, weak[i] === 1);

/** undefined where there is no rate, and where raw quotes are compared. */
function rateAt({ rate, rateRule, rateUncertainty }: SeriesColumns, i: number): string | undefined {
  const [rule, value] = [RATE_RULES[rateRule[i] ?? NaN], rate?.[i] ?? NaN];
  if (rule === undefined || rule === 'none' || Number.isNaN(value)) return undefined;
  const uncertainty = rateUncertainty?.[i] ?? NaN;
  const words = rateWords({ rule, value, uncertainty: Number.isNaN(uncertainty) ? null : uncertainty });
  return words === undefined ? undefined : tooltipWords.rate(words, ruleWords(rule));
}

/** The reference venue is compared with nothing, which is not for want of peers. */
const whyOf = ({ reference }: ChartAnswer, series: SeriesColumns, missing: Missing): string =>
  missing === 'too-few-peers' && isReferenceVenue(referenceOf(reference), series)
    ? tooltipWords.referenceVenue
    : missingWords(missing);

function span(series: SeriesColumns, i: number): string | undefined {
  const [low, high] = [written(series.referenceLow?.[i], formatPrice), written(series.referenceHigh?.[i], formatPrice)];
  return low === undefined || high === undefined ? undefined : `${low} – ${high}`;
}

const written = (value: number | undefined, format: (value: number) => string): string | undefined =>
  value === undefined || Number.isNaN(value) ? undefined : format(value);

/** Where a series speaks of an instant's minute, or −1. */
function rowAt({ minutes }: SeriesColumns, ms: number): number {
  const minute = Math.floor(ms / MINUTE_MS);
  const guess = minute - (minutes[0] ?? NaN);
  return minutes[guess] === minute ? guess : minutes.indexOf(minute);
}

/** The nearest minute of the window to an instant on the time axis, in milliseconds. */
export function nearestMinute(answer: ChartAnswer, ms: number): number {
  const [first, last] = [msOf(answer.from), msOf(answer.to) - MINUTE_MS];
  return Math.min(last, Math.max(first, Math.round(ms / MINUTE_MS) * MINUTE_MS));
}

/**
 * The tooltip of a minute, or of a long window's bucket, as HTML; every text in it is escaped. It leaves the chart in sight: the venue in
 * question, the lines, the median of all, the furthest of the others, and how many more there are.
 */
export const tooltipOf = (chart: DeviationChart, ms: number): string =>
  chart.answer.resolutionMinutes === 1 ? ofMinute(chart, ms) : ofBucket(chart, ms);

function ofMinute(chart: DeviationChart, ms: number): string {
  const { answer } = chart;
  const minute = nearestMinute(answer, ms);
  const heads = tooltipHeads.minute(answer.currency, referenceCaption(referenceOf(answer.reference), answer.bloc));
  const at = (column: Float64Array, series: SeriesColumns): number | undefined => column[rowAt(series, minute)];
  const chosen = chosenRows(chart, (series) => [at(series.dLow, series), at(series.dHigh, series)]);
  const traded = answer.series.filter(({ kind }) => !isComputed(kind));
  const [low, high, close, below, above] = (['low', 'high', 'close', 'dLow', 'dHigh'] as const).map((name) =>
    medianOfThere(traded.map((series) => at(series[name], series))),
  );
  const prices = [written(low, formatPrice), written(high, formatPrice)].filter((price) => price !== undefined);
  const median = medianRow(traded.filter((series) => !Number.isNaN(at(series.low, series) ?? NaN)).length, [
    prices.length === 0 ? undefined : prices.join(' – '),
    written(close, formatPrice),
    '',
    written(below, formatRatio),
    written(above, formatRatio),
    '',
    '',
    '',
  ]);
  const rows = (some: readonly SeriesColumns[]): readonly string[] => tooltipRows(chart, minute, some).map(htmlRow);
  return htmlOf(
    chart,
    tooltipWords.minute(zonedText(minute, chart.zone), zonedName(minute, chart.zone)),
    heads,
    inOrder(chosen, median, rows, heads.length),
  );
}

/** Of every N minutes what the rows kept: each figure with the minute it is of. */
function ofBucket(chart: DeviationChart, ms: number): string {
  const { answer } = chart;
  const { fromMs, toMs } = bucketAt(answer, ms);
  const heads = tooltipHeads.bucket(answer.currency);
  const kept = new Map(answer.series.map((series) => [series, bucketRows(series, fromMs, toMs)]));
  const chosen = chosenRows(chart, (series) => [kept.get(series)?.below?.value, kept.get(series)?.above?.value]);
  const traded = answer.series.filter(({ kind }) => !isComputed(kind)).map((series) => kept.get(series));
  const of = (name: 'lowest' | 'highest' | 'below' | 'above'): number | undefined =>
    medianOfThere(traded.map((row) => row?.[name]?.value));
  const median = medianRow(traded.filter((row) => row?.lowest !== undefined).length, [
    written(of('lowest'), formatPrice),
    written(of('highest'), formatPrice),
    written(of('below'), formatRatio),
    '',
    written(of('above'), formatRatio),
    '',
  ]);
  const rows = (some: readonly SeriesColumns[]): readonly string[] =>
    some.map((series) => htmlBucketRow(chart, series, kept.get(series) ?? bucketRows(series, fromMs, toMs)));
  const title = tooltipWords.bucket(
    zonedText(fromMs, chart.zone),
    zonedName(fromMs, chart.zone),
    (toMs - fromMs) / MINUTE_MS,
  );
  return htmlOf(chart, title, heads, inOrder(chosen, median, rows, heads.length));
}

/** The median of what the venues have, column by column; nothing where it would be that of one alone. */
const medianRow = (venues: number, figures: readonly (string | undefined)[]): readonly string[] =>
  venues < 2
    ? []
    : [
        `<tr class="median"><th scope="row">${escapeHtml(tooltipWords.median(venues))}</th>${figures.map(cell).join('')}</tr>`,
      ];

const inOrder = (
  { named, furthest, rest, restUnmeasured }: ChosenRows,
  median: readonly string[],
  rows: (some: readonly SeriesColumns[]) => readonly string[],
  columns: number,
): readonly string[] => [
  ...rows(named),
  ...median,
  ...rows(furthest),
  ...(rest === 0
    ? []
    : [
        `<tr><td colspan="${String(columns)}" class="hole">${escapeHtml(tooltipWords.more(rest, restUnmeasured))}</td></tr>`,
      ]),
];

function htmlBucketRow(
  chart: DeviationChart,
  series: SeriesColumns,
  { lowest, highest, below, above, why }: BucketRow,
): string {
  const prices = [lowest, highest].map((extreme) => cell(written(extreme?.value, formatPrice)));
  const off = [below, above].flatMap((extreme) => [
    cell(extreme === undefined ? undefined : ratioAt(series, extreme)),
    cell(extreme === undefined ? undefined : zonedText(epochMs(extreme.minute), chart.zone).slice(5)),
  ]);
  const figures =
    below === undefined && above === undefined
      ? `<td colspan="4" class="hole"><em>${escapeHtml(whyOf(chart.answer, series, why ?? 'not-fetched'))}</em></td>`
      : off.join('');
  return `<tr>${nameCell(labelOf({ answer: chart.answer }, series), seriesLook(series, chart.theme).colour)}${prices.join('')}${figures}</tr>`;
}

/** "−12.60 % ± 0.30 %": a deviation of a kept minute with its uncertainty. */
function ratioAt(series: SeriesColumns, { value, minute }: Extreme): string {
  const i = rowAt(series, minute * MINUTE_MS);
  return `${formatRatio(value)} ${uncertaintyAt(series, i)}`;
}

function htmlOf({ answer }: DeviationChart, title: string, heads: readonly string[], rows: readonly string[]): string {
  const stamped = answer.simulated ? tooltipWords.simulated(title) : title;
  const kind = answer.resolutionMinutes === 1 ? 'of-minute' : 'of-bucket';
  return `<div class="chart-tooltip ${kind}"><strong>${escapeHtml(stamped)}</strong><table><thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

const nameCell = (label: string, colour: string): string =>
  `<th scope="row"><span aria-hidden="true" style="color:${escapeHtml(colour)}">■</span> ${escapeHtml(label)}</th>`;
const cell = (text: string | undefined): string => `<td>${escapeHtml(text ?? '–')}</td>`;

function htmlRow(row: TooltipRow): string {
  const prices = row.low === undefined || row.high === undefined ? cell(undefined) : cell(`${row.low} – ${row.high}`);
  const figures =
    row.why === undefined
      ? [row.reference, row.below, row.above, row.uncertainty, row.peers].map(cell).join('')
      : `<td colspan="5" class="hole"><em>${escapeHtml(row.why)}</em></td>`;
  return `<tr>${nameCell(row.label, row.colour)}${prices}${cell(row.close)}${figures}${cell(row.rate)}</tr>`;
}
