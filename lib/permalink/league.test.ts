import { describe, expect, it } from 'vitest';
import { promised } from '../domain/unit';
import { refusalWords } from '../words/refusals';
import { isMalformedLeague, leagueParameters, leaguePath, readLeague, sharedLeaguePath } from './league';

const search = (query: string): URLSearchParams => new URLSearchParams(query);

describe('the page of a day', () => {
  it('writes its day as it reads it', () => {
    const day = promised(readLeague({ day: '2025-10-10' }));
    expect(day).toBe(Date.UTC(2025, 9, 10) / 86_400_000);
    expect([leaguePath(day), leagueParameters(day)]).toEqual(['/league?day=2025-10-10', 'day=2025-10-10']);
    expect(readLeague({ day: ' 2025-10-10 ' })).toEqual({ ok: true, value: day });
  });

  it.each([
    [{}, '"" is not a time; write a UTC day, like 2025-10-10'],
    [{ day: '10 October' }, '"10 October" is not a time; write a UTC day, like 2025-10-10'],
    [{ day: '2025-02-30' }, '"2025-02-30" is not a valid UTC time; write one like 2025-10-10'],
    [{ day: '2025-10-10', asset: 'ATOM' }, '"asset" is not a parameter here; the only one is day'],
  ])('refuses with the mend: %j', (fields, said) => {
    const read = readLeague(fields);
    expect(read.ok ? '' : refusalWords(read.error)).toContain(said);
  });

  it('sends what a form wrote on to its one spelling', () => {
    expect(sharedLeaguePath(search('day=+2025-10-10+'))).toBe('/league?day=2025-10-10');
    expect(sharedLeaguePath(search('day='))).toBe('/league');
    expect(sharedLeaguePath(search('day=2025-10-10'))).toBeUndefined();
  });

  it.each([
    ['', false],
    ['?day=2025-10-10', false],
    ['?day=', false],
    ['?day=2025-13-10', true],
    ['?day=yesterday', true],
  ])('of %j is malformed: %s', (query, is) => {
    expect(isMalformedLeague(query)).toBe(is);
  });
});
