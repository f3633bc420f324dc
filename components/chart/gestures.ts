import type { EChartsType } from 'echarts/core';
import { MINUTE_MS, minuteAt, minuteRange, type Minute, type MinuteRange } from '@/lib/domain/minute';

/** How far a pointer may wander between press and release and still mean a click, in pixels. Further is a drag. */
export const CLICK_SLOP = 4;

/** The minute nearest to an instant on the time axis; undefined outside the analysed range. */
export function nearestMinute(ms: number, range: MinuteRange): Minute | undefined {
  if (!Number.isFinite(ms) || ms < 0) return undefined;
  const at = minuteAt(Math.round(ms / MINUTE_MS) * MINUTE_MS);
  return at >= range.from && at < range.to ? at : undefined;
}

/**
 * The whole minutes a zoomed axis shows, half-open, inside the analysed range; undefined where it shows all of it, or less
 * than two minutes.
 */
export function zoomedRange(startMs: number, endMs: number, range: MinuteRange): MinuteRange | undefined {
  if (!Number.isFinite(startMs) || !Number.isFinite(endMs)) return undefined;
  const from = Math.max(range.from, Math.ceil(startMs / MINUTE_MS));
  const to = Math.min(range.to, Math.floor(endMs / MINUTE_MS) + 1);
  // The axis ends at the last minute's open time, one before the half-open end.
  const whole = from <= range.from && to >= range.to - 1;
  if (whole || to - from < 2) return undefined;
  return minuteRange(minuteAt(from * MINUTE_MS), minuteAt(to * MINUTE_MS));
}

/** How long a click waits whether a second one follows, where two mean something else. */
const SECOND_CLICK_MS = 300;

/**
 * Calls back with the minute under a click anywhere in the panes; a drag is no click, and where a double click means something neither are its
 * two. Gives the way to stop.
 */
export function onMinuteClick(
  chart: EChartsType,
  range: MinuteRange,
  act: (minute: Minute) => void,
  doubleMeansMore: () => boolean,
): () => void {
  const surface = chart.getZr();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
  };
  let pressed: { readonly x: number; readonly y: number } | undefined;
  const down = (event: { offsetX: number; offsetY: number }): void => {
    pressed = { x: event.offsetX, y: event.offsetY };
  };
  const click = (event: { offsetX: number; offsetY: number }): void => {
    const { offsetX: x, offsetY: y } = event;
    if (pressed !== undefined && Math.hypot(x - pressed.x, y - pressed.y) > CLICK_SLOP) return;
    if (!insideAPane(chart, x, y)) return;
    const minute = nearestMinute(chart.convertFromPixel({ xAxisIndex: 0 }, x), range);
    if (minute === undefined) return;
    const isSecond = waiting !== undefined;
    forget();
    if (isSecond) return;
    if (!doubleMeansMore()) {
      act(minute);
      return;
    }
    waiting = setTimeout(() => {
      waiting = undefined;
      act(minute);
    }, SECOND_CLICK_MS);
  };
  surface.on('mousedown', down);
  surface.on('click', click);
  return () => {
    forget();
    surface.off('mousedown', down);
    surface.off('click', click);
  };
}

function insideAPane(chart: EChartsType, x: number, y: number): boolean {
  const { grid } = chart.getOption() as { grid?: readonly unknown[] };
  return (grid ?? []).some((_, gridIndex) => chart.containPixel({ gridIndex }, [x, y]));
}

/** Calls back with what the reader zoomed to, undefined when zoomed out again. Gives the way to stop. */
export function onZoomed(
  chart: EChartsType,
  range: MinuteRange,
  act: (zoom: MinuteRange | undefined) => void,
): () => void {
  const zoomed = (): void => {
    const { dataZoom } = chart.getOption() as { dataZoom?: readonly { startValue?: number; endValue?: number }[] };
    const shown = dataZoom?.[0];
    act(shown === undefined ? undefined : zoomedRange(Number(shown.startValue), Number(shown.endValue), range));
  };
  chart.on('datazoom', zoomed);
  return () => {
    chart.off('datazoom', zoomed);
  };
}
