import { describe, expect, it } from 'vitest';
import { datedOnce, toZone } from './toZone';

describe('a text with its minutes in UTC, on another clock', () => {
  it('says each minute and the zone as that clock does', () => {
    expect(toZone('first seen 2025-10-10 21:20 UTC', 'utc')).toBe('first seen 2025-10-10 21:20 UTC');
    expect(toZone('first seen 2025-10-10 21:20 UTC', 'utc+9')).toBe('first seen 2025-10-11 06:20 UTC+9');
    expect(toZone('2025-10-10 20:00 to 2025-10-11 00:00 UTC, 4 h', 'new-york')).toBe(
      '2025-10-10 16:00 to 2025-10-10 20:00 EDT, 4 h',
    );
  });

  // New York's clocks went back on 2 November 2025 at 06:00 UTC.
  it('names the zone where its clock changes between the minutes', () => {
    expect(toZone('2025-11-02 04:00 to 2025-11-03 05:00 UTC', 'new-york')).toBe(
      '2025-11-02 00:00 to 2025-11-03 00:00 New York',
    );
  });

  it('tells the minutes apart that the clock shows twice', () => {
    expect(toZone('2025-11-02 05:30 to 2025-11-02 06:30 UTC', 'new-york')).toBe(
      '2025-11-02 01:30 EDT to 2025-11-02 01:30 EST New York',
    );
    expect(toZone('2025-11-02 05:30 to 2025-11-02 08:00 UTC', 'new-york')).toBe(
      '2025-11-02 01:30 EDT to 2025-11-02 03:00 New York',
    );
    expect(toZone('2025-11-02 05:30 to 2025-11-02 05:40 UTC', 'new-york')).toBe(
      '2025-11-02 01:30 to 2025-11-02 01:40 EDT',
    );
  });

  it('is understood between Chinese and Korean signs, and across an unbroken space', () => {
    expect(toZone('於 2025-10-10 21:20\u00A0UTC，低', 'utc+8')).toBe('於 2025-10-11 05:20\u00A0UTC+8，低');
    expect(toZone('2025-10-10 21:20 UTC에', 'utc+9')).toBe('2025-10-11 06:20 UTC+9에');
  });

  it('stays in UTC where a time of day has no date', () => {
    expect(toZone('2025-10-10 20:00 to 24:00 UTC', 'utc+9')).toBe('2025-10-10 20:00 to 24:00 UTC');
  });
});

describe('a window whose minutes have one date', () => {
  it.each([
    ['ATOM, 2025-10-10 20:50 to 2025-10-10 21:51 UTC', 'ATOM, 2025-10-10 20:50 to 21:51 UTC'],
    ['ATOM, 2025-10-10 20:50 ~ 2025-10-10 21:51 UTC', 'ATOM, 2025-10-10 20:50 ~ 21:51 UTC'],
    ['ATOM，2025-10-10 20:50 至 2025-10-10 21:51 UTC', 'ATOM，2025-10-10 20:50 至 21:51 UTC'],
    ['2025-11-02 01:30 EDT to 2025-11-02 01:30 EST New York', '2025-11-02 01:30 EDT to 01:30 EST New York'],
  ])('says it once: %s', (twice, once) => {
    expect(datedOnce(twice)).toBe(once);
  });

  it('says both of two', () => {
    expect(datedOnce('2025-10-10 20:00 to 2025-10-11 00:00 UTC')).toBe('2025-10-10 20:00 to 2025-10-11 00:00 UTC');
  });
});
