import { inkOf, type Ink, type Theme } from '../../charts/look/theme';
import { FRAMES } from '../../domain/pictureLook';
import { unbroken } from '../../words/numbers';
import { pictureSimulated, pictureTerms } from '../../words/picture';
import { qrSvg } from '../qr';
import { wrapped } from '../wrap';
import { fittedFacts, line, NOTHING, paragraph, placed, rule, type Block, type Fact } from './blocks';
import { stamped } from './stamp';
import { tableBlock, type SheetTable } from './table';

export type FramedSize = keyof typeof FRAMES;

/** Room for a chart, and how it is drawn there. */
export interface PlotRoom {
  readonly width: number;
  readonly height: number;
  readonly theme: Theme;
  /** How much larger its letters are than on a page. */
  readonly zoom: number;
  /** `lines`: what a small picture has room for. */
  readonly parts: 'all' | 'lines';
}

/** What stands on a picture of a fixed frame, whatever it is a picture of. */
export interface FramedContent {
  /** What it is about, and when: above the sentence. */
  readonly title: string;
  readonly subtitle: string;
  readonly sentence: string;
  /** SVG of the size of the room, drawn from 0, 0. */
  readonly plot: (room: PlotRoom) => string;
  /** The most height that it makes use of at a zoom of 1; undefined: any. What is over goes to the table. */
  readonly tallest?: number;
  readonly table?: SheetTable | undefined;
  /** All that it rests on, the most important first. */
  readonly facts: readonly Fact[];
  /** Of these what no picture is without. */
  readonly essential: readonly Fact[];
  /** Where it comes from: its address, and what it was made of and by. */
  readonly origin: readonly Fact[];
  /** What the QR code says: a short address of the same view. */
  readonly qr: string;
  readonly simulated: boolean;
  readonly theme: Theme;
}

interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Frame {
  readonly content: FramedContent;
  readonly ink: Ink;
  /** Inside the margins. */
  readonly room: Room;
}

const LAYOUTS: Readonly<Record<FramedSize, (frame: Frame) => string>> = { wide, square, card, page };
const MARGINS: Readonly<Record<FramedSize, number>> = { wide: 36, square: 44, card: 36, page: 56 };
const BANDS: Readonly<Record<FramedSize, number>> = { wide: 30, square: 34, card: 26, page: 34 };
/** From a band to what is nearest to it. */
const UNDER_BAND = 16;

/** A picture in a frame of exactly its size, in CSS pixels: what has no room there gives way by its importance, and it says so. */
export function framedSvg(
  content: FramedContent,
  size: FramedSize,
): { readonly svg: string; readonly width: number; readonly height: number } {
  const { width, height } = FRAMES[size];
  const ink = inkOf(content.theme);
  const margin = MARGINS[size];
  const edge = content.simulated ? BANDS[size] + UNDER_BAND : margin - 8;
  const room: Room = { left: margin, top: edge, width: width - 2 * margin, height: height - 2 * edge };
  const stamps = content.simulated ? stamped(width, height, ink, BANDS[size]) : '';
  const body = LAYOUTS[size]({ content, ink, room });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">\n<rect width="${width}" height="${height}" fill="${ink.paper}"/>\n${stamps}${body}\n</svg>`;
  return { svg, width, height };
}

const HEADLINE_LEADING = 1.24;

/** What it is about in one quiet line, and under it the sentence as large as it fits into so many lines. */
function headBlock(
  { title, subtitle, sentence }: FramedContent,
  ink: Ink,
  {
    width,
    small,
    sizes,
    lines,
  }: { readonly width: number; readonly small: number; readonly sizes: readonly number[]; readonly lines: number },
): Block {
  const about = paragraph(
    `${title}  ·  ${subtitle}`,
    0,
    0,
    width,
    { size: small, colour: ink.quiet, weight: 600 },
    1.3,
  );
  const text = unbroken(sentence);
  if (text === '') return about;
  const size = sizes.find((one) => wrapped(text, one, width).length <= lines) ?? sizes.at(-1) ?? NaN;
  const top = about.height + Math.round(small * 0.35);
  const said = paragraph(text, 0, top, width, { size, colour: ink.ink, weight: 600 }, HEADLINE_LEADING);
  return { svg: `${about.svg}\n${said.svg}`, height: top + said.height };
}

const plotAt = ({ content }: Frame, x: number, y: number, room: Omit<PlotRoom, 'theme'>): string =>
  placed({ svg: content.plot({ ...room, theme: content.theme }) }, x, y);

const NO_TABLE = { ...NOTHING, isWhole: true } as const;

/** Chart and table at the left, all that they rest on in a rail at the right. */
function wide(frame: Frame): string {
  const { content, ink, room } = frame;
  const head = headBlock(content, ink, { width: room.width, small: 16, sizes: [26, 25, 24, 23, 22, 21, 20], lines: 2 });
  const top = room.top + head.height + 14;
  const bottom = room.top + room.height;
  const [railWidth, gap] = [436, 32];
  const width = room.width - railWidth - gap;
  const table =
    content.table === undefined
      ? NO_TABLE
      : tableBlock(content.table, {
          width,
          sizes: [14, 13, 12, 11],
          ink,
          height: Math.max((bottom - top) * 0.48, bottom - top - (content.tallest ?? Infinity) - 20),
        });
  const under = table.height === 0 ? 0 : table.height + 14;
  const plot = {
    width,
    height: bottom - top - under - 6,
    zoom: 1,
    parts: content.table === undefined ? 'all' : 'lines',
  } as const;
  return [
    placed(head, room.left, room.top),
    rule(top - 2, room.left, room.left + room.width, ink),
    plotAt(frame, room.left, top + 6, plot),
    ...(table.height === 0 ? [] : [placed(table, room.left, bottom - table.height)]),
    rail(frame, table.isWhole, {
      left: room.left + width + gap,
      top: top + 12,
      width: railWidth,
      height: bottom - top - 12,
    }),
  ].join('\n');
}

/** Between what stands beside or above one another. */
const SPACE = 12;
const BRAND = 17;
const BRAND_NAME = 'Plumbline';
/** From the left edge to what stands behind the name. */
const BEHIND_BRAND = 100;

function rail({ content, ink }: Frame, isTableWhole: boolean, { left, top, width, height }: Room): string {
  const qr = qrSvg(content.qr, 148);
  const beside = width - qr.size - SPACE;
  const facts = fittedFacts([...content.facts, ...content.origin], {
    width,
    height: height - qr.size - SPACE,
    sizes: [15, 14, 13, 12, 11.5, 11],
    ink,
  });
  const foot = top + height;
  const brand = line(BRAND_NAME, 0, qr.size - 8, { size: BRAND, colour: ink.ink, weight: 700 });
  const address = paragraph(content.qr, 0, 0, beside, { size: 11.5, colour: ink.ink, face: 'mono' });
  // Too long to be typed, it is left to the code beside it: in full it stands above.
  const short = address.height < qr.size / 2 ? address : NOTHING;
  const rest =
    facts.isWhole && isTableWhole
      ? NOTHING
      : paragraph(pictureTerms.rest, 0, short.height + 6, beside, { size: 12, colour: ink.quiet });
  return [
    placed(facts, left, top),
    placed({ svg: [short.svg, rest.svg, brand].join('\n') }, left, foot - qr.size),
    placed(qr, left + width - qr.size, foot - qr.size),
  ].join('\n');
}

/** For print: everything, under one another. */
function page(frame: Frame): string {
  const { content, ink, room } = frame;
  const { width } = room;
  const head = headBlock(content, ink, { width, small: 19, sizes: [30, 28, 26, 25, 24], lines: 4 });
  const top = room.top + head.height + 18;
  const bottom = room.top + room.height;
  const qr = qrSvg(content.qr, 190);
  const tallest = (content.tallest ?? Infinity) * PAGE_ZOOM;
  const sizes = [15, 14.5, 14, 13.5, 13, 12.5, 12, 11.5, 11];
  const table =
    content.table === undefined
      ? NO_TABLE
      : tableBlock(content.table, {
          width,
          sizes: sizes.slice(0, 7),
          ink,
          height: Math.max((bottom - top) * 0.34, bottom - top - PAGE_REST - tallest),
        });
  const under = table.height === 0 ? 0 : table.height + 22;
  const origin = fittedFacts(content.origin, {
    width: width - qr.size - 28,
    height: qr.size + 60,
    sizes,
    ink,
  });
  const originHeight = Math.max(qr.size, origin.height + BRAND + 8);
  const most = bottom - top - under - originHeight - 48 - Math.min(PAGE_PLOT, tallest);
  const facts = fittedFacts(content.facts, { width, height: most, sizes, ink, columns: 2, gap: 36, reserve: 22 });
  const isWhole = facts.isWhole && table.isWhole;
  const rest = isWhole ? 0 : 22;
  const originTop = bottom - originHeight;
  const factsTop = originTop - 26 - facts.height - rest;
  const tableTop = Math.min(factsTop - 20 - under, top + 8 + tallest + 18);
  const plot = {
    width,
    height: tableTop - top - 8 - (table.height === 0 ? 0 : 18),
    zoom: PAGE_ZOOM,
    parts: 'all',
  } as const;
  return [
    placed(head, room.left, room.top),
    rule(top - 4, room.left, room.left + width, ink),
    plotAt(frame, room.left, top + 8, plot),
    ...(table.height === 0 ? [] : [placed(table, room.left, tableTop)]),
    rule(factsTop - 14, room.left, room.left + width, ink),
    placed(facts, room.left, factsTop),
    ...(isWhole ? [] : [line(pictureTerms.rest, room.left, originTop - 26, { size: 13, colour: ink.quiet })]),
    rule(originTop - 14, room.left, room.left + width, ink),
    placed(origin, room.left, originTop),
    line(BRAND_NAME, room.left, bottom - 4, { size: BRAND, colour: ink.ink, weight: 700 }),
    placed(qr, room.left + width - qr.size, bottom - qr.size),
  ].join('\n');
}

/** The least height of a page's chart. */
const PAGE_PLOT = 520;
const PAGE_ZOOM = 1.15;
/** Of a page's height, for what stands under chart and table. */
const PAGE_REST = 560;

function square(frame: Frame): string {
  return small(frame, {
    small: 19,
    sizes: [34, 32, 30, 28, 26, 24, 22],
    lines: 6,
    zoom: 1.5,
    qr: 170,
    facts: [17, 16, 15, 14, 13, 12, 11],
  });
}

function card(frame: Frame): string {
  return small(frame, {
    small: 17,
    sizes: [30, 28, 26, 24, 23, 22, 21, 20],
    lines: 3,
    zoom: 1.3,
    qr: 124,
    facts: [15, 14, 13, 12, 11.5, 11],
  });
}

/** To be passed on: the sentence, the chart, and what no picture is without. */
function small(
  frame: Frame,
  is: {
    readonly small: number;
    readonly sizes: readonly number[];
    readonly lines: number;
    readonly zoom: number;
    readonly qr: number;
    readonly facts: readonly number[];
  },
): string {
  const { content, ink, room } = frame;
  const { width } = room;
  const head = headBlock(content, ink, { width, ...is });
  const qr = qrSvg(content.qr, is.qr);
  const beside = width - qr.size - 24;
  const bottom = room.top + room.height;
  const low = is.facts.at(-1) as number;
  const simulated = content.simulated ? [{ term: pictureTerms.simulated, text: pictureSimulated.footer }] : [];
  const foot: readonly Fact[] = [
    ...content.essential,
    ...simulated,
    { term: pictureTerms.address, text: content.qr, face: 'mono' },
  ];
  const facts = fittedFacts(foot, { width: beside, height: qr.size - BRAND - 6, sizes: is.facts, ink });
  const tall = Math.max(qr.size, facts.height + BRAND + 8);
  const footTop = bottom - tall;
  const top = room.top + head.height + 8;
  const plot = { width, height: footTop - top - 14, zoom: is.zoom, parts: 'lines' } as const;
  return [
    placed(head, room.left, room.top),
    plotAt(frame, room.left, top, plot),
    rule(footTop - 10, room.left, room.left + width, ink),
    placed(facts, room.left, footTop),
    line(BRAND_NAME, room.left, bottom - 4, { size: BRAND, colour: ink.ink, weight: 700 }),
    line(pictureTerms.rest, room.left + BEHIND_BRAND, bottom - 4, {
      size: Math.max(low, facts.size - 1),
      colour: ink.quiet,
    }),
    placed(qr, room.left + width - qr.size, bottom - qr.size),
  ].join('\n');
}
