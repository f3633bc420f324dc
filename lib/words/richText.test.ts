import { describe, expect, it } from 'vitest';
import { bold, code, figure, link, plainText, sided, strong, text } from './richText';

const two = (value: number): string => value.toFixed(2);

describe('text with markup', () => {
  it('keeps a sentence whole, with its marks, figures and links as data', () => {
    expect(text`The ${strong('rate')} is ${figure(1.00123, two, 'unknown')}; see ${link('#rates', 'rates')}.`).toEqual([
      'The ',
      { mark: 'strong', of: 'rate' },
      ' is ',
      { figure: 1.00123, text: '1.00' },
      '; see ',
      { href: '#rates', of: 'rates' },
      '.',
    ]);
  });

  it('takes a clause in, and leaves an empty one out', () => {
    expect(text`${''}a${text` and ${code('b')}`}${''}`).toEqual(['a', ' and ', { mark: 'code', of: 'b' }]);
  });

  it('has words in the place of a figure that is missing, never 0', () => {
    expect(figure(null, two, 'no trade')).toEqual({ missing: 'no trade' });
  });

  it.each([
    [-0.1, 'below'],
    [0.1, 'above'],
    [0, 'b'],
  ])('gives a figure of %d the colour of its side: %s', (ratio, mark) => {
    expect(sided(ratio, 'x')).toEqual({ mark, of: 'x' });
  });

  it('reads the same without its markup', () => {
    expect(
      plainText(text`a ${bold(text`b ${figure(1, two, '')}`)} ${figure(null, two, 'none')} ${link('/c', 'c')}`),
    ).toBe('a b 1.00 none c');
    expect(plainText('plain')).toBe('plain');
  });
});
