import { describe, expect, it } from 'vitest';
import { byEachRule } from './otherRules';

const TEXT = [
  'plumbline-digest 4',
  'nature ATOM wrapped BTC',
  'nature USDT stable USD',
  'alias coinbase ATOM/USDC ATOM/USD',
  'market binance ATOM/USDT spot file 2025-10-10T00:00Z 2025-10-11T00:00Z 5d2c',
  '',
].join('\n');

describe('the text of a digest by each rule', () => {
  it('is itself first, then by the registry as shipped, without the table of aliases, and by both', () => {
    const shipped = TEXT.replace('ATOM wrapped BTC', 'ATOM plain');
    const without = (text: string): string => text.replace('alias coinbase ATOM/USDC ATOM/USD\n', '');
    expect(byEachRule(TEXT)).toEqual([
      { text: TEXT, isByOtherRules: false },
      { text: shipped, isByOtherRules: true },
      { text: without(TEXT), isByOtherRules: true },
      { text: without(shipped), isByOtherRules: true },
    ]);
  });

  it('is itself alone where nothing is added to the registry and no book is an alias', () => {
    const plain = 'nature ATOM plain\nnature USDT stable USD\nnature WBETH wrapped ETH\n';
    expect(byEachRule(plain)).toEqual([{ text: plain, isByOtherRules: false }]);
  });
});
