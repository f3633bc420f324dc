import { describe, expect, it } from 'vitest';
import { choiceWords, needsPeers, ruleOfReference, yardstickWords } from './reference';

describe('a reference in words', () => {
  it('names what it is, and the underlying of a wrapped asset', () => {
    expect(['others', 'all', 'vwm', 'peg', 'venue:coinbase'].map((one) => yardstickWords(one, 'ATOM'))).toEqual([
      'the other venues’ median',
      'the median of all venues',
      'the other venues’ volume-weighted median',
      '1 USD',
      'coinbase',
    ]);
    expect([yardstickWords('wrapped', 'WBETH'), yardstickWords('wrapped', 'BNSOL')]).toEqual([
      'ETH times its usual ratio',
      'SOL times its usual ratio',
    ]);
  });

  it('is called second where it stands beside the market’s', () => {
    const second = (reference: string): boolean[] =>
      [choiceWords(reference, 'WBETH'), ruleOfReference(reference, 'WBETH', 3)].map((words) =>
        words.includes('second reference'),
      );
    expect(['wrapped', 'peg'].flatMap(second)).toEqual([true, true, true, true]);
    expect(['others', 'all', 'vwm', 'venue:okx'].flatMap(second)).not.toContain(true);
  });

  it('asks for peers unless one venue or the peg is the yardstick', () => {
    expect(['others', 'all', 'vwm', 'wrapped'].map(needsPeers)).toEqual([true, true, true, true]);
    expect(['peg', 'venue:okx'].map(needsPeers)).toEqual([false, false]);
    expect(ruleOfReference('vwm', 'ATOM', 5)).toContain('at least 5 of them');
  });
});
