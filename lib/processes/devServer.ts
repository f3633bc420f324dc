import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { listenAddress } from './listenAddress';
import type { WebServer, WebServerOptions } from './webServer';

/**
 * Serves the app from the sources of the checkout, each change at once, where PLUMBLINE_HOST says. What Next prints goes to the
 * screen. Next says itself when it is ready, and a page waits until it is compiled.
 */
export function startDevServer({ root, port, databaseUrl, readUrl }: Omit<WebServerOptions, 'logFolder'>): WebServer {
  const { host, shown } = listenAddress(process.env, port);
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'dev', '--port', String(port), '--hostname', host], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      NEXT_TELEMETRY_DISABLED: '1',
      DATABASE_URL: databaseUrl,
      DATABASE_READ_URL: readUrl ?? '',
    },
  });
  const stop = (): void => {
    child.kill('SIGTERM');
  };
  process.once('exit', stop);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  // Made from the sources when somebody asks for it: nobody waits for that here.
  return { address: shown, ended, frontMade: () => Promise.resolve(), stop };
}
