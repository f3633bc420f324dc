import type { EChartsType } from 'echarts/core';
import type { RefObject } from 'react';
import type { DeviationChart } from '@/lib/charts/chart';
import { stamps } from '@/lib/charts/look/decor';
import { layoutOf, type Box, type Layout } from '@/lib/charts/look/layout';
import { stampWidth, type Stamp } from '@/lib/charts/look/stampPlaces';
import { stampsMissing, type ShownStamp } from '@/lib/charts/look/wholeStamps';
import { inkOf } from '@/lib/charts/look/theme';
import { timesOverhang } from '@/lib/charts/look/zoneEnd';
import { unknownIn } from '@/lib/charts/pointing/lookAhead';
import { instantAt, movedPicture, pixelAt, type Across, type MovedPicture } from '@/lib/charts/pointing/movedPicture';
import { widthOf, type Sight } from '@/lib/charts/pointing/sight';
import { movedBrush, type Moved } from './movedBrush';
import { fitted, layOver, pageUnder, type Canvas } from './movedCanvas';
import { picturesOf, TICKS, TIMES, type Picture } from './pictures';

/** What stands over a chart while it is moved: what it has painted, moved. */
export interface MovedLayer {
  /** What ECharts has painted, the same object for the same painting, and what is wanted. */
  readonly show: (painted: Sight, moved: Moved) => void;
  /** The sights of the pictures that there are for one. */
  readonly known: (wanted: Sight) => readonly Sight[];
  /** ECharts is about to paint something else: what it has painted goes on to be shown. */
  readonly keep: () => void;
  readonly hide: () => void;
  readonly remove: () => void;
}

/** The line at a pane's foot belongs to it. */
const FOOT = 1;
/** Names beside the panes may stand so far above and below them. */
const BESIDE = 8;
/** Between the panes and the names at the end of their lines. The outline of what stands at the pane's edge ends before, as it does on the left. */
const NAMES_FROM = 7;
/** What is at the edge of a picture is cut there or closes there: where two meet, so many pixels of the one above are left out. */
const SEAM = 2;
/** By so many pixels two pictures overlap, so that they can meet. */
export const OVERLAP = 2 * SEAM;
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
  let page = { paper: '', face: '' };
  const layout = layoutOf(drawing);
  const pictures = picturesOf(chart, layout);
  const foot = (layout.slider ?? layout.strip).top + (layout.slider ?? layout.strip).height + 2;
  return {
    show: (painted, moved) => {
      const source = box.current?.querySelector('canvas') ?? null;
      if (source === null || chart.isDisposed()) return;
      // Once a gesture: asking the page what it looks like makes it lay itself out.
      if (laid === undefined || laid.hidden) page = pageUnder(source);
      laid ??= layOver(source);
      const pen = laid.getContext('2d');
      if (pen === null) return;
      pictures.painted(painted, source);
      fitted(laid, source, { width: layout.width, height: foot });
      const ratio = source.width / layout.width;
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, layout.width, foot);
      const canvas: Canvas = { pen, ratio, ink: inkOf(drawing.theme), ...page };
      const placed = placedOf(pictures.fitFor(moved.wanted), moved, layout.price);
      panes(canvas, drawing, layout, placed, moved.wanted);
      times(canvas, drawing, layout, placed, moved.wanted);
      movedBrush(canvas, drawing, layout, moved);
      laid.hidden = false;
    },
    known: (wanted) => pictures.fitFor(wanted).map(({ sight }) => sight),
    keep: pictures.keep,
    hide: () => {
      pictures.forget();
      if (laid !== undefined) laid.hidden = true;
    },
    remove: () => {
      pictures.forget();
      laid?.remove();
      laid = undefined;
    },
  };
}

/** A picture, and what of it is to be seen. */
interface Placed extends Picture {
  readonly shown: Sight;
  /** What of it no finer one covers, and where that goes. */
  readonly bare: readonly Sight[];
  readonly parts: readonly MovedPicture[];
}

function placedOf(pictures: readonly Picture[], { wanted, whole }: Moved, pane: Across): readonly Placed[] {
  const pixel = widthOf(wanted) / pane.width;
  const shown = pictures.map(({ sight: { from, to } }, place): Sight => {
    const seam = place === 0 ? 0 : (SEAM / pane.width) * (to - from);
    // Where it meets another: at the edge of the pane it does not.
    const meets = { from: Math.max(whole.from, wanted.from + pixel), to: Math.min(whole.to, wanted.to - pixel) };
    return { from: from > meets.from ? from + seam : from, to: to < meets.to ? to - seam : to };
  });
  return pictures.map((picture, place) => {
    const own = shown[place] as Sight;
    const bare = unknownIn(within(own, wanted), shown.slice(place + 1));
    // A pixel further under the others, whose edges may lie between two.
    const under = bare.map(({ from, to }) => within({ from: from - pixel, to: to + pixel }, own));
    return { ...picture, shown: own, bare, parts: under.map((one) => movedPicture(picture.sight, wanted, pane, one)) };
  });
}

const within = (sight: Sight, wanted: Sight): Sight => ({
  from: Math.max(sight.from, wanted.from),
  to: Math.min(sight.to, wanted.to),
});

function panes(
  canvas: Canvas,
  drawing: DeviationChart,
  layout: Layout,
  placed: readonly Placed[],
  wanted: Sight,
): void {
  const { pen, paper } = canvas;
  const { price, deviation, strip } = layout;
  const end = price.left + price.width;
  pen.fillStyle = paper;
  // What ECharts has painted at the edges of the panes stands over them.
  for (const { left, top, height } of [price, deviation]) {
    pen.fillRect(left - NAMES_FROM, top, NAMES_FROM, height);
    pen.fillRect(end, top, NAMES_FROM, height);
  }
  // The names stand where the lines end that were painted: until the exact picture is there nobody knows where these do.
  if (drawing.compact !== true)
    pen.fillRect(end + NAMES_FROM, price.top - BESIDE, layout.width - end - NAMES_FROM, price.height + 2 * BESIDE);
  const across = ({ from, to }: Sight): Across => {
    const left = pixelAt(wanted, price, from);
    return { left, width: pixelAt(wanted, price, to) - left };
  };
  const unknown = unknownIn(
    wanted,
    placed.map(({ shown }) => shown),
  );
  const blanks = unknown.map(across);
  const stretched = placed.filter(({ sight }) => widthOf(sight) > STAMPED * widthOf(wanted));
  const unstamped = [...unknown, ...stretched.flatMap(({ bare }) => bare)].map(across);
  for (const pane of [price, deviation, strip]) {
    const tall = { ...pane, height: pane.height + FOOT };
    pen.fillStyle = paper;
    pen.fillRect(tall.left, tall.top, tall.width, tall.height);
    for (const blank of blanks) notDrawnYet(canvas, { ...tall, ...blank });
    for (const one of placed) picture(canvas, tall, one);
    if (pane !== strip) stamped(canvas, drawing, pane, unstamped, placed, wanted);
  }
}

/** One tone over the whole height: no grid, no rows, none of the textures that missing minutes have. */
function notDrawnYet({ pen, ink }: Canvas, { left, top, width, height }: Box): void {
  pen.fillStyle = ink.rule;
  pen.fillRect(left, top, width, height);
}

/** What is only moved stays sharp: by whole pixels. */
const wholePixels = (pixels: number, ratio: number): number => Math.round(pixels * ratio) / ratio;

function picture({ pen, paper, ratio }: Canvas, { top, height }: Box, { canvas, parts }: Placed): void {
  for (const { part, scale } of parts) {
    if (part === undefined) continue;
    const { from, to } = part;
    // An instant in milliseconds since 1970 has no more digits than that for a width.
    const isMoved = Math.abs(scale - 1) * from.width < HAIR;
    const left = isMoved ? wholePixels(to.left - from.left, ratio) + from.left : to.left;
    pen.fillStyle = paper;
    pen.fillRect(left, top, to.width, height);
    pen.drawImage(
      canvas,
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
}

/** The ticks under the panes go with them; so does each time, as wide as it is, where there is room for all of it: cut off, it would be another. */
function times(
  { pen, paper, ratio, ...canvas }: Canvas,
  { zone }: DeviationChart,
  { strip, width }: Layout,
  placed: readonly Placed[],
  wanted: Sight,
): void {
  const first = strip.left - timesOverhang(zone);
  const top = strip.top + strip.height + FOOT;
  pen.fillStyle = paper;
  pen.fillRect(first, top, width - first, TIMES - FOOT);
  for (const one of placed) picture({ ...canvas, pen, paper, ratio }, { ...strip, top, height: TICKS - FOOT }, one);
  const taken: Across[] = [];
  for (const { canvas: source, sight, times: all } of placed)
    for (const time of all) {
      const middle = time.left + time.width / 2;
      const by = wholePixels(pixelAt(wanted, strip, instantAt(sight, strip, middle)) - middle, ratio);
      const left = time.left + by;
      const isInSight = middle + by >= strip.left && middle + by <= strip.left + strip.width;
      const isFree = taken.every((other) => left >= other.left + other.width || left + time.width <= other.left);
      if (!isInSight || !isFree || left < first || left + time.width > width) continue;
      taken.push({ left, width: time.width });
      const from = [time.left, time.top, time.width, time.height].map((pixels) => pixels * ratio) as Four;
      pen.drawImage(source, ...from, left, time.top, time.width, time.height);
    }
}
type Four = [number, number, number, number];

/**
 * SIMULATED where the pictures have none: on what is not drawn yet, and where one is stretched so far that its own may be out of sight. Each is whole: where
 * none of the pane's own places has the room, those of the part do; a part narrower than that has its neighbours'. Then in each row in which all others are
 * cut, by an edge or where two pictures meet.
 */
function stamped(
  { pen, ink, face }: Canvas,
  drawing: DeviationChart,
  pane: Box,
  parts: readonly Across[],
  placed: readonly Placed[],
  wanted: Sight,
): void {
  const inPane = stamps({ chart: drawing, ink }, [pane]);
  const [one] = inPane;
  if (one === undefined) return;
  const half = stampWidth(one) / 2;
  const written: Stamp[] = [];
  for (const part of parts) {
    const fits = ({ x }: Stamp): boolean => x - half >= part.left && x + half <= part.left + part.width;
    const own = inPane.filter(fits);
    const shown = own.length > 0 ? own : stamps({ chart: drawing, ink }, [{ ...pane, ...part }]).filter(fits);
    written.push(...shown);
  }
  const whole = written.map(({ x, y }) => ({ x, y, half, from: x - half, to: x + half }));
  written.push(
    ...stampsMissing(pane, inPane, [...placed.flatMap((picture) => shownOf(picture, inPane, pane, wanted)), ...whole]),
  );
  for (const stamp of written) write(pen, stamp, face);
}

/** The stamps of a picture, each in each part of the picture that is to be seen. */
function shownOf(
  { sight, bare }: Placed,
  inPane: readonly Stamp[],
  pane: Across,
  wanted: Sight,
): readonly ShownStamp[] {
  const scale = widthOf(sight) / widthOf(wanted);
  return bare.flatMap(({ from, to }) =>
    inPane.map((stamp) => ({
      x: pixelAt(wanted, pane, instantAt(sight, pane, stamp.x)),
      y: stamp.y,
      half: (scale * stampWidth(stamp)) / 2,
      from: pixelAt(wanted, pane, from),
      to: pixelAt(wanted, pane, to),
    })),
  );
}

function write(pen: CanvasRenderingContext2D, { x, y, rotation, style }: Stamp, face: string): void {
  pen.save();
  pen.translate(x, y);
  pen.rotate(-rotation);
  pen.font = `${String(style.fontWeight)} ${String(style.fontSize)}px ${face}`;
  pen.textAlign = style.align;
  pen.textBaseline = style.verticalAlign;
  pen.fillStyle = style.fill;
  pen.fillText(style.text, 0, 0);
  pen.restore();
}
