import { expect, it } from 'vitest';
import { plainText } from '../../richText';
import { rateFigure, ratioAndPercent, ratioFigure, relative, result } from './figures';

it.each([
  [-0.9993656, '−0.999366'],
  [0.05, '0.05'],
  [0, '0'],
  [-1, '−1'],
  [1e-9, '1e−9'],
  [-0.9999999, '−0.9999999'],
])('a ratio of %d has six places, and is neither 0 nor −1 where it is not: %s', (ratio, figure) => {
  expect(ratioFigure(ratio)).toBe(figure);
});

it.each([
  [1.001203624673197, '1.001204'],
  [1.07, '1.070000'],
  [1, '1'],
  [0.0007035123, '0.000703512'],
])('a rate of %d keeps its digits where the unit is small: %s', (rate, figure) => {
  expect(rateFigure(rate)).toBe(figure);
});

it.each([
  [-0.9993656, '−0.999366 = −99.94 %'],
  [0.02, '0.02 = +2.00 %'],
  [null, 'none'],
])('a deviation of %s reads "%s"', (ratio, words) => {
  expect(plainText(ratioAndPercent(ratio))).toBe(words);
});

it('a result is bold, and says why where it is missing', () => {
  expect(result(1.5, String, 'none')).toEqual({ mark: 'b', of: [{ figure: 1.5, text: '1.5' }] });
  expect(plainText([result(null, String, 'no rate')])).toBe('no rate');
});

it.each([
  [0.0461, '4.61 %'],
  [0.13, '13.00 %'],
  [0.000032, '0.0032 %'],
  [0, '0.00 %'],
])('an uncertainty of %d is written without a sign: %s', (ratio, words) => {
  expect(relative(ratio)).toBe(words);
});
