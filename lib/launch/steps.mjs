import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commandFailed, STEP_DONE, STEP_FAILED, STEP_GIVEN_UP, stepEnded, stepRunning } from './words.mjs';

/** The checkout's own folder, whatever the working directory is. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const seconds = (sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;

/** What is under way, and since when: steps run beside each other too. */
const underWay = new Set();
const shown = () => [...underWay].map(({ name, began }) => stepRunning(name, seconds(began))).join('   ');
const CLEARED = '\r\x1b[2K';

/**
 * Runs one step with its name on the screen, the seconds counted beside it on a terminal, and how it ended.
 * `end` makes what to say at the end from what `work` comes to (default: done). A failure is thrown on.
 */
export async function step(name, work, end = () => undefined) {
  const one = { name, began: Date.now() };
  const live = process.stderr.isTTY;
  if (!live) process.stderr.write(`${stepRunning(name)}\n`);
  underWay.add(one);
  const tick = live ? setInterval(() => process.stderr.write(`${CLEARED}${shown()}`), 200) : undefined;
  const ended = (outcome) => {
    if (live) process.stderr.write(CLEARED);
    process.stderr.write(`${stepEnded(name, outcome, seconds(one.began))}\n`);
  };
  try {
    const value = await work();
    ended(end(value) ?? STEP_DONE);
    return value;
  } catch (failure) {
    ended(failure?.name === 'AbortError' ? STEP_GIVEN_UP : STEP_FAILED);
    throw failure;
  } finally {
    underWay.delete(one);
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

/**
 * Runs a command quietly; what it prints goes to `.cache/logs/<log>.log` and, on failure, into the error. Given up by `signal`, it has ended when this
 * throws.
 */
export function run(command, args, { log, env = {}, cwd = root, signal } = {}) {
  return new Promise((resolve, reject) => {
    const folder = join(root, '.cache', 'logs');
    mkdirSync(folder, { recursive: true });
    const file = createWriteStream(join(folder, `${log}.log`));
    // A log that cannot be written, as on a full disk, is missed by nobody until it is needed.
    file.on('error', () => undefined);
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    const keep = (chunk) => {
      output += chunk;
      file.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    let given;
    child.on('error', (failure) => {
      given = failure;
      if (child.pid === undefined) reject(failure);
    });
    child.on('close', (code, signal) => {
      file.end();
      if (given !== undefined) reject(given);
      else if (code === 0) resolve(output);
      else reject(new StepFailed([command, ...args].join(' '), code ?? signal, output));
    });
  });
}
