import { LOCAL_TABLES, SPREAD_BY, SPREAD_TABLES } from '../tables';

/** A statement that goes to every node, and why it may. */
export interface FanOut {
  /** A part of its text, spaces as one. */
  readonly text: string;
  readonly why: string;
}

/** One line, without comments. */
export const plainText = (statement: string): string =>
  statement
    .replaceAll(/--[^\n]*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The tables of the given names that a statement reads or writes, each as often as it is named. */
function named(statement: string, names: readonly string[]): readonly string[] {
  const place = new RegExp(
    `(?:\\b(?:FROM|JOIN|INTO|UPDATE|USING|TABLE|ONLY)|,) "?(${names.join('|')})"?(?![\\w".(])`,
    'gi',
  );
  return [...statement.matchAll(place)].map(([, name = '']) => name);
}

/** Whether a statement reads or writes a table that may be spread over nodes. */
export const isSpread = (statement: string): boolean => named(plainText(statement), SPREAD_TABLES).length > 0;

/** A market by number, or markets by a list of numbers: parameters, or the variables of a function in the database. */
const GIVEN = String.raw`= (?:\$\d+(?:::int)?|ANY ?\((?:\$\d+::int\[\]|ids)\))(?![\w.])`;
const ONE = String.raw`= \$\d+(?:::int)?(?![\w.])`;

const filters = (statement: string, given: string): number =>
  [...statement.matchAll(new RegExp(`(?:\\b[a-z]\\.)?\\b${SPREAD_BY} ${given}`, 'g'))].length;

/** What no statement may hold, whatever it is about. */
const NOWHERE: readonly (readonly [RegExp, string])[] = [
  [/^\s*COPY\b/i, 'COPY'],
  [/\bCREATE\s+(?:GLOBAL\s+|LOCAL\s+)?TEMP/i, 'a temporary table'],
  [/^\s*(?:UN)?LISTEN\b|^\s*NOTIFY\b|\bpg_notify\b/i, 'LISTEN or NOTIFY'],
  [/\bWITH RECURSIVE\b/i, 'a recursive query'],
  [/\bpg_(?:try_)?advisory_lock\b/i, 'a lock of a session'],
  [/\bPARTITION (?:BY RANGE|BY LIST|BY HASH|OF)\b/i, 'a partition'],
];

/** What no statement may hold that is about a table which may be spread. */
const NOT_BESIDE_SPREAD: readonly (readonly [RegExp, string])[] = [
  [/\bFOR (?:NO KEY )?(?:UPDATE|SHARE)\b/i, 'a lock of rows on other nodes'],
  [
    /\bpg_current_snapshot|pg_snapshot_|pg_current_xact_id|\btxid_|\bxm(?:ax|in)\b|\bctid\b/i,
    'a number that each node counts for itself',
  ],
  [/\bEXISTS \(SELECT\b|\bIN \(SELECT\b/i, 'a correlated subquery'],
  [/^(?!.*\bOFFSET 0\b).*\bLATERAL\b/i, 'a lateral join of what is spread'],
  [/\bMERGE INTO\b/i, 'MERGE'],
];

/** What of a statement a server that spreads tables over nodes would refuse, answer wrongly, or ask every node for. */
export function faultsOf(statement: string, fanOut: readonly FanOut[] = []): readonly string[] {
  const text = plainText(statement);
  const faults = NOWHERE.filter(([pattern]) => pattern.test(text)).map(([, what]) => what);
  const places = named(text, SPREAD_TABLES);
  if (places.length === 0) return faults;
  faults.push(...NOT_BESIDE_SPREAD.filter(([pattern]) => pattern.test(text)).map(([, what]) => what));
  for (const name of named(text, LOCAL_TABLES)) faults.push(`${name}, of which other nodes have no rows`);
  const insert = named(text.slice(0, text.indexOf('(')), SPREAD_TABLES).length > 0 && /^INSERT\b/.test(text);
  if (insert) {
    const [, conflict] = /ON CONFLICT \(([^)]*)\)/.exec(text) ?? [];
    if (/ON CONFLICT/.test(text) && conflict?.split(', ').includes(SPREAD_BY) !== true)
      faults.push(`ON CONFLICT without ${SPREAD_BY}`);
    if (!new RegExp(`^INSERT INTO \\S+ \\([^)]*"?\\b${SPREAD_BY}\\b`).test(text))
      faults.push(`rows without ${SPREAD_BY}`);
  } else if (!fanOut.some((one) => text.includes(plainText(one.text)))) {
    if (filters(text, GIVEN) < places.length) faults.push(`${SPREAD_BY} is not given for each table`);
  }
  if (/^(?:UPDATE|DELETE)\b/.test(text)) {
    if (new RegExp(`\\bSET\\b.*\\b${SPREAD_BY} ?= (?!\\$|ANY)`).test(text.replace(/\bWHERE\b.*/, '')))
      faults.push(`${SPREAD_BY} is changed`);
    if (/\bunnest\(/.test(text) && filters(text, ONE) === 0)
      faults.push('rows of more than one market changed by a list');
  }
  return faults;
}
