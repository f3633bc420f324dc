import { vi } from 'vitest';
import { main } from '../main';

/** What one command line came to. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Text as it is written, acknowledged at once. */
function collector(): { readonly text: () => string; readonly write: (chunk: unknown, taken?: unknown) => boolean } {
  let all = '';
  return {
    text: () => all,
    write: (chunk, taken) => {
      all += String(chunk);
      if (typeof taken === 'function') (taken as () => void)();
      return true;
    },
  };
}

/** Runs a command line in this process, with DATABASE_URL as given. */
export async function commandLine(databaseUrl: string, ...argv: readonly string[]): Promise<Ran> {
  const [stdout, stderr] = [collector(), collector()];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(stdout.write),
    vi.spyOn(process.stderr, 'write').mockImplementation(stderr.write),
  ];
  vi.stubEnv('DATABASE_URL', databaseUrl);
  try {
    return { code: await main(argv), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    vi.unstubAllEnvs();
    spies.forEach((spy) => {
      spy.mockRestore();
    });
  }
}
