import { fork, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export interface WebServer {
  readonly address: string;
  /** Resolves when the server ends, with its exit code. */
  readonly ended: Promise<number | null>;
  stop(): void;
}

/** How long the server may take until it answers. */
const START_TIMEOUT_MS = 30_000;
const POLL_MS = 50;

/**
 * Starts the web app built in the checkout `root` on `port` over `databaseUrl`; its log goes to `<logFolder>/web.log`. Resolves once it answers.
 * Listens on every interface only where HOSTNAME asks for it.
 */
export async function startWebServer(options: {
  root: string;
  port: number;
  databaseUrl: string;
  logFolder: string;
}): Promise<WebServer> {
  mkdirSync(options.logFolder, { recursive: true });
  const log = createWriteStream(join(options.logFolder, 'web.log'), { flags: 'a' });
  const host = process.env['PLUMBLINE_HOST'] ?? '127.0.0.1';
  const child = fork(
    join(options.root, 'lib', 'launch', 'web.mjs'),
    [join(options.root, '.next', 'standalone', 'server.js')],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(options.port),
        HOSTNAME: host,
        DATABASE_URL: options.databaseUrl,
      },
    },
  );
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = `http://${host === '0.0.0.0' ? 'localhost' : host.replace('127.0.0.1', 'localhost')}:${String(options.port)}`;
  await answers(`http://127.0.0.1:${String(options.port)}/api/v1/progress`, child, options.logFolder);
  return { address, ended, stop: () => child.kill('SIGTERM') };
}

async function answers(url: string, child: ChildProcess, logFolder: string): Promise<void> {
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null)
      throw new Error(
        `the web server ended at once with ${String(child.exitCode)}; its log is ${join(logFolder, 'web.log')}`,
      );
    const status = await fetch(url).then(
      (response) => response.status,
      () => undefined,
    );
    if (status !== undefined) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  child.kill('SIGKILL');
  throw new Error(
    `the web server did not answer within ${String(START_TIMEOUT_MS / 1000)} s; its log is ${join(logFolder, 'web.log')}`,
  );
}
