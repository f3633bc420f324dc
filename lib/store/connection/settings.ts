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

/** One statement that sets them until the transaction ends. */
export const SET_LOCALLY = `SELECT ${Object.entries(SETTINGS)
  .map(([name, value]) => `set_config('${name}', '${value}', true)`)
  .join(', ')}`;

/** The same as commands, which do not begin the moment of a transaction as a SELECT does; for the simple protocol. */
export const SET_LOCAL_COMMANDS = Object.entries(SETTINGS)
  .map(([name, value]) => `SET LOCAL ${name} = '${value}'`)
  .join('; ');
