import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';

/**
 * `toStrictEqual` of long columns, hundreds of times: whole columns are compared at once, and what differs there, by as little as
 * the sign of a hole, is compared number by number and told by `toStrictEqual`.
 */
export function expectSame(actual: unknown, expected: unknown, what?: string): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, what).toStrictEqual(expected);
}
