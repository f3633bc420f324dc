import type { EChartsType } from 'echarts/core';
import type { RefObject } from 'react';
import { windowOf } from '@/lib/charts/buckets/columns';
import type { DeviationChart } from '@/lib/charts/chart';
import { layoutOf } from '@/lib/charts/look/layout';
import { lookedAhead } from '@/lib/charts/pointing/lookAhead';
import { instantAt, pixelAt } from '@/lib/charts/pointing/movedPicture';
import {
  broughtInto,
  leastSight,
  middleOf,
  panned,
  wholeSight,
  widthOf,
  zoomedAt,
  type Sight,
} from '@/lib/charts/pointing/sight';
import { MINUTE_MS } from '@/lib/domain/minute';
import { whenIdle } from '../later/calm';
import { movedLayer, OVERLAP } from './movedLayer';

/** What is in sight of a chart, and how it is moved. Instants are milliseconds since 1970. */
export interface SightControl {
  /** undefined until the chart is drawn. */
  readonly now: () => Sight | undefined;
  /** All of the window is in sight. */
  readonly isWhole: () => boolean;
  /** The pixel of the box at which an instant stands, and the instant that stands at a pixel; NaN until the chart is drawn. */
  readonly x: (instant: number) => number;
  readonly at: (pixel: number) => number;
  /** At an instant, else at the middle: a step. */
  readonly zoom: (factor: number, at?: number) => void;
  /** By a share of what is in sight: a step. */
  readonly pan: (share: number) => void;
  /** The minute of an instant, wholly: a step. */
  readonly bring: (at: number) => void;
  /** The whole window again. */
  readonly reset: () => void;
  /** As far as the window reaches, by a hand that goes on moving: what is painted is moved, and drawn when the hand rests. */
  readonly move: (to: (sight: Sight, whole: Sight, least: number) => Sight, held?: 'panes' | 'brush') => void;
  /** Draws what is in sight, if that is not what is painted: the hand rests. */
  readonly rest: () => void;
  /** ECharts has drawn the window, which took so many milliseconds: the first measure of what a drawing costs. */
  readonly drew: (tookMs: number) => void;
  /** Tells of each move. Gives the way to stop. */
  readonly watch: (told: () => void) => () => void;
  /** No chart after this. */
  readonly stop: () => void;
}

/** A hand that has not moved for so long rests, in milliseconds. Between two notches of a wheel that is being turned there is less. */
export const REST_MS = 100;
/** While a hand moves, drawing anew what is stretched takes one part in so many of the time. */
const SHARE = 24;
/** Drawing what is not known yet waits so many times as long as the last drawing took, and two frames at least. */
const EAGER = { times: 2, leastMs: 32 } as const;
/** A share of the width by which a picture is stretched that nobody sees. */
const HAIR = 1e-4;

export function movingSight(
  chart: EChartsType | undefined,
  box: RefObject<HTMLElement | null>,
  drawing: DeviationChart | undefined,
): SightControl {
  const watchers = new Set<() => void>();
  const layer = chart === undefined || drawing === undefined ? undefined : movedLayer(chart, box, drawing);
  const whole = drawing === undefined ? undefined : wholeSight(windowOf(drawing.answer));
  const pane = drawing === undefined ? undefined : layoutOf(drawing).price;
  /** What a hand has moved to and ECharts has not drawn. */
  let wanted: Sight | undefined;
  /** When something was drawn exactly, or a hand began to move it, and how long drawing took. */
  let drawn = { at: -Infinity, tookMs: 0 };
  /** When a hand was last heard of, or could have been again: while something is drawn nobody hears of it. */
  let heardAt = -Infinity;
  let frame: number | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  /** Takes back what was asked to be drawn between two frames. */
  let between: (() => void) | undefined;
  /** What ECharts has painted, from a frame of a gesture on; what was wanted in its last two frames; what is in the hand. */
  let seen: Sight | undefined;
  let [before, last]: [Sight | undefined, Sight | undefined] = [undefined, undefined];
  let isBrushed = false;

  const painted = (): Sight | undefined => {
    if (chart === undefined || chart.isDisposed() || pane === undefined) return undefined;
    const [from, to] = [pane.left, pane.left + pane.width].map((x) => chart.convertFromPixel({ xAxisIndex: 0 }, x));
    return from === undefined || to === undefined || Number.isNaN(to - from) ? undefined : { from, to };
  };
  const now = (): Sight | undefined => wanted ?? painted();
  const forget = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    between?.();
    clearTimeout(resting);
    frame = between = resting = undefined;
  };
  /** ECharts draws a sight, at once; `wanted` stays what it is. Only a hand that rests is told of. */
  const draw = (sight: Sight, { silent }: { readonly silent: boolean }): void => {
    if (chart === undefined || chart.isDisposed() || whole === undefined) return;
    const began = performance.now();
    chart.dispatchAction(
      {
        type: 'dataZoom',
        ...(isAllOf(sight, whole) ? { start: 0, end: 100 } : { startValue: sight.from, endValue: sight.to }),
      },
      { silent },
    );
    chart.getZr().flush();
    seen = undefined;
    heardAt = performance.now();
    drawn = { at: heardAt, tookMs: heardAt - began };
  };
  const rest = (): void => {
    const sight = wanted;
    forget();
    if (sight === undefined) return;
    draw(sight, { silent: false });
    layer?.hide();
    wanted = before = last = undefined;
  };
  const awaitRest = (): void => {
    clearTimeout(resting);
    resting = setTimeout(rest, REST_MS);
  };
  /** What to draw in this moment: first what is not known, then what is stretched. */
  const due = (): Sight | undefined => {
    if (wanted === undefined || whole === undefined || pane === undefined || layer === undefined) return undefined;
    const since = performance.now() - drawn.at;
    const overlap = (OVERLAP / pane.width) * widthOf(wanted);
    const ahead = lookedAhead(layer.known(wanted), { before: before ?? wanted, wanted, whole, overlap });
    if (ahead !== undefined) return since >= Math.max(EAGER.leastMs, EAGER.times * drawn.tookMs) ? ahead : undefined;
    const isStretched = seen !== undefined && Math.abs(widthOf(seen) / widthOf(wanted) - 1) > HAIR;
    return isStretched && since > Math.max(REST_MS, SHARE * drawn.tookMs) ? wanted : undefined;
  };
  const show = (): void => {
    seen ??= painted();
    if (seen === undefined || wanted === undefined || whole === undefined) return;
    layer?.show(seen, { wanted, whole, isBrushed });
  };
  /** In an idle moment after a frame. */
  const drawDue = (): void => {
    between = undefined;
    const sight = due();
    if (sight === undefined) return;
    layer?.keep();
    draw(sight, { silent: true });
    show();
    awaitRest();
  };
  const nextFrame = (): void => {
    frame = undefined;
    show();
    before = last ?? seen;
    last = wanted;
    if (between === undefined && due() !== undefined) between = whenIdle(drawDue, { latestMs: REST_MS, unknownMs: 0 });
  };
  const to = (next: Sight): void => {
    if (wanted === undefined) {
      // What stands at the beginning of a gesture is exact.
      drawn = { ...drawn, at: performance.now() };
      seen = undefined;
    }
    wanted = next;
    heardAt = performance.now();
    for (const told of watchers) told();
  };
  const move: SightControl['move'] = (change, held = 'panes') => {
    const sight = now();
    if (sight === undefined || drawing === undefined || whole === undefined) return;
    const next = change(sight, whole, leastSight(drawing.answer.resolutionMinutes));
    if (next.from === sight.from && next.to === sight.to) return;
    isBrushed = held === 'brush';
    to(next);
    frame ??= requestAnimationFrame(nextFrame);
    awaitRest();
  };
  /** One step is drawn at once; steps that follow each other closely, as those of a key held down, are a movement. */
  const step = (change: Parameters<SightControl['move']>[0]): void => {
    const isAlone = performance.now() - heardAt > REST_MS;
    move(change);
    if (isAlone) rest();
  };
  const bring = (at: number): void => {
    const sight = now();
    const half = ((drawing?.answer.resolutionMinutes ?? 1) * MINUTE_MS) / 2;
    if (sight === undefined) return;
    // A minute is as wide as half a step to both sides of where it stands.
    if (at - half < sight.from) step((seen, all) => broughtInto(seen, all, at - half));
    else if (at + half > sight.to) step((seen, all) => broughtInto(seen, all, at + half));
  };
  return {
    now,
    isWhole: () => {
      const sight = now();
      return sight === undefined || whole === undefined || isAllOf(sight, whole);
    },
    x: (instant) => {
      const sight = now();
      return sight === undefined || pane === undefined ? NaN : pixelAt(sight, pane, instant);
    },
    at: (pixel) => {
      const sight = now();
      return sight === undefined || pane === undefined ? NaN : instantAt(sight, pane, pixel);
    },
    zoom: (factor, at) => {
      step((sight, all, least) => zoomedAt(sight, all, least, at ?? middleOf(sight), factor));
    },
    pan: (share) => {
      step((sight, all) => panned(sight, all, share * widthOf(sight)));
    },
    bring,
    reset: () => {
      move((_, all) => all);
      rest();
    },
    move,
    rest,
    drew: (tookMs) => {
      drawn = { ...drawn, tookMs };
    },
    watch: (told) => {
      watchers.add(told);
      return () => {
        watchers.delete(told);
      };
    },
    stop: () => {
      rest();
      layer?.remove();
    },
  };
}

/** To less than a minute: a zoom out that ends so near the edges has reached them. */
const isAllOf = (sight: Sight, whole: Sight): boolean => widthOf(whole) - widthOf(sight) < MINUTE_MS / 2;
