import { nameOfDatabase, type DatabasePlace } from '../database';
import { plural } from './lines';

/** What `plumbline distribute` says. */

export const DISTRIBUTE_OPTIONS = {
  print: 'print the SQL and change nothing; needs no database',
  shards: (usual: number): string =>
    `cut the tables into so many parts, at least one for each node (default: ${String(usual)})`,
} as const;

export const shardsUnreadable = (given: string, most: number): string =>
  `--shards ${given} is not a whole number from 1 to ${String(most)}; a small multiple of the number of nodes is enough`;

const addNodes = "SELECT citus_add_node('HOST', 5432) for each other node";

export const noCitus = (place: DatabasePlace, major: number): string =>
  `${nameOfDatabase(place)} has no extension citus; install Citus ${String(major)} on every node, add citus to shared_preload_libraries there, then run CREATE EXTENSION citus in this database and ${addNodes} (docs/scaling.md)`;

export const oldCitus = (version: string, major: number): string =>
  `this database has Citus ${version}; use Citus ${String(major)} or newer`;

export const NO_NODES = `this database has no node to spread tables over; run ${addNodes}`;

export const tooFewShards = (shards: number, nodes: number): string =>
  `${plural(shards, 'part')} on ${plural(nodes, 'node')} leave nodes empty; use --shards ${String(2 * nodes)}`;

export const othersRunning = (connections: number): string =>
  `other plumbline programs have ${plural(connections, 'connection')} to this database; stop serve, follow and every ingest, then run this again`;

export const spreadOtherwise = (table: string): string =>
  `${table} is already spread, but not by market beside market_day; run SELECT undistribute_table('${table}'), then run this again`;

export const ALREADY_SPREAD = 'The tables are already spread over nodes. Nothing was changed.\n';

export const tablesSpread = (tables: readonly string[], shards: number, nodes: number): string =>
  `${tables.join(', ')}: spread over ${plural(nodes, 'node')} in ${plural(shards, 'part')}. Start serve and follow again.
Rows stored before were copied. Their old copies take disk until you remove them:
${tables.map((table) => `  SELECT truncate_local_data_after_distributing_table('${table}');\n`).join('')}`;

/** A script for psql. */
export const distributionScript = (
  statements: readonly string[],
  major: number,
): string => `-- Spreads the tables of Plumbline that grow over the nodes of a Citus cluster, by market.
-- Needs Citus ${String(major)} or newer, CREATE EXTENSION citus in this database, and ${addNodes}.
-- Run any plumbline command first (it makes the tables), then stop all of them, then run this on the node of DATABASE_URL.
BEGIN;
${statements.map((statement) => `${statement};\n`).join('')}COMMIT;
`;
