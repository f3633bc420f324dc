import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShownTwice, isZone, ZONES, zonedTime } from './zone';

const crash = Date.parse('2025-10-10T21:20:00Z');

describe('a zone’s clock', () => {
  it('shows the minute of the crash as people there saw it', () => {
    expect(zonedTime(crash, 'utc')).toEqual({ day: '2025-10-10', clock: '21:20', name: 'UTC' });
    expect(zonedTime(crash, 'utc+8')).toEqual({ day: '2025-10-11', clock: '05:20', name: 'UTC+8' });
    expect(zonedTime(crash, 'utc+9')).toEqual({ day: '2025-10-11', clock: '06:20', name: 'UTC+9' });
    expect(zonedTime(crash, 'new-york')).toEqual({ day: '2025-10-10', clock: '17:20', name: 'EDT' });
  });

  // The tests run on a clock of Kiritimati, 14 hours ahead.
  it('may be the browser’s own', () => {
    expect(zonedTime(crash, 'local')).toEqual({ day: '2025-10-11', clock: '11:20', name: 'UTC+14' });
  });

  // New York's clocks went back on 2 November 2025 at 06:00 UTC, and forward on 9 March 2025 at 07:00 UTC.
  it.each([
    ['2025-11-02T05:59Z', '2025-11-02', '01:59', 'EDT'],
    ['2025-11-02T06:00Z', '2025-11-02', '01:00', 'EST'],
    ['2025-03-09T06:59Z', '2025-03-09', '01:59', 'EST'],
    ['2025-03-09T07:00Z', '2025-03-09', '03:00', 'EDT'],
  ])('in New York at %s shows %s %s %s', (iso, day, clock, name) => {
    expect(zonedTime(Date.parse(iso), 'new-york')).toEqual({ day, clock, name });
  });

  // The hour from 01:00 on runs twice, first as summer time from 05:00 UTC on, then from 06:00 UTC on.
  it.each([
    ['2025-11-02T04:59Z', false],
    ['2025-11-02T05:00Z', true],
    ['2025-11-02T05:59Z', true],
    ['2025-11-02T06:00Z', true],
    ['2025-11-02T06:59Z', true],
    ['2025-11-02T07:00Z', false],
    ['2025-03-09T07:00Z', false],
  ])('in New York shows the time of %s twice: %s', (iso, twice) => {
    expect(isShownTwice(Date.parse(iso), 'new-york')).toBe(twice);
    expect(isShownTwice(Date.parse(iso), 'utc+9')).toBe(false);
  });

  it('at midnight shows 00:00 of the new day', () => {
    expect(zonedTime(Date.parse('2025-10-11T00:00Z'), 'utc')).toMatchObject({ day: '2025-10-11', clock: '00:00' });
  });

  it('of a fixed offset is that far from UTC at every minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000_000 }), fc.constantFrom(0, 8, 9), (minutes, hours) => {
        const zone = hours === 0 ? 'utc' : hours === 8 ? 'utc+8' : 'utc+9';
        const iso = new Date((minutes + hours * 60) * 60_000).toISOString();
        const { day, clock } = zonedTime(minutes * 60_000, zone);
        expect(`${day}T${clock}`).toBe(iso.slice(0, 16));
      }),
    );
  });

  it('is one of those offered', () => {
    expect(ZONES.every(isZone)).toBe(true);
    expect(isZone('Mars')).toBe(false);
  });
});
