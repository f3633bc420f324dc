import { describe, expect, it } from 'vitest';
import { importedWords, zoneName } from './importedFile';

const findings = {
  kind: 'candles',
  format: null,
  delimiter: 'comma',
  bannerLines: 0,
  columns: { time: 'open_time', volume: 'volume' },
  ignored: [],
  timeUnit: 'ms',
  zoneMinutes: null,
  timeIs: 'open',
  otherTimes: [],
  interval: '1m',
  order: 'ascending',
  decimal: 'point',
  volumeUnit: 'base',
  gaps: 'unknown',
  gapsBecause: 'default',
  unended: null,
} as const;

const file = {
  path: 'a.csv',
  findings,
  rows: 3,
  candles: 2,
  duplicates: 0,
  added: 2,
  unchanged: 0,
  revised: 0,
  quarantined: 0,
  edges: 0,
  moved: 0,
  empty: 0,
  unplaced: 0,
  range: '2025-10-10T21:20Z to 2025-10-10T21:23Z',
  checked: false,
  format: { contents: 'text', packing: undefined, entry: undefined },
} as const;
const BEGIN = 'a.csv: 3 rows gave 2 candles (2 new), 2025-10-10T21:20Z to 2025-10-10T21:23Z; ';
const READ = 'times read as milliseconds; volume from volume (base); ';

describe('an imported file', () => {
  it.each([
    [importedWords(file), `${BEGIN}${READ}minutes in between without a row stay unknown`],
    [
      importedWords({ ...file, findings: { ...findings, gaps: 'no-trade', gapsBecause: 'option' } }),
      `${BEGIN}${READ}minutes in between without a row count as no trade`,
    ],
    [
      importedWords({
        ...file,
        findings: { ...findings, gaps: 'no-trade', gapsBecause: 'format', format: 'kraken-ohlcvt' },
      }),
      `${BEGIN}times read as milliseconds; no header, read as Kraken OHLCVT; volume from volume (base); minutes in between without a row count as no trade, as its publisher says`,
    ],
    [
      importedWords({ ...file, unplaced: 1, quarantined: 1, findings: { ...findings, gapsBecause: 'unplaced' } }),
      `${BEGIN}${READ}minutes in between without a row stay unknown, because the times of 1 row cannot be read or are off the grid; 1 row in quarantine`,
    ],
    [
      importedWords({
        ...file,
        format: { contents: 'text', packing: 'zip', entry: undefined },
        findings: { ...findings, order: 'descending' },
      }),
      `${BEGIN}${READ}minutes in between without a row stay unknown; its rows were not in order of time and were sorted; not checked: there is no .CHECKSUM file beside it`,
    ],
    [
      importedWords({
        ...file,
        moved: 1,
        empty: 2,
        findings: {
          ...findings,
          delimiter: 'semicolon',
          bannerLines: 1,
          decimal: 'comma',
          columns: { time: 'unix', volume: 'Volume ATOM', 'quote-volume': 'Volume USD' },
          ignored: ['Weighted_Price'],
          timeUnit: 's',
          otherTimes: [
            { column: 'date', offsetMinutes: [-240] },
            { column: 'time(UTC)', offsetMinutes: [0] },
          ],
        },
      }),
      `${BEGIN}times read as seconds; semicolons between cells; 1 line before the header left out; decimal commas; volume from Volume ATOM (base); quote volume from Volume USD; date is a clock at UTC−04:00 and was not used; time(UTC) agrees; ignored: Weighted_Price; minutes in between without a row stay unknown; 1 minute kept apart: volume 0, prices moved; 2 rows without figures passed over`,
    ],
    [
      importedWords({
        ...file,
        duplicates: 1,
        unchanged: 1,
        revised: 1,
        checked: true,
        edges: 2,
        findings: {
          ...findings,
          kind: 'trades',
          columns: { amount: 'size' },
          volumeUnit: 'contracts:0.01 BTC',
          gaps: 'no-trade',
          gapsBecause: 'ids',
        },
      }),
      'a.csv: 3 trades (1 repeated) made 2 candles (2 new, 1 known, 1 differ from before), 2025-10-10T21:20Z to 2025-10-10T21:23Z; times read as milliseconds; amount from size (contracts:0.01 BTC); minutes in between without a row count as no trade, because the trade ids count up by one; its SHA-256 matches its .CHECKSUM; its first and last minute were set aside, because the file may hold only a part of them (--whole keeps them)',
    ],
    [
      importedWords({ ...file, edges: 1 }),
      `${BEGIN}${READ}minutes in between without a row stay unknown; 1 minute at its edge was set aside, because the file may hold only a part of it (--whole keeps it)`,
    ],
    [
      importedWords({
        ...file,
        findings: { ...findings, interval: '1h', timeUnit: 'iso', zoneMinutes: 120, volumeUnit: 'none', columns: {} },
      }),
      'a.csv: 3 rows gave 2 1h candles (2 new), 2025-10-10T21:20Z to 2025-10-10T21:23Z; times read as ISO 8601 (UTC+02:00 where they name no zone); volumes left unknown; 1h candles in between without a row stay unknown',
    ],
    [
      importedWords({
        ...file,
        format: { contents: 'json', packing: 'zip', entry: 'ATOM_USDT-1m.json' },
        checked: true,
      }),
      `${BEGIN}read ATOM_USDT-1m.json in it as JSON; ${READ}minutes in between without a row stay unknown; its SHA-256 matches its .CHECKSUM`,
    ],
    [
      importedWords({ ...file, format: { contents: 'arrow', packing: undefined, entry: undefined } }),
      `${BEGIN}read as Feather (Arrow); ${READ}minutes in between without a row stay unknown`,
    ],
    [zoneName(0), 'UTC'],
    [zoneName(330), 'UTC+05:30'],
  ])('%s', (text, wanted) => {
    expect(text).toBe(wanted);
  });
});
