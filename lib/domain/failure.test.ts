import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeOrText, failureCode, failureLine, failureText, isMissing } from './failure';

const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (failure) {
    return failure;
  }
};
const missing = thrownBy(() => readFileSync('/no/such/file'));

describe('what was thrown', () => {
  it.each([
    ['of the system', missing, 'ENOENT', 'ENOENT'],
    ['without a code', new Error('torn'), undefined, 'torn'],
    [
      'whose code is a number, as of a process that ended',
      Object.assign(new Error('ended'), { code: 3 }),
      undefined,
      'ended',
    ],
    ['that is no error, though it has a code', { code: 'ENOENT' }, undefined, '[object Object]'],
    ['a text', 'torn', undefined, 'torn'],
    ['nothing', undefined, undefined, 'undefined'],
  ])('has a code where the system gave one, else its own words: %s', (_, failure, code, said) => {
    expect(failureCode(failure)).toBe(code);
    expect(codeOrText(failure)).toBe(said);
  });

  it('is a file that is missing, also where a file stands in the place of its folder', () => {
    expect(isMissing(missing)).toBe(true);
    expect(isMissing(thrownBy(() => readFileSync(`${import.meta.filename}/x`)))).toBe(true);
    expect(isMissing(thrownBy(() => readFileSync(import.meta.dirname)))).toBe(false);
  });

  it('is read in its own words, broken as they are, or on one line', () => {
    const failure = new Error(' could not be read:\n  torn \r\n here\n');
    expect(failureText(failure)).toBe(' could not be read:\n  torn \r\n here\n');
    expect(failureLine(failure)).toBe('could not be read: torn here');
  });
});
