import { describe, expect, it } from 'vitest';
import { answerMs } from './answerTime';
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

describe('PLUMBLINE_ANSWER_S', () => {
  it.each([
    [undefined, 300_000],
    ['', 300_000],
    ['45', 45_000],
    ['0', undefined],
  ])('%j lets an answer take so many milliseconds: %s', (given, ms) => {
    expect(answerMs({ PLUMBLINE_ANSWER_S: given })).toEqual({ ok: true, value: ms });
  });

  it.each(['-1', '1.5', 'long', '1234567'])('%j is refused in one line, before a database is asked', (given) => {
    expect(
      installKeptAnswers({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', PLUMBLINE_ANSWER_S: given }),
    ).toMatch(/^PLUMBLINE_ANSWER_S: "[^"\n]+" is not a number of seconds; 0 sets no bound$/);
  });
});
