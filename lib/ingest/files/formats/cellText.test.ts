import { describe, expect, it } from 'vitest';
import { cellText, decimalText, instantText } from './cellText';

describe('a value as a cell', () => {
  it.each([
    ['an instant to the nanosecond', instantText(1_760_131_200_001_234_567n, true), '2025-10-10T21:20:00.001234567Z'],
    ['one before 1970', instantText(-1n, false), '1969-12-31T23:59:59.999999999'],
    ['one no calendar holds', instantText(10n ** 26n, true), '100000000000000000000000000'],
    ['a decimal', decimalText(31_415n, 3), '31.415'],
    ['one below 1', decimalText(-5n, 3), '-0.005'],
    ['one of a negative scale', decimalText(12n, -2), '1200'],
    ['a number of 32 bits', cellText(Math.fround(0.1), true), '0.1'],
    ['one that needs all its digits', cellText(Math.fround(16_777_217.5), true), '16777218'],
    ['a hole', cellText(null), ''],
    ['a list', cellText([1n, 'a']), '["1","a"]'],
  ])('%s', (_, found, wanted) => {
    expect(found).toBe(wanted);
  });
});
