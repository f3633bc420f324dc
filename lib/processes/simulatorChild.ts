import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { simulatorWords } from '../words/en/simulator';

export interface SimulatorChild {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Resolves when it has ended. */
  close(): Promise<void>;
}

const CHILD = fileURLToPath(new URL('../launch/simulator.mjs', import.meta.url));

/** Starts the simulator of the rehearsal in a process of its own: what it makes costs who asks no time. Throws one line where it does not start. */
export async function startSimulatorChild(): Promise<SimulatorChild> {
  const child = fork(CHILD, {
    execArgv: [],
    // A stop at the keyboard reaches a whole group: the parent decides when nothing more is asked, also of one that has not begun to listen.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => {
      resolve();
    });
    child.once('close', () => {
      resolve();
    });
  });
  const origin = new Promise<string>((resolve, reject) => {
    child.once('message', (message: unknown) => {
      resolve(typeof message === 'string' ? message : '');
    });
    void ended.then(() => {
      reject(new Error(simulatorWords.notStarted(said)));
    });
  });
  return {
    origin: await origin,
    close: async () => {
      child.kill();
      await ended;
    },
  };
}
