import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

// A time zone far from UTC: a local date that slips in fails here.
process.env['TZ'] = 'Pacific/Kiritimati';

/**
 * Whoever mocks a module, sets what holds for its process or ends what others of it run needs one of its own. Who reads its variables, or puts its stubs
 * back, does not.
 */
const CHANGES_ITS_PROCESS =
  /\bvi\.(mock|doMock|spyOn|useFakeTimers)\b|\bprocess\.(on|once|chdir|umask|kill|exit)\b|\bglobalThis\.|\b(install[A-Z]\w*|loadTranslations|setGlobalDispatcher)\b/;
const SETS_VARIABLES = /\bprocess\.env(\[[^\]]+\])? = |\b(delete |deleteProperty\()process\.env\b/;
const STUBS = /\bvi\.stub(Env|Global)\b/;
const PUTS_BACK = /\bvi\.unstubAll(Envs|Globals)\b/;

/** Rooms that hold no state, know no process and are never mocked: what a test of theirs sets, it sets for itself alone. */
const PURE =
  /^(lib\/(domain|api|words|permalink|analysis|charts|claims|simulator|store|sealed|evidence)|lib\/ingest\/(?!venue\/|files\/)|components\/(?!frame\/))/;

const filesOf = (ending: RegExp): readonly string[] =>
  ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(path.join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => ending.test(file))
      .map((file) => path.posix.join(folder, ...file.split(path.sep))),
  );
function changesItsProcess(file: string): boolean {
  const text = readFileSync(path.join(import.meta.dirname, file), 'utf8');
  return CHANGES_ITS_PROCESS.test(text) || SETS_VARIABLES.test(text) || (STUBS.test(text) && !PUTS_BACK.test(text));
}

/**
 * The tests that have a process each; the others share two threads, and their modules, which are loaded once and not hundreds of times. A
 * hostile case that never ends has its whole process killed.
 */
const ALONE = filesOf(/\.test\.tsx?$/).filter(
  (file) => file.startsWith('lib/fuzz/') || (!PURE.test(file) && changesItsProcess(file)),
);

/** The same of the integration tests, which share processes. */
const INTEGRATION_ALONE = filesOf(/\.itest\.ts$/).filter(
  (file) => file.startsWith('lib/store/embedded/') || changesItsProcess(file),
);

/** How long a test, or what prepares it, may take before it counts as hanging: a busy machine gives it a tenth of its time. */
const PATIENCE_MS = 120_000;

/**
 * How long something that is on its way (a line of a log, a connection that closes) may take to be there: Vitest's own second is over while a busy machine
 * lets others work. No test waits longer than what it looks for.
 */
const UNDERWAY_MS = 60_000;

/**
 * A process of tests lives for seconds and has room: its young objects are not looked through again and again in the megabyte that V8 begins with, nor its
 * old ones before there are half a gigabyte of them.
 */
const ROOMY = ['--min-semi-space-size=32', '--max-semi-space-size=64', '--initial-heap-size=512'];

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // Vitest leaves a core free for its own process, which is idle nearly always: of two, half of the machine.
    maxWorkers: availableParallelism(),
    expect: { poll: { timeout: UNDERWAY_MS } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ALONE,
          execArgv: ROOMY,
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-shared',
          include: ['{lib,components,app}/**/*.test.{ts,tsx}'],
          exclude: ALONE,
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['lib/**/*.itest.ts'],
          execArgv: ROOMY,
          exclude: INTEGRATION_ALONE,
          globalSetup: ['lib/store/testing/testServer.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration-alone',
          include: INTEGRATION_ALONE,
          execArgv: ROOMY,
          globalSetup: ['lib/store/testing/testServer.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
    ],
  },
});
