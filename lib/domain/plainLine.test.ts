import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainLine, unseenIn } from './plainLine';

describe('a text that somebody else wrote, on one line', () => {
  it('shows what a terminal would obey, and what turns letters round, by number', () => {
    expect(plainLine('\u001B[2J\u001B[HIdentical\u001B[8m')).toBe('[U+001B][2J[U+001B][HIdentical[U+001B][8m');
    expect(plainLine('a\nb\u202Egnp.exe\u2028\u0085')).toBe('a[U+000A]b[U+202E]gnp.exe[U+2028][U+0085]');
  });

  it('leaves letters as they are, in any script', () => {
    for (const text of ['ATOM −99.97 %', '바이낸스', '幣安', 'می‌خواهم', '👩‍🔬']) expect(plainLine(text)).toBe(text);
  });

  it('holds nothing that a terminal obeys, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(plainLine(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u);
      }),
      { examples: [['\u009B31m\u0007\u2067']] },
    );
  });

  it('tells which signs of a text nobody sees; several lines are seen', () => {
    expect(unseenIn('two\nlines,\ta tab')).toEqual([]);
    expect(unseenIn('\u202Ea\u0007b\u202E')).toEqual(['[U+202E]', '[U+0007]']);
  });
});
