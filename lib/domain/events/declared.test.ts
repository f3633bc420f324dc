import { describe, expect, it } from 'vitest';
import { parseRange } from '../minute';
import { promised } from '../unit';
import { placeOf, placesOf } from './declared';

const range = (from: string, to: string) => promised(parseRange(`2025-10-10T${from}Z`, `2025-10-10T${to}Z`));
const DECLARED = range('21:36', '22:16');

describe('an episode against the hours 21:36 to 22:16', () => {
  it.each([
    ['21:20', '21:21', 'outside'],
    ['21:20', '21:36', 'outside'],
    ['21:20', '21:37', 'overlapping'],
    ['21:36', '21:37', 'inside'],
    ['21:36', '22:16', 'inside'],
    ['22:15', '22:16', 'inside'],
    ['22:15', '22:17', 'overlapping'],
    ['22:16', '22:17', 'outside'],
    ['21:00', '23:00', 'overlapping'],
  ] as const)('%s to %s, the last minute not included, lies %s', (from, to, place) => {
    expect(placeOf(range(from, to), DECLARED)).toBe(place);
  });

  it('is counted once', () => {
    const episodes = [
      range('21:20', '21:21'),
      range('21:30', '21:40'),
      range('21:40', '21:41'),
      range('22:16', '22:20'),
    ];
    expect(placesOf(episodes, DECLARED)).toEqual({ inside: 1, overlapping: 1, outside: 2 });
    expect(placesOf([], DECLARED)).toEqual({ inside: 0, overlapping: 0, outside: 0 });
  });
});
