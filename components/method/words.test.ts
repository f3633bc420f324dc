import { describe, expect, it } from 'vitest';
import type { Walk, WalkStep } from '@/lib/api/method';
import { METHOD_VERSION } from '@/lib/domain/method';
import { CHANGES } from './changes';
import { READINGS } from './readings';
import { ratioAndPercent, ratioFigure, rateFigure, stepWords, toldSteps } from './words';

const iso = (m: number): string => `2025-10-10T21:${String(m).padStart(2, '0')}Z`;
const step = (m: number, rest: Partial<WalkStep> = {}): WalkStep => ({
  minute: iso(m),
  deviation: -0.03,
  dClose: -0.03,
  missing: null,
  state: 'beyond',
  calm: 0,
  area: m,
  ...rest,
});
const walk = (minutes: number, peak: number): Walk => ({
  episode: { peakMinute: iso(peak) } as Walk['episode'],
  steps: Array.from({ length: minutes }, (_, m) => step(m)),
});
const told = (one: Walk): readonly (string | number)[] =>
  toldSteps(one).map((part) => ('leftOut' in part ? part.leftOut : part.minute.slice(14, 16)));

describe('a ratio in a worked example', () => {
  it('has six places, and is neither 0 nor −1 where it is not', () => {
    expect([-0.9993656, 0.05, 0, -1, 1e-9, -0.9999999].map(ratioFigure)).toEqual([
      '−0.999366',
      '0.05',
      '0',
      '−1',
      '1e−9',
      '−0.9999999',
    ]);
    expect(ratioAndPercent(-0.9993656)).toBe('−0.999366 = −99.94\u00A0%');
  });

  it('of currencies keeps its digits where the unit is small', () => {
    expect([1.001203624673197, 1.07, 1, 0.0007035123].map(rateFigure)).toEqual([
      '1.001204',
      '1.070000',
      '1',
      '0.000703512',
    ]);
  });
});

describe('the minutes told of an episode', () => {
  it('are all of a short one', () => {
    expect(told(walk(16, 8))).toHaveLength(16);
  });

  it('are the beginning, the peak and the end of a long one, and the rest is counted', () => {
    expect(told(walk(40, 20))).toEqual([
      '00',
      '01',
      '02',
      '03',
      '04',
      14,
      '19',
      '20',
      '21',
      13,
      '35',
      '36',
      '37',
      '38',
      '39',
    ]);
    expect(told(walk(40, 2))).toEqual(['00', '01', '02', '03', '04', 30, '35', '36', '37', '38', '39']);
  });

  it('say what each does', () => {
    const said = (rest: Partial<WalkStep>): string => stepWords(step(5, rest), { enter: 0.02, peakMinute: iso(5) });
    expect(said({ state: 'enters' })).toBe('enters: at or beyond 2 %; the peak');
    expect(said({ state: 'holds', minute: iso(6) })).toBe('between 1 % and 2 %: goes on');
    expect(said({ state: 'calm', calm: 1 })).toBe('nearer than 1 %, the first in a row');
    expect(said({ state: 'calm', calm: 3 })).toBe('nearer than 1 %, the third in a row: it is over');
    expect(said({ state: 'unknown', missing: 'no-trade', deviation: null })).toBe('unknown: no trade');
  });
});

describe('what the page says of the method itself', () => {
  it('names the version in force first, and every one before it once', () => {
    expect(CHANGES.map(({ version }) => version)).toEqual(
      Array.from({ length: METHOD_VERSION }, (_, i) => METHOD_VERSION - i),
    );
  });

  it('states every reading of the decision record on what the method leaves open', async () => {
    const { readFile } = await import('node:fs/promises');
    const record = await readFile('docs/adr/0004-what-the-method-leaves-open.md', 'utf8');
    const rows = record
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2);
    expect(READINGS).toHaveLength(rows.length);
  });
});
