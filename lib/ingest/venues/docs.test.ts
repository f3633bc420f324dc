import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VENUES } from './table';

const page = readFileSync(new URL('../../../docs/venues.md', import.meta.url), 'utf8');

/** The rows of a table of the page: its first column, and another. */
function columnOf(heading: string, name: string): readonly (readonly [string, string])[] {
  const lines = page.split('\n');
  const head = lines.findIndex((line) => line.startsWith(heading));
  const cells = (line: string): readonly string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const column = cells(lines[head] ?? '').indexOf(name);
  const rows: (readonly [string, string])[] = [];
  for (const line of lines.slice(head + 2)) {
    if (!line.startsWith('|')) break;
    for (const venue of (cells(line)[0] ?? '').split(', ')) rows.push([venue, cells(line)[column] ?? '']);
  }
  return rows;
}

/** The habit that words name. */
const habit = (words: string): string =>
  /\bno row\b/.test(words) ? 'omitted' : /\bflat\b/.test(words) ? 'flat' : words;

describe('docs/venues.md and the table of venues say the same', () => {
  const facts = [...VENUES].map(([venue, { emptyMinutes }]) => [venue, emptyMinutes]).sort();

  it.each([
    ['of each venue', '| venue | rows per request'],
    ['of silence', '| venue | minutes without a trade | known from'],
  ])('of minutes without a trade, in the table %s', (_, heading) => {
    const said = columnOf(heading, 'minutes without a trade').map(([venue, words]) => [venue, habit(words)]);
    expect(said.sort()).toEqual(facts);
  });

  it('of what is assumed', () => {
    const assumed = columnOf('| venue | minutes without a trade | known from', 'known from')
      .filter(([, source]) => source === 'assumed')
      .map(([venue]) => venue);
    const inTable = columnOf('| venue | rows per request', 'minutes without a trade')
      .filter(([, words]) => words.startsWith('assumed'))
      .map(([venue]) => venue);
    expect(assumed.sort()).toEqual(inTable.sort());
  });
});
