import { describe, expect, it } from 'vitest';
import { decodedSegment, isMalformedMinute, segmentsOf } from './segments';

describe('a minute in an address', () => {
  it.each(['2025-10-10T21:20Z', '2025-10-10T21%3A20Z', '2024-02-29T00:00Z', '2025-10-10T21:20:00Z'])(
    '%s is well written',
    (segment) => {
      expect(isMalformedMinute(segment)).toBe(false);
    },
  );

  it.each([
    '2025-10-10T21:99Z',
    '2025-10-10T24:00Z',
    '2025-13-10T00:00Z',
    '2025-10-32T00:00Z',
    '2025-10-10',
    '2025-10-10T21:20',
    '1000000000-01-01T00:00Z',
    "'; DROP TABLE candles",
    '%E0%A4%A',
  ])('%s is malformed', (segment) => {
    expect(isMalformedMinute(segment)).toBe(true);
  });

  it('calls a day no calendar has well written: it names nothing, which is "not found"', () => {
    expect(isMalformedMinute('2025-02-30T21:20Z')).toBe(false);
    expect(isMalformedMinute('2025-04-31T21:20Z')).toBe(false);
    expect(isMalformedMinute('1969-04-01T21:20Z')).toBe(false);
  });

  it('survives a broken percent encoding', () => {
    expect(decodedSegment('%E0%A4%A')).toBeUndefined();
  });
});

describe('a path', () => {
  it('is read as its decoded segments', () => {
    expect(segmentsOf('/ATOM/2025-10-10T21%3A20Z')).toEqual(['ATOM', '2025-10-10T21:20Z']);
    expect(segmentsOf('/')).toEqual([]);
  });

  it('cannot be read where its encoding is broken', () => {
    expect(segmentsOf('/%E0%A4%A')).toBeUndefined();
    expect(segmentsOf('/ATOM/%E0%A4%A')).toBeUndefined();
  });
});
