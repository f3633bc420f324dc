import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers';

/** Longer than most answers take, and shorter than whoever stops a service waits (compose.yaml, deploy/systemd). */
const PATIENCE_MS = 20_000;
/** One key press may come twice within milliseconds: from the terminal, and passed on by npm. */
const SAME_PRESS_MS = 1_000;
/** Ctrl-C, whoever runs services, and a terminal that is closed. */
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** What is closed behind the last answer, connections to the database, is closed by its end anyway. */
const CLOSING_MS = 1_000;

const UNTIL_READY = '5';

/**
 * Ends a web server without cutting an answer short. `answered` stands before everything that answers: from `stop` on it has every new request refused, by
 * `refuse` where that is given, and connections closed behind what is sent. `stop` resolves when the last answer is out, or the time for it is over.
 */
export function stopping({ patienceMs = PATIENCE_MS } = {}) {
  let running = 0;
  let end;
  let server;

  const ended = () => {
    // A connection that nothing is asked over is closed; the others are when their answer is out.
    server?.closeIdleConnections();
    if (running === 0) end?.();
  };

  return {
    /** `refuse(request, response)`: answers that the server stops; undefined: not known yet. `isAlive`: asks whether the process lives, and not whether it answers. */
    answered:
      (listener, { refuse = () => undefined, isAlive = () => false } = {}) =>
      (request, response) => {
        const stops = end !== undefined;
        if (stops) response.setHeader('connection', 'close');
        if (stops && !isAlive(request)) {
          const refusing = refuse();
          if (refusing === undefined)
            response.writeHead(503, { 'retry-after': UNTIL_READY, 'content-length': 0 }).end();
          else refusing(request, response);
          return;
        }
        running += 1;
        response.once('close', () => {
          running -= 1;
          if (end !== undefined) setImmediate(ended);
        });
        listener(request, response);
      },
    async stop(of) {
      server = of;
      await new Promise((resolve) => {
        end = resolve;
        setTimeout(resolve, patienceMs).unref();
        ended();
      });
      server?.close();
      server?.closeAllConnections();
    },
  };
}

/** Runs `stop` at the first SIGINT, SIGTERM or SIGHUP, and then ends the process with 0; a later one, but for the same key press, ends it at once. */
export function onStopSignal(stop) {
  let firstMs;
  const heard = (name) => {
    if (firstMs !== undefined) {
      if (performance.now() - firstMs < SAME_PRESS_MS) return;
      for (const one of STOPPING) process.off(one, heard);
      process.kill(process.pid, name);
      return;
    }
    firstMs = performance.now();
    void stop().finally(() => process.exit(0));
  };
  for (const one of STOPPING) process.on(one, heard);
}

/** Waits for work, but not for ever. */
export const atMost = (work, ms = CLOSING_MS) =>
  Promise.race([
    Promise.resolve(work).catch(() => undefined),
    new Promise((resolve) => setTimeout(resolve, ms).unref()),
  ]);
