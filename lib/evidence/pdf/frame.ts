import { pictureSimulated } from '../../words/picture';
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

/** Begins a page; of simulated prices with a band above and below, as on a picture. */
export function begin(paper: Paper, orientation: Orientation, isSimulated: boolean): Room {
  const { width, height } = paper.page(orientation);
  if (isSimulated) {
    for (const y of [0, height - BAND])
      paper.decoration(() => {
        paper.rectangle({ x: 0, y, width, height: BAND }, BAND_COLOUR);
      });
    // Text, not decoration: whoever has the page read out hears it first.
    paper.element('P', () => {
      stamp(paper, width, BAND - 6);
    });
    paper.decoration(() => {
      stamp(paper, width, height - 6);
    });
  }
  return roomOf(width, height);
}

const stamp = (paper: Paper, width: number, baseline: number): void => {
  paper.write(pictureSimulated.band, (width - paper.widthOf(pictureSimulated.band, STAMP)) / 2, baseline, STAMP);
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
  isSimulated: boolean,
): void {
  labels.forEach((label, i) => {
    paper.turnTo(i);
    const [width, height] = sizes[i] === 'landscape' ? [841.89, 595.28] : [595.28, 841.89];
    const baseline = height - (isSimulated ? BAND : 0) - 16;
    const number = packPage(i + 1, labels.length);
    paper.decoration(() => {
      paper.write(isSimulated ? `${pictureSimulated.stamp} · ${label}` : label, MARGIN, baseline, FOOTER);
      paper.write(number, width - MARGIN - paper.widthOf(number, FOOTER), baseline, FOOTER);
    });
  });
}
