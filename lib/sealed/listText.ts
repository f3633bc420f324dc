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

const LAYOUT = 'plumbline-list 1';

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
}

interface ReadText {
  readonly facts: Map<string, string>;
  readonly tables: Map<string, ReadTable>;
}

/** Reads a text as `listText` writes it. Lines of another form are facts: they differ or do not. */
function read(text: string): ReadText {
  const [facts, tables] = [new Map<string, string>(), new Map<string, ReadTable>()];
  for (const line of text.split('\n')) {
    const [, word = '', name = '', rest = ''] = /^(\S+) (\S+)(?: (.*))?$/.exec(line) ?? [];
    if (word === 'columns') {
      const [, keys = '0', columns = '[]'] = /^(\d+) (.*)$/.exec(rest) ?? [];
      tables.set(name, { keys: Number(keys), columns: JSON.parse(columns) as string[], rows: new Map() });
    } else if (word === 'row') {
      const row = JSON.parse(rest) as Cell[];
      const table = tables.get(name);
      table?.rows.set(keyOf(table, row), row);
    } else if (word !== '') facts.set(word, line.slice(word.length + 1));
  }
  return { facts, tables };
}

/** Rows of one name are told apart by their order. */
function keyOf({ keys, rows }: ReadTable, row: readonly Cell[]): string {
  const name = JSON.stringify(row.slice(0, keys));
  let key = name;
  for (let n = 2; rows.has(key); n += 1) key = `${name} ${String(n)}`;
  return key;
}

/**
 * How two texts of lists differ: by what they were computed (`parameters`), else which rows do. Rows and parameters both empty: figures that stand in no
 * row.
 */
export function listDifference(before: string, after: string): Pick<Verification, 'parameters' | 'rows'> {
  const [was, now] = [read(before), read(after)];
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

const NO_ROWS: ReadTable = { keys: 0, columns: [], rows: new Map() };

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
