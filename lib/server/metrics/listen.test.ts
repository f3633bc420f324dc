import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { installMetrics } from './install';
import { readMetricsAddress, serveMetrics } from './listen';
import { valueIn } from './testing/exposition';

const servers: Server[] = [];
afterEach(() => {
  vi.restoreAllMocks();
  globalThis.plumblineMetrics = undefined;
  globalThis.plumblineAnswered = undefined;
  for (const one of servers.splice(0)) {
    one.closeAllConnections();
    one.close();
  }
});

const listening = async (text: () => Promise<string>): Promise<string> => {
  const server = await serveMetrics({ host: '127.0.0.1', port: 0 }, { contentType: 'text/plain', text });
  servers.push(server);
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
};

describe('PLUMBLINE_METRICS', () => {
  it.each([
    ['', undefined],
    ['9464', { host: '127.0.0.1', port: 9464 }],
    ['0.0.0.0:9464', { host: '0.0.0.0', port: 9464 }],
    ['[::1]:9464', { host: '::1', port: 9464 }],
  ])('%j is %j', (given, address) => {
    expect(readMetricsAddress(given)).toEqual({ ok: true, value: address });
  });

  it.each(['0', '65536', 'on', 'localhost:9464', '::1:9464', '127.0.0.1', '127.0.0.1:', '1.2.3:80', ' 9464'])(
    'is refused as %j',
    async (given) => {
      expect(await installMetrics({ PLUMBLINE_METRICS: given })).toContain(`PLUMBLINE_METRICS: "${given}" is no port`);
    },
  );

  it('that is not set has nothing counted', async () => {
    expect(await installMetrics({})).toBeUndefined();
    expect(globalThis.plumblineAnswered).toBeUndefined();
  });

  it('whose port is taken is logged with its mend, and does not end the app', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const taken = new URL(await listening(() => Promise.resolve('')));
    expect(await installMetrics({ PLUMBLINE_METRICS: taken.port })).toBeUndefined();
    expect(said.mock.calls.flat().join()).toMatch(/^no metrics at 127\.0\.0\.1:\d+ \(.*EADDRINUSE.*\); set PLUMBLINE_/);
  });
});

describe('the address of the metrics', () => {
  it('answers GET /metrics and nothing else', async () => {
    const address = await listening(() => Promise.resolve('a 1\n'));
    const told = await fetch(`${address}/metrics`);
    expect([told.status, await told.text(), told.headers.get('cache-control')]).toEqual([200, 'a 1\n', 'no-store']);
    expect((await fetch(`${address}/`)).status).toBe(404);
    expect((await fetch(`${address}/metricsx`)).status).toBe(404);
    expect((await fetch(`${address}/metrics`, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('tells what it can while the database is away', async () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const free = new URL(await listening(() => Promise.resolve('')));
    servers.pop()?.close();
    const env = { PLUMBLINE_METRICS: free.port, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    expect(await installMetrics(env)).toBeUndefined();
    expect(said).not.toHaveBeenCalled();
    const text = await (await fetch(`${free.origin}/metrics`)).text();
    expect(valueIn(text, 'plumbline_database_up')).toBe(0);
    expect(text).toContain('process_cpu_seconds_total');
  });
});
