import { SIMULATED } from '../../words/names';
import type { Box } from './layout';
import { textWidth } from './textWidth';

/** Stamps so near each other that any part of a pane large enough to be read holds one; and the size of their letters. */
const SIZES = {
  wide: { x: 230, y: 92, fontSize: 28 },
  compact: { x: 160, y: 76, fontSize: 20 },
} as const;
/** Every second row stands aside, as far as none is cut at the edge of its pane: half of what it takes of the least width there is. */
const ASIDE = 0.39;

/** How far SIMULATED leans, in degrees against the clock. */
export const STAMP_LEANS = 15;
/** The same in radians, as ECharts turns a text. */
const STAMP_TILT = (STAMP_LEANS * Math.PI) / 180;

/** Where SIMULATED stands inside a pane: the middles of stamps, in rows offset against one another. */
export function stampPlaces(pane: Box, apart: Readonly<Record<'x' | 'y', number>> = SIZES.wide): Place[] {
  const rows = Math.max(1, Math.floor(pane.height / apart.y));
  const across = Math.max(1, Math.floor(pane.width / apart.x));
  return Array.from({ length: rows * across }, (_, i) => {
    const [row, column] = [Math.floor(i / across), i % across];
    const aside = row % 2 === 0 ? ASIDE : 1 - ASIDE;
    return {
      x: pane.left + ((column + aside) * pane.width) / across,
      y: pane.top + ((row + 0.5) * pane.height) / rows,
    };
  });
}

/** In the pixels of its pane's drawing. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** One SIMULATED, turned about its middle. */
export interface Stamp extends Place {
  readonly type: 'text';
  readonly rotation: number;
  readonly silent: boolean;
  readonly z: number;
  readonly style: {
    readonly text: string;
    readonly fill: string;
    readonly fontSize: number;
    readonly fontWeight: number;
    readonly align: 'center';
    readonly verticalAlign: 'middle';
    readonly fontFamily?: string;
  };
}

/** Semibold and bold letters are so much wider than those that are measured. */
const BOLDER = 1.1;
/** From the left end of a stamp to its right, turned as it is. */
export const stampWidth = ({ style: { text, fontSize }, rotation }: Pick<Stamp, 'style' | 'rotation'>): number =>
  textWidth(text, fontSize) * BOLDER * Math.cos(rotation) + fontSize * Math.sin(rotation);

interface Look {
  readonly fill: string;
  readonly fontFamily?: string;
  /** On a telephone they are smaller, and nearer each other. */
  readonly isCompact: boolean;
}

/** SIMULATED inside panes, in rows offset against one another: behind the data, and over no word of the chart. */
export function stampsIn(panes: readonly Box[], { isCompact, ...look }: Look): Stamp[] {
  const { fontSize, ...apart } = isCompact ? SIZES.compact : SIZES.wide;
  return panes.flatMap((pane) =>
    stampPlaces(pane, apart).map(({ x, y }) => ({
      type: 'text' as const,
      x,
      y,
      rotation: STAMP_TILT,
      silent: true,
      z: 1,
      style: {
        text: SIMULATED,
        fontSize,
        fontWeight: 700,
        align: 'center' as const,
        verticalAlign: 'middle' as const,
        ...look,
      },
    })),
  );
}
