import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawRequest } from '../fuzz/testing/rawRequest';
import { isRefusedMethod, withoutUpgrades } from './methods.mjs';

const server = withoutUpgrades(
  http.createServer((request, response) => {
    if (!isRefusedMethod(request, response)) response.end('answered');
  }),
);
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

const asked = (method: string): Promise<http.IncomingMessage> =>
  new Promise((resolve, reject) => {
    http
      .request({ host: '127.0.0.1', port, method, path: '/ATOM' }, (response) => {
        response.resume();
        resolve(response);
      })
      .on('error', reject)
      .end();
  });

const PATIENCE_MS = 30_000;
const raw = (text: string): ReturnType<typeof rawRequest> =>
  rawRequest(`http://127.0.0.1:${String(port)}`, Buffer.from(text), PATIENCE_MS);

describe('a method that nothing takes', () => {
  it.each(['TRACE', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])(
    'is answered with 405 and those that are taken: %s',
    async (method) => {
      const { statusCode, headers } = await asked(method);
      expect([statusCode, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
    },
  );

  it('is answered before its body has come', async () => {
    const { status, hung } = await raw('POST /ATOM HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc');
    expect([status, hung]).toEqual([405, false]);
  });

  it.each(['GET', 'HEAD', 'OPTIONS'])('is none of %s', async (method) => {
    expect((await asked(method)).statusCode).toBe(200);
  });
});

describe('who asks for another protocol', () => {
  it('is answered by ours, whoever listens for it', async () => {
    const heard: string[] = [];
    server.on('upgrade', () => heard.push('on')).addListener('upgrade', () => heard.push('addListener'));
    const asked = 'GET /ATOM HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n';
    expect((await raw(asked)).body).toContain('answered');
    expect(heard).toEqual([]);
  });
});
