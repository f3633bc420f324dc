import { fork, type ChildProcess } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { folderMade } from '../store/embedded/folder';
import { webServerEnded, webServerNotStarted, webServerSilent, type Ending } from '../words/en/launch';
import { BadInput } from './exit';
import { logTarget } from './logTarget';
import { listenAddress, type ListenAddress } from './listenAddress';
import { webEnvironment } from './webEnvironment';

export interface WebServer {
  /** Where people reach it, like `http://localhost:3000`. */
  readonly address: string;
  /** Resolves when the server ends, with its exit code. */
  readonly ended: Promise<number | null>;
  /** Has the front page made, so that whoever opens it need not wait; resolves when it is, or after ten seconds. */
  readonly frontMade: () => Promise<void>;
  stop(): void;
}

export interface WebServerOptions {
  /** The checkout whose built app is served. */
  readonly root: string;
  readonly port: number;
  readonly databaseUrl: string;
  /** Where readers are answered from; undefined: there. */
  readonly readUrl?: string | undefined;
  readonly logFolder: string;
  /** How long the server may take until it answers. */
  readonly timeoutMs?: number;
}

/** On a busy machine the first page takes half a minute and more. */
const START_TIMEOUT_MS = 120_000;
const POLL_MS = 50;
const FRONT_MS = 10_000;

/**
 * Starts the web app built in the checkout, on the addresses that PLUMBLINE_HOST names (loopback where it is unset); its log goes
 * to `<logFolder>/web.log`, or to standard error where PLUMBLINE_LOG_TO is `stderr`. Resolves once it answers; throws one line where it ends or does not
 * answer in time.
 */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const target = logTarget(process.env);
  if (!target.ok) throw new BadInput(target.error);
  const log = target.value === 'file' ? join(options.logFolder, 'web.log') : undefined;
  const address = listenAddress(process.env, options.port);
  if (log !== undefined) await folderMade(options.logFolder).catch(() => false);
  const child = fork(
    join(options.root, 'lib', 'launch', 'web.mjs'),
    [join(options.root, '.next', 'standalone', 'server.js')],
    {
      stdio: log === undefined ? ['ignore', process.stderr, process.stderr, 'ipc'] : ['ignore', 'pipe', 'pipe', 'ipc'],
      execArgv: [],
      env: {
        ...webEnvironment({ port: options.port, host: address.host, databaseUrl: options.databaseUrl }),
        DATABASE_READ_URL: options.readUrl ?? '',
      },
    },
  );
  if (log !== undefined) writeLog(child, createWriteStream(log, { flags: 'a' }));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const gone = new AbortController();
  child.once('exit', () => {
    gone.abort();
  });
  await firstAnswer(child, address, gone.signal, {
    port: options.port,
    log,
    timeoutMs: options.timeoutMs ?? START_TIMEOUT_MS,
  });
  return {
    address: address.shown,
    ended,
    frontMade: async () => {
      await answers({ host: address.asked, port: options.port, path: '/', timeout: FRONT_MS, signal: gone.signal });
    },
    stop: () => child.kill('SIGTERM'),
  };
}

/** What the server prints, into its log; where that cannot be written the server still runs. */
function writeLog(child: ChildProcess, log: WriteStream): void {
  for (const output of [child.stdout, child.stderr]) {
    output?.pipe(log, { end: false });
    // A stream that nobody reads would block the server.
    log.once('error', () => output?.resume());
  }
  child.once('close', () => log.end());
}

/** Resolves with the first answer; throws, with the server ended, when there is none. */
async function firstAnswer(
  child: ChildProcess,
  { host, asked }: ListenAddress,
  gone: AbortSignal,
  { port, log, timeoutMs }: { readonly port: number; readonly log: string | undefined; readonly timeoutMs: number },
): Promise<void> {
  let failure: Error | undefined;
  child.once('error', (cause) => {
    failure = new Error(webServerNotStarted(cause.message), { cause });
  });
  const untilMs = Date.now() + timeoutMs;
  while (Date.now() < untilMs) {
    const ending = endingOf(child);
    if (ending !== undefined) throw new Error(webServerEnded(ending, { log, host }));
    if (failure !== undefined) throw failure;
    const timeout = Math.max(1, untilMs - Date.now());
    if (await answers({ host: asked, port, path: '/api/v1/progress', timeout, signal: gone })) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  child.kill('SIGKILL');
  throw new Error(webServerSilent(timeoutMs / 1_000, { log, host }));
}

function endingOf({ exitCode, signalCode }: ChildProcess): Ending | undefined {
  if (exitCode !== null) return { code: exitCode };
  return signalCode === null ? undefined : { signal: signalCode };
}

/** Whether the server answers, whatever it answers. Not by `fetch`: a proxy set for the exchanges would stand between. */
const answers = (server: {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  /** In milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}): Promise<boolean> =>
  new Promise((resolve) => {
    const request = get(server, (response) => {
      response.resume();
      response.once('end', () => {
        resolve(true);
      });
    });
    request.once('timeout', () => request.destroy());
    for (const event of ['error', 'close']) {
      request.once(event, () => {
        resolve(false);
      });
    }
  });
