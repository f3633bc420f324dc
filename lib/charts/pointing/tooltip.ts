import { isComputed } from '../../domain/market';
import { epochMs, MINUTE_MS } from '../../domain/minute';
import { missingAt, type Missing } from '../../domain/missing';
import { RATE_RULES } from '../../domain/rate';
import { isReferenceVenue, referenceOf } from '../../domain/reference';
import { bucketAt, bucketRows, type BucketRow, type Extreme } from '../buckets/bucket';
import type { SeriesColumns } from '../../domain/seriesColumns';
import { labelOf, type ChartAnswer, type DeviationChart } from '../chart';
import { msOf } from '../buckets/columns';
import { firstFrom } from '../buckets/firstFrom';
import { tooltipHeads, tooltipWords } from '../../words/chart';
import { formatPrice, formatRatio, unbroken } from '../../words/numbers';
import { referenceCaption } from '../../words/reference';
import { missingWords } from '../../words/missing';
import { rateWords, ruleWords } from '../../words/rates';
import { seriesLook } from '../look/venueColour';
import { zonedName, zonedText } from './zonedText';
import { chosenRows, medianOfThere, type ChosenRows } from './chosenRows';

/** A cell of the tooltip. */
export interface TooltipCell {
  readonly text: string;
  /** So many columns wide, where words take the place of figures; else it is a figure's. */
  readonly columns?: number;
}

/** A row of the tooltip as it is laid out. */
export interface TooltipLine {
  /** What its figures are of; undefined: it is words alone. */
  readonly name?: string;
  /** Of a venue's mark; the median has none. */
  readonly colour?: string;
  readonly cells: readonly TooltipCell[];
}

/** The tooltip of a minute, or of a long window's bucket, as texts. */
export interface Tooltip {
  readonly of: 'minute' | 'bucket';
  readonly title: string;
  readonly heads: readonly string[];
  readonly lines: readonly TooltipLine[];
}

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
  const row = firstFrom(minutes, minute);
  return minutes[row] === minute ? row : -1;
}

/** The nearest minute of the window to an instant on the time axis, in milliseconds. */
export function nearestMinute(answer: ChartAnswer, ms: number): number {
  const [first, last] = [msOf(answer.from), msOf(answer.to) - MINUTE_MS];
  return Math.min(last, Math.max(first, Math.round(ms / MINUTE_MS) * MINUTE_MS));
}

/**
 * The tooltip at an instant. It leaves the chart in sight: the venue in question, the lines, the median of all, the furthest of the others, and how
 * many more there are.
 */
export const tooltipOf = (chart: DeviationChart, ms: number): Tooltip =>
  chart.answer.resolutionMinutes === 1 ? ofMinute(chart, ms) : ofBucket(chart, ms);

function ofMinute(chart: DeviationChart, ms: number): Tooltip {
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
  const rows = (some: readonly SeriesColumns[]): readonly TooltipLine[] => tooltipRows(chart, minute, some).map(lineOf);
  return {
    of: 'minute',
    title: stamped(answer, tooltipWords.minute(zonedText(minute, chart.zone), zonedName(minute, chart.zone))),
    heads,
    lines: inOrder(chosen, median, rows, heads.length),
  };
}

/** Of every N minutes what the rows kept: each figure with the minute it is of. */
function ofBucket(chart: DeviationChart, ms: number): Tooltip {
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
  const rows = (some: readonly SeriesColumns[]): readonly TooltipLine[] =>
    some.map((series) => bucketLine(chart, series, kept.get(series) ?? bucketRows(series, fromMs, toMs)));
  const title = tooltipWords.bucket(
    zonedText(fromMs, chart.zone),
    zonedName(fromMs, chart.zone),
    (toMs - fromMs) / MINUTE_MS,
  );
  return { of: 'bucket', title: stamped(answer, title), heads, lines: inOrder(chosen, median, rows, heads.length) };
}

/** The median of what the venues have, column by column; nothing where it would be that of one alone. */
const medianRow = (venues: number, figures: readonly (string | undefined)[]): readonly TooltipLine[] =>
  venues < 2 ? [] : [{ name: tooltipWords.median(venues), cells: figures.map(cell) }];

const inOrder = (
  { named, furthest, rest, restUnmeasured }: ChosenRows,
  median: readonly TooltipLine[],
  rows: (some: readonly SeriesColumns[]) => readonly TooltipLine[],
  columns: number,
): readonly TooltipLine[] => [
  ...rows(named),
  ...median,
  ...rows(furthest),
  ...(rest === 0 ? [] : [{ cells: [{ text: tooltipWords.more(rest, restUnmeasured), columns }] }]),
];

function bucketLine(
  chart: DeviationChart,
  series: SeriesColumns,
  { lowest, highest, below, above, why }: BucketRow,
): TooltipLine {
  const prices = [lowest, highest].map((extreme) => cell(written(extreme?.value, formatPrice)));
  const off =
    below === undefined && above === undefined
      ? [{ text: whyOf(chart.answer, series, why ?? 'not-fetched'), columns: 4 }]
      : [below, above].flatMap((extreme) => [
          cell(extreme === undefined ? undefined : ratioAt(series, extreme)),
          cell(extreme === undefined ? undefined : zonedText(epochMs(extreme.minute), chart.zone).slice(5)),
        ]);
  return {
    name: labelOf({ answer: chart.answer }, series),
    colour: seriesLook(series, chart.theme).colour,
    cells: [...prices, ...off],
  };
}

/** "−12.60 % ± 0.30 %": a deviation of a kept minute with its uncertainty. Where a line ends, it ends before the sign. */
function ratioAt(series: SeriesColumns, { value, minute }: Extreme): string {
  const i = rowAt(series, minute * MINUTE_MS);
  return `${unbroken(formatRatio(value))} ${unbroken(uncertaintyAt(series, i))}`;
}

const stamped = ({ simulated }: ChartAnswer, title: string): string =>
  simulated ? tooltipWords.simulated(title) : title;

const cell = (text: string | undefined): TooltipCell => ({ text: text ?? '–' });

function lineOf(row: TooltipRow): TooltipLine {
  const prices = cell(row.low === undefined || row.high === undefined ? undefined : `${row.low} – ${row.high}`);
  const figures =
    row.why === undefined
      ? [row.reference, row.below, row.above, row.uncertainty, row.peers].map(cell)
      : [{ text: row.why, columns: 5 }];
  return { name: row.label, colour: row.colour, cells: [prices, cell(row.close), ...figures, cell(row.rate)] };
}
