import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reference } from '../domain/question';
import { analyse } from './analyse';
import { differences } from './proof/agree';
import { anyCase } from './proof/anyCase';
import { bruteForce } from './proof/bruteForce';
import { Met, situationsIn } from './proof/met';

/** How many random markets each reference is read over twice; a wrapped asset's day before makes its cases long. */
const CASES: readonly (readonly [Reference['kind'], number])[] = [['others', 800], ['all', 500], ['vwm', 500], ['venue', 500], ['peg', 400], ['wrapped', 300]];
/** For a slow machine: a hang, not a wait, is what it ends. */
const TIMEOUT_MS = 120_000;

describe('the kernel and a second reading of the same text agree over random markets, on everything an analysis says', () => {
  for (const [kind, cases] of CASES) {
    it(`held against ${kind}`, { timeout: TIMEOUT_MS }, () => {
      const met = new Met();
      fc.assert(
        fc.property(anyCase(kind), (input) => {
          const brute = bruteForce(input);
          met.add(situationsIn(input, brute));
          expect(differences(analyse(input), brute)).toStrictEqual([]);
        }),
        { numRuns: cases },
      );
      console.log(kind, [...met.all()].map(([s, n]) => `${s}=${(n/cases*100).toFixed(1)}`).sort().join(' | '));
    });
  }
});
