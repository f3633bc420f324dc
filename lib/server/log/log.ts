import { format } from 'node:util';
import pino, { type DestinationStream, type Logger } from 'pino';
import { parsed, type Parsed } from '../../domain/unit';
import { logLevel } from './level';
import { currentRequest, idOf } from './requestId';
import { scrubber } from './scrubbed';
import { sentIn } from './sent';

type Env = Readonly<Record<string, string | undefined>>;

declare global {
  /** The log of the web app, one per thread; undefined: what is logged goes to the console, for people. */
  var plumblineLog: Logger | undefined;
  /** Says what was said before there was a log (lib/launch/web.mjs). */
  var plumblineEarlyLines: (() => void) | undefined;
}

/** The log by PLUMBLINE_LOG: a JSON object a line. One line where the level is none. */
export function logOf(env: Env, destination: DestinationStream): Parsed<Logger, string> {
  const level = logLevel(env);
  if (!level.ok) return level;
  const scrubbed = scrubber(env, () => {
    const req = currentRequest();
    return req === undefined ? [] : sentIn(req);
  });
  return parsed(
    pino(
      {
        level: level.value,
        base: { pid: process.pid },
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        mixin: () => {
          const req = currentRequest();
          const id = req === undefined ? undefined : idOf(req);
          return id === undefined ? {} : { id };
        },
        serializers: { err: (failure: unknown) => told(failure, scrubbed) },
        hooks: {
          // Whatever is said in words.
          logMethod(given, method) {
            method.apply(this, given.map((one: unknown) => (typeof one === 'string' ? scrubbed(one) : one)) as never);
          },
        },
      },
      destination,
    ),
  );
}

interface ToldFailure {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: ToldFailure;
}

/** A failure goes round in circles behind this many causes. */
const MOST_CAUSES = 4;

/** Of a failure its message, stack and causes; whatever else hangs on it (a request, a row) is left out. */
function told(failure: unknown, scrubbed: (text: string) => string, causes = 0): ToldFailure {
  if (!(failure instanceof Error)) return { type: typeof failure, message: scrubbed(format(failure)) };
  const { name, message, stack, cause } = failure;
  const { code } = failure as { code?: unknown };
  return {
    type: name,
    message: scrubbed(message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(stack === undefined ? {} : { stack: scrubbed(stack) }),
    ...(cause === undefined || causes === MOST_CAUSES ? {} : { cause: told(cause, scrubbed, causes + 1) }),
  };
}

const METHODS = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;

/** From now on all that this thread writes to the console, the web framework's lines among it, goes to the log. Returns how to give it back. */
export function takeConsole(log: Logger, taken: Console = console): () => void {
  const before = { ...taken };
  for (const [name, level] of Object.entries(METHODS))
    taken[name as keyof typeof METHODS] = (...given: unknown[]) => {
      const failure = given.find((one) => one instanceof Error);
      const words = format(...given.filter((one) => one !== failure)).trim();
      if (failure === undefined) log[level](words);
      // Of what a thread hands on, the message is a stack.
      else log[level]({ err: failure }, words === '' ? (failure.message.split('\n')[0] ?? '') : words);
    };
  return () => {
    Object.assign(taken, before);
  };
}

/** What a thread writes there its process writes in whole lines. */
const STANDARD_ERROR: DestinationStream = { write: (line) => process.stderr.write(line) };

/**
 * Where the built app starts, in each of its threads: from then on standard error has a JSON object a line. The development server and commands write for
 * people, as they are. Comes to one line where PLUMBLINE_LOG cannot be read.
 */
export function installLog(env: Env): string | undefined {
  const log = logOf(env, STANDARD_ERROR);
  if (!log.ok) return log.error;
  if (env['NODE_ENV'] !== 'production' || globalThis.plumblineLog !== undefined) return undefined;
  globalThis.plumblineLog = log.value;
  takeConsole(log.value);
  globalThis.plumblineEarlyLines?.();
  return undefined;
}
