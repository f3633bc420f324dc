import { expect, it } from 'vitest';
import { missingWords, reasonsWithMarkets } from './missing';

it.each([
  ['not-fetched', 'not fetched'],
  ['no-trade', 'no trade'],
  ['too-few-peers', 'too few peers'],
  ['no-rate', 'no rate'],
  ['left-out', 'left out'],
  ['moved', 'volume 0, prices moved'],
  ['set-aside', 'set aside'],
] as const)('%s reads "%s"', (why, text) => {
  expect(missingWords(why)).toBe(text);
});

it('each reason is given once, with its markets in the order met', () => {
  expect(
    reasonsWithMarkets([
      ['too few peers', 'Bybit'],
      ['no trade', 'Gate'],
      ['too few peers', 'OKX perpetual'],
    ]),
  ).toEqual(['too few peers (Bybit, OKX perpetual)', 'no trade (Gate)']);
});
