import { progressDisplay, type Progressed } from '../cli/terminal/bars';
import { collectSooner } from '../processes/heap';
import { ingestInto } from '../processes/ingestRun';
import { webPort } from '../processes/port';
import { startWebServer } from '../processes/webServer';
import { logFolder, openDataset, type OpenDataset } from '../processes/dataset';
import type { IngestReport } from '../ingest/run/ingest';
import { CRASH_2025_10_10 } from '../ingest/run/presets';
import { honourProxies } from '../ingest/venue/proxy';
import { reachable } from '../ingest/venue/reachable';
import { marketsHeld } from '../store/coverage/holdings';

/** Nobody waits longer than this to learn whether exchanges answer. */
const REACH_TIMEOUT_MS = 9_000;
/** A start that has candles to show already waits less. */
const REACH_AGAIN_TIMEOUT_MS = 2_000;

/** What the launcher's plain JavaScript half hands over. */
export interface StartOptions {
  readonly args: readonly string[];
  readonly root: string;
  readonly build: () => Promise<void>;
  /** Runs work under a name shown with its progress. */
  readonly step: <T>(name: string, work: () => Promise<T>, end?: (value: T) => string | undefined) => Promise<T>;
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/**
 * `npm start`: the database, the event's candles and the app. Exchanges' own candles where any exchange answers; else,
 * or with `--rehearsal`, the exchange simulator's, in a database of their own. The app opens as soon as there is something to
 * see; candles go on coming behind it.
 */
export async function start(options: StartOptions): Promise<void> {
  const unknown = options.args.find((arg) => arg !== '--rehearsal');
  if (unknown !== undefined) {
    say(`"${unknown}" is not known; npm start takes nothing, or: npm start -- --rehearsal`);
    process.exitCode = 2;
    return;
  }
  const port = await webPort(process.env);
  const dataset = await chosenDataset(options);
  const ingesting = beginIngest(dataset);
  try {
    await options.build();
    const web = await startWebServer({ root: options.root, port, databaseUrl: dataset.url, logFolder: logFolder() });
    const stop = (): void => {
      web.stop();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    await Promise.race([ingesting.something, web.ended]);
    say(
      `\n${dataset.name === 'rehearsal' ? 'SIMULATED rehearsal: no exchange ever said these prices.\n' : ''}Plumbline is at ${web.address}\nCtrl-C ends it.\n`,
    );
    ingesting.show();
    await web.ended;
  } finally {
    ingesting.abort();
    await ingesting.ended;
    await dataset.close();
  }
}

/** What to serve, opened; said in one line where it is not the real one. */
async function chosenDataset({ args, step }: StartOptions): Promise<OpenDataset> {
  const asked = args.includes('--rehearsal');
  const opened = await step('Database', () => openDataset(asked ? 'rehearsal' : 'real', say));
  if (asked || (await holdsAnything(opened))) return opened;
  const rehearsal = await openDataset('rehearsal', say);
  honourProxies(process.env);
  const timeoutMs = (await holdsAnything(rehearsal)) ? REACH_AGAIN_TIMEOUT_MS : REACH_TIMEOUT_MS;
  const any = await step(
    'Exchanges',
    () => reachable(CRASH_2025_10_10.venues, { timeoutMs }),
    (answering) => (answering ? 'answering' : NOBODY),
  );
  await (any ? rehearsal : opened).close();
  return any ? opened : rehearsal;
}

const NOBODY =
  'none can be reached from here; a SIMULATED rehearsal is shown instead, the next start with a network goes on with real candles';

const holdsAnything = async (dataset: OpenDataset): Promise<boolean> =>
  (await marketsHeld(dataset.context.database)).length > 0;

interface Ingesting {
  /** Resolves with the first recorded candle, or when there will be none. */
  readonly something: Promise<void>;
  readonly ended: Promise<void>;
  /** From now on progress, and what came of it, goes to the screen. */
  show(): void;
  abort(): void;
}

function beginIngest(dataset: OpenDataset): Ingesting {
  collectSooner();
  const abort = new AbortController();
  const newest = new Map<string, Progressed>();
  let display: ReturnType<typeof progressDisplay> | undefined;
  let first: () => void = () => undefined;
  const something = new Promise<void>((resolve) => {
    first = resolve;
  });
  const running = ingestInto(dataset, CRASH_2025_10_10, {
    signal: abort.signal,
    onProgress: (progress) => {
      newest.set(progress.venue, progress);
      display?.show(progress);
      if (progress.doneMinutes > 0) first();
    },
  });
  // Said once the screen is the ingest's: a build may still be counting its seconds there.
  const outcome = running.then(linesOf, (failure: unknown) => [
    `candles could not be brought in: ${failure instanceof Error ? failure.message : String(failure)}`,
  ]);
  const ended = outcome.then(first);
  return {
    something,
    ended,
    show() {
      const shown = progressDisplay(process.stderr);
      newest.forEach((progress) => {
        shown.show(progress);
      });
      display = shown;
      void outcome.then((lines) => {
        shown.close();
        lines.forEach(say);
      });
    },
    abort: () => {
      abort.abort();
    },
  };
}

/** What could not be had, a line each, then what was. */
const linesOf = ({ missing, summary }: IngestReport): readonly string[] => [
  ...missing.map((line) => `missing: ${line}`),
  summary,
];
