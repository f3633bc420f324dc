import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ZONES, zonedTime } from '../../domain/zone';
import { zonedTicks } from './zonedTicks';

afterEach(() => {
  vi.restoreAllMocks();
  // Modules are shared by the tests of a thread: none may go on with a clock that a test here put in the browser's place.
  vi.resetModules();
});

const ms = (iso: string): number => Date.parse(iso);
const ticks = (from: string, to: string, zone: (typeof ZONES)[number], wanted: number): readonly string[] =>
  zonedTicks(ms(from), ms(to), zone, wanted).map(
    ({ at, label }) => `${new Date(at).toISOString().slice(5, 16)} ${label}`,
  );

describe('the ticks of a time axis on a zone’s clock', () => {
  it('stand at its whole hours, and at its midnight with the date', () => {
    expect(ticks('2025-10-10T13:30Z', '2025-10-10T17:30Z', 'utc+9', 4)).toEqual([
      '10-10T14:00 23:00',
      '10-10T15:00 2025-10-11',
      '10-10T16:00 01:00',
      '10-10T17:00 02:00',
    ]);
    expect(ticks('2025-10-10T20:00Z', '2025-10-11T00:00Z', 'utc', 4)).toEqual([
      '10-10T20:00 20:00',
      '10-10T21:00 21:00',
      '10-10T22:00 22:00',
      '10-10T23:00 23:00',
      '10-11T00:00 2025-10-11',
    ]);
  });

  // New York's clocks went back on 2 November 2025 at 06:00 UTC, from 02:00 EDT to 01:00 EST.
  it('have the hour twice that a clock runs twice', () => {
    expect(ticks('2025-11-02T03:00Z', '2025-11-02T08:00Z', 'new-york', 5)).toEqual([
      '11-02T03:00 23:00',
      '11-02T04:00 2025-11-02',
      '11-02T05:00 01:00',
      '11-02T06:00 01:00',
      '11-02T07:00 02:00',
      '11-02T08:00 03:00',
    ]);
  });

  it('stand at midnights of both sides of it, 25 hours apart there', () => {
    expect(ticks('2025-11-01T00:00Z', '2025-11-04T12:00Z', 'new-york', 4)).toEqual([
      '11-01T04:00 2025-11-01',
      '11-02T04:00 2025-11-02',
      '11-03T05:00 2025-11-03',
      '11-04T05:00 2025-11-04',
    ]);
    expect(ticks('2025-11-01T12:00Z', '2025-11-03T12:00Z', 'new-york', 4)).toEqual([
      '11-01T16:00 12:00',
      '11-02T04:00 2025-11-02',
      '11-02T17:00 12:00',
      '11-03T05:00 2025-11-03',
    ]);
  });

  // And forward on 9 March 2025 at 07:00 UTC, from 02:00 EST to 03:00 EDT.
  it('leave out the hour that a clock leaves out', () => {
    expect(ticks('2025-03-09T05:00Z', '2025-03-09T08:00Z', 'new-york', 3)).toEqual([
      '03-09T05:00 2025-03-09',
      '03-09T06:00 01:00',
      '03-09T07:00 03:00',
      '03-09T08:00 04:00',
    ]);
  });

  it('of a month are round days, of a year the first midnights of its months', () => {
    expect(ticks('2025-10-05T00:00Z', '2025-11-04T00:00Z', 'utc+8', 7)).toEqual([
      '10-08T16:00 2025-10-09',
      '10-12T16:00 2025-10-13',
      '10-16T16:00 2025-10-17',
      '10-20T16:00 2025-10-21',
      '10-24T16:00 2025-10-25',
      '10-28T16:00 2025-10-29',
      '10-31T16:00 2025-11-01',
    ]);
    expect(ticks('2025-02-15T00:00Z', '2026-01-15T00:00Z', 'new-york', 6)).toEqual([
      '03-01T05:00 2025-03-01',
      '05-01T04:00 2025-05-01',
      '07-01T04:00 2025-07-01',
      '09-01T04:00 2025-09-01',
      '11-01T04:00 2025-11-01',
      '01-01T05:00 2026-01-01',
    ]);
  });

  it('show what the clock shows there, ascend, and are neither none nor too many', () => {
    const zone = fc.constantFrom(...ZONES);
    const start = fc.integer({ min: ms('2017-01-01T00:00Z') / 60_000, max: ms('2026-01-01T00:00Z') / 60_000 });
    const minutes = fc.oneof(fc.integer({ min: 5, max: 3_000 }), fc.integer({ min: 3_000, max: 366 * 1_440 }));
    fc.assert(
      fc.property(zone, start, minutes, fc.integer({ min: 3, max: 14 }), (zone, start, minutes, wanted) => {
        const [from, to] = [start * 60_000, (start + minutes) * 60_000];
        const found = zonedTicks(from, to, zone, wanted);
        expect(found.length).toBeLessThanOrEqual(2 * wanted + 2);
        found.forEach(({ at, label }, i) => {
          const { day, clock } = zonedTime(at, zone);
          expect(label).toBe(clock === '00:00' ? day : clock);
          expect(at).toBeGreaterThanOrEqual(i === 0 ? from : (found[i - 1]?.at ?? NaN) + 1);
          expect(at).toBeLessThanOrEqual(to);
        });
      }),
    );
  });

  // Chile's clocks went forward on 7 September 2025 at 04:00 UTC, from 00:00 to 01:00.
  it('of a day whose midnight the browser’s clock leaves out begin with its first minute', async () => {
    const { DateTimeFormat } = Intl;
    vi.spyOn(Intl, 'DateTimeFormat').mockImplementation(function (language, options) {
      return new DateTimeFormat(language, { ...options, timeZone: options?.timeZone ?? 'America/Santiago' });
    });
    vi.resetModules();
    const { zonedTicks: inSantiago } = await import('./zonedTicks');
    const days = inSantiago(ms('2025-09-06T00:00Z'), ms('2025-09-08T12:00Z'), 'local', 3);
    expect(days.map(({ at, label }) => [new Date(at).toISOString().slice(0, 16), label])).toEqual([
      ['2025-09-06T04:00', '2025-09-06'],
      ['2025-09-07T04:00', '2025-09-07'],
      ['2025-09-08T03:00', '2025-09-08'],
    ]);
  });

  it('are none of an empty stretch', () => {
    expect(zonedTicks(ms('2025-10-10T20:00Z'), ms('2025-10-10T20:00Z'), 'utc', 5)).toEqual([]);
    expect(zonedTicks(NaN, NaN, 'utc', 5)).toEqual([]);
  });
});
