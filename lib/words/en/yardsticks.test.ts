import { describe, expect, it } from 'vitest';
import { YARDSTICKS } from '../../domain/events/yardsticks';
import { beyondSentence, yardstickChoice, yardstickName, yardstickRule } from './yardsticks';

describe('a rulebook’s level in words', () => {
  it('names its source and its figures', () => {
    for (const yardstick of YARDSTICKS) expect(yardstickRule(yardstick)).toMatch(/\d %.*Source: .+\.$/);
    expect(YARDSTICKS.map(yardstickName)).toEqual([
      'Index: 5 % from the median',
      'Index clamp: 3 % (BTC, ETH 1 %)',
      'Limit up-limit down: 5 %',
      'Limit up-limit down: 10 %',
      'Clearly erroneous: 10, 5, 3 %',
    ]);
    expect(yardstickChoice.caveat).toBe('A yardstick of another market is no rule of this one.');
  });

  it.each([
    [12, 14, '12 of 14 episodes go beyond it.'],
    [1, 1, '1 of 1 episode goes beyond it.'],
    [0, 2, '0 of 2 episodes go beyond it.'],
  ])('%d of %d', (beyond, all, sentence) => {
    expect(beyondSentence(beyond, all)).toBe(sentence);
  });
});
