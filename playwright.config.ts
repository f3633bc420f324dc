import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGUMENTS } from './lib/launch/chromiumArguments';

const executablePath = process.env['PLUMBLINE_CHROMIUM'];

/**
 * A page of the tests lives for seconds: what V8 would optimise in it, on threads of its own, is thrown away before it pays, and was a quarter of what
 * pages take of the processor. Nothing is drawn by a graphics card, so nothing of it needs a process of its own. Speed is measured without (lib/bench/web).
 */
const OF_SHORT_LIVES = ['--js-flags=--no-opt', '--in-process-gpu'];

export default defineConfig({
  testDir: 'app',
  testMatch: '**/*.spec.ts',
  globalSetup: './lib/launch/rehearsalForTests.ts',
  // Every test only reads, so that any two may run at once.
  fullyParallel: true,
  workers: availableParallelism(),
  retries: 0,
  // How long a test may take before it counts as hanging: on a machine that is as busy as can be the longest, of 23 s, take ten times that.
  timeout: 240_000,
  // How long something may take to appear before it counts as missing: beside another test's search of a whole page, a chart's library
  // takes seconds to load and to draw, and twenty on a machine that does other work as well. No test waits longer than what it looks for.
  expect: { timeout: 60_000 },
  reporter: [['list'], ...(process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? [] : [['json'] as const])],
  use: {
    timezoneId: 'Pacific/Kiritimati',
    launchOptions: {
      args: [...CHROMIUM_ARGUMENTS, ...OF_SHORT_LIVES],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
    // A trace costs as much again as its test: `npx playwright test --trace on` where one is wanted.
    trace: 'off',
  },
});
