import { describe, expect, it } from 'vitest';
import { logFile } from '../testing/orderLogs';
import { sameBytes } from './sameBytes';

describe('files of the same bytes', () => {
  it('are those of the first that has them, in whatever pieces they come', async () => {
    const files = [
      logFile('a,b\n1,2\n', [3, 1]),
      logFile('a,b\n1,3\n', [8]),
      logFile('a,b\n1,2\n', [5]),
      logFile('a,b\n1,2', [2]),
      logFile('a,b\n1,2\n', [1]),
    ];
    expect(await sameBytes(files)).toEqual([undefined, undefined, 0, undefined, 0]);
    expect(await sameBytes(files, (one, other) => one !== 0 || other === 2)).toEqual([
      undefined,
      undefined,
      0,
      undefined,
      undefined,
    ]);
  });
});
