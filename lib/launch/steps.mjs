import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandFailed, STEP_DONE, STEP_FAILED, stepEnded, stepRunning } from './words.mjs';

/** The checkout's own folder, whatever the working directory is. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;

/**
 * Runs one step with its name on the screen, the seconds counted beside it on a terminal, and how it ended.
 * `end` makes what to say at the end from what `work` comes to (default: done). A failure is thrown on.
 */
export async function step(name, work, end = () => undefined) {
  const began = Date.now();
  const live = process.stderr.isTTY;
  if (!live) process.stderr.write(`${stepRunning(name)}\n`);
  const tick = live
    ? setInterval(() => process.stderr.write(`\r\x1b[2K${stepRunning(name, seconds(began))}`), 200)
    : undefined;
  try {
    const value = await work();
    if (live) process.stderr.write('\r\x1b[2K');
    process.stderr.write(`${stepEnded(name, end(value) ?? STEP_DONE, seconds(began))}\n`);
    return value;
  } catch (failure) {
    if (live) process.stderr.write('\r\x1b[2K');
    process.stderr.write(`${stepEnded(name, STEP_FAILED, seconds(began))}\n`);
    throw failure;
  } finally {
    clearInterval(tick);
  }
}

/** A command that did not end well; `output` is what it printed, for the log. */
export class StepFailed extends Error {
  constructor(command, code, output) {
    super(commandFailed(command, code));
    this.output = output;
  }
}

/** Runs a command quietly; what it prints goes to `.cache/logs/<log>.log` and, on failure, into the error. */
export function run(command, args, { log, env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const folder = join(root, '.cache', 'logs');
    mkdirSync(folder, { recursive: true });
    const file = createWriteStream(join(folder, `${log}.log`));
    // A log that cannot be written, as on a full disk, is missed by nobody until it is needed.
    file.on('error', () => undefined);
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
      file.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      file.end();
      if (code === 0) resolve(output);
      else reject(new StepFailed([command, ...args].join(' '), code ?? signal, output));
    });
  });
}
