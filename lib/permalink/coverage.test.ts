import { describe, expect, it } from 'vitest';
import { parseDay } from '../domain/minute';
import { promised } from '../domain/unit';
import { coveragePath, readCalendarPart } from './coverage';

describe('the part of the calendar that an address names', () => {
  it('is the first page of assets and the newest days where it names none', () => {
    expect(readCalendarPart({})).toEqual({ page: 1, until: undefined, ignored: [] });
    expect(coveragePath(undefined)).toBe('/coverage');
    expect(coveragePath('ATOM', { page: 1 })).toBe('/coverage?asset=ATOM');
  });

  it('is read as it is written', () => {
    expect(coveragePath(undefined, { page: 3, until: '2025-10-10' })).toBe('/coverage?page=3&until=2025-10-10');
    expect(readCalendarPart({ page: '3', until: '2025-10-10' })).toEqual({
      page: 3,
      until: promised(parseDay('2025-10-10')),
      ignored: [],
    });
  });

  it.each([
    { page: '0' },
    { page: '-1' },
    { page: '1.5' },
    { page: '12345' },
    { until: '2025-02-30' },
    { until: 'yesterday' },
  ])('leaves out what is no page or no day, and names it: %o', (fields) => {
    const { ignored, ...part } = readCalendarPart(fields);
    expect(part).toEqual({ page: 1, until: undefined });
    expect(ignored).toMatchObject([{ kind: 'refused', refusal: { text: Object.values(fields)[0] } }]);
  });
});
