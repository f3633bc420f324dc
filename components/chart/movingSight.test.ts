import type { EChartsType } from 'echarts/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layoutOf } from '@/lib/charts/look/layout';
import { instantAt } from '@/lib/charts/pointing/movedPicture';
import { panned, widthOf, type Sight } from '@/lib/charts/pointing/sight';
import { answerOf, calm, chartOf, seriesOf } from '@/lib/charts/testing/answer';
import { movingSight } from './movingSight';

const FROM = '2025-10-10T20:00Z';
const BEGIN = Date.parse('2025-10-10T20:00:00Z');
const MINUTE = 60_000;
const drawing = chartOf(
  answerOf(FROM, [
    seriesOf(
      'kraken',
      FROM,
      Array.from({ length: 240 }, () => calm(3)),
    ),
  ]),
);
const sight = (from: number, to: number): Sight => ({ from: BEGIN + from * MINUTE, to: BEGIN + to * MINUTE });

/** A browser's clock: work takes time, and what became due meanwhile runs after it, the oldest first, before any input. */
class Time {
  now = 0;
  #due: { readonly at: number; readonly act: () => void; readonly id: number }[] = [];
  #ids = 0;

  after(ms: number, act: () => void): number {
    this.#ids += 1;
    this.#due.push({ at: this.now + ms, act, id: this.#ids });
    return this.#ids;
  }

  cancel(id: number | undefined): void {
    this.#due = this.#due.filter((one) => one.id !== id);
  }

  /** Runs what becomes due within so many milliseconds. */
  pass(ms: number): void {
    const until = this.now + ms;
    for (;;) {
      const next = [...this.#due].sort((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > Math.max(until, this.now)) break;
      this.cancel(next.id);
      this.now = Math.max(this.now, next.at);
      next.act();
    }
    this.now = Math.max(this.now, until);
  }
}

const FRAME = 16;
let time: Time;
beforeEach(() => {
  time = new Time();
  const cancel = (id: number | undefined): void => {
    time.cancel(id);
  };
  vi.stubGlobal('performance', { now: () => time.now });
  vi.stubGlobal('setTimeout', (act: () => void, ms: number) => time.after(ms, act));
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => time.after(FRAME, act));
  for (const name of ['clearTimeout', 'cancelAnimationFrame']) vi.stubGlobal(name, cancel);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A browser that knows when it has nothing else to do. */
function knowsIdleMoments(): void {
  vi.stubGlobal('requestIdleCallback', (act: () => void) => time.after(0, act));
  vi.stubGlobal('cancelIdleCallback', (id: number | undefined) => {
    time.cancel(id);
  });
}

/** A chart that takes so long to draw, and says what it drew: silently in the middle of a gesture, aloud where the hand rests. */
function slowChart(drawingMs: number) {
  let painted = sight(80, 160);
  const drawn: { readonly silent: boolean; readonly from: number; readonly at: number }[] = [];
  const chart = {
    isDisposed: () => false,
    convertFromPixel: (_: unknown, x: number) => instantAt(painted, layoutOf(drawing).price, x),
    dispatchAction: ({ startValue, endValue }: Record<string, number>, { silent }: { silent: boolean }) => {
      painted = { from: startValue ?? NaN, to: endValue ?? NaN };
      drawn.push({ silent, from: painted.from, at: time.now });
      time.now += drawingMs;
    },
    getZr: () => ({ flush: () => undefined }),
  } as unknown as EChartsType;
  const control = movingSight(chart, { current: null }, drawing);
  return { control, drawn };
}

/** Earlier by a twentieth of what is in sight. */
const earlier = (now: Sight, whole: Sight): Sight => panned(now, whole, -widthOf(now) / 20);

// Safari knows of no idle moments.
describe.each([
  ['a hand that moves a chart', knowsIdleMoments],
  ['a hand that moves a chart in a browser without idle moments', () => undefined],
])('%s', (_, browser) => {
  beforeEach(browser);

  it('does not rest because a drawing took long: the page could not hear of it meanwhile', () => {
    const { control, drawn } = slowChart(150);
    for (let step = 0; step < 15; step += 1) {
      control.move(earlier);
      time.pass(20);
    }
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.every(({ silent }) => silent)).toBe(true);
    // Now it rests, and what is in sight is drawn once, and told of.
    const wanted = control.now();
    time.pass(1_000);
    expect(drawn.filter(({ silent }) => !silent)).toEqual([
      { silent: false, from: wanted?.from, at: expect.any(Number) as number },
    ]);
  });

  it('that holds a key is a movement, however long a drawing takes in the middle of it', () => {
    const { control, drawn } = slowChart(150);
    for (let step = 0; step < 15; step += 1) {
      control.pan(-1 / 20);
      time.pass(30);
    }
    // The first press is drawn at once.
    expect(drawn.map(({ silent }) => silent).indexOf(true)).toBe(1);
    expect(drawn.slice(1).every(({ silent }) => silent)).toBe(true);
  });

  it('is not held up by a first drawing: that waits twice as long as the window took to draw', () => {
    const firstAt = (tookMs: number): number | undefined => {
      const { control, drawn } = slowChart(tookMs);
      const began = time.now;
      control.drew(tookMs);
      for (let step = 0; step < 30; step += 1) {
        control.move(earlier);
        time.pass(20);
      }
      const [first] = drawn;
      return first === undefined ? undefined : first.at - began;
    };
    expect(firstAt(5)).toBeLessThan(100);
    expect(firstAt(200)).toBeGreaterThanOrEqual(400);
  });
});
