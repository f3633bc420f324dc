import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, step } from './steps.mjs';
import { CHROMIUM_MISSING, chromiumNotFound, STEPS } from './words.mjs';

/** Chromium without what draws its windows: the same pages for four fifths of the processor time. Debian packs it by itself. */
const SHELL = 'chromium-headless-shell';
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

const onPath = (names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((path) => existsSync(path));

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
const isRoot = () => process.getuid?.() === 0;

const isPacked = (name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;

/**
 * The path of a Chromium for the browser tests: the one PLUMBLINE_CHROMIUM names, one of the system's, the headless shell first, Playwright's own, or,
 * on Debian as root, one installed by apt-get. `isWhole`: for a benchmark, the browser that a reader has, and the shell only where there is
 * nothing else. Throws one line that says what to do where none can be had.
 */
export async function findChromium({ isWhole = false } = {}) {
  const given = process.env.PLUMBLINE_CHROMIUM;
  if (given !== undefined && given !== '') {
    if (existsSync(given)) return given;
    throw new Error(chromiumNotFound(given));
  }
  const names = isWhole ? [...NAMES, SHELL] : [SHELL, ...NAMES];
  const found = onPath(names) ?? (existsSync(MAC) ? MAC : undefined) ?? (await playwrightsOwn());
  if (found !== undefined) return found;
  if (isDebian() && isRoot()) {
    await step(STEPS.chromium, async () => {
      await run('apt-get', ['update', '-qq'], { log: 'apt' });
      const name = !isWhole && isPacked(SHELL) ? SHELL : 'chromium';
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
        log: 'apt',
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      });
    });
    const installed = onPath(names);
    if (installed !== undefined) return installed;
  }
  throw new Error(CHROMIUM_MISSING);
}
