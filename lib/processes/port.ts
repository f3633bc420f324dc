import { createServer } from 'node:net';
import { portInvalid, portsTaken, portTaken } from '../words/en/launch';
import { BadInput } from './exit';

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
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new BadInput(portInvalid(given));
    if (!(await isFree(port))) throw new Error(portTaken(port));
    return port;
  }
  for (let port = FIRST; port < FIRST + TRIES; port += 1) if (await isFree(port)) return port;
  throw new Error(portsTaken(FIRST, FIRST + TRIES - 1));
}
