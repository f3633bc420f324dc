import { describe, expect, it } from 'vitest';
import type { Walk, WalkStep } from '@/lib/api/method';
import { shownSteps } from './shownSteps';

const iso = (m: number): string => `2025-10-10T21:${String(m).padStart(2, '0')}Z`;
const step = (m: number): WalkStep => ({
  minute: iso(m),
  deviation: -0.03,
  dClose: -0.03,
  missing: null,
  state: 'beyond',
  calm: 0,
  area: m,
});
const walk = (minutes: number, peak: number): Walk => ({
  episode: { peakMinute: iso(peak) } as Walk['episode'],
  steps: Array.from({ length: minutes }, (_, m) => step(m)),
});
/** The minutes past 21:00 that are shown, and between them how many are left out. */
const shown = (one: Walk): readonly (string | number)[] =>
  shownSteps(one).map((part) => ('leftOut' in part ? part.leftOut : part.minute.slice(14, 16)));

describe('the minutes shown of an episode', () => {
  it('are all of a short one', () => {
    expect(shown(walk(16, 8))).toHaveLength(16);
  });

  it.each([
    [20, ['00', '01', '02', '03', '04', 14, '19', '20', '21', 13, '35', '36', '37', '38', '39']],
    [2, ['00', '01', '02', '03', '04', 30, '35', '36', '37', '38', '39']],
    [38, ['00', '01', '02', '03', '04', 30, '35', '36', '37', '38', '39']],
  ])(
    'are the beginning, the peak and the end of 40 minutes with the peak at %i, and the rest is counted',
    (peak, is) => {
      expect(shown(walk(40, peak))).toEqual(is);
    },
  );
});
