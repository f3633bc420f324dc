import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, step, StepFailed } from './steps.mjs';
import { argumentsRefused, checksEnded, STEPS } from './words.mjs';

const bin = (pkg, path) => join(root, 'node_modules', pkg, path);

/** Runs one check with node; comes to `{ passed, failed }` and prints what a failure said. `count` reads a report for finer numbers. */
async function check(name, args, { log, env, count }) {
  let output = '';
  let ended = true;
  try {
    await step(name, async () => {
      output = await run(process.execPath, args, { log, env });
    });
  } catch (failure) {
    ended = false;
    if (!(failure instanceof StepFailed)) throw failure;
    output = failure.output;
    process.stderr.write(`${output.trimEnd()}\n`);
  }
  const counted = count?.();
  if (counted === undefined) return { passed: ended ? 1 : 0, failed: ended ? 0 : 1 };
  // A runner that failed without a failing test (a broken set-up, a test that could not load) is a failure too.
  return { passed: counted.passed, failed: Math.max(counted.failed, ended ? 0 : 1) };
}

const reports = join(root, '.cache', 'reports');

function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, name);
  rmSync(file, { force: true });
  return file;
}

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

/** Modules as JavaScript, for all projects of this run: translated for the unit tests, most are there for those of integration. None is another run's. */
const translated = join(root, '.cache', 'tests');
let isFresh = false;

function freshlyTranslated() {
  if (!isFresh) rmSync(translated, { recursive: true, force: true });
  isFresh = true;
  return translated;
}

/** Room for the young objects of the threads of tests, as the configuration gives it to the processes of others: threads take it from their process. */
const ROOMY = ['--min-semi-space-size=32', '--max-semi-space-size=64', '--initial-heap-size=512'];

/** Runs the projects that `pattern` names; `log` names the report. */
function vitest(name, log, pattern = log) {
  const file = freshReport(`${log}.json`);
  return check(
    name,
    [
      ...ROOMY,
      bin('vitest', 'vitest.mjs'),
      'run',
      '--project',
      pattern,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      '--experimental.fsModuleCache',
      `--experimental.fsModuleCachePath=${freshlyTranslated()}`,
    ],
    {
      log,
      env: { FORCE_COLOR: '0' },
      count: () => {
        const report = read(file);
        return report === undefined
          ? { passed: 0, failed: 1 }
          : { passed: report.numPassedTests, failed: report.numFailedTests };
      },
    },
  );
}

/** Types, the usual lint rules and those of this project's own, by one native reading of the program. */
export const types = () => check(STEPS.types, [bin('oxlint', 'bin/oxlint')], { log: 'types' });
export const format = () => check(STEPS.format, [bin('oxfmt', 'bin/oxfmt'), '--check', '.'], { log: 'format' });
export const layers = () =>
  check(
    STEPS.layers,
    [
      bin('dependency-cruiser', 'bin/dependency-cruise.mjs'),
      'app',
      'components',
      'lib',
      'proxy.ts',
      '--config',
      '.dependency-cruiser.cjs',
    ],
    { log: 'layers' },
  );
export const dead = () => check(STEPS.dead, [bin('knip', 'bin/knip.js'), '--no-progress'], { log: 'dead' });
export const unit = () => vitest(STEPS.unit, 'unit', 'unit*');
export const integration = () => vitest(STEPS.integration, 'integration', 'integration*');

/** Browser tests against the app the Playwright configuration starts; `chromium` is the browser's path. */
export function browser(chromium) {
  const file = freshReport('browser.json');
  return check(STEPS.browser, [bin('@playwright/test', 'cli.js'), 'test'], {
    log: 'browser',
    env: {
      PLUMBLINE_CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      FORCE_COLOR: '0',
    },
    count: () => {
      const stats = read(file)?.stats;
      return stats === undefined
        ? { passed: 0, failed: 1 }
        : { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
    },
  });
}

/** Everything is checked, always: an argument that would be ignored is refused. Exit code 2. */
export function refuseArguments(command) {
  const [given] = process.argv.slice(2);
  if (given === undefined) return;
  process.stderr.write(`${argumentsRefused(command, given)}\n`);
  process.exit(2);
}

/** Prints the closing line and sets the exit code. */
export function close(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`${checksEnded(sum('passed'), sum('failed'))}\n`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}
