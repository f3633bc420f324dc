import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtFiles, packBuiltFiles } from './builtFiles.mjs';

const SCRIPT = 'export const price = 3.1;\n'.repeat(200);
const folder = mkdtempSync(join(tmpdir(), 'plumbline built '));
const server = createServer();
beforeAll(async () => {
  mkdirSync(join(folder, 'chunks'));
  writeFileSync(join(folder, 'chunks', 'a1.js'), SCRIPT);
  writeFileSync(join(folder, 'face.woff2'), 'a face');
  await packBuiltFiles(folder);
  const answer = builtFiles(folder, '/_next/static/');
  server.on('request', (asked, reply) => {
    if (!answer(asked, reply)) reply.writeHead(299).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const get = (path: string, headers: Record<string, string>, method = 'GET'): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ port, path, headers, method, agent: false }, (reply) => {
      buffer(reply).then((body) => {
        resolve({ status: reply.statusCode, headers: reply.headers, body });
      }, reject);
    });
    asked.on('error', reject);
    asked.end();
  });

const SCRIPT_PATH = '/_next/static/chunks/a1.js';

describe('the scripts of a build', () => {
  it.each(['br', 'gzip, deflate, br, zstd', 'gzip, br;q=0.5'])(
    'go out in brotli, to be kept for ever, to a reader that takes %s',
    async (accepted) => {
      const { status, headers, body } = await get(SCRIPT_PATH, { 'accept-encoding': accepted });
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'application/javascript; charset=UTF-8',
        'content-encoding': 'br',
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
      });
      expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
    },
  );

  it.each([
    ['takes no brotli', SCRIPT_PATH, { 'accept-encoding': 'gzip' }, 'GET'],
    ['refuses brotli', SCRIPT_PATH, { 'accept-encoding': 'br;q=0, gzip' }, 'GET'],
    ['says nothing of packing', SCRIPT_PATH, {}, 'GET'],
    ['wants a part', SCRIPT_PATH, { 'accept-encoding': 'br', range: 'bytes=0-9' }, 'GET'],
    ['writes', SCRIPT_PATH, { 'accept-encoding': 'br' }, 'POST'],
    ['wants a face', '/_next/static/face.woff2', { 'accept-encoding': 'br' }, 'GET'],
    ['climbs out of the folder', '/_next/static/../static/chunks/a1.js', { 'accept-encoding': 'br' }, 'GET'],
  ] as const)('are left to the app where a reader %s', async (_, path, headers, method) => {
    expect((await get(path, headers, method)).status).toBe(299);
  });

  it('are none where nothing was built', () => {
    const answer = builtFiles(join(folder, 'nowhere'), '/_next/static/');
    expect(answer({ method: 'GET', url: SCRIPT_PATH, headers: { 'accept-encoding': 'br' } }, undefined)).toBe(false);
  });
});
