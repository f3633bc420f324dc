import { expect, it } from 'vitest';
import { episode } from '../words/en/testing/deviations';
import { deepestOf } from './deepest';

it('the deepest episode is that of the furthest peak; ties go to the larger area', () => {
  const one = episode({ id: 'one', peak: -0.4, areaPctMinutes: 10 });
  const two = episode({ id: 'two', peak: 0.4, areaPctMinutes: 20 });
  expect(deepestOf([one, two])?.id).toBe('two');
  expect(deepestOf([one, episode({ id: 'three', peak: 0.1, areaPctMinutes: 900 })])?.id).toBe('one');
  expect(deepestOf([])).toBeUndefined();
});
