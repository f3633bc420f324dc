import type { Connections, Readable } from '../connection/client';
import { withClient } from '../connection/client';
import { withSnapshot, withTransaction } from '../connection/transactions';
import { SPREAD_BY, SPREAD_TABLES } from './tables';

type SpreadTable = (typeof SPREAD_TABLES)[number];

/** The first major version that this was written for. */
export const CITUS_MAJOR = 13;

/** What stands in the way of spreading tables over nodes, or that nothing does. */
export type Readiness =
  | { readonly kind: 'no-extension' }
  | { readonly kind: 'old-extension'; readonly version: string }
  | { readonly kind: 'no-nodes' }
  | { readonly kind: 'too-few-shards'; readonly nodes: number }
  | { readonly kind: 'others'; readonly connections: number }
  /** Somebody spread this table by hand, otherwise than is done here. */
  | { readonly kind: 'otherwise'; readonly table: string }
  | { readonly kind: 'done' }
  /** `missing`: the tables that are not spread yet. */
  | { readonly kind: 'ready'; readonly missing: readonly SpreadTable[]; readonly nodes: number };

const [FIRST] = SPREAD_TABLES;

/** The statements that spread tables over nodes, in one transaction; `shards`: in how many parts the first one is cut, and so all others. */
export const distribution = (shards: number, tables: readonly SpreadTable[] = SPREAD_TABLES): readonly string[] => [
  `SET LOCAL citus.shard_count = ${String(shards)}`,
  ...tables.map((name) =>
    name === FIRST
      ? `SELECT create_distributed_table('${name}', '${SPREAD_BY}')`
      : `SELECT create_distributed_table('${name}', '${SPREAD_BY}', colocate_with => '${FIRST}')`,
  ),
];

/** What a database says of itself; nothing is changed. */
export async function readiness(of: Connections, shards: number): Promise<Readiness> {
  const own = await ownBackends(of);
  return withSnapshot(of, async (snapshot): Promise<Readiness> => {
    const version = await citusVersion(snapshot);
    if (version === undefined) return { kind: 'no-extension' };
    if (Number.parseInt(version, 10) < CITUS_MAJOR) return { kind: 'old-extension', version };
    const spread = await spreadTables(snapshot);
    const otherwise = spread.find(({ isSo }) => !isSo);
    if (otherwise !== undefined) return { kind: 'otherwise', table: otherwise.name };
    const missing = SPREAD_TABLES.filter((table) => !spread.some(({ name }) => name === table));
    if (missing.length === 0) return { kind: 'done' };
    const nodes = await nodesIn(snapshot);
    if (nodes === 0) return { kind: 'no-nodes' };
    if (shards < nodes) return { kind: 'too-few-shards', nodes };
    const connections = await othersIn(snapshot, own);
    if (connections > 0) return { kind: 'others', connections };
    return { kind: 'ready', missing, nodes };
  });
}

/** Spreads the tables, all of them or none. Rows that they have are copied to their nodes. */
export const distribute = (of: Connections, shards: number, tables: readonly SpreadTable[]): Promise<void> =>
  withTransaction(of, async (client) => {
    for (const statement of distribution(shards, tables)) await client.query(statement);
  });

/** undefined: the database has no Citus. */
async function citusVersion(db: Readable): Promise<string | undefined> {
  const { rows } = await db.query<{ readonly has: boolean }>(
    "SELECT to_regprocedure('citus_version()') IS NOT NULL AS has",
  );
  if (rows[0]?.has !== true) return undefined;
  const { rows: said } = await db.query<{ readonly version: string }>('SELECT citus_version() AS version');
  return /\d+(?:\.\d+)*/.exec(said.map(({ version }) => version).join(''))?.[0];
}

/** Those of our tables that are spread; `isSo`: by market, beside the first one. */
async function spreadTables(db: Readable): Promise<readonly { readonly name: string; readonly isSo: boolean }[]> {
  const { rows } = await db.query<{ readonly name: string; readonly isSo: boolean }>(
    `SELECT logicalrelid::text AS name, partmethod = 'h' AND column_to_column_name(logicalrelid, partkey) = $2
         AND colocationid IS NOT DISTINCT FROM (SELECT colocationid FROM pg_dist_partition WHERE logicalrelid = $3::regclass) AS "isSo"
     FROM pg_dist_partition WHERE logicalrelid::text = ANY($1::text[])`,
    [SPREAD_TABLES, SPREAD_BY, FIRST],
  );
  return rows;
}

async function nodesIn(db: Readable): Promise<number> {
  const { rows } = await db.query<{ readonly nodes: number }>(
    "SELECT count(*)::int AS nodes FROM pg_dist_node WHERE noderole = 'primary' AND isactive AND shouldhaveshards",
  );
  return rows.reduce((all, { nodes }) => all + nodes, 0);
}

/** Connections of this process, as the server numbers them. */
async function ownBackends(of: Connections): Promise<readonly number[]> {
  const asked = Array.from({ length: Math.max(of.pool.totalCount, 1) }, () =>
    withClient(of, (client) => client.query<{ readonly pid: number }>('SELECT pg_backend_pid() AS pid')),
  );
  return (await Promise.all(asked)).flatMap(({ rows }) => rows.map(({ pid }) => pid));
}

/** Connections of other processes of ours, which would not notice that tables are spread (`isSpread`). */
async function othersIn(db: Readable, own: readonly number[]): Promise<number> {
  const { rows } = await db.query<{ readonly connections: number }>(
    `SELECT count(*)::int AS connections FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'plumbline' AND pid <> ALL($1::int[])`,
    [own],
  );
  return rows.reduce((all, { connections }) => all + connections, 0);
}
