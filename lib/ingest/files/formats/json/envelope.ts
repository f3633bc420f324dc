import { jsonWords } from '../../../../words/en/formats';
import { FileRefused } from '../../refused';
import { isArray, isObject, type JsonObject, type JsonValue } from './value';

/** Rows found in an envelope, with what it says of all of them. */
export interface Enveloped {
  readonly rows: readonly JsonValue[];
  /** What stands beside the rows and says whose they are, by column: symbol, exchange, interval. */
  readonly said: Readonly<Record<string, string>>;
  /** Of Kraken: the time of its last row that is final, in seconds; the row behind it was not over. */
  readonly last?: number | undefined;
}

/** Replies nest their rows at most this deep: `result.list`, `data.ohlc`, `result.XXBTZUSD`. */
const DEEPEST = 4;

/** How envelopes call what a column of claims calls symbol, exchange or interval. */
const SAID: Readonly<Record<string, string>> = {
  symbol: 'symbol',
  pair: 'symbol',
  instrument: 'symbol',
  instrument_name: 'symbol',
  exchange: 'exchange',
  interval: 'interval',
};

interface Found {
  readonly name: string;
  readonly rows: readonly JsonValue[];
  readonly beside: JsonObject;
}

const isRow = (value: JsonValue): boolean => isArray(value) || isObject(value);

function arraysIn(object: JsonObject, path: string, depth: number): readonly Found[] {
  return Object.entries(object).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    if (isArray(value)) return value.length > 0 && value.every(isRow) ? [{ name, rows: value, beside: object }] : [];
    return isObject(value) && depth < DEEPEST ? arraysIn(value, name, depth + 1) : [];
  });
}

/** `{"t":[…],"o":[…],…}`: columns of one length instead of rows. */
function transposed(object: JsonObject): readonly JsonValue[] | undefined {
  const columns = Object.entries(object).filter((entry): entry is [string, readonly JsonValue[]] => isArray(entry[1]));
  const [first] = columns;
  if (first === undefined || columns.length < 4 || first[1].length === 0) return undefined;
  if (columns.some(([, values]) => values.length !== first[1].length || values.some(isRow))) return undefined;
  return first[1].map((_, row) => Object.fromEntries(columns.map(([name, values]) => [name, values[row] ?? null])));
}

function saidBeside(beside: JsonObject, name: string, venue: string | undefined): Readonly<Record<string, string>> {
  const said = Object.fromEntries(
    Object.entries(beside).flatMap(([key, value]) => {
      const column = SAID[key];
      return column === undefined || typeof value !== 'string' ? [] : [[column, value]];
    }),
  );
  // Kraken calls the array by its own code of the market.
  return venue === 'kraken' && 'last' in beside ? { symbol: name.split('.').at(-1) ?? '', ...said } : said;
}

/** The rows in a JSON object that is no row itself: a venue's reply, or columns. Throws `FileRefused` where there are none, or several. */
export function enveloped(object: JsonObject, path: string, venue: string | undefined): Enveloped {
  const columns = [object, ...Object.values(object).filter(isObject)]
    .map(transposed)
    .find((rows) => rows !== undefined);
  if (columns !== undefined) return { rows: columns, said: saidBeside(object, '', venue) };
  const found = arraysIn(object, '', 1);
  const [only] = found;
  if (only === undefined) throw new FileRefused(jsonWords.noRows(path, jsonWords.keys(Object.keys(object))));
  if (found.length > 1)
    throw new FileRefused(
      jsonWords.severalArrays(
        path,
        found.map(({ name }) => name),
      ),
    );
  const last = venue === 'kraken' ? Number(only.beside['last']) : NaN;
  return {
    rows: only.rows,
    said: saidBeside(only.beside, only.name, venue),
    last: Number.isFinite(last) ? last : undefined,
  };
}
