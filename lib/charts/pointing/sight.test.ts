import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute, MINUTE_MS } from '../../domain/minute';
import { broughtInto, leastSight, middleOf, panned, wholeSight, widthOf, zoomedAt, type Sight } from './sight';

const MINUTE = MINUTE_MS;
const LEAST = leastSight(1);
/** Four hours from 2025-10-10T20:00Z. */
const FIRST = Date.parse('2025-10-10T20:00Z') / MINUTE;
const four = wholeSight({ from: minute(FIRST), to: minute(FIRST + 240) });
const at = (minutes: number): number => (FIRST + minutes) * MINUTE;

/** A window of ten minutes to a year, a part of it no narrower than five minutes, and an instant in sight. */
const looked = fc
  .record({
    first: fc.integer({ min: 20_000_000, max: 30_000_000 }),
    minutes: fc.integer({ min: 10, max: 525_600 }),
    width: fc.double({ min: 0, max: 1, noNaN: true }),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    point: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ first, minutes, width, place, point }) => {
    const whole = wholeSight({ from: minute(first), to: minute(first + minutes) });
    const wide = LEAST + width * (widthOf(whole) - LEAST);
    const from = whole.from + place * (widthOf(whole) - wide);
    const sight: Sight = { from, to: Math.min(whole.to, from + wide) };
    return { whole, sight, instant: from + point * (sight.to - from) };
  });
const factor = fc.double({ min: 0.01, max: 100, noNaN: true });
/** Floating point, in milliseconds. */
const HAIR = 0.01;

const expectInside = (sight: Sight, whole: Sight): void => {
  expect(sight.from).toBeGreaterThanOrEqual(whole.from);
  expect(sight.to).toBeLessThanOrEqual(whole.to);
};

describe('zooming at an instant', () => {
  it('keeps the instant where it stands', () => {
    // A quarter from the left: of the two hours left, half an hour lies before it.
    const half = zoomedAt(four, four, LEAST, four.from + 60 * MINUTE, 0.5);
    expect(half).toEqual({ from: four.from + 30 * MINUTE, to: four.from + 150 * MINUTE });
  });

  it('leaves the edge where it is when it is pointed at, and takes a point beyond for the edge', () => {
    expect(zoomedAt(four, four, LEAST, four.from, 0.5).from).toBe(four.from);
    expect(zoomedAt(four, four, LEAST, four.to + 5 * MINUTE, 0.5).to).toBe(four.to);
  });

  it('shows all of a window that is shorter than the least width', () => {
    const three = wholeSight({ from: minute(FIRST), to: minute(FIRST + 3) });
    expect(zoomedAt(three, three, LEAST, three.from, 0.5)).toEqual(three);
  });

  it('never leaves the window and never falls below the least width', () => {
    fc.assert(
      fc.property(looked, factor, ({ whole, sight, instant }, by) => {
        const next = zoomedAt(sight, whole, LEAST, instant, by);
        expectInside(next, whole);
        expect(widthOf(next)).toBeGreaterThanOrEqual(LEAST - HAIR);
      }),
    );
  });

  it('there and back at the same instant comes back to within a minute', () => {
    fc.assert(
      fc.property(looked, fc.double({ min: 0.1, max: 0.99, noNaN: true }), ({ whole, sight, instant }, by) => {
        // Stopped at the least width, the way in is shorter than the way out.
        fc.pre(widthOf(sight) * by >= LEAST);
        const back = zoomedAt(zoomedAt(sight, whole, LEAST, instant, by), whole, LEAST, instant, 1 / by);
        expect(Math.abs(back.from - sight.from)).toBeLessThan(MINUTE);
        expect(Math.abs(back.to - sight.to)).toBeLessThan(MINUTE);
      }),
    );
  });

  it('far enough out shows the whole window, from wherever', () => {
    fc.assert(
      fc.property(looked, ({ whole, sight, instant }) => {
        const out = zoomedAt(sight, whole, LEAST, instant, widthOf(whole) / LEAST);
        expect(Math.abs(out.from - whole.from)).toBeLessThan(HAIR);
        expect(Math.abs(out.to - whole.to)).toBeLessThan(HAIR);
      }),
    );
  });
});

describe('panning', () => {
  const hour: Sight = { from: at(60), to: at(120) };

  it('moves by what is asked, and stops at the ends of the window', () => {
    expect(panned(hour, four, 6 * MINUTE)).toEqual({ from: at(66), to: at(126) });
    expect(panned(hour, four, -Infinity)).toEqual({ from: four.from, to: four.from + 60 * MINUTE });
    expect(panned(hour, four, Infinity)).toEqual({ from: four.to - 60 * MINUTE, to: four.to });
    expect(panned(four, four, 6 * MINUTE)).toEqual(four);
  });

  it('brings an instant into sight by the shortest way', () => {
    expect(broughtInto(hour, four, at(90))).toEqual(hour);
    expect(broughtInto(hour, four, at(130))).toEqual({ from: at(70), to: at(130) });
    expect(broughtInto(hour, four, at(50))).toEqual({ from: at(50), to: at(110) });
    expect(middleOf(hour)).toBe(at(90));
  });

  it('keeps the width and never leaves the window', () => {
    fc.assert(
      fc.property(looked, fc.double({ min: -1e11, max: 1e11, noNaN: true }), ({ whole, sight }, by) => {
        const next = panned(sight, whole, by);
        expectInside(next, whole);
        expect(Math.abs(widthOf(next) - widthOf(sight))).toBeLessThan(HAIR);
      }),
    );
  });
});
