import { run, step } from './steps.mjs';
import { fingerprint, isStamped, stamp } from './stamp.mjs';
import { STEPS } from './words.mjs';

const STAMP = 'node_modules/.plumbline-installed';

/**
 * Installs the packages of package-lock.json when they are not there as locked. Install scripts stay off: everything this
 * project needs ships inside its packages, and a script that downloads would fail on a closed network. Not `npm ci`: it
 * refuses a lock file that lacks another platform's optional binary, and a registry may not hold all of them.
 */
export async function installPackages() {
  const print = fingerprint(['package-lock.json']);
  if (isStamped(STAMP, print)) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await step(STEPS.install, () =>
    run(
      npm,
      ['install', '--no-save', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'],
      {
        log: 'install',
      },
    ),
  );
  stamp(STAMP, print);
}
