import { describe, expect, it } from 'vitest';
import { scoresOf } from './lighthouse';

describe('the scores of a report', () => {
  it('are out of a hundred', () => {
    const categories = { performance: { score: 0.94 }, accessibility: { score: 1 }, seo: { score: 0.29 } };
    // 0.29 × 100 is 28.999999999999996 in doubles.
    expect(scoresOf({ categories })).toEqual({ performance: 94, accessibility: 100, seo: 29 });
  });

  it('are missing where none was given', () => {
    expect(scoresOf({ categories: { performance: { score: null } } })).toEqual({});
  });
});
