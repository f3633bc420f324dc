import { describe, expect, it } from 'vitest';
import { diskBytes } from './diskBytes';
import { installKeptAnswers } from './install';

describe('PLUMBLINE_KEPT_MB', () => {
  it.each([
    ['', 256 * 1024 * 1024],
    ['0', 0],
    ['1', 1_048_576],
    ['-1', undefined],
    ['1.5', undefined],
    ['much', undefined],
    ['12345678', undefined],
  ])('%j is so many bytes: %s', (given, bytes) => {
    expect(diskBytes(given)).toBe(bytes);
  });

  it('that is no number is refused in one line, before a database is asked', () => {
    expect(
      installKeptAnswers({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', PLUMBLINE_KEPT_MB: 'much' }),
    ).toMatch(/^PLUMBLINE_KEPT_MB is "much"; /);
  });
});
