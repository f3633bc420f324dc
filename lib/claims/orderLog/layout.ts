import { zoneOfHead } from '../reading/times';
import { cellsOf, DELIMITERS, type Delimiter } from '../reading/cells';
import { plainName } from '../reading/roles';
import type { Line } from '../reading/lines';
import { CsvRows } from '../reading/records';
import type { Field, LogVenue } from './outcome';
import { instantOf, stampOf } from './stamps';

export const LOG_FORMATS = ['json', 'csv', 'text'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** What a column or key may be named for; the rest of an entry is searched by itself. */
export const LOG_ROLES = ['time', 'code'] as const;
export type LogRole = (typeof LOG_ROLES)[number];

/** What the reader of a log says of it; each goes before what was found. */
export interface LogSaid {
  readonly format?: LogFormat;
  readonly columns?: Readonly<Partial<Record<LogRole, string>>>;
  /** Minutes east of UTC, of times that name no zone. */
  readonly zone?: number;
  /** Of stamps that name no year. */
  readonly year?: number;
  /** Whose codes they are, where the entries do not say. */
  readonly venue?: LogVenue;
}

/** How a log is read, as its first lines show it. */
export interface LogLayout {
  readonly format: LogFormat;
  readonly delimiter: Delimiter;
  /** Of a CSV, the line of its head: rows follow it. 0: there is none. */
  readonly headLine: number;
  /** The columns of a CSV, the keys of JSON lines. */
  readonly names: readonly string[];
  readonly columns: Readonly<Partial<Record<LogRole, string>>>;
  /** Minutes east of UTC that the head states. */
  readonly zone: number | undefined;
}

/** What a log leaves open. */
export type LogAsked = 'time' | 'zone' | 'year';

/** In this order: of several, the first is taken. */
const TIME_NAMES = [
  'time',
  'timestamp',
  'ts',
  'timestampms',
  'datetime',
  'date',
  'asctime',
  'eventtime',
  'createdat',
  'created',
  'loggedat',
  'transacttime',
  'updatetime',
  't',
  'utctime',
];
const CODE_NAMES = ['code', 'errorcode', 'errcode', 'retcode', 'scode', 'error', 'err', 'apicode'];
/** So many of the first lines decide. */
const MOST_KEYS = 200;
const MOST_DEPTH = 5;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object of a JSON line; undefined: it is none. */
export function objectOf(text: string): Record<string, unknown> | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The values of a JSON line, each with the keys that lead to it: `err.code`; no more than two hundred, and no deeper than five keys. */
export function pathsOf(object: Record<string, unknown>): readonly Field[] {
  const fields: Field[] = [];
  const walk = (value: unknown, path: string, depth: number): void => {
    if (fields.length >= MOST_KEYS || depth > MOST_DEPTH) return;
    if (Array.isArray(value)) for (const one of value) walk(one, path, depth + 1);
    else if (isObject(value))
      for (const [key, one] of Object.entries(value)) walk(one, path === '' ? key : `${path}.${key}`, depth + 1);
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      fields.push([path, String(value)]);
  };
  walk(object, '', 0);
  return fields;
}

/** The last key of a path. */
export const lastKey = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** How the first lines of a log are to be read. */
export function logLayoutOf(lines: readonly Line[], said: LogSaid = {}): LogLayout {
  const texts = lines.map(({ text }) => text.replace(/^\uFEFF/, ''));
  const objects = texts.map(objectOf).filter((one) => one !== undefined);
  const isJson =
    said.format === undefined ? objects.length > 0 && objects.length * 2 >= texts.length : said.format === 'json';
  if (isJson) return jsonLayout(objects, said);
  if (said.format !== 'text') {
    const csv = csvLayout(lines, texts, said);
    if (csv !== undefined) return csv;
  }
  return { format: 'text', delimiter: ',', headLine: 0, names: [], columns: {}, zone: undefined };
}

function jsonLayout(objects: readonly Record<string, unknown>[], said: LogSaid): LogLayout {
  const rows = objects.map(pathsOf);
  const names = [...new Set(rows.flatMap((fields) => fields.map(([path]) => path)))].slice(0, MOST_KEYS);
  const valuesOf = (name: string): readonly string[] =>
    rows.flatMap((fields) => fields.filter(([path]) => path === name).map(([, value]) => value));
  return {
    format: 'json',
    delimiter: ',',
    headLine: 0,
    names,
    columns: columnsOf(names, (path) => plainName(lastKey(path)), valuesOf, said),
    zone: undefined,
  };
}

/** A CSV: a head of names that are no times, and rows of as many cells. undefined: it is none. */
function csvLayout(lines: readonly Line[], texts: readonly string[], said: LogSaid): LogLayout | undefined {
  const [first] = texts;
  if (first === undefined || stampOf(first) !== undefined) return undefined;
  for (const delimiter of DELIMITERS) {
    const names = cellsOf(first, delimiter);
    if (names === undefined || names.length < 2 || names.some((name) => name.length > 60)) continue;
    const reader = new CsvRows(delimiter, names.length);
    const rows = [...lines.slice(1).flatMap((line) => reader.take(line)), ...reader.end()];
    const alike = rows.map(({ cells }) => cells).filter((cells) => cells?.length === names.length);
    if (said.format !== 'csv' && (rows.length === 0 || alike.length * 2 < rows.length)) continue;
    const columns = columnsOf(
      names,
      plainName,
      (name) => alike.map((cells) => cells?.[names.indexOf(name)] ?? ''),
      said,
    );
    if (said.format !== 'csv' && columns.time === undefined) continue;
    const { time, ...others } = columns;
    const isSure = time === undefined || said.columns?.time === time || !isOneOfSeveral(time, names, alike);
    return {
      format: 'csv',
      delimiter,
      headLine: lines[0]?.number ?? NaN,
      names,
      columns: isSure ? columns : others,
      zone: time === undefined ? undefined : zoneOfHead(time),
    };
  }
  return undefined;
}

/** Whether another column has the same name and says otherwise: nobody knows which of them is meant, and it is asked for. */
function isOneOfSeveral(
  name: string,
  names: readonly string[],
  rows: readonly (readonly string[] | undefined)[],
): boolean {
  const own = names.indexOf(name);
  const others = names.flatMap((one, at) =>
    at !== own && one.trim().toLowerCase() === name.trim().toLowerCase() ? [at] : [],
  );
  return others.some((at) => rows.some((cells) => cells?.[at] !== cells?.[own]));
}

function columnsOf(
  names: readonly string[],
  plain: (name: string) => string,
  valuesOf: (name: string) => readonly string[],
  said: LogSaid,
): LogLayout['columns'] {
  const named = (wanted: readonly string[]): string | undefined =>
    wanted.map((one) => names.find((name) => plain(name) === one)).find((one) => one !== undefined);
  const chosen = (role: LogRole): string | undefined => names.find((name) => name === said.columns?.[role]);
  const areTimes = (name: string): boolean => {
    const values = valuesOf(name).filter((value) => value !== '');
    return values.length > 0 && values.filter((value) => instantOf(value) !== undefined).length * 2 > values.length;
  };
  const byName = TIME_NAMES.flatMap((one) => names.filter((name) => plain(name) === one)).find(areTimes);
  const time = chosen('time') ?? byName ?? names.find(areTimes);
  const code = chosen('code') ?? named(CODE_NAMES);
  return { ...(time === undefined ? {} : { time }), ...(code === undefined ? {} : { code }) };
}
