import { contentsName } from './formats';

/** How a file writes its times. */
export const timeUnitName: Readonly<Record<'s' | 'ms' | 'us' | 'iso', string>> = {
  s: 'seconds',
  ms: 'milliseconds',
  us: 'microseconds',
  iso: 'ISO 8601 UTC',
};

const lineOf = (path: string, line: number): string => `${path}, line ${String(line)}`;

/** Why a file cannot be opened or unpacked; one line, with the mend. */
export const openingWords = {
  noSuchFile: (path: string): string => `${path}: no such file`,
  folder: (path: string): string => `${path} is a folder; name the file in it`,
  forbidden: (path: string): string => `${path} cannot be read; change its permissions`,
  brokenZip: (path: string, cause: string): string =>
    `${path}: cannot be unpacked (${cause}); fetch it again, or unpack it and import the file in it`,
  brokenGzip: (path: string, cause: string): string => `${path}: broken or cut-off gzip (${cause}); fetch it again`,
  noEntry: 'it contains no file',
  manyEntries: (count: number): string => `it contains ${String(count)} files, not one`,
  damagedEntry: 'its contents are damaged: their CRC-32 is not the one the zip names',
  noChecksum: (beside: string, name: string): string =>
    `${beside} names no SHA-256 (64 hex digits, two blanks, the file's name); fetch it again, or remove it to import ${name} unchecked`,
  otherChecksum: (path: string, sha256: string, name: string, promised: string): string =>
    `${path}: its SHA-256 is ${sha256}, but ${name}.CHECKSUM beside it names ${promised}; fetch both again (nothing was imported)`,
};

/** Why the shape of a file does not fit; one line, with the mend. */
export const shapeWords = {
  empty: (path: string): string => `${path}: empty; nothing was imported`,
  noRows: (path: string): string => `${path}: a header without rows; nothing was imported`,
  badLine: (path: string, line: number, cause: string): string =>
    `${lineOf(path, line)}: not a CSV line (${cause}); correct its quotes`,
  headerless: (path: string, columns: number): string =>
    `${path}: no header, and ${String(columns)} columns that are not those of Binance's klines (12), aggTrades (8, of futures 7) or trades (7, of futures 6); add a header line like open_time,open,high,low,close,volume`,
  unknownColumns: (path: string, found: string): string =>
    `${path}: the columns are ${found}; candles need time (or open_time, timestamp, …), open, high, low, close and volume, trades need timestamp, price and amount: rename them`,
  noVolume: (path: string, found: string): string =>
    `${path}: no known volume column, so minutes with trades cannot be told from minutes without; the columns are ${found}: name the column of base volume volume, or that of quote volume quote_volume`,
  noTime: (path: string, line: number, text: string, unit: string | undefined): string =>
    `${lineOf(path, line)}: "${text}" is not a time in ${unit ?? 'seconds, milliseconds or microseconds since 1970, nor ISO 8601'}; write one like 1760131200000 or 2025-10-10T21:20:00Z`,
  noZone: (path: string, line: number, text: string): string =>
    `${lineOf(path, line)}: "${text}" names no time zone; write UTC with a Z, or call the column time(UTC)`,
  unsorted: (path: string, rows: number, most: number): string =>
    `${path}: its ${String(rows)} rows are not in order of time, and no more than ${String(most)} are sorted here; sort the file by time, or cut it into one file a year (nothing was imported)`,
  unusable: (path: string, rows: number): string =>
    `${path}: none of its ${String(rows)} rows is usable; check its time column`,
  lateTrade: (path: string, line: number): string =>
    `${lineOf(path, line)}: a trade more than a day older than one before it; sort the file by time, oldest first`,
  candlesNotTrades: (path: string): string =>
    `${path}: contains candles, not trades; import it with --source file or archive`,
};

/** Where a file contradicts what it is imported as, or itself; one line, with the mend. */
export const claimWords = {
  otherMarket: (path: string, line: number, found: string, market: string): string =>
    `${lineOf(path, line)}: the symbol is ${found}, but the file is imported as ${market}; name the market in the file, or correct the column`,
  manyMarkets: (path: string, line: number, found: string, before: string): string =>
    `${lineOf(path, line)}: the symbol is ${found}, before it was ${before}; import one market per file`,
  otherVenue: (path: string, line: number, found: string, venue: string): string =>
    `${lineOf(path, line)}: the exchange is ${found}, but the file is imported as ${venue}; name the exchange it comes from, or correct the column`,
  otherInterval: (path: string, line: number, found: string): string =>
    `${lineOf(path, line)}: the interval is ${found}; only 1-minute candles are imported`,
  longCandle: (path: string, line: number, seconds: number): string =>
    `${lineOf(path, line)}: the candle closes ${String(seconds)} s after it opens; only 1-minute candles are imported`,
  longStep: (path: string, minutes: number): string =>
    `${path}: all its times are multiples of ${String(minutes)} minutes apart, so these are not 1-minute candles; import 1-minute candles, or, for minutes of a thin market, add a column interval with 1m`,
  offGrid: (path: string, off: number, rows: number): string =>
    `${path}: ${String(off)} of ${String(rows)} rows do not start on a whole minute, so these are not 1-minute candles; import 1-minute candles or trades`,
  future: (path: string, line: number, text: string): string =>
    `${lineOf(path, line)}: "${text}" is not over yet by this machine's clock; check the time column and the clock (nothing was imported)`,
  misnamedVenue: (name: string, symbol: string, market: string): string =>
    `${name} is named like an archive of Binance (${symbol}), but is imported as ${market}; name --venue binance, binanceusdm or binancecoinm, or rename the file`,
  misnamedSymbol: (name: string, symbol: string, market: string, symbols: string): string =>
    `${name}: the name says ${symbol}, but the file is imported as ${market}, which Binance calls ${symbols}; name the market in the file`,
  misnamedInterval: (name: string, interval: string, fitting: string, market: string): string =>
    `${name}: the name says ${interval} candles, but only 1-minute candles are imported; fetch ${fitting} of ${market}`,
};

/** Why a row was set aside. */
export const rowWords = {
  noMinute: 'its time is not a whole minute',
  noTime: 'its time cannot be read',
  noNumber: 'a price, volume or count is not a number',
  noVolume: 'it has a price but no volume, so whether it traded is not known',
  cutOff: (cells: number, columns: number): string =>
    `${String(cells)} cells where there are ${String(columns)} columns`,
  noTrade: 'price or amount is not above 0',
  noCount: 'its first and last trade ids give no number of trades',
  spoiled: 'another trade of its minute cannot be read',
  doubled: (rows: number, minute: string): string => `the file holds ${String(rows)} different rows for ${minute}`,
};

/** Why a file that `plumbline candles` wrote cannot be brought back. */
export const ownFileWords = {
  changed: (where: string, what: string): string =>
    `${where}: ${what}; the file was changed after it was exported: export it again`,
  doubled: (minute: string, market: string): string => `${minute} of ${market} comes twice`,
  columns: (found: number, wanted: number): string => `${String(found)} columns instead of ${String(wanted)}`,
  noMinute: (found: string): string => `${found} is not a market, source and minute`,
  noNumber: (found: string): string => `"${found}" is not a number`,
  simulated: (where: string): string =>
    `${where}: these candles are simulated; no exchange published them, and they are not imported`,
};

interface ImportedFile {
  readonly path: string;
  readonly kind: 'candles' | 'trades';
  readonly rows: number;
  readonly candles: number;
  readonly duplicates: number;
  readonly added: number;
  readonly unchanged: number;
  readonly revised: number;
  readonly quarantined: number;
  /** `2025-10-10T21:20Z to 2025-10-10T21:21Z`. */
  readonly range: string;
  readonly timeUnit: keyof typeof timeUnitName;
  /** What a minute without a row counts as. */
  readonly gaps: 'no-trade' | 'unknown';
  /** Whether gaps count as unknown only because the times of some rows cannot be read. */
  readonly hasUnreadable: boolean;
  readonly sorted: boolean;
  readonly checked: boolean;
  readonly format: {
    readonly contents: keyof typeof contentsName;
    readonly packing: 'gzip' | 'zip' | undefined;
    readonly entry: string | undefined;
  };
}

function gapsWords({ gaps, hasUnreadable }: ImportedFile): string {
  if (hasUnreadable && gaps === 'no-trade')
    return 'minutes in between without a row stay unknown, because the times of some rows cannot be read';
  return gaps === 'no-trade'
    ? 'minutes in between without a row count as no trade'
    : 'minutes in between without a row stay unknown';
}

/** What was read, where it is not the text of the file named. */
function formatParts({ contents, entry }: ImportedFile['format']): readonly string[] {
  const what = contents === 'text' ? '' : ` as ${contentsName[contents]}`;
  if (entry !== undefined) return [`read ${entry} in it${what}`];
  return what === '' ? [] : [`read${what}`];
}

/** What importing a file came to, on one line. */
export function importedWords(file: ImportedFile): string {
  const repeated = file.duplicates > 0 ? ` (${String(file.duplicates)} repeated)` : '';
  const read =
    file.kind === 'trades' ? `${String(file.rows)} trades${repeated} made` : `${String(file.rows)} rows gave`;
  const counts = [
    `${String(file.added)} new`,
    ...(file.unchanged > 0 ? [`${String(file.unchanged)} known`] : []),
    ...(file.revised > 0 ? [`${String(file.revised)} differ from before`] : []),
  ];
  return [
    `${file.path}: ${read} ${String(file.candles)} candles (${counts.join(', ')}), ${file.range}`,
    ...formatParts(file.format),
    `times read as ${timeUnitName[file.timeUnit]}`,
    gapsWords(file),
    ...(file.sorted ? ['its rows were not in order of time and were sorted'] : []),
    ...(file.checked ? ['its SHA-256 matches its .CHECKSUM'] : []),
    ...(!file.checked && file.format.packing === 'zip' ? ['not checked: there is no .CHECKSUM file beside it'] : []),
    ...(file.quarantined > 0 ? [`${String(file.quarantined)} rows in quarantine`] : []),
  ].join('; ');
}

/** A minute of which a file says otherwise than the stored candles: `market (source), minute: …`. */
export const differenceWords = {
  presence: (where: string, isStored: boolean): string =>
    isStored
      ? `${where}: a candle is stored, the file has none`
      : `${where}: "no trade" is stored, the file has a candle`,
  /** Undefined: the value is not known. */
  field: (where: string, field: string, stored: number | undefined, found: number | undefined): string =>
    `${where}: ${field} ${stored === undefined ? 'unknown' : String(stored)} is stored, the file says ${found === undefined ? 'nothing' : String(found)}`,
};
