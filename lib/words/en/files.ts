/** How a file writes its times. */
export const timeUnitName: Readonly<Record<'s' | 'ms' | 'us' | 'ns' | 'iso', string>> = {
  s: 'seconds',
  ms: 'milliseconds',
  us: 'microseconds',
  ns: 'nanoseconds',
  iso: 'ISO 8601',
};

const lineOf = (path: string, line: number): string => `${path}, line ${String(line)}`;

/** Why a file cannot be opened or unpacked; one line, with the mend. */
export const NAME_A_CANDLE_FILE = 'name a file of candles or trades that you may read';
export const openingWords = {
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

/** Formats without a header, as their publishers call them. */
export const formatName = {
  'binance-klines': 'Binance klines',
  'binance-aggtrades': 'Binance aggTrades',
  'binance-trades': 'Binance trades',
  'kraken-ohlcvt': 'Kraken OHLCVT',
  'kraken-ohlc': 'Kraken OHLC with a weighted price',
  'kraken-trades': 'Kraken trades',
  'bybit-klines': 'Bybit klines',
  'gate-candlesticks': 'Gate candlesticks',
  ohlcv: 'OHLCV',
  'gate-deals': 'Gate deals',
  'gate-contract-trades': 'Gate contract trades',
} as const;
export type FileFormat = keyof typeof formatName;

const BY_NUMBER =
  'name the columns by number, for example --column time=1 --column open=2 --column high=3 --column low=4 --column close=5 --column volume=6';

/** Why the shape of a file does not fit; one line, with the mend. */
export const shapeWords = {
  empty: (path: string): string => `${path}: empty; nothing was imported`,
  noRows: (path: string): string => `${path}: a header without rows; nothing was imported`,
  badLine: (path: string, line: number, cause: string): string =>
    `${lineOf(path, line)}: not a CSV line (${cause}); correct its quotes`,
  /** How a column without a name is called. */
  column: (number: number): string => `column ${String(number)}`,
  oneColumn: (path: string, first: string): string =>
    `${path}: no line has three or more columns divided by commas, semicolons or tabs (the first line is "${first}"); save the whole table as CSV`,
  headerless: (path: string, columns: number): string =>
    `${path}: no header, and ${String(columns)} columns in no format known here; ${BY_NUMBER}, or add a header line`,
  severalFormats: (path: string, formats: readonly FileFormat[]): string =>
    `${path}: no header, and its rows could be ${formats.map((format) => formatName[format]).join(' or ')}; ${BY_NUMBER}`,
  unknownColumns: (path: string, found: string): string =>
    `${path}: the columns are ${found}; candles need time (or open_time, timestamp, …), open, high, low, close and volume, trades need timestamp, price and amount: rename them, or name each with --column, for example --column time="Opened at"`,
  namedTwice: (path: string, role: string, name: string, places: readonly number[]): string =>
    `${path}: columns ${places.join(' and ')} are called ${name}; say which is meant, for example --column ${role}=${String(places[0])}`,
  noVolume: (path: string, found: string): string =>
    `${path}: no known volume column, so minutes with trades cannot be told from minutes without; the columns are ${found}: name one with --column volume=NAME, and with --volume-unit base, quote or contracts:SIZE what it counts, or say --column volume=none (each row is then a traded minute of unknown volume)`,
  unitNeeded: (path: string, column: string, base: string, quote: string): string =>
    `${path}: the file does not say whether "${column}" counts ${base}, ${quote} or contracts; add --volume-unit base, quote or contracts:SIZE, where SIZE is what one contract is worth`,
  unitDenied: (path: string, column: string, base: string, unit: string): string =>
    `${path}: "${column}" counts ${base} by its name, but --volume-unit says ${unit}; name the column that counts it with --column volume=NAME`,
  volumesDisagree: (path: string, line: number, price: number, low: number, high: number): string =>
    `${lineOf(path, line)}: the quote volume is ${String(Number(price.toPrecision(6)))} times the volume, but prices were ${String(low)} to ${String(high)}; say what the volume counts with --volume-unit, or which columns are right with --column volume=NAME and --column quote-volume=NAME`,
  noTime: (path: string, line: number, text: string, unit: string | undefined): string =>
    `${lineOf(path, line)}: "${text}" is not a time in ${unit ?? 'seconds, milliseconds, microseconds or nanoseconds since 1970, nor ISO 8601'}; write one like 1760131200000 or 2025-10-10T21:20:00Z`,
  noZone: (path: string, line: number, text: string): string =>
    `${lineOf(path, line)}: "${text}" names no time zone; say which it is, for example --read-as zone=UTC or --read-as zone=+02:00`,
  decimalComma: (path: string, line: number, text: string): string =>
    `${lineOf(path, line)}: "${text}" may have a decimal comma or a thousands separator; say --read-as decimal=comma, or save the file with decimal points`,
  grouped: (path: string, line: number, text: string): string =>
    `${lineOf(path, line)}: "${text}" has thousands separators; save the file without them`,
  unsorted: (path: string, rows: number, most: number): string =>
    `${path}: its ${String(rows)} rows are not in order of time, and no more than ${String(most)} are sorted here; sort the file by time, or cut it into one file a year (nothing was imported)`,
  unusable: (path: string, rows: number): string =>
    `${path}: ${rows === 1 ? 'its only row is not usable' : `none of its ${String(rows)} rows is usable`}; check its time column`,
  lateTrade: (path: string, line: number): string =>
    `${lineOf(path, line)}: a trade more than a day away from one before it; sort the file by time`,
  candlesNotTrades: (path: string): string =>
    `${path}: contains candles, not trades; import it with --source file or archive`,
  noLonger: (path: string, interval: string): string =>
    `${path}: ${interval} candles cannot be stored here; import 1-minute candles`,
};

const HOUR = 60;
const DAY = 1_440;
const SECONDS = 60;

/** "1h", "3m", "1s": a length in minutes. */
export function lengthName(minutes: number): string {
  if (minutes < 1) return `${String(Math.round(minutes * SECONDS))}s`;
  if (minutes % DAY === 0) return `${String(minutes / DAY)}d`;
  return minutes % HOUR === 0 ? `${String(minutes / HOUR)}h` : `${String(minutes)}m`;
}

/** Longer candles that are stored beside the minutes. */
const STORED = ['5m', '15m', '1h', '1d'];
const ONE = '1m';

/** What is to be done with candles of another length than those they are read as. */
function otherLength(minutes: number, expected: string): string {
  const found = lengthName(minutes);
  if (expected !== ONE) return `but the file is read as ${expected} candles; correct --read-as interval`;
  return STORED.includes(found)
    ? `not 1-minute candles; --read-as interval=${found} stores them as ${found} candles`
    : 'not 1-minute candles; import 1-minute candles';
}

/** Where a file contradicts what it is imported as, or itself; one line, with the mend. */
export const claimWords = {
  otherMarket: (path: string, line: number, found: string, market: string): string =>
    `${lineOf(path, line)}: the symbol is ${found}, but the file is imported as ${market}; name the market in the file, or correct the column`,
  manyMarkets: (path: string, line: number, found: string, before: string): string =>
    `${lineOf(path, line)}: the symbol is ${found}, before it was ${before}; import one market per file`,
  otherVenue: (path: string, line: number, found: string, venue: string): string =>
    `${lineOf(path, line)}: the exchange is ${found}, but the file is imported as ${venue}; name the exchange it comes from, or correct the column`,
  /** `minutes`: how long it is; undefined: it is in words that are not known. */
  otherInterval: (path: string, line: number, found: string, minutes: number | undefined, expected: string): string =>
    `${lineOf(path, line)}: the interval is ${found}, ${minutes === undefined ? `but the file is read as ${expected} candles; correct the column` : otherLength(minutes, expected)}`,
  longCandle: (path: string, line: number, seconds: number, expected: string): string =>
    `${lineOf(path, line)}: the candle closes ${String(seconds)} s after it opens, ${otherLength(Math.round(seconds) / SECONDS, expected)}`,
  longStep: (path: string, minutes: number, expected: string): string =>
    `${path}: all its times are multiples of ${lengthName(minutes)} apart, ${otherLength(minutes, expected)}${expected === ONE ? ', or say --read-as interval=1m if they are minutes of a thin market' : ''}`,
  offGrid: (path: string, off: number, rows: number, expected: string): string =>
    expected === ONE
      ? `${path}: ${String(off)} of ${String(rows)} rows do not start on a whole minute, so these are not 1-minute candles; import 1-minute candles or trades`
      : `${path}: ${String(off)} of ${String(rows)} rows do not start where a ${expected} candle does in UTC; correct --read-as interval`,
  timesDisagree: (path: string, line: number, main: string, other: string, text: string, iso: string): string =>
    `${lineOf(path, line)}: ${main} is ${iso}, but ${other} is "${text}", no whole time zone away; say which is right with --column time=${main} or --column time=${other}`,
  future: (path: string, line: number, text: string): string =>
    `${lineOf(path, line)}: "${text}" is not over yet by this machine's clock; check the time column and the clock (nothing was imported)`,
  /** A text that the file carries: its name, or a line before its header. */
  nameVenue: (text: string, venue: string, market: string): string =>
    `"${text}" says ${venue}, but the file is imported as ${market}; correct --venue, or the name`,
  nameSymbol: (text: string, symbol: string, market: string): string =>
    `"${text}" says ${symbol}, but the file is imported as ${market}; correct --market, or the name`,
  nameInterval: (text: string, minutes: number, expected: string): string =>
    `"${text}" says ${lengthName(minutes)}, ${otherLength(minutes, expected)}`,
  banner: (path: string, line: number, fault: string): string => `${lineOf(path, line)}: ${fault}`,
  misnamedVenue: (name: string, symbol: string, market: string): string =>
    `${name} is named like an archive of Binance (${symbol}), but is imported as ${market}; name --venue binance, binanceusdm or binancecoinm, or rename the file`,
  misnamedSymbol: (name: string, symbol: string, market: string, symbols: string): string =>
    `${name}: the name says ${symbol}, but the file is imported as ${market}, which Binance calls ${symbols}; name the market in the file`,
  misnamedInterval: (name: string, interval: string, fitting: string, market: string): string =>
    `${name}: the name says ${interval} candles, but only 1-minute candles are imported as minutes; fetch ${fitting} of ${market}${STORED.includes(interval) ? `, or say --read-as interval=${interval}` : ''}`,
};

/** Why a row was set aside. */
export const rowWords = {
  noMinute: 'its time is not a whole minute',
  offGrid: (interval: string): string =>
    interval === ONE ? 'its time is not a whole minute' : `its time is not the opening of a ${interval} candle`,
  otherEnd: (seconds: number): string => `it closes ${String(seconds)} s after it opens`,
  edge: 'edge minute: the file may hold only a part of its trades',
  edgeTrades: (trades: number): string => `${String(trades)} trades in the file`,
  notClosed: 'its venue had not closed it yet',
  noTime: 'its time cannot be read',
  noNumber: 'a price, volume or count is not a number',
  noVolume: 'it has a price but no volume, so whether it traded is not known',
  cutOff: (cells: number, columns: number): string =>
    `${String(cells)} cells where there are ${String(columns)} columns`,
  cutValue: (value: string): string =>
    `the file ends in it without a line end, and its last value ${value} has fewer decimals than in any other row: it is cut off`,
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
