import { describe, expect, it } from 'vitest';
import { brokenWords, formatWords, jsonWords, zipWords } from './formats';

const market = { venue: 'kraken', base: 'ATOM', quote: 'USD', kind: 'spot' } as Parameters<typeof zipWords.several>[1];

describe('why a format is not read', () => {
  it.each([
    [formatWords.foreign('a.csv', 'bzip2'), 'a.csv: packed with bzip2; unpack it (bunzip2 FILE)'],
    [
      formatWords.foreign('a.csv', 'html', 'Just a moment...'),
      'a.csv: an HTML page, not data ("Just a moment..."); it may be an error or a login page: fetch the file itself',
    ],
    [
      formatWords.tooLarge('a.parquet', 'group', 512),
      'a.parquet: one of its row groups takes more than 512 MB of memory; unpack it, or write it in smaller pieces',
    ],
    [
      formatWords.broken('a.json', 'json', brokenWords.cutOff),
      'a.json: not a readable JSON file (cut off); fetch or write it again',
    ],
    [
      zipWords.several('a.zip', market, ['x_1.csv', 'y_1.csv']),
      'a.zip: 2 files in it may be the 1-minute candles of Kraken ATOM/USD: x_1.csv, y_1.csv; name one with --entry',
    ],
    [
      zipWords.notInside(
        'a.zip',
        'z.csv',
        Array.from({ length: 14 }, (_, i) => `${String(i)}.csv`),
      ),
      'a.zip: no file z.csv in it; it holds 0.csv, 1.csv, 2.csv, 3.csv, 4.csv, 5.csv, 6.csv, 7.csv, 8.csv, 9.csv, 10.csv, 11.csv and 2 more',
    ],
    [zipWords.encrypted('a.zip', 'x_1.csv'), 'a.zip: x_1.csv in it is encrypted; unpack it with its password'],
    [
      jsonWords.unnamed('a.json', 7, undefined),
      'a.json: JSON arrays of 7 values without names, which are no known shape; name the values: write objects, or CSV with a header',
    ],
  ])('%s', (found, wanted) => {
    expect(found).toBe(wanted);
  });
});
