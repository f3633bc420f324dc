import { Resvg } from '@resvg/resvg-js';
import type { DeviationChart } from '../charts/chart';
import type { Theme } from '../charts/look/theme';
import { speech } from '../words/spoken';
import { fontFiles, withPartedLetters, SANS } from './fonts';
import { metadataTexts, type PictureMetadata } from './metadata';
import { pictureSvg, type PictureFooter } from './pictureSvg';
import type { Pixels } from '../sealed/pixels';
import { DIGEST_TEXT, SEAL } from '../sealed/sealText';
import { pngOf } from './pngText';
import { sealOf, type Signer } from './seal';

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
  readonly footer: PictureFooter;
  readonly metadata: PictureMetadata;
  /** What the digest is the hash of; travels in the file. */
  readonly digestText?: string | undefined;
  readonly theme?: Theme;
  /** CSS pixels; default 1600. */
  readonly width?: number;
  /** Pixels of the PNG for each CSS pixel; default 1. */
  readonly scale?: 1 | 2;
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
export function picturePixels(picture: Picture): Pixels {
  const { width, height, pixels } = rendering(picture).render();
  return { width, height, rgba: pixels };
}

/** The picture laid out, its letters as the bundled faces draw them. */
export function rendering(picture: Picture): Resvg {
  const { language } = speech();
  const files = picture.fontFiles ?? fontFiles(language);
  return new Resvg(withPartedLetters(drawPicture(picture), language), {
    fitTo: { mode: 'zoom', value: picture.scale ?? 1 },
    // Fonts of the machine would make the picture another on every machine.
    font: { loadSystemFonts: false, fontFiles: [...files], defaultFontFamily: SANS, sansSerifFamily: SANS },
  });
}

/** The picture as an SVG, before it is made into pixels. */
export const drawPicture = (picture: Picture): string => sheetOf(picture).svg;

/** In CSS pixels: the height follows from what stands on it. */
export function pictureSize(picture: Picture): { readonly width: number; readonly height: number } {
  const { width, height } = sheetOf(picture);
  return { width, height };
}

function sheetOf(picture: Picture): ReturnType<typeof pictureSvg> {
  const { width = WIDTH, theme = 'light' } = picture;
  if (!(width >= WIDTHS.least && width <= WIDTHS.most))
    throw new RangeError(`a picture is ${WIDTHS.least} to ${WIDTHS.most} pixels wide, not ${String(width)}`);
  const { answer, focus, lines, minute } = picture.chart;
  const chart: DeviationChart = {
    answer,
    scale: picture.chart.scale,
    theme,
    width,
    labels: Object.fromEntries(picture.legend.map(({ key, label }) => [key, label])),
    ...(focus === undefined ? {} : { focus }),
    ...(lines === undefined ? {} : { lines }),
    ...(minute === undefined ? {} : { minute }),
  };
  const { title, subtitle, sentence, footer } = picture;
  return pictureSvg({
    title,
    subtitle,
    ...(sentence === undefined ? {} : { sentence }),
    chart,
    footer,
    simulated: isSimulated(picture),
    width,
  });
}

const isSimulated = ({ metadata, chart }: Picture): boolean => metadata.simulated || chart.answer.simulated;
