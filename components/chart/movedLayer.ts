import type { EChartsType } from 'echarts/core';
import type { RefObject } from 'react';
import type { DeviationChart } from '@/lib/charts/chart';
import { brushShapes, type BrushShape } from '@/lib/charts/look/brush';
import { stamps, type Stamp } from '@/lib/charts/look/decor';
import { layoutOf, type Box, type Layout } from '@/lib/charts/look/layout';
import { inkOf, type Ink } from '@/lib/charts/look/theme';
import { instantAt, movedPicture, type Across, type MovedPicture } from '@/lib/charts/pointing/movedPicture';
import { widthOf, type Sight } from '@/lib/charts/pointing/sight';

/** What stands over a chart while it is moved: what it has painted, moved. */
export interface MovedLayer {
  readonly show: (painted: Sight, wanted: Sight, whole: Sight) => void;
  readonly hide: () => void;
  readonly remove: () => void;
}

/** The line at a pane's foot belongs to it. */
const FOOT = 1;
/** From the strip's foot to that of the times under it. */
const TIMES = 24;
/** So far beyond the panes a time may reach, on the left less than up to the zone's name: a figure cut off would be another time. */
const OVERHANG = { utc: 19, other: 7 } as const;
/** Names beside the panes may stand so far above and below them. */
const BESIDE = 8;
/** Between the panes and the names at the end of their lines; the outline of what stands at the pane's edge ends before. */
const NAMES_FROM = 7;
/** Less than anybody sees, in pixels. */
const HAIR = 0.01;
/** Wider than this a picture may hold no stamp any more. */
const STAMPED = 1.5;

/** Made at the first move: most charts are only looked at. */
export function movedLayer(
  chart: EChartsType,
  box: RefObject<HTMLElement | null>,
  drawing: DeviationChart,
): MovedLayer {
  let laid: HTMLCanvasElement | undefined;
  let paper = '';
  const layout = layoutOf(drawing);
  const foot = (layout.slider ?? layout.strip).top + (layout.slider ?? layout.strip).height + 2;
  return {
    show: (painted, wanted, whole) => {
      const source = box.current?.querySelector('canvas') ?? null;
      if (source === null || chart.isDisposed()) return;
      if (laid === undefined || laid.hidden) paper = paperUnder(source);
      laid ??= layOver(source);
      const pen = laid.getContext('2d');
      if (pen === null) return;
      fitted(laid, source, { width: layout.width, height: foot });
      const ratio = source.width / layout.width;
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, layout.width, foot);
      const moved = movedPicture(painted, wanted, layout.price);
      const canvas: Canvas = { pen, source, ratio, ink: inkOf(drawing.theme), paper };
      panes(canvas, drawing, layout, moved);
      times(canvas, drawing, layout, { painted, wanted });
      if (layout.slider !== undefined)
        brush(canvas, layout.slider, layout.width, {
          from: (wanted.from - whole.from) / widthOf(whole),
          to: (wanted.to - whole.from) / widthOf(whole),
        });
      laid.hidden = false;
    },
    hide: () => {
      if (laid !== undefined) laid.hidden = true;
    },
    remove: () => {
      laid?.remove();
      laid = undefined;
    },
  };
}

interface Canvas {
  readonly pen: CanvasRenderingContext2D;
  /** What ECharts painted. */
  readonly source: HTMLCanvasElement;
  /** Its pixels to a CSS pixel. */
  readonly ratio: number;
  readonly ink: Ink;
  /** What a chart in a page stands on: it paints no ground of its own. */
  readonly paper: string;
}

const CLEAR = 'rgba(0, 0, 0, 0)';

function paperUnder(source: HTMLElement): string {
  for (let under: HTMLElement | null = source; under !== null; under = under.parentElement) {
    const { backgroundColor } = getComputedStyle(under);
    if (backgroundColor !== CLEAR) return backgroundColor;
  }
  return 'Canvas';
}

function layOver(source: HTMLCanvasElement): HTMLCanvasElement {
  const laid = document.createElement('canvas');
  Object.assign(laid.style, { position: 'absolute', left: '0', top: '0', pointerEvents: 'none' });
  laid.dataset['moved'] = '';
  // Under the crosshair, which is laid over later or comes after it.
  source.parentElement?.after(laid);
  return laid;
}

/** As sharp as the picture. */
function fitted(laid: HTMLCanvasElement, source: HTMLCanvasElement, size: { width: number; height: number }): void {
  const tall = Math.ceil((size.height * source.width) / size.width);
  if (laid.width === source.width && laid.height === tall) return;
  laid.width = source.width;
  laid.height = tall;
  laid.style.width = `${String(size.width)}px`;
  laid.style.height = `${String((tall * size.width) / source.width)}px`;
}

function panes(canvas: Canvas, drawing: DeviationChart, layout: Layout, moved: MovedPicture): void {
  const { pen, paper } = canvas;
  const { price, deviation, strip } = layout;
  const ends = price.left + price.width + NAMES_FROM;
  // The names stand where the lines end that were painted: until the exact picture is there nobody knows where these do.
  if (drawing.compact !== true) {
    pen.fillStyle = paper;
    pen.fillRect(ends, price.top - BESIDE, layout.width - ends, price.height + 2 * BESIDE);
  }
  for (const pane of [price, deviation, strip]) {
    ground(canvas, { ...pane, height: pane.height + FOOT }, moved);
    if (pane !== strip) stamped(canvas, drawing, pane, moved);
  }
}

/** A pane: its ground, what is not drawn yet, and the picture. */
function ground(canvas: Canvas, pane: Box, moved: MovedPicture): void {
  const { pen, paper } = canvas;
  pen.fillStyle = paper;
  pen.fillRect(pane.left, pane.top, pane.width, pane.height);
  for (const blank of moved.blanks) notDrawnYet(canvas, { ...pane, ...blank });
  picture(canvas, pane, moved);
}

/** One tone over the whole height: no grid, no rows, none of the textures that missing minutes have. */
function notDrawnYet({ pen, ink }: Canvas, { left, top, width, height }: Box): void {
  pen.fillStyle = ink.rule;
  pen.fillRect(left, top, width, height);
}

function picture({ pen, source, ratio }: Canvas, { top, height }: Box, { part, scale }: MovedPicture): void {
  if (part === undefined) return;
  const { from, to } = part;
  // What is only moved stays sharp: by whole pixels. An instant in milliseconds since 1970 has no more digits than that for a width.
  const left =
    Math.abs(scale - 1) * from.width < HAIR ? Math.round((to.left - from.left) * ratio) / ratio + from.left : to.left;
  pen.drawImage(
    source,
    from.left * ratio,
    top * ratio,
    from.width * ratio,
    height * ratio,
    left,
    top,
    to.width,
    height,
  );
}

/** The times under the panes go with them, and may reach a little beyond. */
function times(
  canvas: Canvas,
  { zone = 'utc' }: DeviationChart,
  { strip }: Layout,
  { painted, wanted }: { readonly painted: Sight; readonly wanted: Sight },
): void {
  const { pen, paper } = canvas;
  const beyond = OVERHANG[zone === 'utc' ? 'utc' : 'other'];
  const row = {
    left: strip.left - beyond,
    top: strip.top + strip.height + FOOT,
    width: strip.width + 2 * beyond,
    height: TIMES,
  };
  const along = (sight: Sight): Sight => ({
    from: instantAt(sight, strip, row.left),
    to: instantAt(sight, strip, row.left + row.width),
  });
  pen.fillStyle = paper;
  pen.fillRect(row.left, row.top, row.width, row.height);
  picture(canvas, row, movedPicture(along(painted), along(wanted), row));
}

/** SIMULATED where the picture has none: on what is not drawn yet, and under a picture stretched so far that its own may be out of sight. */
function stamped({ pen, ink }: Canvas, drawing: DeviationChart, pane: Box, { blanks, scale }: MovedPicture): void {
  const places: readonly Across[] = scale > STAMPED ? [pane] : blanks;
  if (places.length === 0) return;
  pen.save();
  pen.beginPath();
  for (const { left, width } of places) pen.rect(left, pane.top, width, pane.height);
  pen.clip();
  for (const stamp of stamps({ chart: drawing, ink }, [pane])) write(pen, stamp);
  pen.restore();
}

function write(pen: CanvasRenderingContext2D, { x, y, rotation, style }: Stamp): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(-rotation);
  pen.font = `${String(style.fontWeight)} ${String(style.fontSize)}px ${getComputedStyle(document.body).fontFamily}`;
  pen.textAlign = style.align;
  pen.textBaseline = style.verticalAlign;
  pen.fillStyle = style.fill;
  pen.fillText(style.text, 0, 0);
  pen.restore();
}

function brush(canvas: Canvas, slider: Box, width: number, seen: { readonly from: number; readonly to: number }): void {
  const { pen, ink, paper } = canvas;
  pen.fillStyle = paper;
  pen.fillRect(0, slider.top - 1, width, slider.height + 2);
  for (const shape of brushShapes(slider, ink, seen)) trace(pen, shape);
}

function trace(pen: CanvasRenderingContext2D, drawn: BrushShape): void {
  const { fill, stroke, lineWidth = 1 } = drawn.style;
  pen.beginPath();
  if (drawn.type === 'rect') pen.rect(drawn.shape.x, drawn.shape.y, drawn.shape.width, drawn.shape.height);
  else {
    pen.moveTo(drawn.shape.x1, drawn.shape.y1);
    pen.lineTo(drawn.shape.x2, drawn.shape.y2);
  }
  if (fill !== 'none') {
    pen.fillStyle = fill;
    pen.fill();
  }
  if (stroke === undefined) return;
  pen.strokeStyle = stroke;
  pen.lineWidth = lineWidth;
  pen.stroke();
}
