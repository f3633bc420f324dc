import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { webEnvironment } from '../processes/webEnvironment';

export interface WebApp {
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const LAUNCH = join(fileURLToPath(import.meta.url), '..', '..', 'launch');
const START_TIMEOUT_MS = 30_000;
const POLL_MS = 20;

/** The launcher's own modules, which are plain JavaScript: what is used of them. */
interface Launcher {
  readonly buildApp: () => Promise<void>;
  readonly findChromium: (wanted: { readonly isWhole: boolean }) => Promise<string>;
  readonly serverEntry: string;
}

export async function launcher(): Promise<Launcher> {
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(LAUNCH, file)).href);
  return { ...((await load('build.mjs')) as object), ...((await load('chromium.mjs')) as object) } as Launcher;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port could be had');
  return address.port;
}

/** Starts the built app over a database, the way `plumbline serve` does; resolves when it answers. Ends with this process. `env`: variables besides. */
export async function startWebApp(
  serverEntry: string,
  databaseUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<WebApp> {
  const port = await freePort();
  const child = fork(join(LAUNCH, 'web.mjs'), [serverEntry], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
    env: { ...webEnvironment({ port, host: '127.0.0.1', databaseUrl }), ...env },
  });
  const ended = once(child, 'exit');
  const address = `http://127.0.0.1:${String(port)}`;
  const until = performance.now() + START_TIMEOUT_MS;
  while (!(await answers(address))) {
    if (child.exitCode !== null || performance.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`the built app does not answer at ${address}; its complaints stand above`);
    }
    await wait(POLL_MS);
  }
  return {
    address,
    pid: child.pid ?? NaN,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/api/v1/progress`).then(
    async (response) => {
      await response.arrayBuffer();
      return true;
    },
    () => false,
  );
