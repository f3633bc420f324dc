import { marketText } from './market';
import type { Market } from '../../domain/market';

/** Formats that are recognised and not read: what the file is, and the mend. */
const foreign = {
  bzip2: ['packed with bzip2', 'unpack it (bunzip2 FILE)'],
  xz: ['packed with xz', 'unpack it (unxz FILE)'],
  '7z': ['a 7z archive', 'unpack it (7z x FILE)'],
  zstd: ['packed with Zstandard', 'unpack it (unzstd FILE)'],
  lz4: ['packed with LZ4', 'unpack it (unlz4 FILE)'],
  rar: ['a RAR archive', 'unpack it'],
  tar: ['a tar archive', 'unpack it (tar -xf FILE)'],
  xlsx: ['an Excel workbook', 'save its sheet as CSV (UTF-8)'],
  xls: ['an old Excel workbook', 'save its sheet as CSV (UTF-8)'],
  ods: ['an OpenDocument workbook', 'save its sheet as CSV (UTF-8)'],
  feather1: ['Feather version 1', 'write it anew as version 2, Parquet or CSV'],
  hdf5: ['an HDF5 file', 'write it as Feather, Parquet or CSV (freqtrade convert-data)'],
  sqlite: ['an SQLite database', 'export its table as CSV'],
  duckdb: ['a DuckDB database', 'export its table as Parquet or CSV'],
  pickle: ['a Python pickle', 'write it as Parquet or CSV'],
  numpy: ['a NumPy array', 'write it as Parquet or CSV'],
  orc: ['an ORC file', 'write it as Parquet or CSV'],
  avro: ['an Avro file', 'write it as Parquet or CSV'],
  pdf: ['a PDF', 'find the data it was made from'],
  utf16: ['UTF-16, not UTF-8 text', 'save it as UTF-8'],
  html: ['an HTML page, not data', 'it may be an error or a login page: fetch the file itself'],
  xml: ['XML, not data', 'it may be an error of the server: fetch the file again'],
  binary: [
    'not UTF-8 text, and neither JSON, Parquet nor Feather, plain or packed as gzip or zip',
    'save it as CSV in UTF-8',
  ],
  lfs: ['a Git LFS pointer, not the file it stands for', 'fetch the file (git lfs pull)'],
} as const;

/** What a file's contents are called. */
export const contentsName = { text: 'CSV', json: 'JSON', parquet: 'Parquet', arrow: 'Feather (Arrow)' } as const;

/** What is in memory as one piece. */
const piece = {
  unpacked: 'unpacked, it',
  group: 'one of its row groups',
  batch: 'one of its record batches',
  value: 'one value in it',
} as const;

/** What is wrong with a broken file, in a bracket. */
export const brokenWords = {
  cutOff: 'cut off',
  message: (kind: number): string => `a message of kind ${String(kind)}`,
  follows: 'something follows its end',
  bracket: 'a bracket closes nothing',
  noRow: (text: string): string => `"${text}" stands where a row is expected`,
  noFrame: 'no LZ4 frame',
  dictionary: 'an LZ4 frame with a dictionary',
  frameCutOff: 'an LZ4 frame cut off',
  overruns: 'an LZ4 block longer than it may be',
  match: 'an LZ4 block that repeats what is not there',
  otherLength: 'an LZ4 frame of another length',
  page: 'a page whose head does not say how long it is',
  tooLong: 'a buffer that unpacks to more than any file',
  rows: (count: number): string => `${String(count)} rows in one batch`,
  scale: (scale: number): string => `a decimal of ${String(scale)} places`,
} as const;

const SHOWN_NAMES = 12;
const listed = (names: readonly string[]): string =>
  names.length > SHOWN_NAMES
    ? `${names.slice(0, SHOWN_NAMES).join(', ')} and ${String(names.length - SHOWN_NAMES)} more`
    : names.join(', ');

/** The HTML page's own title, or the code of an XML error, where there is one. */
const saying = (said: string | undefined): string => (said === undefined ? '' : ` ("${said}")`);

/** Why the format of a file is not read, or not this one of it; one line, with the mend. */
export const formatWords = {
  foreign: (path: string, kind: keyof typeof foreign, said?: string): string =>
    `${path}: ${foreign[kind][0]}${saying(said)}; ${foreign[kind][1]}`,
  packedTwice: (path: string): string => `${path}: packed more than twice; unpack it first`,
  innerZip: (path: string): string => `${path}: a zip inside another file; unpack it first`,
  tooLarge: (path: string, what: keyof typeof piece, megabytes: number): string =>
    `${path}: ${piece[what]} takes more than ${String(megabytes)} MB of memory; unpack it, or write it in smaller pieces`,
  longLine: (path: string, line: number): string =>
    `${path}, line ${String(line)}: longer than any row of candles or trades; end each row with a line break`,
  broken: (path: string, what: keyof typeof contentsName, cause: string): string =>
    `${path}: not a readable ${contentsName[what]} file (${cause}); fetch or write it again`,
};

/** Which file of a zip is meant; one line, with the mend. */
export const zipWords = {
  noEntry: (path: string): string => `${path}: a zip without a file in it; fetch it again`,
  noMinutes: (path: string, market: Market | undefined, names: readonly string[]): string =>
    `${path}: holds ${String(names.length)} files, none named like 1-minute candles of ${market === undefined ? 'one market' : marketText(market)}: ${listed(names)}; name one with --entry`,
  several: (path: string, market: Market | undefined, names: readonly string[]): string =>
    `${path}: ${String(names.length)} files in it may be the 1-minute candles of ${market === undefined ? 'the market' : marketText(market)}: ${listed(names)}; name one with --entry`,
  notInside: (path: string, entry: string, names: readonly string[]): string =>
    `${path}: no file ${entry} in it; it holds ${listed(names)}`,
  twiceInside: (path: string, entry: string, names: readonly string[]): string =>
    `${path}: ${String(names.length)} files in it are called ${entry}: ${listed(names)}; name one with its folder`,
  encrypted: (path: string, name: string): string => `${path}: ${name} in it is encrypted; unpack it with its password`,
  noZip: (path: string): string => `${path}: not a zip, so that --entry names nothing in it; leave the option out`,
};

/** What a JSON document holds instead of rows; one line, with the mend. */
export const jsonWords = {
  noRows: (path: string, found: string): string =>
    `${path}: JSON without rows of candles or trades (${found}); import an array of arrays, an array of objects or one object per line`,
  keys: (keys: readonly string[]): string => (keys.length === 0 ? 'an empty object' : `an object of ${listed(keys)}`),
  value: (text: string): string => `it begins ${text}`,
  empty: 'an empty array',
  severalArrays: (path: string, names: readonly string[]): string =>
    `${path}: JSON with ${String(names.length)} arrays of rows: ${names.map((name) => `"${name}"`).join(', ')}; keep one of them`,
  unnamed: (path: string, values: number, venue: string | undefined): string =>
    `${path}: JSON arrays of ${String(values)} values without names, which ${venue === undefined ? 'are no known shape' : `are not how ${venue} writes its candles`}; name the values: write objects, or CSV with a header`,
};
