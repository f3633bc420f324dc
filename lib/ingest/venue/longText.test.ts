import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from './longText';

/** As a reader without pieces would. */
function whole(bytes: Buffer): ReturnType<typeof readText> {
  const body = bytes.toString('utf8');
  try {
    return { body, json: JSON.parse(body) as unknown };
  } catch {
    return { body, json: undefined };
  }
}

const read = (text: string | Buffer): [ReturnType<typeof readText>, ReturnType<typeof readText>] => {
  const bytes = Buffer.from(text as string);
  return [readText(bytes), whole(bytes)];
};

const rowsOf = (row: unknown, count: number): unknown[] => Array.from({ length: count }, () => row);

describe('a long reply', () => {
  it.each([
    ['a list of rows', rowsOf([1, '2.50000000', null, -0.5e-7], 9_000)],
    ['a list of objects', rowsOf({ open: '1.10', at: 'x' }, 9_000)],
    ['rows of texts that look like the end of a row', rowsOf(['],[', '"],["', '\\"],["'], 9_000)],
    ['objects of texts that look like the end of one', rowsOf({ '},{': '"},{"' }, 9_000)],
    ['rows that hold rows', rowsOf([[1, 2], [3], []], 20_000)],
    ['one row that holds all of them', [rowsOf([1, 2], 40_000)]],
    ['rows of other writing than ASCII', rowsOf(['한국', '€', '🙂'], 9_000)],
    ['a list of rows and others', [...rowsOf([1], 20_000), 2, 'x', ...rowsOf([3], 20_000)]],
    ['an object', { result: { list: rowsOf([1, '2'], 20_000) } }],
    ['a list of numbers', rowsOf(1_234_567, 20_000)],
  ])('is read as JSON reads it: %s', (_, value) => {
    const [found, right] = read(JSON.stringify(value));
    expect(found.json).toEqual(value);
    expect(found.body).toBe(right.body);
  });

  it('is no JSON where the whole is none, wherever the fault lies', () => {
    const good = JSON.stringify(rowsOf([1760131200000, '3.1'], 6_000));
    for (const at of [0, 1, 20, 32_768, 32_769, 32_770, 50_000, 65_600, good.length - 2, good.length - 1])
      for (const with_ of ['', '[', ']', ',', '"', '],[', ']],[[', '\\', 'x']) {
        const [found, right] = read(`${good.slice(0, at)}${with_}${good.slice(at + 1)}`);
        expect({ ...found, body: '' }).toEqual({ ...right, body: '' });
        expect(found.body).toBe(right.body);
      }
    for (const end of [40_000, 65_540, good.length - 1])
      expect(readText(Buffer.from(good.slice(0, end))).json).toBeUndefined();
  });

  it('is read alike whatever its rows are, and in whatever bytes', () => {
    const rows = fc.array(fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())), {
      minLength: 1,
    });
    fc.assert(
      fc.property(rows, fc.option(fc.nat(400_000)), fc.integer({ min: 0, max: 255 }), (some, broken, byte) => {
        const text = JSON.stringify(some).slice(1, -1);
        const bytes = Buffer.from(`[${rowsOf(text, Math.ceil(80_000 / text.length)).join()}]`);
        if (broken !== null) bytes[broken % bytes.length] = byte;
        const [found, right] = [readText(bytes), whole(bytes)];
        expect(found.body === right.body).toBe(true);
        expect(JSON.stringify(found.json) === JSON.stringify(right.json)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
