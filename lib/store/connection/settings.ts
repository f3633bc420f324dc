/**
 * What the server or its role may have set otherwise, for one transaction alone, so that a pooler that lends a connection per
 * transaction is served too: times in the one form that node-postgres and Prisma read, floats to the last bit, and no end
 * while an analysis computes between two statements.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  extra_float_digits: '1',
  bytea_output: 'hex',
  idle_in_transaction_session_timeout: '0',
};

/** A time-out is set where there is one: else the server's own holds. */
const settingsOf = (statementMs: number | undefined): readonly (readonly [string, string])[] =>
  Object.entries(statementMs === undefined ? SETTINGS : { ...SETTINGS, statement_timeout: String(statementMs) });

/** One statement that sets them until the transaction ends. `statementMs`: how long a statement may run. */
export const setLocally = (statementMs: number | undefined): string =>
  `SELECT ${settingsOf(statementMs)
    .map(([name, value]) => `set_config('${name}', '${value}', true)`)
    .join(', ')}`;

/** The same as commands, which do not begin the moment of a transaction as a SELECT does; for the simple protocol. */
export const setLocalCommands = (statementMs: number | undefined): string =>
  settingsOf(statementMs)
    .map(([name, value]) => `SET LOCAL ${name} = '${value}'`)
    .join('; ');
