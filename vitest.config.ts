import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

// A time zone far from UTC: a local date that slips in fails here.
process.env['TZ'] = 'Pacific/Kiritimati';

/**
 * Rooms that hold no state, know no process and are never mocked: their tests share a thread and its modules, which takes a quarter
 * of the time of a process for each file.
 */
const PURE = [
  'lib/{domain,api,words,permalink,analysis,charts,claims,simulator,store,sealed,evidence}/**/*.test.ts',
  // The door to the venues and the files have processes: proxies, folders.
  'lib/ingest/!(venue|files)/**/*.test.ts',
  // A component is drawn as text and forgotten; the frame's tests stand in for what a browser has.
  'components/!(frame)/**/*.test.tsx',
];

/** Whoever mocks a module, sets what holds for its process or ends what others of it run needs one of its own. */
const CHANGES_ITS_PROCESS =
  /\bvi\.(mock|doMock|spyOn|stub\w+|useFakeTimers)\b|\bprocess\.(env|on|once|chdir|umask|kill|exit)\b|\bglobalThis\.|\b(installAsset\w*|loadTranslations)\b/;

/** The integration tests that have a process each; the others share two, and their modules, which are loaded once and not some forty times. */
const ALONE = readdirSync(path.join(import.meta.dirname, 'lib'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.itest.ts'))
  .map((file) => path.posix.join('lib', ...file.split(path.sep)))
  .filter(
    (file) =>
      file.startsWith('lib/store/embedded/') ||
      CHANGES_ITS_PROCESS.test(readFileSync(path.join(import.meta.dirname, file), 'utf8')),
  );

/** How long a test, or what prepares it, may take before it counts as hanging: a busy machine gives it a tenth of its time. */
const PATIENCE_MS = 120_000;

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // Vitest leaves a core free for its own process, which is idle nearly always: of two, half of the machine.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{lib,components,app}/**/*.test.{ts,tsx}'],
          exclude: PURE,
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-pure',
          include: PURE,
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
          exclude: ALONE,
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
          include: ALONE,
          globalSetup: ['lib/store/testing/testServer.ts'],
          testTimeout: PATIENCE_MS,
          hookTimeout: PATIENCE_MS,
        },
      },
    ],
  },
});
