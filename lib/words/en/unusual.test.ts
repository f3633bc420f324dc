import { describe, expect, it } from 'vitest';
import { unusualWords } from './unusual';

describe('a peak against its market’s own past', () => {
  it('is deeper than every minute where none was as deep', () => {
    expect(unusualWords({ z: -3_023.24, rank: 1, of: 10_080 })).toBe(
      'deeper than any of the 10,080 minutes before, z 3,023',
    );
  });

  it('says how many minutes were as deep', () => {
    expect(unusualWords({ z: 12.345, rank: 4, of: 1_440 })).toBe('3 of the 1,440 minutes before were as deep, z 12.3');
  });
});
