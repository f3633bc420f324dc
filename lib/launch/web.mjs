import { readFileSync } from 'node:fs';
import http from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { builtFiles } from './builtFiles.mjs';
import { holdLines } from './early.mjs';
import { isRefusedMethod, withoutUpgrades } from './methods.mjs';
import { atMost, onStopSignal, stopping } from './stopping.mjs';

// The web server as a child: ends with its parent (the channel to it closes), whatever ended the parent.
process.on('disconnect', () => process.exit(0));
const [entry = ''] = process.argv.slice(2);

try {
  process.env.PLUMBLINE_BUILD = readFileSync(join(dirname(entry), '.next', 'BUILD_ID'), 'utf8');
} catch {
  // What is no build of the app has no kept answers either.
}

// The framework would wait for connections that nobody closes, and answer who asks over them.
process.env.NEXT_MANUAL_SIG_HANDLE = '1';
let server;
const end = stopping();
onStopSignal(async () => {
  globalThis.plumblineLog?.info('stopping');
  await end.stop(server);
  await atMost(globalThis.plumblineEnd?.());
  globalThis.plumblineLog?.info('stopped');
});

const isBuild = process.env.PLUMBLINE_BUILD !== undefined;
// The framework speaks before the app has begun, and with it the log (lib/server/log).
if (isBuild) globalThis.plumblineEarlyLines = holdLines();
const EVERY_MS = 10;
/** A process that has not begun by then begins without what stands before it. */
const PATIENCE_MS = 60_000;

/** Who asks before the app has begun waits for it, as for an answer. */
async function begun() {
  const untilMs = Date.now() + PATIENCE_MS;
  while (globalThis.plumblineGuard === undefined && Date.now() < untilMs) await wait(EVERY_MS);
}

const isBuiltFile = builtFiles(join(dirname(entry), '.next', 'static'), '/_next/static/');

/**
 * Every answer begins with its headers. Packed files of the build and kept answers go out before the web framework is entered. The app says how, once
 * it is there (lib/server/guard, lib/server/kept/install).
 */
const beforehand = (listener) => {
  const made = (request, response) => (globalThis.plumblineGuard?.whole(listener) ?? listener)(request, response);
  const next = (request, response) => {
    if (isRefusedMethod(request, response)) return;
    if (isBuiltFile(request, response)) return;
    const answer = globalThis.plumblineKept;
    if (answer === undefined) made(request, response);
    else answer(request, response, made);
  };
  const answered = (request, response) => {
    const guard = globalThis.plumblineGuard;
    if (guard === undefined) next(request, response);
    else guard.answer(request, response, next);
  };
  return end.answered(
    (request, response) => {
      if (globalThis.plumblineGuard !== undefined || !isBuild) answered(request, response);
      else void begun().then(() => answered(request, response));
    },
    { refuse: () => globalThis.plumblineGuard?.stopping, isAlive: ({ url }) => url === '/healthz' },
  );
};

/**
 * A connection without a request stays open this long: longer than the 60 s of nginx and of the usual load balancers, so that a proxy in front never sends a
 * request into one that is being closed. The runtime's own 5 s pass while a busy process reads nothing, too.
 */
const KEPT_OPEN_MS = 75_000;

// The first server that is made is the app's own.
const { createServer } = http;
http.createServer = (...given) => {
  http.createServer = createServer;
  server = withoutUpgrades(createServer(...given.map((one) => (typeof one === 'function' ? beforehand(one) : one))));
  server.keepAliveTimeout = KEPT_OPEN_MS;
  return server;
};
await import(pathToFileURL(entry).href);
