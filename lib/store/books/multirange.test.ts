import { describe, expect, it } from 'vitest';
import { minute, minuteRange } from '../../domain/minute';
import { multirangeText, rangesOf } from './multirange';

const some = (from: number, to: number): ReturnType<typeof minuteRange> => minuteRange(minute(from), minute(to));

describe('ranges of minutes', () => {
  it.each([
    ['{}', []],
    ['{[1,2)}', [some(1, 2)]],
    ['{[1,2),[5,29030400)}', [some(1, 2), some(5, 29_030_400)]],
  ])('are read and written as Postgres does: %s', (text, ranges) => {
    expect(rangesOf(text)).toEqual(ranges);
    expect(multirangeText(ranges)).toBe(text);
  });

  it('are refused where they are not half-open', () => {
    expect(() => rangesOf('{[1,2]}')).toThrow('no range of minutes');
    expect(() => rangesOf('{(,2)}')).toThrow('no range of minutes');
  });
});
