import { describe, expect, it } from 'vitest';
import { mendedTime } from './times';

describe('a time in an address that names its zone in another spelling', () => {
  it.each([
    ['2025-10-10t21:20z', '2025-10-10T21:20Z'],
    ['2025-10-10T21:20+00:00', '2025-10-10T21:20Z'],
    ['2025-10-10T21:20 00:00', '2025-10-10T21:20Z'],
    ['2025-10-10T21:20-00:00', '2025-10-10T21:20Z'],
    ['2025-10-10T21:20+0000', '2025-10-10T21:20Z'],
    ['2025-10-10T21:20+00', '2025-10-10T21:20Z'],
    ['2025-10-10 21:20 UTC', '2025-10-10T21:20Z'],
    ['2025-10-11T05:20+08:00', '2025-10-10T21:20Z'],
    ['2025-10-10T16:20-05:00', '2025-10-10T21:20Z'],
    ['2025-10-11T02:50+05:30', '2025-10-10T21:20Z'],
    ['2025-10-10T21:20:00.000Z', '2025-10-10T21:20Z'],
  ])('%s is %s', (text, iso) => {
    expect(mendedTime(text, 'minute')).toBe(iso);
  });

  it.each([
    ['minute', '2025-10-10T21:20:37Z', '2025-10-10T21:20Z'],
    ['from', '2025-10-10T21:20:37Z', '2025-10-10T21:20Z'],
    ['to', '2025-10-10T21:20:37Z', '2025-10-10T21:21Z'],
    ['to', '2025-10-10T21:20:00Z', '2025-10-10T21:20Z'],
    ['to', '2025-10-10T23:59:59.999Z', '2025-10-11T00:00Z'],
    ['moment', '2026-01-31T08:15:09.25+00:00', '2026-01-31T08:15:09.250Z'],
    ['moment', '2026-01-31T08:15:09z', '2026-01-31T08:15:09Z'],
  ] as const)('with seconds, as a %s: %s is %s', (role, text, iso) => {
    expect(mendedTime(text, role)).toBe(iso);
  });

  it.each([
    ['no zone', '2025-10-10T21:20'],
    ['no zone, as people type it', '2025-10-10 21:20'],
    ['no calendar has the day', '2025-02-30T21:20:00z'],
    ['no clock has the minute', '2025-10-10T21:99z'],
    ['no zone is so far off', '2025-10-10T21:20+19:00'],
    ['before 1970', '1970-01-01T00:00+08:00'],
    ['another shape', '10.10.2025 21:20 UTC'],
    ['nothing', ''],
  ])('stays as it is: %s', (_why, text) => {
    expect(mendedTime(text, 'minute')).toBe(text);
  });
});
