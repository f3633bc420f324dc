import type { SeriesColumns } from '../../domain/seriesColumns';
import { labelOf, orderByDepth, seriesKey, type ChartAnswer, type DeviationChart } from '../chart';
import { axisPrice } from '../../words/numbers';
import { COLOURS } from '../panes/stripScale';
import { endLabels, legendOf, LEGEND_FONT, placedLegend, type PlacedEntry } from './legend';
import { keyedReasons, type KeyedReason } from './reasonKey';
import { fitted, textWidth } from './textWidth';
import { linearTicks } from './ticks';
import { priceExtremes } from './bounds';

/** A place on the chart in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly legend: readonly PlacedEntry[];
  readonly price: Box;
  readonly deviation: Box;
  readonly strip: Box;
  /** The series in the order of the strip's rows. */
  readonly order: readonly SeriesColumns[];
  /** The names of the strip's rows, cut to the left margin. */
  readonly rows: readonly string[];
  /** Upper left corner of the key to the strip, whether its two halves stand one under the other, and its second half, placed. */
  readonly key: {
    readonly left: number;
    readonly top: number;
    readonly stacked: boolean;
    /** The width of a colour. */
    readonly swatch: number;
    readonly reasons: readonly KeyedReason[];
    /** From the key's left edge to the reasons'. */
    readonly indent: number;
  };
  readonly slider: Box | undefined;
}

/** Room above a pane for its caption. */
const CAPTION = 29;
/** Room under the strip for the times. */
const TIMES = 26;
/** The key to the strip: colours with their figures, or one row of reasons. */
const KEY_ROW = 34;
/** A further row of reasons. */
export const REASON_ROW = 18;
/** Of the colours, and what is between them and the reasons beside them. */
const SWATCH = 26;
/** Behind the colours' last figure: the percent sign, and what is between them. */
export const UNIT_GAP = 4;
const UNIT = UNIT_GAP + 12;
const KEY_GAP = 56;
const SLIDER = 26;
/** The last pixels of a chart with a brush hold nothing else. */
export const BRUSH_FOOT = SLIDER + 10;
const RIGHT = 18;
/** Between the panes and the names at the end of their lines, and the longest of these. */
export const END_GAP = 8;
const LONGEST_END = 170;
/** Wide enough for "121,758.75". */
const LEAST_LEFT = 66;
/** From this width on both halves of the key fit side by side. */
const SIDE_BY_SIDE = 1_040;
/** Keeps the letters of the first row off the edge. */
const TOP = 4;
/** The price pane takes three fifths of what the two line panes share. */
const PRICE_SHARE = 0.6;
/** The height two line panes need to be read: on a desk, and on a telephone. */
const PANES = 480;
const PANES_COMPACT = 380;
/** A pane under this height cannot be read at all, so a chart given too little height runs over instead. */
const LEAST_PANES = 200;

const rowHeight = (chart: DeviationChart): number =>
  chart.answer.series.length > 14 ? 13 : chart.compact === true ? 15 : 18;

/** The height a chart needs at its width, where nobody gives one. */
export const chartHeight = (chart: DeviationChart): number =>
  fixedHeight(chart) + (chart.compact === true ? PANES_COMPACT : PANES);

const hasBrush = ({ still, brush }: DeviationChart): boolean => still !== true || brush === true;

/** Under this height a chart of its width runs over. */
export const leastHeight = (chart: DeviationChart): number => fixedHeight(chart) + LEAST_PANES;

const keyIsStacked = (chart: DeviationChart): boolean => chart.width < SIDE_BY_SIDE;

/** The reasons, under the colours or beside them. */
function reasonsIn(chart: DeviationChart): { readonly reasons: readonly KeyedReason[]; readonly indent: number } {
  const left = chart.compact === true ? RIGHT : marginOf(chart).left;
  const indent = keyIsStacked(chart) ? 0 : COLOURS * SWATCH + KEY_GAP;
  return { reasons: keyedReasons(chart, chart.width - left - indent - RIGHT), indent };
}

function keyHeight(chart: DeviationChart): number {
  const further = reasonsIn(chart).reasons.at(-1)?.row;
  return KEY_ROW * (keyIsStacked(chart) ? 2 : 1) + REASON_ROW * (further === undefined ? 0 : further);
}

function fixedHeight(chart: DeviationChart): number {
  const legend = legendIn(chart).height;
  const strip = Math.max(1, chart.answer.series.length) * rowHeight(chart);
  return TOP + legend + 3 * CAPTION + strip + TIMES + keyHeight(chart) + (hasBrush(chart) ? BRUSH_FOOT : 0);
}

/** Between a price and the pane. */
const LABEL_GAP = 12;
/** As many ticks as a tall pane has. */
const MOST_TICKS = 10;
const pricesKnown = new WeakMap<ChartAnswer, readonly string[]>();

/** Prices as they may stand beside the price axis, before its height is known. */
function pricesOn({ answer }: DeviationChart): readonly string[] {
  const known = pricesKnown.get(answer);
  if (known !== undefined) return known;
  const bounds = priceExtremes(answer);
  const prices =
    bounds === undefined
      ? []
      : linearTicks(bounds.least, bounds.most, MOST_TICKS).map((tick) => axisPrice(Number(tick.toPrecision(12))));
  pricesKnown.set(answer, prices);
  return prices;
}

/** The left margin holds the names of the strip's rows and the figures of the axes. */
function marginOf(chart: DeviationChart): {
  readonly fontSize: number;
  readonly order: readonly SeriesColumns[];
  readonly names: readonly string[];
  readonly left: number;
} {
  const fontSize = 12;
  const order = orderOf(chart.answer);
  const names = order.map((series) => rowName(chart, series));
  const widest = Math.max(
    LEAST_LEFT,
    ...names.map((name) => textWidth(name, fontSize) + 16),
    ...pricesOn(chart).map((price) => textWidth(price, fontSize) + LABEL_GAP),
  );
  return { fontSize, order, names, left: Math.ceil(Math.min(widest, chart.compact === true ? 84 : 150)) };
}

const ordersKnown = new WeakMap<ChartAnswer, readonly SeriesColumns[]>();

function orderOf(answer: ChartAnswer): readonly SeriesColumns[] {
  const known = ordersKnown.get(answer) ?? orderByDepth(answer);
  ordersKnown.set(answer, known);
  return known;
}

/** On a wide screen names stand at the end of their lines; a narrow one has a legend instead, flush with its edge. */
const legendIn = (chart: DeviationChart): ReturnType<typeof placedLegend> =>
  placedLegend(chart.compact === true ? legendOf(chart) : [], RIGHT, chart.width - 2 * RIGHT);

/** Room for the names at the end of the lines. */
const rightOf = (chart: DeviationChart): number =>
  chart.compact === true
    ? RIGHT
    : Math.max(
        RIGHT,
        ...endLabels(chart).map(({ label }) =>
          Math.ceil(Math.min(LONGEST_END, textWidth(label, LEGEND_FONT) * 1.08 + END_GAP + EDGE)),
        ),
      );
/** Between the longest name and the edge, where SIMULATED is hatched. */
const EDGE = 12;

const known = new WeakMap<DeviationChart, Layout>();

/** Once a drawing, for words are measured for it and rows gone through, and whatever follows a pointer asks for it. */
export function layoutOf(chart: DeviationChart): Layout {
  const layout = known.get(chart) ?? laidOut(chart);
  known.set(chart, layout);
  return layout;
}

function laidOut(chart: DeviationChart): Layout {
  const { fontSize, order, names, left } = marginOf(chart);
  const width = chart.width - left - rightOf(chart);
  const legend = legendIn(chart);
  const height = chart.height ?? chartHeight(chart);
  const panes = Math.max(LEAST_PANES, height - fixedHeight(chart));
  const box = (top: number, tall: number): Box => ({ left, top: Math.round(top), width, height: Math.round(tall) });
  const price = box(TOP + legend.height + CAPTION, panes * PRICE_SHARE);
  const deviation = box(price.top + price.height + CAPTION, panes * (1 - PRICE_SHARE));
  const strip = box(deviation.top + deviation.height + CAPTION, Math.max(1, names.length) * rowHeight(chart));
  const keyLeft = chart.compact === true ? RIGHT : left;
  const key = {
    left: keyLeft,
    top: strip.top + strip.height + TIMES,
    stacked: keyIsStacked(chart),
    swatch: Math.min(SWATCH, Math.floor((chart.width - keyLeft - UNIT) / COLOURS)),
    ...reasonsIn(chart),
  };
  const slider = hasBrush(chart) ? box(key.top + keyHeight(chart) + 2, SLIDER) : undefined;
  return {
    width: chart.width,
    height,
    fontSize,
    legend: legend.entries.map((entry) => ({ ...entry, y: entry.y + TOP })),
    price,
    deviation,
    strip,
    order,
    rows: names.map((name) => fitted(name, fontSize, left - 14)),
    key,
    slider,
  };
}

/**
 * Of a chart without a strip: the two line panes share all of its height; where that is too little for two, the pane of prices has it, and that of
 * deviations has no height. The margin holds the figures of the axes alone.
 */
export function linesLayoutOf(chart: DeviationChart & { readonly height: number }): Layout {
  const whole = layoutOf(chart);
  const widest = pricesOn(chart).map((price) => textWidth(price, whole.fontSize) + LABEL_GAP);
  const left = Math.ceil(Math.max(LEAST_LEFT, ...widest));
  const width = whole.price.left + whole.price.width - left;
  const both = chart.height - TOP - 2 * CAPTION - TIMES;
  const box = (top: number, tall: number): Box => ({ left, top: Math.round(top), width, height: Math.round(tall) });
  const price = box(TOP + CAPTION, both < LEAST_PANES ? both + CAPTION : both * PRICE_SHARE);
  const foot = price.top + price.height;
  const deviation = both < LEAST_PANES ? box(foot, 0) : box(foot + CAPTION, both * (1 - PRICE_SHARE));
  return { ...whole, price, deviation, strip: box(deviation.top + deviation.height, 0) };
}

/** A row is named like its line, without the extra words a legend may have been given. */
const rowName = (chart: DeviationChart, series: DeviationChart['answer']['series'][number]): string =>
  labelOf({ answer: chart.answer }, series) || seriesKey(series);
