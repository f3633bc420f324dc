import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PublishedKeys } from '../../../api/signingKeys';
import type { Verification } from '../../../api/verification';
import type { FileFault } from '../../../sealed/evidence';

/** What is found, or why the file cannot be read. */
export type Found = { readonly said: Verification } | { readonly fault: FileFault };

/** What a process that verifies is asked. `stored`: beside the candles of the rehearsal. */
export interface Asked {
  readonly bytes: Uint8Array;
  readonly keys: PublishedKeys;
  readonly stored: boolean;
}

/** What it says to a question; `broken`: what went wrong in it. */
export type Reply = { readonly found: Found } | { readonly broken: string };

export interface Verifier {
  readonly verify: (asked: Asked) => Promise<Found>;
  readonly close: () => Promise<void>;
}

const FOLDER = import.meta.dirname;
const TYPESCRIPT = pathToFileURL(join(FOLDER, '..', '..', '..', 'launch', 'typescript.mjs')).href;

/**
 * The server's own verification in a process of its own: a browser test that imported it would have Playwright's Babel translate seven hundred files.
 * One question at a time.
 */
export function startVerifier(): Verifier {
  const child = fork(join(FOLDER, 'verifying.ts'), {
    execArgv: ['--import', TYPESCRIPT],
    env: { ...process.env, DATABASE_URL: undefined },
    serialization: 'advanced',
  });
  const ended = once(child, 'exit');
  return {
    verify: async (asked) => {
      const answered = once(child, 'message');
      child.send(asked);
      const [reply] = (await Promise.race([
        answered,
        ended.then(() => [{ broken: 'the process that verifies has ended' }]),
      ])) as [Reply];
      if ('broken' in reply) throw new Error(reply.broken);
      return reply.found;
    },
    close: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
