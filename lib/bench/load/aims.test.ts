import { describe, expect, it } from 'vitest';
import { aimsTable, shown, verdict, type Aim } from './aims';

const answers: Aim = { name: 'data', aim: 3_000, measured: 3_500, unit: '/s', wants: 'more' };
const wait: Aim = { name: 'p99', aim: 250, measured: 200, unit: 'ms', wants: 'less' };
const score: Aim = { name: 'score', aim: 95, measured: 95, unit: '', wants: 'at least' };
const shift: Aim = { name: 'layout shift', aim: 0, measured: 0, unit: '', wants: 'at most' };

describe('an aim', () => {
  it.each([
    [answers, 'met'],
    [{ ...answers, measured: 3_000 }, 'missed, by a factor of 1.00'],
    [{ ...answers, measured: 1_500 }, 'missed, by a factor of 2.00'],
    [wait, 'met'],
    [{ ...wait, measured: 250 }, 'missed, by a factor of 1.00'],
    [{ ...wait, measured: 500 }, 'missed, by a factor of 2.00'],
    [{ ...wait, measured: NaN }, 'not measured'],
    [score, 'met'],
    [{ ...score, measured: 76 }, 'missed, by a factor of 1.25'],
    [{ ...score, measured: NaN }, 'not measured'],
    [shift, 'met'],
    [{ ...shift, measured: 0.04 }, 'missed, by 0.040'],
    [{ ...shift, measured: 12, unit: 'px' }, 'missed, by 12.0 px'],
    [{ ...shift, measured: NaN }, 'not measured'],
    [{ ...shift, aim: 8, measured: 8 }, 'met'],
    [{ ...shift, aim: 8, measured: 10 }, 'missed, by a factor of 1.25'],
  ] as const)('%j: %s', (aim, said) => {
    expect(verdict(aim)).toBe(said);
  });

  it('stands beside what was measured', () => {
    expect(aimsTable([answers, wait, score, shift]).slice(2)).toEqual([
      '| data | > 3000 /s | 3500 /s | met |',
      '| p99 | < 250 ms | 200 ms | met |',
      '| score | ≥ 95 | 95.0 | met |',
      '| layout shift | ≤ 0 | 0 | met |',
    ]);
  });
});

describe('a figure', () => {
  it.each([
    [0, '0'],
    [0.0123, '0.012'],
    [3.14, '3.1'],
    [31.44, '31.4'],
    [314.4, '314'],
  ])('%d is shown as %s', (value, text) => {
    expect(shown(value)).toBe(text);
  });
});
