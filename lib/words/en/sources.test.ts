import { expect, it } from 'vitest';
import { sourceWords } from './sources';

it.each([
  ['rest', 'REST klines'],
  ['archive', 'official archive'],
  ['trades', 'built from trades'],
  ['file', 'imported file'],
  ['ui', 'display klines'],
  ['simulated', 'simulated REST klines'],
  ['simulated-archive', 'simulated official archive'],
  ['simulated-trades', 'simulated, built from trades'],
  ['simulated-ui', 'simulated display klines'],
] as const)('%s reads "%s"', (source, text) => {
  expect(sourceWords(source)).toBe(text);
});
