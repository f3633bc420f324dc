import { Client } from 'pg';
import { connectionString } from './address';

/** A connection of one's own, outside every pool, not opened yet. A failure that nobody waits for is no exception. `queryMs`: for each statement; undefined: as long as it takes. */
export function ownClient(
  url: string,
  { connectMs, queryMs }: { readonly connectMs: number; readonly queryMs?: number },
): Client {
  const client = new Client({
    connectionString: connectionString(url),
    connectionTimeoutMillis: connectMs,
    ...(queryMs === undefined ? {} : { query_timeout: queryMs }),
    application_name: 'plumbline',
  });
  client.on('error', () => undefined);
  return client;
}
