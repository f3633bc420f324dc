import type { Market } from '../../../../domain/market';
import { formatWords, jsonWords } from '../../../../words/en/formats';
import { venueName } from '../../../../words/en/venues';
import type { Line } from '../../line';
import { FileRefused } from '../../refused';
import { assertFits } from '../byteSource';
import { headerLine } from '../tableRows';
import { arrayNames } from './arrayNames';
import { enveloped } from './envelope';
import { BrokenJson, JsonPieces } from './pieces';
import { isArray, isObject, jsonValue, valueText, type JsonObject, type JsonValue } from './value';

/** Rows that are looked at before their columns are settled: a field may be left out of the first. */
const LOOKED_AT = 1_000;

/** Of a venue's reply, read whole: 60 MB are half a million rows. */
const MOST_VALUE_MEGABYTES = 64;

interface Row {
  readonly value: JsonValue;
  /** As it is written. */
  readonly text: string;
  /** What its envelope says of all rows, by column. */
  readonly said?: Readonly<Record<string, string>>;
}

async function* texts(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Whether a value is a row by itself: an array of single values, or an object with some and no rows in it. */
const isLone = (value: JsonValue): boolean =>
  isArray(value)
    ? value.every((one) => !isArray(one) && !isObject(one))
    : isObject(value) && Object.values(value).every((one) => !isArray(one) && !isObject(one));

/** The rows in a document of one value: that value, or those an envelope holds. */
function rowsIn(text: string, path: string, venue: string | undefined): readonly Row[] {
  const value = jsonValue(text);
  if (isLone(value) && (isArray(value) || Object.keys(value as JsonObject).length >= LEAST_FIELDS))
    return [{ value, text }];
  if (!isObject(value)) throw new FileRefused(jsonWords.noRows(path, jsonWords.value(text.slice(0, 40))));
  const { rows, said, last } = enveloped(value, path, venue);
  return rows.map((row) => ({
    value: row,
    text: JSON.stringify(row),
    said: last === undefined || !isArray(row) ? said : { ...said, closed: String(Number(row[0]) <= last) },
  }));
}

/** A trade has a time, a price and an amount: an object of less is an answer without rows. */
const LEAST_FIELDS = 3;

/** The rows of a JSON text, as they come. */
async function* rowsOf(
  path: string,
  bytes: AsyncIterable<Buffer>,
  venue: string | undefined,
): AsyncGenerator<readonly Row[]> {
  const pieces = new JsonPieces();
  /** The first value of a text that is no array: an envelope, if no other follows. */
  let first: string | undefined;
  let begun = false;
  for await (const chunk of texts(bytes)) {
    let cut = pieces.take(chunk);
    assertFits(path, 'value', pieces.pending, MOST_VALUE_MEGABYTES);
    if (cut.length === 0) continue;
    if (!pieces.inArray && !begun) {
      cut = first === undefined ? cut : [first, ...cut];
      if (cut.length === 1) {
        first = cut[0];
        continue;
      }
    }
    begun = true;
    first = undefined;
    yield cut.map((text) => ({ value: jsonValue(text), text }));
  }
  pieces.end();
  if (first !== undefined) yield rowsIn(first, path, venue);
}

/** How the rows of a document become cells. */
interface Columns {
  readonly names: readonly string[];
  readonly cells: (row: Row) => readonly string[];
}

function columnsOf(rows: readonly Row[], path: string, market: Market | undefined): Columns {
  const { names, cells } = ownColumns(
    rows.map(({ value }) => value),
    path,
    market,
  );
  const said = Object.entries(rows[0]?.said ?? {}).filter(([name]) => !names.includes(name));
  if (said.length === 0) return { names, cells };
  return {
    names: [...names, ...said.map(([name]) => name)],
    // A row that is cut off stays short.
    cells: (row) => {
      const own = cells(row);
      return own.length < names.length ? own : [...own, ...said.map(([name]) => row.said?.[name] ?? '')];
    },
  };
}

function ownColumns(values: readonly JsonValue[], path: string, market: Market | undefined): Columns {
  const arrays = values.filter(isArray);
  const [first] = arrays;
  if (first !== undefined && arrays.length === values.length) {
    const names = arrayNames(arrays, market);
    if (names === undefined)
      throw new FileRefused(
        jsonWords.unnamed(path, first.length, market === undefined ? undefined : venueName(market.venue)),
      );
    return { names, cells: ({ value }) => (isArray(value) ? value.map(valueText) : []) };
  }
  const names = [...new Set(values.flatMap((value) => (isObject(value) ? Object.keys(value) : [])))];
  return {
    names: objectNames(names, market),
    cells: ({ value }) => (isObject(value) ? names.map((name) => valueText(value[name])) : []),
  };
}

/** HTX calls the second a candle begins its id (its documentation, "Get Klines"). */
const HTX: Readonly<Record<string, string>> = { id: 'time' };

/** Charts' data feeds write t, o, h, l, c and v: t is the time. */
const FEED: Readonly<Record<string, string>> = { t: 'time' };

function objectNames(names: readonly string[], market: Market | undefined): readonly string[] {
  const has = (...keys: readonly string[]): boolean => keys.every((key) => names.includes(key));
  const known =
    market?.venue === 'htx' && has('id', 'amount', 'vol', 'open') ? HTX : has('t', 'o', 'h', 'l', 'c') ? FEED : {};
  return names.map((name) => known[name] ?? name);
}

/**
 * The rows of a JSON file: an array of arrays (ccxt, freqtrade) or of objects, JSON Lines, or a venue's reply in its envelope. Numbers
 * keep the decimals they are written with. Throws `FileRefused` for what holds no rows, or rows whose values nobody names.
 */
export async function* jsonLines(
  path: string,
  bytes: AsyncIterable<Buffer>,
  market: Market | undefined,
): AsyncGenerator<readonly Line[]> {
  let looked: Row[] = [];
  let columns: Columns | undefined;
  let number = 0;
  const lines = (rows: readonly Row[], { cells }: Columns): readonly Line[] =>
    rows.map((row) => {
      number += 1;
      return { number, text: row.text, cells: cells(row) };
    });
  const begin = (): readonly Line[] => {
    columns = columnsOf(looked, path, market);
    const begun = [headerLine(columns.names), ...lines(looked, columns)];
    looked = [];
    return begun;
  };
  try {
    for await (const rows of rowsOf(path, bytes, market?.venue)) {
      if (columns !== undefined) yield lines(rows, columns);
      else {
        looked = looked.concat(rows);
        if (looked.length >= LOOKED_AT) yield begin();
      }
    }
    if (columns === undefined && looked.length > 0) yield begin();
    else if (columns === undefined) throw new FileRefused(jsonWords.noRows(path, jsonWords.empty));
  } catch (error) {
    if (error instanceof BrokenJson) throw new FileRefused(formatWords.broken(path, 'json', error.message));
    throw error;
  }
}
