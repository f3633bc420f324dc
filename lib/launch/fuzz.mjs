import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, prepare } from './prepare.mjs';
import { root } from './steps.mjs';
import { FUZZ_OPTIONS } from './words.mjs';

// npm run fuzz [-- --cases 100000 --seed N]: hostile files, addresses and requests, as every run of the tests tries some, only many more.
const CASES = '100000';
const WHOLE = /^\d{1,9}$/;

function read() {
  try {
    const { cases = CASES, seed = String(Math.floor(Math.random() * 1e9)) } = parseArgs({
      options: { cases: { type: 'string' }, seed: { type: 'string' } },
    }).values;
    return WHOLE.test(cases) && WHOLE.test(seed) ? { cases, seed } : undefined;
  } catch {
    return undefined;
  }
}

await launch(async () => {
  const asked = read();
  if (asked === undefined) {
    process.stderr.write(`${FUZZ_OPTIONS}\n`);
    process.exitCode = 2;
    return;
  }
  await prepare();
  process.stdout.write(`--cases ${asked.cases} --seed ${asked.seed}\n`);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  // However long it takes: what a case may take is watched by itself.
  const args = ['run', '--project', 'unit', '--project', 'integration*', 'lib/fuzz', '--testTimeout', '0'];
  const child = spawn(process.execPath, [vitest, ...args], {
    cwd: root,
    env: { ...process.env, PLUMBLINE_FUZZ_CASES: asked.cases, PLUMBLINE_FUZZ_SEED: asked.seed },
    stdio: 'inherit',
  });
  process.exitCode = await new Promise((resolve) => {
    child.on('close', (code) => resolve(code ?? 1));
  });
});
