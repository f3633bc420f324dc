import { describe, expect, it } from 'vitest';
import { paceMeter, totalOf, type Pace, type PaceSample } from './pace';

/** 1,000 minutes asked. */
const sample = (atSeconds: number, doneMinutes: number, candles = doneMinutes): PaceSample => ({
  atSeconds,
  doneMinutes,
  totalMinutes: 1_000,
  candles,
});

const last = (...samples: readonly PaceSample[]): Pace | undefined => {
  const meter = paceMeter();
  return samples.map(meter).at(-1);
};

describe('the pace of a venue', () => {
  it('is measured from the first word of its work: what an earlier run did counts for nothing', () => {
    // 400 done before; then 60 minutes and 54 candles in six seconds: 540 minutes are left, at ten a second.
    expect(last(sample(10, 400, 0), sample(12, 420, 18), sample(14, 440, 36), sample(16, 460, 54))).toEqual({
      perSecond: 9,
      etaSeconds: 54,
    });
  });

  it('is unknown, and no figure, before five seconds and three steps are measured', () => {
    expect(last(sample(0, 0))).toEqual({ perSecond: undefined, etaSeconds: undefined });
    expect(last(sample(0, 0), sample(1, 100), sample(2, 200), sample(4.9, 300))).toEqual({
      perSecond: undefined,
      etaSeconds: undefined,
    });
    expect(last(sample(0, 0), sample(3, 100), sample(6, 200))).toEqual({ perSecond: 200 / 6, etaSeconds: undefined });
    expect(last({ ...sample(0, 0), totalMinutes: 0 }, { ...sample(9, 0), totalMinutes: 0 })).toEqual({
      perSecond: undefined,
      etaSeconds: undefined,
    });
  });

  it('knows that nothing is left without measuring', () => {
    expect(last(sample(0, 1_000))?.etaSeconds).toBe(0);
  });

  it('is that of the last minute: a venue that slows down is noticed', () => {
    // Ten minutes a second at first, then one a second for a minute and a half.
    const fast = Array.from({ length: 31 }, (_, i) => sample(i, 10 * i));
    const slow = Array.from({ length: 90 }, (_, i) => sample(31 + i, 301 + i));
    expect(last(...fast, ...slow)).toEqual({ perSecond: 1, etaSeconds: 610 });
  });

  it('is 0 candles a second, without an ETA, once nothing has moved for a minute', () => {
    const still = Array.from({ length: 70 }, (_, i) => sample(11 + i, 100));
    expect(last(sample(0, 0), sample(3, 30), sample(6, 60), sample(10, 100), ...still)).toEqual({
      perSecond: 0,
      etaSeconds: undefined,
    });
  });

  it('is the same however often it is reported in between', () => {
    const seldom = Array.from({ length: 11 }, (_, i) => sample(i, 10 * i));
    const often = Array.from({ length: 10_001 }, (_, i) => sample(i / 1_000, i / 100));
    expect(last(...seldom)).toEqual({ perSecond: 10, etaSeconds: 90 });
    const latest = last(...often);
    expect(latest?.perSecond).toBeCloseTo(10, 1);
    expect(latest?.etaSeconds).toBeCloseTo(90, 0);
  });

  it('is measured anew where more is asked for, or another run began', () => {
    const before = [sample(0, 0), sample(3, 30), sample(6, 60), sample(10, 100)];
    for (const change of [{ ...sample(11, 110), totalMinutes: 2_000 }, sample(11, 50), sample(1, 110)]) {
      expect(last(...before, change)).toEqual({ perSecond: undefined, etaSeconds: undefined });
    }
  });
});

describe('the pace of all venues together', () => {
  const venue = (state: string, doneMinutes: number, pace: Pace): Parameters<typeof totalOf>[0][number] => ({
    state,
    doneMinutes,
    totalMinutes: 100,
    candles: doneMinutes,
    ...pace,
  });
  const unknown: Pace = { perSecond: undefined, etaSeconds: undefined };

  it('adds up the rates and waits for the last one', () => {
    expect(
      totalOf([
        venue('working', 50, { perSecond: 5, etaSeconds: 10 }),
        venue('waiting', 20, { perSecond: 2, etaSeconds: 40 }),
        venue('done', 100, { perSecond: 9, etaSeconds: 0 }),
      ]),
    ).toEqual({ doneMinutes: 170, totalMinutes: 300, candles: 170, perSecond: 7, etaSeconds: 40 });
  });

  it('has no ETA while that of any venue at work is unknown', () => {
    expect(
      totalOf([venue('working', 50, { perSecond: 5, etaSeconds: 10 }), venue('connecting', 0, unknown)]),
    ).toMatchObject({ perSecond: 5, etaSeconds: undefined });
    expect(totalOf([])).toMatchObject({ totalMinutes: 0, perSecond: undefined, etaSeconds: undefined });
  });

  it('does not wait for a venue that refuses us, and keeps the candles it gave', () => {
    expect(
      totalOf([
        venue('working', 50, { perSecond: 5, etaSeconds: 10 }),
        venue('refused', 30, unknown),
        venue('failed', 1, unknown),
      ]),
    ).toEqual({ doneMinutes: 50, totalMinutes: 100, candles: 81, perSecond: 5, etaSeconds: 10 });
  });
});
