import type { Resvg } from '@resvg/resvg-js';
import type { DeviationChart } from '../charts/chart';
import { leastHeight } from '../charts/deviationOption';
import type { PictureLook } from '../domain/pictureLook';
import { chartSvg, linesSvg } from './chartSvg';
import { SANS } from './fonts';
import { laidOut, pixelsOf } from './laidOut';
import { metadataTexts, type PictureMetadata } from './metadata';
import { pictureSvg, type PictureFooter } from './pictureSvg';
import type { Pixels } from '../sealed/pixels';
import { DIGEST_TEXT, SEAL } from '../sealed/sealText';
import { pngOf } from './pngText';
import { sealOf, type Signer } from './seal';
import { footerFacts } from './sheet/footerFacts';
import { framedSvg, type FramedContent, type PlotRoom } from './sheet/frames';
import type { SheetTable } from './sheet/table';

export { readPicture } from './metadata';

/** The words of the legend for one series of the chart. */
export interface PictureLegendEntry {
  /** `seriesKey` of the series: `binance spot`. */
  readonly key: string;
  readonly label: string;
}

export interface Picture {
  /** What is drawn; its width, height, theme, controls and fonts are the picture's. */
  readonly chart: Pick<DeviationChart, 'answer' | 'scale' | 'focus' | 'lines' | 'minute'>;
  readonly title: string;
  readonly subtitle: string;
  readonly sentence?: string | undefined;
  readonly legend: readonly PictureLegendEntry[];
  /** Of a minute: its venues. */
  readonly table?: SheetTable | undefined;
  readonly footer: PictureFooter;
  readonly metadata: PictureMetadata;
  /** What the digest is the hash of; travels in the file. */
  readonly digestText?: string | undefined;
  /** undefined: as pictures were drawn before they had sizes, a light sheet of one pixel a CSS pixel, without a table; the file does not say. */
  readonly look?: PictureLook | undefined;
  /** Of a sheet, in CSS pixels; default 1600. */
  readonly width?: number;
  /** Paths of TTF files; default: those of the language in which the picture is drawn. */
  readonly fontFiles?: readonly string[];
}

/** Wide enough that a day of minutes has a pixel each. */
const WIDTH = 1600;
/** Under this a footer cannot hold a digest, over it no screen shows the picture whole. */
const WIDTHS = { least: 640, most: 4000 } as const;

/**
 * A view as a PNG that stands for itself: title, chart, legend, and what it rests on; the same bytes for the same input in
 * every process. It is stamped SIMULATED when either the answer or the metadata says so. `signer` seals it; its key is the footer's.
 */
export function renderPicture(picture: Picture, signer?: Signer): Buffer {
  const drawn = picturePixels(picture);
  const { digestText } = picture;
  const texts = {
    ...metadataTexts({ ...picture.metadata, simulated: isSimulated(picture) }, picture),
    ...(digestText === undefined ? {} : { [DIGEST_TEXT]: digestText }),
  };
  return pngOf(drawn, signer === undefined ? texts : { ...texts, [SEAL]: sealOf(texts, drawn, signer) });
}

/** What of a picture is seen. */
export const picturePixels = (picture: Picture): Pixels => pixelsOf(rendering(picture));

/** The picture laid out, its letters as the bundled faces draw them. */
export const rendering = (picture: Picture): Resvg =>
  laidOut(drawPicture(picture), picture.look?.density ?? 1, picture.fontFiles);

/** The picture as an SVG, before it is made into pixels. */
export const drawPicture = (picture: Picture): string => sheetOf(picture).svg;

function sheetOf(picture: Picture): ReturnType<typeof pictureSvg> {
  const { look, table } = picture;
  const { size = 'sheet' } = look ?? {};
  if (size !== 'sheet') return framedSvg(framedContent(picture), size);
  const { width = WIDTH } = picture;
  if (!(width >= WIDTHS.least && width <= WIDTHS.most))
    throw new RangeError(`a picture is ${WIDTHS.least} to ${WIDTHS.most} pixels wide, not ${String(width)}`);
  const { title, subtitle, sentence, footer } = picture;
  return pictureSvg({
    title,
    subtitle,
    ...(sentence === undefined ? {} : { sentence }),
    chart: chartOf(picture, width),
    ...(look === undefined ? {} : { table }),
    footer,
    simulated: isSimulated(picture),
    width,
  });
}

function chartOf({ chart, legend, look }: Picture, width: number): DeviationChart {
  const { answer, scale, focus, lines, minute } = chart;
  return {
    answer,
    scale,
    theme: look?.theme ?? 'light',
    width,
    labels: Object.fromEntries(legend.map(({ key, label }) => [key, label])),
    ...(focus === undefined ? {} : { focus }),
    ...(lines === undefined ? {} : { lines }),
    ...(minute === undefined ? {} : { minute }),
  };
}

function framedContent(picture: Picture): FramedContent {
  const { title, subtitle, sentence = '', table, footer, look } = picture;
  return {
    title,
    subtitle,
    sentence,
    table,
    plot: (room) => plotOf(picture, room),
    ...footerFacts(footer, isSimulated(picture)),
    qr: footer.qr,
    simulated: isSimulated(picture),
    theme: look?.theme ?? 'light',
  };
}

/** The chart in its room. A strip that would leave the other panes no height is left out. */
function plotOf(picture: Picture, { width, height, zoom, parts }: PlotRoom): string {
  const { answer } = picture.chart;
  const chart = {
    ...chartOf(picture, Math.round(width / zoom)),
    height: Math.round(height / zoom),
    // The stamps lie behind the whole picture, not twice behind the chart.
    answer: { ...answer, simulated: false },
    still: true,
    compact: false,
    fontFamily: SANS,
  };
  const svg = parts === 'all' && leastHeight(chart) <= chart.height ? chartSvg(chart) : linesSvg(chart);
  return `<g transform="scale(${zoom})">${svg.replace(/^<svg/, '<svg overflow="visible"')}</g>`;
}

const isSimulated = ({ metadata, chart }: Picture): boolean => metadata.simulated || chart.answer.simulated;
