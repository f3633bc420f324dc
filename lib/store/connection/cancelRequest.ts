import type { ConnectionOptions } from 'node:tls';
import { Connection, type ClientBase } from 'pg';

/** What node-postgres 8 knows of a client once it is connected, and of how it came to be. */
interface Connected {
  readonly host: string;
  readonly port: number;
  /** false: not encrypted; else the options of its encryption. */
  readonly ssl: false | ConnectionOptions;
  readonly processID: number | null;
  readonly secretKey: number | null;
}

interface Raw extends Connection {
  connect(port: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processId: number, secretKey: number): void;
}

/** A server that takes no cancel request in this time will not. */
const PATIENCE_MS = 5_000;

/**
 * Asks the server to cancel the statement that a client waits for, over a connection of its own, encrypted like the client's. Through a pooler too: it
 * passes the request on to the connection that it lends. Resolves once the server has taken the request, after which it hits no later
 * statement, or was not reached; then the statement runs until its end or its time-out. Never rejects.
 */
export function requestCancel(client: ClientBase): Promise<void> {
  const { host, port, ssl, processID, secretKey } = client as unknown as Connected;
  // A pooler that gives no key takes no request.
  if (processID === null || secretKey === null) return Promise.resolve();
  return new Promise((resolve) => {
    const connection = new Connection({ ssl }) as Raw;
    const end = (): void => {
      clearTimeout(timer);
      connection.stream.destroy();
      resolve();
    };
    const timer = setTimeout(end, PATIENCE_MS);
    connection.on('error', end);
    connection.on('end', end);
    connection.on(ssl === false ? 'connect' : 'sslconnect', () => {
      connection.cancel(processID, secretKey);
    });
    if (ssl !== false)
      connection.on('connect', () => {
        connection.requestSsl();
      });
    if (host.startsWith('/')) connection.connect(`${host}/.s.PGSQL.${String(port)}`);
    else connection.connect(port, host);
  });
}
