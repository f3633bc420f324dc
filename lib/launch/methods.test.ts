import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefusedMethod } from './methods.mjs';

const server = http.createServer((request, response) => {
  if (!isRefusedMethod(request, response)) response.end('answered');
});
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

describe('a method that nothing takes', () => {
  it('is answered with 405 and those that are taken', async () => {
    const { statusCode, headers } = await asked('TRACE');
    expect([statusCode, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it.each(['GET', 'HEAD', 'OPTIONS', 'POST'])('is none of %s', async (method) => {
    expect((await asked(method)).statusCode).toBe(200);
  });
});
