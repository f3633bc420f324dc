import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvPieces, csvText } from './csv';
import { bytesOfPieces, jsonPieces } from './pieces';

const textOf = (pieces: Iterable<string>): string => new TextDecoder().decode(bytesOfPieces(pieces));
/** Half of a pair has no UTF-8. */
const text = fc.string({ unit: 'grapheme' });

it('an object in pieces is the JSON of the whole', () => {
  const value: fc.Arbitrary<unknown> = fc.oneof(text, fc.double(), fc.boolean(), fc.constantFrom(null, undefined));
  const deep = fc.oneof(value, fc.array(fc.oneof(value, fc.array(value), fc.dictionary(text, value))));
  fc.assert(
    fc.property(fc.dictionary(text, deep), (whole) => {
      expect(textOf(jsonPieces(whole))).toBe(JSON.stringify(whole));
    }),
    { examples: [[{}], [{ a: undefined }], [{ a: undefined, b: [undefined], c: [] }]] },
  );
});

it('a table in pieces is the text of the whole', () => {
  for (const rows of [0, 1, 999, 1_000, 1_001, 2_500]) {
    const values = Array.from({ length: rows }, (_, i) => (i % 7 === 0 ? null : `“${String(i)}”,\n`));
    const table = [
      { name: 'a', kind: 'text' as const, values },
      { name: 'b', kind: 'number' as const, values: values.map((_, i) => i / 3) },
    ];
    expect(textOf(csvPieces(table))).toBe(csvText(table));
  }
});
