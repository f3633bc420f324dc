import { describe, expect, it } from 'vitest';
import { minute, type MinuteRange } from '@/lib/domain/minute';
import { nearestMinute, zoomedRange } from './gestures';

const range: MinuteRange = { from: minute(1_000), to: minute(1_240) };
const ms = (minutes: number): number => minutes * 60_000;

describe('a place on the time axis', () => {
  it('means the minute nearest to it', () => {
    expect(nearestMinute(ms(1_010) + 29_000, range)).toBe(1_010);
    expect(nearestMinute(ms(1_010) + 31_000, range)).toBe(1_011);
  });

  it('means none outside the range, whose end is not part of it', () => {
    expect(nearestMinute(ms(1_240), range)).toBeUndefined();
    expect(nearestMinute(ms(999), range)).toBeUndefined();
    expect(nearestMinute(NaN, range)).toBeUndefined();
  });
});

describe('a zoomed axis', () => {
  it('is the whole minutes it shows, half-open', () => {
    expect(zoomedRange(ms(1_009) + 1, ms(1_019) + 30_000, range)).toEqual({ from: 1_010, to: 1_020 });
  });

  it('is no zoom while all is shown', () => {
    expect(zoomedRange(ms(1_000), ms(1_239), range)).toBeUndefined();
    expect(zoomedRange(ms(1_000), ms(1_240), range)).toBeUndefined();
  });

  it('is no window below two minutes', () => {
    expect(zoomedRange(ms(1_010) + 1, ms(1_011), range)).toBeUndefined();
  });
});
