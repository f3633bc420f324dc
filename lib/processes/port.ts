import { createServer } from 'node:net';

/** The port people find the app at unless PORT says otherwise. */
const FIRST = 3000;
const TRIES = 50;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, () => {
      server.close(() => {
        resolve(true);
      });
    });
  });

/** Any port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port could be had'));
        else resolve(address.port);
      });
    });
  });

/** PORT where it is given (an error where it is taken); else the first free one from 3000 on. */
export async function webPort(env: NodeJS.ProcessEnv): Promise<number> {
  const given = env['PORT'];
  if (given !== undefined && given !== '') {
    const port = Number(given);
    if (!Number.isInteger(port) || port < 1 || port > 65_535)
      throw new Error(`PORT is "${given}"; give a number from 1 to 65535`);
    if (!(await isFree(port))) throw new Error(`port ${given} is taken; set PORT to another or unset it`);
    return port;
  }
  for (let port = FIRST; port < FIRST + TRIES; port += 1) if (await isFree(port)) return port;
  throw new Error(`ports ${String(FIRST)} to ${String(FIRST + TRIES - 1)} are taken; set PORT to a free one`);
}
