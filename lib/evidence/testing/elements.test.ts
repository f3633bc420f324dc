import { describe, expect, it } from 'vitest';
import { apart, elementsIn, MET } from './elements';

const drawn = (d: string) => elementsIn(`<svg><path d="${d}" fill="#000"/></svg>`);

describe('two drawings of the same elements', () => {
  it('are alike where one leaves out a corner a tenth of a pixel from the next', () => {
    expect(
      apart(drawn('M84.8 338.8H85.2V471.8H84.8Z'), drawn('M84.8 338.8L85.2 338.8L85.3 338.8L85.3 471.8L84.8 471.8Z')),
    ).toBeLessThanOrEqual(MET);
  });

  it('are apart by as much as a corner lies beside the outline of the other, whichever has it', () => {
    const [flat, peaked] = [drawn('M0 0L10 0L20 0'), drawn('M0 0L10 -3L20 0')];
    expect(apart(flat, peaked)).toBe(3);
    expect(apart(peaked, flat)).toBe(3);
  });

  it('are apart where one ends before the other', () => {
    expect(apart(drawn('M0 0H10'), drawn('M0 0H14'))).toBe(4);
  });

  it('are not said to be alike where a part is missing, open or closed', () => {
    const shapes = ['M0 0H10M0 5H10', 'M0 0H10', 'M0 0H10Z'].flatMap((d) => drawn(d).map(({ what }) => what));
    expect(shapes).toEqual(['path --', 'path -', 'path z']);
  });
});
