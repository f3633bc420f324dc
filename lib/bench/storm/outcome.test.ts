import { expect, it } from 'vitest';
import { countsOf, recoveryMs, type Answered } from './outcome';

const answered = (outcome: Answered['outcome'], begunAt: number, isNew = true): Answered => ({
  outcome,
  isNew,
  begunAt,
  endedAt: begunAt + 5,
});

it('outcomes are counted, those that never came as none', () => {
  expect(countsOf([answered('right', 1), answered('shed', 2), answered('shed', 3)])).toEqual({
    right: 1,
    wrong: 0,
    refused: 0,
    shed: 2,
    failed: 0,
    cut: 0,
    unchecked: 0,
  });
});

it('a server has recovered when it answers what it cannot have kept, asked after the database was back', () => {
  const answers = [
    answered('right', 90),
    answered('shed', 101),
    answered('right', 102, false),
    answered('right', 130),
    answered('right', 120),
  ];
  expect(recoveryMs(answers, 100)).toBe(25);
});

it('a server that answers nothing new has not recovered', () => {
  expect(recoveryMs([answered('right', 102, false), answered('shed', 110)], 100)).toBeNaN();
});
