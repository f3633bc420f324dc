import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a process that rehearses says when the app answers. */
export interface Rehearsal {
  readonly home: string;
  readonly address: string;
}

/**
 * Before the browser tests: the app over a rehearsal (`testing/rehearsal.ts`). After them: all of it gone. It has a process of its own: imported here,
 * its three hundred files would be translated by Playwright's Babel.
 */
export default async function rehearsalForTests(): Promise<() => Promise<void>> {
  const child = fork(join(import.meta.dirname, 'testing', 'rehearsal.ts'), {
    execArgv: ['--import', pathToFileURL(join(import.meta.dirname, 'typescript.mjs')).href],
  });
  const ended = once(child, 'exit');
  const [told] = (await Promise.race([once(child, 'message'), ended.then(() => [])])) as readonly Rehearsal[];
  if (told === undefined) throw new Error('the rehearsal of the browser tests has ended');
  // The app seals with a key of this home, and so do tests that make pictures.
  process.env['PLUMBLINE_HOME'] = told.home;
  process.env['PLUMBLINE_ADDRESS'] = told.address;
  return async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
}
