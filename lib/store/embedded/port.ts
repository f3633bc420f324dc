import { createServer } from 'node:net';
import { NO_FREE_PORT } from '../../words/en/embedded';
import { EmbeddedFailure } from './failure';

/** Loopback alone: nobody on the network reaches the server. */
export const LOOPBACK = '127.0.0.1';

function listens(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(undefined);
    });
    probe.listen({ port, host: LOOPBACK, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' ? address?.port : undefined);
      });
    });
  });
}

/** The wanted port if nobody listens on it, else one the system says is free. */
export async function freePort(wanted: number | undefined): Promise<number> {
  const port = (wanted === undefined ? undefined : await listens(wanted)) ?? (await listens(0));
  if (port === undefined) throw new EmbeddedFailure(NO_FREE_PORT);
  return port;
}
