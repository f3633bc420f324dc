import type { Digits } from './event';

const SHAPE = /^-?\d+(?:\.(\d+))?(?:e(\d+))?$/;

/** The worth of the last digit published: 0.001 of "1.863", 1 of "3435", 10,000 of "81.11e6". */
export function stepOf(digits: Digits): number {
  const [, decimals = '', exponent = '0'] = SHAPE.exec(digits) ?? [];
  return 10 ** (Number(exponent) - decimals.length);
}

/** Floats of neighbouring decimals do not meet exactly. */
const FLOAT_ROOM = 1e-9;

/** Whether a measured figure, rounded to the digits published, is the published one. */
export const isSame = (published: Digits, measured: number): boolean =>
  Math.abs(measured - Number(published)) <= (stepOf(published) / 2) * (1 + FLOAT_ROOM);
