import { describe, expect, it } from 'vitest';
import { claimWords, differenceWords, importedWords, rowWords, shapeWords } from './files';

const file = {
  path: 'a.csv',
  kind: 'candles',
  rows: 3,
  candles: 2,
  duplicates: 0,
  added: 2,
  unchanged: 0,
  revised: 0,
  quarantined: 0,
  range: '2025-10-10T21:20Z to 2025-10-10T21:23Z',
  timeUnit: 'ms',
  gaps: 'no-trade',
  hasUnreadable: false,
  sorted: false,
  checked: false,
  format: { contents: 'text', packing: undefined, entry: undefined },
} as const;
const BEGIN =
  'a.csv: 3 rows gave 2 candles (2 new), 2025-10-10T21:20Z to 2025-10-10T21:23Z; times read as milliseconds; ';

describe('an imported file', () => {
  it.each([
    [importedWords(file), `${BEGIN}minutes in between without a row count as no trade`],
    [importedWords({ ...file, gaps: 'unknown' }), `${BEGIN}minutes in between without a row stay unknown`],
    [
      importedWords({ ...file, hasUnreadable: true, quarantined: 1 }),
      `${BEGIN}minutes in between without a row stay unknown, because the times of some rows cannot be read; 1 rows in quarantine`,
    ],
    [
      importedWords({ ...file, sorted: true, format: { contents: 'text', packing: 'zip', entry: undefined } }),
      `${BEGIN}minutes in between without a row count as no trade; its rows were not in order of time and were sorted; not checked: there is no .CHECKSUM file beside it`,
    ],
    [
      importedWords({
        ...file,
        checked: true,
        format: { contents: 'json', packing: 'zip', entry: 'ATOM_USDT-1m.json' },
      }),
      `a.csv: 3 rows gave 2 candles (2 new), 2025-10-10T21:20Z to 2025-10-10T21:23Z; read ATOM_USDT-1m.json in it as JSON; times read as milliseconds; minutes in between without a row count as no trade; its SHA-256 matches its .CHECKSUM`,
    ],
    [
      importedWords({ ...file, format: { contents: 'arrow', packing: undefined, entry: undefined } }),
      `a.csv: 3 rows gave 2 candles (2 new), 2025-10-10T21:20Z to 2025-10-10T21:23Z; read as Feather (Arrow); times read as milliseconds; minutes in between without a row count as no trade`,
    ],
    [
      importedWords({ ...file, kind: 'trades', duplicates: 1, unchanged: 1, revised: 1, checked: true }),
      'a.csv: 3 trades (1 repeated) made 2 candles (2 new, 1 known, 1 differ from before), 2025-10-10T21:20Z to 2025-10-10T21:23Z; times read as milliseconds; minutes in between without a row count as no trade; its SHA-256 matches its .CHECKSUM',
    ],
    [rowWords.cutOff(5, 6), '5 cells where there are 6 columns'],
    [
      claimWords.otherInterval('a.csv', 2, '5m'),
      'a.csv, line 2: the interval is 5m; only 1-minute candles are imported',
    ],
    [
      shapeWords.noVolume('a.csv', 'time, open'),
      'a.csv: no known volume column, so minutes with trades cannot be told from minutes without; the columns are time, open: name the column of base volume volume, or that of quote volume quote_volume',
    ],
    [differenceWords.presence('X', true), 'X: a candle is stored, the file has none'],
    [differenceWords.presence('X', false), 'X: "no trade" is stored, the file has a candle'],
    [differenceWords.field('X', 'low', 3.56, undefined), 'X: low 3.56 is stored, the file says nothing'],
  ])('%s', (text, wanted) => {
    expect(text).toBe(wanted);
  });
});
