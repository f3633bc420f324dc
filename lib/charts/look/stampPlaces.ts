import type { Box } from './layout';

/** Stamps so near each other that any part of a pane large enough to be read holds one. */
const STAMP_APART = { x: 230, y: 92 } as const;

/** How far SIMULATED leans, in degrees against the clock. */
export const STAMP_LEANS = 15;
/** The same in radians, as ECharts turns a text. */
export const STAMP_TILT = (STAMP_LEANS * Math.PI) / 180;

/** Where SIMULATED stands inside a pane: the middles of stamps, in rows offset against one another. */
export function stampPlaces(pane: Box, apart: Readonly<Record<'x' | 'y', number>> = STAMP_APART): Place[] {
  const rows = Math.max(1, Math.floor(pane.height / apart.y));
  const across = Math.max(1, Math.floor(pane.width / apart.x));
  return Array.from({ length: rows * across }, (_, i) => {
    const [row, column] = [Math.floor(i / across), i % across];
    // Every second row stands half a step aside; none leaves its pane.
    const aside = row % 2 === 0 ? 0.32 : 0.68;
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
