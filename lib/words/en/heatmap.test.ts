import { expect, it } from 'vitest';
import { deepestList, heatmap } from './heatmap';

it('a cell says what it holds, and by name where and when', () => {
  const of = { name: 'ATOM', venue: 'binance', peak: -0.99997, peakMinute: '2025-10-10T21:20Z' };
  expect(heatmap.cell(of.peak)).toBe('−99.99');
  expect(heatmap.cell(0.7384)).toBe('+73.84');
  expect(heatmap.open(of)).toBe('ATOM on Binance: −99.99 %, 2025-10-10 21:20 UTC');
  expect(heatmap.level(0)).toBe('1 %');
  expect(heatmap.level(0.25)).toBe('25 %');
});

it('a list that is filtered says of how many', () => {
  expect(deepestList.found(20, 20)).toBe('20 episodes');
  expect(deepestList.found(3, 20)).toBe('3 of 20 episodes');
});
