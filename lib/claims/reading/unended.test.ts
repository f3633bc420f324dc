import { describe, expect, it } from 'vitest';
import { Surveying } from '../audit/survey';
import { recognise, rowsOf, type ClaimFile } from './file';

const HEAD = 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee';
const row = (minute: number, fee = '0.50000000ATOM'): string =>
  `2025-10-10 21:${String(minute)}:37,ATOMUSDT,SELL,3.2,500.5ATOM,1601.6USDT,${fee}`;
const okx = (size: string): string =>
  [
    'Time,Symbol,Side,Price,Quantity',
    `2025-10-10 21:20:37,ATOM-USDT,sell,3.2,500.5`,
    `2025-10-10 21:21:37,ATOM-USDT,sell,3.2,${size}`,
  ].join('\n');

/** The line whose last value may be cut off, of a file that comes in pieces of so many bytes. */
async function unendedIn(text: string, piece = 7): Promise<number | undefined> {
  const file: ClaimFile = {
    name: 'export.csv',
    chunks: async function* () {
      const bytes = new TextEncoder().encode(text);
      for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.subarray(at, at + piece));
    },
  };
  const found = await recognise(file, { zone: 0 });
  if (found === undefined) throw new Error('not recognised');
  const surveying = new Surveying(undefined);
  for await (const rows of rowsOf(file, found.layout, { zone: 0 })) for (const one of rows) surveying.take(one);
  const { survey } = surveying;
  expect(survey).toMatchObject({ fills: 2, flawed: 0 });
  return survey.unended;
}

describe('a file of fills that ends without a line end', () => {
  it.each([1, 7, 997])('names the line whose last figure may be cut off: in pieces of %i bytes', async (piece) => {
    expect(await unendedIn(okx('12.5'), piece)).toBe(3);
  });

  it.each([
    ['a line feed follows', `${okx('12.5')}\n`],
    ['a carriage return follows', `${okx('12.5')}\r`],
    ['the value is in quotes', okx('"12.5"')],
    [
      'nothing is read of the last column',
      okx('12.5').replaceAll('\n', ',x\n').concat(',1').replace('Quantity,x', 'Quantity,Note'),
    ],
  ])('says nothing where %s', async (_, text) => {
    expect(await unendedIn(text)).toBeUndefined();
  });

  it('names the line where the last column is the fee', async () => {
    expect(await unendedIn([HEAD, row(20), row(21)].join('\n'))).toBe(3);
  });
});
