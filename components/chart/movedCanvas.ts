import type { Ink } from '@/lib/charts/look/theme';

/** What lies over a chart, to be painted on. */
export interface Canvas {
  readonly pen: CanvasRenderingContext2D;
  /** Its pixels to a CSS pixel, and those of the pictures. */
  readonly ratio: number;
  readonly ink: Ink;
  /** What a chart in a page stands on: it paints no ground of its own. */
  readonly paper: string;
  /** The page's letters. */
  readonly face: string;
}

const CLEAR = 'rgba(0, 0, 0, 0)';

/** The ground that a chart stands on, and the page's letters. */
export function pageUnder(source: HTMLElement): { readonly paper: string; readonly face: string } {
  const face = getComputedStyle(document.body).fontFamily;
  for (let under: HTMLElement | null = source; under !== null; under = under.parentElement) {
    const { backgroundColor } = getComputedStyle(under);
    if (backgroundColor !== CLEAR) return { paper: backgroundColor, face };
  }
  return { paper: 'Canvas', face };
}

/** Over the chart's own canvas, and never in the way of a hand. */
export function layOver(source: HTMLCanvasElement): HTMLCanvasElement {
  const laid = document.createElement('canvas');
  Object.assign(laid.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' });
  laid.dataset['moved'] = '';
  // Under the crosshair, which is laid over later or comes after it.
  source.parentElement?.after(laid);
  return laid;
}

/** As sharp as the picture. */
export function fitted(
  laid: HTMLCanvasElement,
  source: HTMLCanvasElement,
  size: { width: number; height: number },
): void {
  const tall = Math.ceil((size.height * source.width) / size.width);
  if (laid.width === source.width && laid.height === tall) return;
  laid.width = source.width;
  laid.height = tall;
  laid.style.width = `${String(size.width)}px`;
  laid.style.height = `${String((tall * size.width) / source.width)}px`;
}
