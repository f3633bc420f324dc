import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayHoldLongNumber } from './longNumber';

describe('a reply with numbers a double does not hold', () => {
  it.each([
    ['[1234567890123456789]', true],
    ['{"id":-12345678901234567}', true],
    ['[1, 9007199254740993]', true],
    ['[1e20]', true],
    ['{"last":"1760131200000000000","result":[["112000.1","0.00018273",1760131200.123457,"b",90000001]]}', false],
    ['[[1760131200000,112000.5,0.00018273]]', false],
  ])('%s: %s', (text, expected) => {
    expect(mayHoldLongNumber(text)).toBe(expected);
  });

  it('is never overlooked, wherever the number stands', () => {
    const long = fc.bigInt({ min: 2n ** 53n, max: 2n ** 80n });
    fc.assert(
      fc.property(long, fc.boolean(), fc.constantFrom(undefined, '  '), (id, isNegative, indent) => {
        const text = JSON.stringify({ a: [{ b: 1, c: ['x', { id: 12 }] }] }, null, indent);
        return mayHoldLongNumber(text.replace('12', `${isNegative ? '-' : ''}${String(id)}`));
      }),
    );
  });
});
