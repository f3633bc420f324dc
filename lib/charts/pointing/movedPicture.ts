import { widthOf, type Sight } from './sight';

/** A stretch of pixels across a pane. */
export interface Across {
  readonly left: number;
  readonly width: number;
}

/** A pane painted with one stretch of time, moved and stretched so that each of its instants stands where another stretch has it. */
export interface MovedPicture {
  /** How many times as wide the picture becomes. */
  readonly scale: number;
  /** What of the painted pane is in sight, and where it goes; undefined: none of it. */
  readonly part: { readonly from: Across; readonly to: Across } | undefined;
}

/** `pane`: where the painted stretch lies, and the wanted one will; `shown`: what of the painted one is to be seen. */
export function movedPicture(painted: Sight, wanted: Sight, pane: Across, shown = painted): MovedPicture {
  const scale = widthOf(painted) / widthOf(wanted);
  const x = (instant: number): number => pixelAt(wanted, pane, instant);
  const [left, right] = [Math.max(pane.left, x(shown.from)), Math.min(pane.left + pane.width, x(shown.to))];
  if (!(right > left)) return { scale, part: undefined };
  const source = (pixel: number): number => pane.left + (pixel - x(painted.from)) / scale;
  return {
    scale,
    part: {
      from: { left: source(left), width: (right - left) / scale },
      to: { left, width: right - left },
    },
  };
}

/** Where an instant stands on a pane, in pixels, and which one stands at a pixel. */
export const pixelAt = ({ from, to }: Sight, { left, width }: Across, instant: number): number =>
  left + ((instant - from) / (to - from)) * width;

export const instantAt = ({ from, to }: Sight, { left, width }: Across, pixel: number): number =>
  from + ((pixel - left) / width) * (to - from);

/** What a finger or two hold of a chart: the sight when they were put down, and where, in pixels. */
export interface Grip {
  readonly sight: Sight;
  /** Between the fingers. */
  readonly middle: number;
  /** From one finger to the other; 0: there is one. */
  readonly apart: number;
}

/** How far two fingers are closer to each other than they were: the factor to zoom by; 1 for one finger. */
export const parted = (before: Grip, apart: number): number =>
  before.apart > 0 && apart > 0 ? before.apart / apart : 1;
