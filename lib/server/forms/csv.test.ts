import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvOf, csvText } from './csv';
import { tableOf } from './table';

it('is a head and rows, each ended by a line feed; a hole is empty', () => {
  const rows = [
    { venue: 'okx', low: 0.001, certain: true },
    { venue: 'gate', low: null, certain: false },
  ];
  const table = tableOf<(typeof rows)[number]>(rows, [
    ['text', 'venue', ({ venue }) => venue],
    ['number', 'low', ({ low }) => low],
    ['truth', 'certain', ({ certain }) => certain],
  ]);
  expect(csvText(table)).toBe('venue,low,certain\nokx,0.001,true\ngate,,false\n');
});

it.each([
  ['a comma, a quote or an end of line', ['a,b', 'say "no"', 'c\nd', 'e\rf'], '"a,b","say ""no""","c\nd","e\rf"\n'],
  ['nothing of these', [' a', "b'c", 'd;e', ''], " a,b'c,d;e,\n"],
])('stands in quotes where it has %s', (_, cells, row) => {
  expect(csvOf([cells])).toBe(row);
});

it('is read back as it was by another reader, whatever the text', () => {
  const texts = fc.array(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(texts, (rows) => {
      expect(parse(csvOf(rows))).toEqual(rows);
    }),
    { examples: [[[[',', '"', '\n']]], [[['"\r\n,', '\r', 'x']]]] },
  );
});
