import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './alone.mjs';
import { root, run, step } from './steps.mjs';
import { fingerprint, isStamped, stamp, unstamp } from './stamp.mjs';
import { STEPS } from './words.mjs';

/** All that package-lock.json names, and of it what the app, its build and its commands need. */
const ALL = { stamp: 'node_modules/.plumbline-installed', option: '--include=dev' };
const TO_RUN = { stamp: 'node_modules/.plumbline-installed-to-run', option: '--omit=dev' };
/** A package of those for tests: a checkout that has it keeps them. */
const FOR_TESTS = 'node_modules/vitest';

/**
 * Installs the packages of package-lock.json when they are not there as locked; those for tests where `tests` asks for them, or they were there
 * before. Install scripts stay off: everything this project needs ships inside its packages, and a script that downloads would fail on a
 * closed network. Not `npm ci`: it refuses a lock file that lacks another platform's optional binary, and a registry may not hold all of them.
 */
export async function installPackages({ tests }) {
  const print = fingerprint(['package-lock.json']);
  const isInstalled = () => isStamped(ALL.stamp, print) || (!tests && isStamped(TO_RUN.stamp, print));
  await alone(STEPS.install, { isDone: isInstalled, work: () => install(print, tests) });
}

async function install(print, tests) {
  const wanted = tests || existsSync(join(root, FOR_TESTS)) ? ALL : TO_RUN;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Of what is there from now on, neither stamp knows, also where this does not come to its end.
  for (const one of [ALL, TO_RUN]) unstamp(one.stamp);
  await step(STEPS.install, () =>
    run(
      npm,
      ['install', '--no-save', '--ignore-scripts', wanted.option, '--no-audit', '--no-fund', '--prefer-offline'],
      {
        log: 'install',
      },
    ),
  );
  stamp(wanted.stamp, print);
}
