import { describe, expect, it } from 'vitest';
import { brokenPermalink, earlierForm } from './permalinks';

it('an address of an earlier form says how it is read', () => {
  expect(earlierForm(1, 2)).toBe(
    'This address has the form of version 1: where it names no reference, prices are compared with the other venues’ median. The figures are computed by version 2 of the method.',
  );
});

describe('a permalink that names no view', () => {
  it.each([
    [{ kind: 'not-an-address' }, '"x" is not an address; give one like /ATOM?v=3&m=2&from=…&to=…'],
    [
      { kind: 'no-asset' },
      '"x" names no asset; give an address like /ATOM?v=3&m=2&from=…&to=… or a query like asset=ATOM&from=…&to=…',
    ],
    [
      { kind: 'broken-short-address' },
      '"x" is a short address that is incomplete or was changed on its way; copy the whole link again',
    ],
    [{ kind: 'no-window' }, 'the address names no window; add from=…&to=… as UTC minutes like 2025-10-10T20:00Z'],
    [{ kind: 'given-twice', name: 'from' }, '"from" is given twice; give it once'],
  ] as const)('%j', (broken, line) => {
    expect(brokenPermalink('x', broken)).toBe(line);
  });
});
