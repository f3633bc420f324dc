import { expect, it } from 'vitest';
import { formatMinute, minuteAt } from '@/lib/domain/minute';
import { episodeBeside } from './episodeSteps';

const EPISODES = ['2025-10-10T21:43Z', '2025-10-10T21:20Z', '2025-10-10T22:05Z'].map((peakMinute) => ({
  peakMinute,
  venue: 'binance',
}));
const beside = (iso: string, step: -1 | 1): string | undefined => {
  const found = episodeBeside(EPISODES, minuteAt(Date.parse(iso)), step);
  return found === undefined ? undefined : formatMinute(found.peak);
};

it('episodes are stepped through in order of their worst minutes', () => {
  expect(beside('2025-10-10T20:00Z', 1)).toBe('2025-10-10T21:20Z');
  expect(beside('2025-10-10T21:20Z', 1)).toBe('2025-10-10T21:43Z');
  expect(beside('2025-10-10T21:43Z', -1)).toBe('2025-10-10T21:20Z');
  expect(beside('2025-10-10T23:59Z', -1)).toBe('2025-10-10T22:05Z');
});

it('before the first and after the last there is none', () => {
  expect(beside('2025-10-10T21:20Z', -1)).toBeUndefined();
  expect(beside('2025-10-10T22:05Z', 1)).toBeUndefined();
});
