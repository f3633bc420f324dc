import type { ChangedRow, Verification } from '../api/verification';

/** What a figure of a list can be. */
type Cell = string | number | boolean | null;

/** Rows of one kind. The first columns, `keys` of them, name a row. */
export interface ListRows {
  readonly name: string;
  readonly keys: number;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What the digest of a page of many assets is the hash of (docs/digest.md). */
export interface ListText {
  /** The page's path and fields, without a language. */
  readonly address: string;
  readonly method: number;
  readonly simulated: boolean;
  /** The SHA-256 of every figure of the answer, those in no row among them: 64 hex digits. */
  readonly figures: string;
  readonly tables: readonly ListRows[];
}

const LAYOUT = 'plumbline-list 2';

/** The text, one fact a line, each line ended by a line feed. */
export const listText = ({ address, method, simulated, figures, tables }: ListText): string =>
  [
    LAYOUT,
    `address ${address}`,
    `method ${String(method)}`,
    `simulated ${String(simulated)}`,
    `figures ${figures}`,
    ...tables.flatMap(({ name, keys, columns, rows }) => [
      `columns ${name} ${String(keys)} ${JSON.stringify(columns)}`,
      ...rows.map((row) => `row ${name} ${JSON.stringify(row)}`),
    ]),
  ]
    .map((line) => `${line}\n`)
    .join('');

/** Whether a digest's text is that of a page of many assets, of any layout. */
export const isListText = (text: string): boolean => text.startsWith('plumbline-list ');

interface ReadTable {
  readonly keys: number;
  readonly columns: readonly string[];
  /** By what names them. */
  readonly rows: Map<string, readonly Cell[]>;
  /** How many rows have had each name. */
  readonly named: Map<string, number>;
}

interface ReadText {
  readonly facts: Map<string, string>;
  readonly tables: Map<string, ReadTable>;
}

/** So much of a text is read at most: whoever has a key can seal any. The longest list has some ten thousand rows, the widest some twenty columns. */
const MOST = { rows: 100_000, columns: 200 } as const;

/** Reads a text as `listText` writes it. Lines of another form are facts: they differ or do not. undefined: it has more rows than any list. */
function read(text: string): ReadText | undefined {
  const [facts, tables] = [new Map<string, string>(), new Map<string, ReadTable>()];
  let rows = 0;
  for (const line of text.split('\n')) {
    const [, word = '', name = '', rest = ''] = /^(\S+) (\S+)(?: (.*))?$/.exec(line) ?? [];
    const table = word === 'columns' ? tableOf(rest) : undefined;
    const row = word === 'row' ? cellsOf(rest) : undefined;
    const of = tables.get(name);
    if (table !== undefined) tables.set(name, table);
    else if (row !== undefined && of !== undefined) {
      rows += 1;
      if (rows > MOST.rows) return undefined;
      of.rows.set(keyOf(of, row), row);
    } else if (word !== '') facts.set(word, line.slice(word.length + 1));
  }
  return { facts, tables };
}

/** The table that a line of columns begins; undefined: it begins none. */
function tableOf(rest: string): ReadTable | undefined {
  const [, keys = '', names = ''] = /^(\d{1,3}) (.*)$/.exec(rest) ?? [];
  const columns = cellsOf(names);
  if (columns?.every((one): one is string => typeof one === 'string') !== true) return undefined;
  return { keys: Number(keys), columns, rows: new Map(), named: new Map() };
}

/** A row's cells; undefined: it is no array of figures. */
function cellsOf(json: string): readonly Cell[] | undefined {
  try {
    const read: unknown = JSON.parse(json);
    return Array.isArray(read) && read.length <= MOST.columns && read.every(isCell) ? read : undefined;
  } catch {
    return undefined;
  }
}

const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Rows of one name are told apart by their order. */
function keyOf({ keys, named }: ReadTable, row: readonly Cell[]): string {
  const name = JSON.stringify(row.slice(0, keys));
  const n = (named.get(name) ?? NONE) + 1;
  named.set(name, n);
  return n === 1 ? name : `${name} ${String(n)}`;
}

const NONE = 0;

/**
 * How two texts of lists differ: by what they were computed (`parameters`), else which rows do. Rows and parameters both empty: figures that stand in no
 * row. undefined: one of them has more rows than any list.
 */
export function listDifference(before: string, after: string): Pick<Verification, 'parameters' | 'rows'> | undefined {
  const [was, now] = [read(before), read(after)];
  if (was === undefined || now === undefined) return undefined;
  const parameters = [...new Set([...was.facts.keys(), ...now.facts.keys()])]
    .filter((name) => name !== 'figures')
    .map((name) => ({ name, was: was.facts.get(name) ?? null, now: now.facts.get(name) ?? null }))
    .filter((one) => one.was !== one.now);
  const names = [...new Set([...was.tables.keys(), ...now.tables.keys()])];
  return {
    parameters,
    rows:
      parameters.length > 0
        ? []
        : names.flatMap((name) => changedRows(name, was.tables.get(name), now.tables.get(name))),
  };
}

const NO_ROWS: ReadTable = { keys: 0, columns: [], rows: new Map(), named: new Map() };

function changedRows(list: string, was: ReadTable = NO_ROWS, now: ReadTable = NO_ROWS): ChangedRow[] {
  const named = was.columns.length === 0 ? now : was;
  const columns = [...new Set([...was.columns, ...now.columns])];
  return [...new Set([...was.rows.keys(), ...now.rows.keys()])].flatMap((key): readonly ChangedRow[] => {
    const [before, after] = [was.rows.get(key), now.rows.get(key)];
    const row = named.columns.slice(0, named.keys).map((name, i) => ({ name, value: (before ?? after)?.[i] ?? null }));
    const values = columns.slice(named.keys).map((name) => ({
      name,
      was: before?.[was.columns.indexOf(name)] ?? null,
      now: after?.[now.columns.indexOf(name)] ?? null,
    }));
    const change = before === undefined ? 'added' : after === undefined ? 'gone' : 'other';
    const fields = values.filter((one) => one.was !== one.now);
    return change === 'other' && fields.length === 0 ? [] : [{ list, row, change, fields }];
  });
}
