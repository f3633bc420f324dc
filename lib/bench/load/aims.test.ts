import { describe, expect, it } from 'vitest';
import { aimsTable, verdict, type Aim } from './aims';

const answers: Aim = { name: 'data', aim: 3_000, measured: 3_500, unit: '/s', wants: 'more' };
const wait: Aim = { name: 'p99', aim: 250, measured: 200, unit: 'ms', wants: 'less' };

describe('an aim', () => {
  it.each([
    [answers, 'met'],
    [{ ...answers, measured: 3_000 }, 'missed, by a factor of 1.00'],
    [{ ...answers, measured: 1_500 }, 'missed, by a factor of 2.00'],
    [wait, 'met'],
    [{ ...wait, measured: 500 }, 'missed, by a factor of 2.00'],
    [{ ...wait, measured: NaN }, 'not measured'],
  ])('%j: %s', (aim, said) => {
    expect(verdict(aim)).toBe(said);
  });

  it('stands beside what was measured', () => {
    expect(aimsTable([answers, wait]).slice(2)).toEqual([
      '| data | > 3000 /s | 3500 /s | met |',
      '| p99 | < 250 ms | 200 ms | met |',
    ]);
  });
});
