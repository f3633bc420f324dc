import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from './port';
import { startWebServer, type WebServer, type WebServerOptions } from './webServer';

/** Stands where the built app stands: answers with the address it listens on, on the host and port it is given. */
const ECHO = `
const server = require('node:http').createServer((_, response) => response.end(server.address().address));
server.listen(Number(process.env.PORT), process.env.HOSTNAME);
console.log('listening');`;
const SILENT =
  'require("node:net").createServer(() => undefined).listen(Number(process.env.PORT), process.env.HOSTNAME);';

/** Every address of this machine that a server can listen on: loopback of both families, and those of its network. */
const OWN = Object.values(networkInterfaces())
  .flatMap((found) => found ?? [])
  .filter(({ address }) => !address.startsWith('fe80:'))
  .map(({ address }) => address);

let root: string;
let web: WebServer | undefined;
const start = async (server: string, options: Partial<WebServerOptions> = {}): Promise<WebServer> => {
  writeFileSync(join(root, '.next', 'standalone', 'server.js'), server);
  return startWebServer({
    root,
    port: await freePort(),
    databaseUrl: 'none',
    logFolder: join(root, 'logs'),
    ...options,
  });
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'plumbline-web-'));
  mkdirSync(join(root, 'lib', 'launch'), { recursive: true });
  mkdirSync(join(root, '.next', 'standalone'), { recursive: true });
  const launch = join(import.meta.dirname, '..', 'launch');
  for (const name of readdirSync(launch))
    if (name.endsWith('.mjs')) cpSync(join(launch, name), join(root, 'lib', 'launch', name));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  web?.stop();
  await web?.ended;
  web = undefined;
});

/** Answers the front page in two pieces, the second once it was asked how many had the whole. */
const SLOW = `
let whole = 0;
require('node:http').createServer(({ url }, response) => {
  if (url !== '/') return response.end(url === '/whole' ? String(whole) : '');
  response.write('half');
  setImmediate(() => response.end('whole', () => (whole += 1)));
}).listen(Number(process.env.PORT), process.env.HOSTNAME);
console.log('listening');`;

it('the front page is made once it has come whole; of a server that has ended there is none, and nobody waits for it', async () => {
  vi.stubEnv('PLUMBLINE_HOST', '127.0.0.1');
  web = await start(SLOW);
  const { address, ended, frontMade } = web;
  expect(await (await fetch(`${address}/whole`)).text()).toBe('0');
  await frontMade();
  expect(await (await fetch(`${address}/whole`)).text()).toBe('1');
  web.stop();
  await ended;
  await frontMade();
});

describe('the web server is asked where it listens', () => {
  it.each(OWN)('at %s', async (host) => {
    vi.stubEnv('PLUMBLINE_HOST', host);
    web = await start(ECHO);
    expect(await (await fetch(web.address)).text()).toBe(host);
  });

  // /dev/null is no folder.
  it('and runs where its log cannot be written', async () => {
    vi.stubEnv('PLUMBLINE_HOST', '127.0.0.1');
    web = await start(ECHO, { logFolder: '/dev/null/logs' });
    expect(await (await fetch(web.address)).text()).toBe('127.0.0.1');
  });

  it('on every address', async () => {
    vi.stubEnv('PLUMBLINE_HOST', '0.0.0.0');
    web = await start(ECHO);
    expect(web.address).toMatch(/^http:\/\/localhost:\d+$/);
  });

  it('past a proxy that is meant for the exchanges', async () => {
    vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
    web = await start(ECHO);
    expect(web.address).toMatch(/^http:\/\/localhost:\d+$/);
  });
});

describe('a web server that does not come up ends in one line that names its log', () => {
  it('when it ends at once', async () => {
    await expect(start('process.exit(7);')).rejects.toThrow(
      `the web server ended at once (exit code 7); see ${join(root, 'logs', 'web.log')}`,
    );
  });

  it('when a signal ends it', async () => {
    await expect(start('process.kill(process.pid, "SIGKILL");')).rejects.toThrow(/ended at once \(signal SIGKILL\)/);
  });

  it('when the address is not of this machine: PLUMBLINE_HOST is named', async () => {
    vi.stubEnv('PLUMBLINE_HOST', '203.0.113.9');
    await expect(start(ECHO)).rejects.toThrow(
      /ended at once \(exit code 1\); PLUMBLINE_HOST is 203\.0\.113\.9, which must be an address of this machine; see /,
    );
    expect(readFileSync(join(root, 'logs', 'web.log'), 'utf8')).toContain('EADDRNOTAVAIL');
  });

  it('when its log goes to standard error: no file is written, and none is named', async () => {
    vi.stubEnv('PLUMBLINE_LOG_TO', 'stderr');
    const logFolder = join(root, 'no-logs');
    await expect(start('process.exit(7);', { logFolder })).rejects.toThrow(/\(exit code 7\); see the lines above$/);
    expect(existsSync(logFolder)).toBe(false);
  });

  it('when PLUMBLINE_LOG_TO names no place', async () => {
    vi.stubEnv('PLUMBLINE_LOG_TO', 'syslog');
    await expect(start(ECHO)).rejects.toThrow('PLUMBLINE_LOG_TO is "syslog"; it takes file or stderr');
  });

  it('when it takes connections and never answers', async () => {
    await expect(start(SILENT, { timeoutMs: 300 })).rejects.toThrow(
      /the web server did not answer within 0\.3 s; see /,
    );
  });
});
