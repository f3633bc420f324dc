import { pictureSimulated } from '../../words/picture';
import { workedExample } from '../../words/workedExample';
import { packPage } from '../../words/pack';
import type { Look, Orientation, Paper } from './paper';

/** Points on each side that no text stands in. */
export const MARGIN = 44;
const BAND = 20;
const FOOT = 26;

export const INK = '#14181b';
export const QUIET = '#5d666d';
export const LINK = '#1f5f8f';

const STAMP: Look = { face: 'bold', size: 9.5, colour: '#14110a' };
const BAND_COLOUR = '#ffc61a';
const FOOTER: Look = { face: 'sans', size: 8, colour: QUIET };

/** The part of a page that its own text stands in, in points. */
export interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What stands on every page of a document that could be taken for more than it is. */
export interface PageMark {
  /** In the bands above and below. */
  readonly band: string;
  /** Before the title, and before what each page belongs to. */
  readonly stamp: string;
}

/** The mark of simulated prices, of a reconstructed account, or of both; undefined: of neither. */
export function pageMark({
  isSimulated,
  isReconstructed = false,
}: {
  readonly isSimulated: boolean;
  readonly isReconstructed?: boolean;
}): PageMark | undefined {
  const marks = [
    ...(isReconstructed ? [[workedExample.label.toUpperCase(), workedExample.label.toUpperCase()] as const] : []),
    ...(isSimulated ? [[pictureSimulated.band, pictureSimulated.stamp] as const] : []),
  ];
  return marks.length === 0
    ? undefined
    : { band: marks.map(([band]) => band).join(' · '), stamp: marks.map(([, stamp]) => stamp).join(' · ') };
}

/** Begins a page; of what has a mark with a band above and below, as on a picture. */
export function begin(paper: Paper, orientation: Orientation, mark: PageMark | undefined): Room {
  const { width, height } = paper.page(orientation);
  if (mark !== undefined) {
    const { band } = mark;
    for (const y of [0, height - BAND])
      paper.decoration(() => {
        paper.rectangle({ x: 0, y, width, height: BAND }, BAND_COLOUR);
      });
    // Text, not decoration: whoever has the page read out hears it first.
    paper.element('P', () => {
      stamp(paper, band, width, BAND - 6);
    });
    paper.decoration(() => {
      stamp(paper, band, width, height - 6);
    });
  }
  return roomOf(width, height);
}

const stamp = (paper: Paper, band: string, width: number, baseline: number): void => {
  paper.write(band, (width - paper.widthOf(band, STAMP)) / 2, baseline, STAMP);
};

const roomOf = (width: number, height: number): Room => ({
  x: MARGIN,
  y: MARGIN,
  width: width - 2 * MARGIN,
  height: height - 2 * MARGIN - FOOT,
});

/** The room of an upright page, before it is begun. */
export const uprightRoom = (): Room => roomOf(595.28, 841.89);

/** Writes below every page what it belongs to, and its number. `labels`: one a page. */
export function numberPages(
  paper: Paper,
  labels: readonly string[],
  sizes: readonly Orientation[],
  mark: PageMark | undefined,
): void {
  labels.forEach((label, i) => {
    paper.turnTo(i);
    const [width, height] = sizes[i] === 'landscape' ? [841.89, 595.28] : [595.28, 841.89];
    const baseline = height - (mark === undefined ? 0 : BAND) - 16;
    const number = packPage(i + 1, labels.length);
    paper.decoration(() => {
      paper.write(mark === undefined ? label : `${mark.stamp} · ${label}`, MARGIN, baseline, FOOTER);
      paper.write(number, width - MARGIN - paper.widthOf(number, FOOTER), baseline, FOOTER);
    });
  });
}
