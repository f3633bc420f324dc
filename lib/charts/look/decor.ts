import type { GraphicComponentOption } from 'echarts';
import { DEFAULT_MIN_PEERS } from '../../domain/method';
import { MINUTE_MS } from '../../domain/minute';
import { missingAt } from '../../domain/missing';
import { referenceOf } from '../../domain/reference';
import { RATE_RULES } from '../../domain/rate';
import { referenceCaption } from '../../words/reference';
import { chartCaptions, chartNames, chartStamps } from '../../words/chart';
import { DASHES } from '../panes/strokes';
import { zoneOver } from '../../words/toZone';
import { formatLevel } from '../../words/numbers';
import { LEGEND_FONT, LEGEND_ROW, LEGEND_SWATCH, LEGEND_TEXT_AT } from './legend';
import { isWithin } from '../../domain/episode';
import type { ChartEpisode } from '../chart';
import { msOf } from '../buckets/columns';
import { fontOf, ofFocus } from '../panes/marks';
import type { PreparedChart } from '../prepared';
import { zoneEnd } from './zoneEnd';
import { COLOURS, hasPrice, hatch, stepColour, STEPS } from '../panes/stripScale';
import { REASON_ROW, UNIT_GAP, type Box } from './layout';
import { brushOf } from './brush';
import { KEY_FONT, SWATCH_GAP } from './reasonKey';
import { stampsIn, type Stamp } from './stampPlaces';
import { fitted, textWidth, wholeOr } from './textWidth';

/** One still element of a chart, in CSS pixels. */
export type Still = Record<string, unknown>;

/** Everything drawn beside the data: legend, captions, the key to the strip, the stamp. */
export const decorOf = (prepared: PreparedChart): GraphicComponentOption[] =>
  [
    ...legend(prepared),
    ...captions(prepared),
    zoneName(prepared),
    ...stripKey(prepared),
    ...caveats(prepared),
    ...stamps(prepared, linePanes(prepared)),
    ...brushOf(prepared),
  ] as GraphicComponentOption[];

/** The panes of prices and of deviations, where they have a height. */
const linePanes = ({ layout }: PreparedChart): readonly Box[] =>
  [layout.price, layout.deviation].filter(({ height }) => height > 0);

/** The same of a chart without a strip. */
export const linesDecorOf = (prepared: PreparedChart): GraphicComponentOption[] =>
  [
    ...captions(prepared).filter(({ y }) => (y as number) < (linePanes(prepared).at(-1) as Box).top),
    zoneName(prepared),
    ...caveats(prepared),
    ...stamps(prepared, linePanes(prepared)),
  ] as GraphicComponentOption[];

const words = (
  prepared: PreparedChart,
  x: number,
  y: number,
  text: string,
  style: Record<string, unknown> = {},
): Still => ({
  type: 'text',
  x,
  y,
  silent: true,
  z: 10,
  style: {
    text,
    fill: prepared.ink.quiet,
    fontSize: prepared.layout.fontSize,
    verticalAlign: 'middle',
    ...fontOf(prepared),
    ...style,
  },
});

const legend = (prepared: PreparedChart): Still[] =>
  prepared.layout.legend.flatMap(({ x, y, label, colour, dash }) => {
    const level = y + LEGEND_ROW / 2;
    return [
      {
        type: 'line',
        silent: true,
        shape: { x1: x, y1: level, x2: x + LEGEND_SWATCH, y2: level },
        style: { stroke: colour, lineWidth: 2.5, lineDash: DASHES[dash] },
      },
      words(prepared, x + LEGEND_TEXT_AT, level, label, { fill: prepared.ink.ink, fontSize: LEGEND_FONT }),
    ];
  });

/** Where captions begin, and what they leave free at the chart's right edge. */
const captionLeft = ({ key, price }: PreparedChart['layout'], { compact }: PreparedChart['chart']): number =>
  compact === true ? key.left : price.left;
const CAPTION_MARGIN = 20;
/** On paper letters are up to so many times as large beside the drawing (globals.css), bold ones less: there is room for them. */
const PAPER_LETTERS = 14 / 12;
/** Pixels a caption stands above its pane. */
const CAPTION_LIFT = 11;

function captions(prepared: PreparedChart): Still[] {
  const { layout, chart } = prepared;
  const { currency, series, episodes, resolutionMinutes } = chart.answer;
  const { log, least } = prepared.prices;
  const others = series.length - (prepared.focus === undefined ? 0 : 1) - prepared.lines.length;
  const isCompact = chart.compact === true;
  const aside = (text: string): string => (isCompact ? '' : text);
  const all: readonly [number, string, string][] = [
    [
      layout.price.top,
      chartCaptions.price(currency, log ? 'log' : least > 0 ? least : 0),
      aside(series.length === 0 ? chartCaptions.noData : chartCaptions.priceAside(others, resolutionMinutes)),
    ],
    [layout.deviation.top, deviationCaption(prepared), aside(chartCaptions.deviationAside(others > 0))],
    [
      layout.strip.top,
      chartCaptions.strip(resolutionMinutes),
      aside(episodes.length === 0 ? '' : chartCaptions.stripAside(episodes.some(isWithin))),
    ],
  ];
  const left = captionLeft(layout, chart);
  return all.flatMap(([top, strong, beside]) => {
    const level = top - CAPTION_LIFT;
    const bold = fitted(strong, layout.fontSize + 1, layout.width - left - CAPTION_MARGIN);
    const out = [
      words(prepared, left, level, bold, { fill: prepared.ink.ink, fontSize: layout.fontSize + 1, fontWeight: 600 }),
    ];
    const at = left + textWidth(bold, layout.fontSize + 1) * PAPER_LETTERS + 4;
    return beside === '' || at + textWidth(beside, layout.fontSize) > layout.width - 6
      ? out
      : [...out, words(prepared, at, level, beside)];
  });
}

/** With the reference's short name where the long one has no room. */
function deviationCaption({ layout, chart }: PreparedChart): string {
  const reference = referenceOf(chart.answer.reference);
  return wholeOr(
    chartCaptions.deviation(referenceCaption(reference, chart.answer.bloc)),
    chartCaptions.deviation(chartNames.reference(reference)),
    layout.fontSize + 1,
    layout.width - captionLeft(layout, chart) - CAPTION_MARGIN,
  );
}

/** From the strip's foot to the middle of the times under it. */
const TIMES_BELOW = 14;

/** Of the time axis, beside it. */
const zoneName = (prepared: PreparedChart): Still => {
  const { left, top, height } = prepared.layout.strip;
  return zoneWords(prepared, zoneEnd(left, prepared.chart.zone), top + height);
};

/** The zone of the times under a pane. `right`: where it ends. */
export const zoneWords = (prepared: PreparedChart, right: number, foot: number): Still => {
  const { zone = 'utc', answer } = prepared.chart;
  const name = fitted(zoneOver(zone, [answer.from, answer.to]), prepared.layout.fontSize, right);
  return words(prepared, right, foot + TIMES_BELOW, name, { align: 'right' });
};

const SWATCH_TALL = 11;
/** From this width of a colour on every figure is clear of the next. */
const ROOMY = 23;
const LEFT_OUT = STEPS.at(-2);
function stripKey(prepared: PreparedChart): Still[] {
  const { left, top, stacked, indent } = prepared.layout.key;
  return [...colourKey(prepared, left, top + 4), ...reasonKey(prepared, left + indent, stacked ? top + 40 : top + 4)];
}

/** The colours side by side, each boundary with its figure where there is room. */
function colourKey(prepared: PreparedChart, left: number, top: number): Still[] {
  const { swatch } = prepared.layout.key;
  // Where colours are narrow, "−50", "−25" and "−10" would touch: the one between them is left out, and all are a little smaller.
  const isTight = swatch < ROOMY;
  const fontSize = isTight ? Math.min(KEY_FONT, Math.ceil(swatch / 2) + 1) : KEY_FONT;
  const colours = Array.from({ length: COLOURS }, (_, i) => ({
    type: 'rect',
    silent: true,
    shape: { x: left + i * swatch, y: top, width: swatch, height: SWATCH_TALL },
    style: { fill: stepColour(i - STEPS.length, prepared.chart.theme) },
  }));
  const bounds = [...STEPS.map((step) => -step).reverse(), ...STEPS];
  const figures = bounds.flatMap((bound, i) =>
    isTight && Math.abs(bound) === LEFT_OUT
      ? []
      : [
          words(prepared, left + (i + 1) * swatch, top + SWATCH_TALL + 9, formatLevel(bound).replace(' %', ''), {
            align: 'center',
            fontSize,
          }),
        ],
  );
  const unit = words(prepared, left + COLOURS * swatch + UNIT_GAP, top + SWATCH_TALL + 9, '%', {
    fontSize,
  });
  return [...colours, ...figures, unit];
}

/** Of a reason's swatch. */
const REASON_TALL = 13;

/** The ways to be missing, as the strip draws them. */
function reasonKey(prepared: PreparedChart, left: number, top: number): Still[] {
  const { ink, layout } = prepared;
  return layout.key.reasons.flatMap(({ why, text, x, row, width }) => {
    const [at, level] = [left + x, top + row * REASON_ROW];
    const ground = {
      type: 'rect',
      silent: true,
      shape: { x: at, y: level, width, height: REASON_TALL },
      style: { fill: hasPrice(why) ? ink.unmeasured : ink.paper, stroke: ink.rule },
    };
    const lines = hatch(why, at, level, width, REASON_TALL).map(([x1, y1, x2, y2]) => ({
      type: 'line',
      silent: true,
      shape: { x1, y1, x2, y2 },
      style: { stroke: ink.hatch, lineWidth: 1 },
    }));
    return [
      ground,
      ...lines,
      words(prepared, at + width + SWATCH_GAP, level + REASON_TALL / 2, text, { fontSize: KEY_FONT }),
    ];
  });
}

/** Of a still chart, which is looked at without its page: what its numbers do not bear out, in the corner of each pane. */
function caveats(prepared: PreparedChart): Still[] {
  const { chart, layout, ink } = prepared;
  const all = [
    ...(isOfWithin(prepared) ? [chartStamps.within] : []),
    ...(chart.answer.series.some(isAtParity) ? [chartStamps.parity] : []),
    ...(isOnFewPeers(prepared) ? [chartStamps.fewPeers] : []),
  ];
  if (chart.still !== true || all.length === 0) return [];
  const inOneRow = all.join(' · ');
  return linePanes(prepared).flatMap((pane) => {
    const isWide = textWidth(inOneRow, layout.fontSize) * BOLDER < pane.width - 2 * CAVEAT.left;
    return (isWide ? [inOneRow] : all).map((text, row) =>
      words(prepared, pane.left + CAVEAT.left, pane.top + pane.height - CAVEAT.foot - row * CAVEAT.row, text, {
        fill: ink.caveat,
        // Read over whatever line runs behind it, and hiding no more of it than the letters do.
        stroke: ink.paper,
        lineWidth: 4,
        fontWeight: 700,
      }),
    );
  });
}

/** From the pane's left edge, from its foot to the middle of the lowest row, and from row to row. */
const CAVEAT = { left: 10, foot: 12, row: 17 } as const;
/** Bold letters are so much wider than those that are measured. */
const BOLDER = 1.1;

const PARITY = RATE_RULES.indexOf('parity');
const isAtParity = ({ rateRule }: PreparedChart['chart']['answer']['series'][number]): boolean =>
  rateRule.includes(PARITY);

/** Whether what is shown, the minute or the deepest of the venue in front, rests on fewer venues than the usual least (method, section 4). */
function isOnFewPeers(prepared: PreparedChart): boolean {
  const { chart, focus } = prepared;
  const { kind } = referenceOf(chart.answer.reference);
  if (focus === undefined || kind === 'venue' || kind === 'peg') return false;
  const { minutes, peers, missing } = focus.series;
  const at = chart.minute === undefined ? -1 : minutes.indexOf(msOf(chart.minute) / MINUTE_MS);
  if (at !== -1 && peers !== undefined)
    return missingAt(missing[at]) === null && (peers[at] as number) < DEFAULT_MIN_PEERS;
  const [deepest] = shownOfFocus(prepared);
  return deepest?.peersAtPeak !== undefined && deepest.peersAtPeak < DEFAULT_MIN_PEERS;
}

/** Whether what is shown, the minute or the deepest of the venue in front, lies within the rates' uncertainty. */
function isOfWithin(prepared: PreparedChart): boolean {
  const [deepest] = shownOfFocus(prepared);
  return deepest !== undefined && isWithin(deepest);
}

/** The episodes of the venue in front; where a minute is marked, those around it. */
function shownOfFocus(prepared: PreparedChart): readonly ChartEpisode[] {
  const { minute } = prepared.chart;
  return ofFocus(prepared).filter(({ start, end }) => minute === undefined || (start <= minute && minute < end));
}

/** SIMULATED inside panes, where prices are. */
export function stamps(prepared: Pick<PreparedChart, 'chart' | 'ink'>, panes: readonly Box[]): Stamp[] {
  const { chart, ink } = prepared;
  if (!chart.answer.simulated) return [];
  return stampsIn(panes, { fill: ink.stamp, isCompact: chart.compact === true, ...fontOf(prepared) });
}
