import { expect, it } from 'vitest';
import { piecesBeside } from './pieces';

const whole = { top: 0, bottom: 100 };

it('an upright line is whole where no words are in its way', () => {
  expect(piecesBeside(50, whole, [])).toEqual([whole]);
  expect(piecesBeside(50, whole, [{ left: 60, right: 90, y: 40 }])).toEqual([whole]);
});

it('it ends above a line of words and goes on below it', () => {
  expect(piecesBeside(50, whole, [{ left: 20, right: 60, y: 40 }])).toEqual([
    { top: 0, bottom: 32 },
    { top: 48, bottom: 100 },
  ]);
});

it('lines of words that touch leave nothing between them, in whatever order they are told', () => {
  expect(
    piecesBeside(50, whole, [
      { left: 0, right: 60, y: 54 },
      { left: 20, right: 60, y: 40 },
    ]),
  ).toEqual([
    { top: 0, bottom: 32 },
    { top: 62, bottom: 100 },
  ]);
});

it('words at an end leave the rest, and words all along leave nothing', () => {
  expect(piecesBeside(50, whole, [{ left: 0, right: 99, y: 2 }])).toEqual([{ top: 10, bottom: 100 }]);
  expect(piecesBeside(50, { top: 0, bottom: 16 }, [{ left: 0, right: 99, y: 8 }])).toEqual([]);
});
