import { describe, expect, it } from 'vitest';
import { decodedSegment, isMalformedMinute, isMalformedPath } from './address';

describe('a minute in an address', () => {
  it.each(['2025-10-10T21:20Z', '2025-10-10T21%3A20Z', '2024-02-29T00:00Z', '2025-10-10T21:20:00Z'])('%s is well written', (segment) => {
    expect(isMalformedMinute(segment)).toBe(false);
  });

  it.each(['2025-10-10T21:99Z', '2025-10-10T24:00Z', '2025-13-10T00:00Z', '2025-10-32T00:00Z', '2025-10-10', '2025-10-10T21:20', '1000000000-01-01T00:00Z', "'; DROP TABLE candles", '%E0%A4%A'])(
    '%s is malformed',
    (segment) => {
      expect(isMalformedMinute(segment)).toBe(true);
    },
  );

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
  it('is malformed where its minute or its encoding is', () => {
    expect(['/ATOM/2025-10-10T21:99Z', '/%E0%A4%A', '/ATOM/%E0%A4%A'].map(isMalformedPath)).toEqual([true, true, true]);
  });

  it('is well written where it names an asset, a minute, or nothing at all', () => {
    expect(['/', '/ATOM', '/ATOM/2025-10-10T21%3A20Z', '/a/b/c', '/icon.svg'].map(isMalformedPath)).toEqual([false, false, false, false, false]);
  });
});
