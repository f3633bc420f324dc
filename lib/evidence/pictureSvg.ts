import { chartHeight } from '../charts/deviationOption';
import type { DeviationChart } from '../charts/chart';
import { inkOf, type Ink } from '../charts/look/theme';
import { joins } from '../words/spelled';
import { unbroken } from '../words/numbers';
import { pictureSimulated, pictureTerms, pictureTranslation } from '../words/picture';
import { speech } from '../words/spoken';
import { chartSvg } from './chartSvg';
import { SANS } from './fonts';
import { qrSvg } from './qr';
import { line, NOTHING, paragraph, type Block, type Type } from './sheet/blocks';
import { stamped } from './sheet/stamp';
import { tableBlock, type SheetTable } from './sheet/table';
import { wrapped, wrappedList, type Face } from './wrap';

/** What stands under the chart: all that a reader needs to judge the picture and to find its source. */
export interface PictureFooter {
  /** The venues with their markets and sources, as one line of text; wrapped as needed. */
  readonly venuesLine: string;
  readonly reference: string;
  /** How many other venues the reference rests on. */
  readonly peers: string;
  /** How every quote became USD, and what that leaves unknown. */
  readonly rates: string;
  readonly window: string;
  readonly method: string;
  readonly digest: string;
  readonly permalink: string;
  /** What the QR code says: an address of the same view. */
  readonly qr: string;
  /** From which deviation on an episode is one, and below which it ends. */
  readonly threshold: string;
  /** The moment as of which the data is read, where the address names one. */
  readonly asOf?: string | undefined;
  /** The id of the key that seals the picture; undefined: none does. */
  readonly key?: string | undefined;
  readonly rateNotes: readonly string[];
}

export interface PictureContent {
  readonly title: string;
  readonly subtitle: string;
  readonly sentence?: string;
  readonly chart: DeviationChart;
  readonly footer: PictureFooter;
  readonly simulated: boolean;
  readonly width: number;
  readonly table?: SheetTable | undefined;
}

const MARGIN = 48;
/** The height of the band at the top and at the bottom of a simulated picture. */
const BAND = 40;
/** The chart's own labels are set for a page; on a picture that is looked at whole they are drawn larger. */
const CHART_ZOOM = 1.25;
/** The height of the two line panes together: room for a wick beside a calm market. */
const PANES_MORE = 60;
const TABLE_SIZE = 14.5;

/** The whole picture as one SVG, as tall as what stands on it, and its size in pixels. */
export function pictureSvg(content: PictureContent): {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
} {
  const ink = inkOf(content.chart.theme);
  const inner = content.width - 2 * MARGIN;
  const head = headBlock(content, inner, ink);
  const chart = chartBlock(content, inner);
  const foot = footBlock(content, inner, ink);
  const table =
    content.table === undefined
      ? NOTHING
      : tableBlock(content.table, { width: inner, sizes: [TABLE_SIZE, 13, 12], ink });
  const band = content.simulated ? BAND : 0;
  const chartTop = band + 34 + head.height + 18;
  const tableTop = chartTop + chart.height + 14;
  const tops = {
    head: band + 34,
    chart: chartTop,
    table: tableTop,
    foot: table.height === 0 ? chartTop + chart.height + 22 : tableTop + table.height + 26,
  };
  const height = Math.ceil(tops.foot + foot.height + 30 + band);
  const { width } = content;
  const placed = (block: Block, top: number): string => `<g transform="translate(${MARGIN} ${top})">${block.svg}</g>`;
  const body = [
    placed(head, tops.head),
    placed(chart, tops.chart),
    ...(table.height === 0 ? [] : [placed(table, tops.table)]),
    placed(foot, tops.foot),
  ].join('\n');
  const stamps = content.simulated ? stamped(width, height, ink, BAND) : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n<rect width="${width}" height="${height}" fill="${ink.paper}"/>\n${stamps}${body}\n</svg>`;
  return { svg, width, height };
}

function headBlock({ title, subtitle, sentence }: PictureContent, width: number, ink: Ink): Block {
  const blocks: Block[] = [];
  const add = (text: string, type: Type, gap: number): void => {
    const top = blocks.reduce((sum, { height }) => sum + height, 0) + gap;
    const block = paragraph(text, 0, top, width, type, 1.25);
    blocks.push({ svg: block.svg, height: block.height + gap });
  };
  add(title, { size: 34, colour: ink.ink, weight: 700 }, 0);
  add(subtitle, { size: 18, colour: ink.quiet }, 2);
  if (sentence !== undefined && sentence !== '')
    add(unbroken(sentence), { size: 21, colour: ink.ink, weight: 600 }, 14);
  return { svg: blocks.map(({ svg }) => svg).join('\n'), height: blocks.reduce((sum, { height }) => sum + height, 0) };
}

function chartBlock(content: PictureContent, width: number): Block {
  const wide = Math.round(width / CHART_ZOOM);
  const plain: DeviationChart = {
    ...content.chart,
    answer: { ...content.chart.answer, simulated: false },
    width: wide,
    still: true,
    compact: false,
    fontFamily: SANS,
  };
  const height = plain.height ?? chartHeight(plain) + PANES_MORE;
  // The stamps lie behind the whole picture, not twice behind the chart.
  const svg = chartSvg({ ...plain, height }).replace(/^<svg/, '<svg overflow="visible"');
  return { svg: `<g transform="scale(${CHART_ZOOM})">${svg}</g>`, height: height * CHART_ZOOM };
}

const LABEL_WIDTH = 108;
const COLUMN_GAP = 48;
/** Under this width a digest does not fit into half of it. */
const TWO_COLUMNS = 1_400;
const BRAND_SIZE = 17;

function footBlock({ footer, simulated }: PictureContent, width: number, ink: Ink): Block {
  const notes =
    footer.rateNotes.length === 0
      ? []
      : [[pictureTerms.notes, footer.rateNotes.join(joins.sentences), 'sans'] as const];
  const left: readonly Fact[] = [
    [pictureTerms.venues, footer.venuesLine, 'sans', wrappedList],
    ...notes,
    ...(simulated ? [[pictureTerms.simulated, pictureSimulated.footer, 'sans'] as const] : []),
  ];
  const right: readonly Fact[] = [
    [pictureTerms.reference, footer.reference, 'sans'],
    [pictureTerms.peers, footer.peers, 'sans'],
    [pictureTerms.rates, footer.rates, 'sans'],
    [pictureTerms.threshold, footer.threshold, 'sans'],
    [pictureTerms.window, footer.window, 'sans'],
    ...(speech().language === 'en' ? [] : [[pictureTranslation.term, pictureTranslation.note, 'sans'] as const]),
  ];
  const stacked = width < TWO_COLUMNS;
  const column = stacked ? width : (width - COLUMN_GAP) / 2;
  const [a, b] = stacked
    ? [facts([...left, ...right], 0, column, ink), NOTHING]
    : [facts(left, 0, column, ink), facts(right, column + COLUMN_GAP, column, ink)];
  const top = 20;
  const originTop = top + Math.max(a.height, b.height) + 12;
  const qr = qrSvg(footer.qr);
  const origin = originBlock(footer, width - qr.size - COLUMN_GAP, ink);
  // The code reaches up beside a long list of venues, where the other column has room for it.
  const room = stacked ? 0 : Math.max(0, a.height - b.height);
  const up = Math.min(room, Math.max(0, qr.size - origin.height));
  const height = originTop + Math.max(origin.height, qr.size - up);
  const rule = (y: number, to: number): string =>
    `<path d="M0 ${Math.round(y) + 0.5}H${to}" stroke="${ink.frame}" stroke-width="1"/>`;
  const shifted = `<g transform="translate(0 ${top})">${a.svg}\n${b.svg}</g>`;
  const placed = `<g transform="translate(0 ${originTop})">${origin.svg}</g>`;
  const code = `<g transform="translate(${width - qr.size} ${height - qr.size})">${qr.svg}</g>`;
  return {
    svg: [
      rule(0, width),
      shifted,
      rule(originTop - 8, up > 0 ? width - qr.size - COLUMN_GAP : width),
      placed,
      code,
    ].join('\n'),
    height,
  };
}

/** Where the picture comes from and how it is found again: its address, and what it was made of and by. Beside it stands the address as a QR code. */
function originBlock(footer: PictureFooter, width: number, ink: Ink): Block {
  const link = paragraph(footer.permalink, 0, 0, width, { size: 15, colour: ink.ink, face: 'mono' });
  const below: readonly Fact[] = [
    [pictureTerms.digest, footer.digest, 'mono'],
    ...(footer.key === undefined ? [] : [[pictureTerms.key, footer.key, 'mono'] as const]),
    [pictureTerms.method, footer.method, 'sans'],
    ...(footer.asOf === undefined ? [] : [[pictureTerms.asOf, footer.asOf, 'sans'] as const]),
  ];
  const rows = facts(below, 0, width, ink);
  const rowsTop = Math.round(link.height + 12);
  const height = rowsTop + rows.height + 8 + BRAND_SIZE;
  const brand = line('Plumbline', 0, height - 4, { size: BRAND_SIZE, colour: ink.ink, weight: 700 });
  return { svg: [link.svg, `<g transform="translate(0 ${rowsTop})">${rows.svg}</g>`, brand].join('\n'), height };
}

type Fact = readonly [term: string, text: string, face: Face, wrap?: typeof wrapped];

function facts(all: readonly Fact[], x: number, width: number, ink: Ink): Block {
  let top = 0;
  const parts = all.map(([term, text, face, wrap]) => {
    const size = face === 'mono' ? 13 : 15;
    const block = paragraph(text, x + LABEL_WIDTH, top, width - LABEL_WIDTH, { size, colour: ink.ink, face, wrap });
    const label = line(term, x, top + 15, { size: 15, colour: ink.quiet });
    top += Math.max(block.height, 20) + 5;
    return `${label}\n${block.svg}`;
  });
  return { svg: parts.join('\n'), height: top };
}
