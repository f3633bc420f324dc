import { describe, expect, it } from 'vitest';
import { distinctNames, pseudonymsOf, whoIsWho } from './pseudonyms';

const file = (name: string, ...accounts: readonly (readonly [string, number])[]) => ({
  reading: { file: { name } },
  survey: { accounts: new Map(accounts), isReconstructed: false },
});

describe('names of accounts and files', () => {
  it('become letters by the first fill, whatever the alphabet and the order of the files', () => {
    const names = pseudonymsOf([file('a.csv', ['Ann', 300], ['Cem', 100]), file('b.csv', ['Bob', 200], ['Ann', 50])]);
    expect(['Ann', 'Bob', 'Cem'].map(names.account)).toEqual(['A', 'C', 'B']);
    expect(['a.csv', 'b.csv'].map(names.file)).toEqual(['1', '2']);
    expect(whoIsWho(names)).toEqual([
      ['kind', 'written', 'name'],
      ['account', 'A', 'Ann'],
      ['account', 'B', 'Cem'],
      ['account', 'C', 'Bob'],
      ['file', '1', 'a.csv'],
      ['file', '2', 'b.csv'],
    ]);
  });

  it('go on behind Z, and never show a name that they do not know', () => {
    const many = Array.from({ length: 28 }, (_, i) => [`name ${String(i)}`, i] as const);
    const names = pseudonymsOf([file('a.csv', ...many)]);
    expect(['name 25', 'name 26', 'name 27', 'a stranger'].map(names.account)).toEqual(['Z', 'AA', 'AB', '…']);
  });

  it('differ where files of several folders have one name', () => {
    expect(distinctNames(['x.csv', 'y.csv', 'x.csv', 'x.csv'])).toEqual(['x.csv', 'y.csv', 'x.csv (2)', 'x.csv (3)']);
  });
});
