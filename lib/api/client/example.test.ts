import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answer, episode } from '../../words/en/testing/deviations';

// The example of docs/api.md, run by Node as a stranger would: with the one file that the docs say how to make.

const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const DOCS = readFileSync(path.join(ROOT, 'docs', 'api.md'), 'utf8');

let folder: string;
let server: Server;
let reply: { readonly status: number; readonly body: object };
let asked: string | undefined;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-client-'));
  const [, command = ''] = /\nnpx esbuild (.*)\n/.exec(DOCS) ?? [];
  const [entry = '', ...options] = command.split(' ');
  expect(options).toEqual(['--bundle', '--format=esm', '--target=es2022', '--outfile=plumbline-client.mjs']);
  await build({
    entryPoints: [path.join(ROOT, entry)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outfile: path.join(folder, 'plumbline-client.mjs'),
    logLevel: 'silent',
  });
  server = createServer((request, response) => {
    asked = request.url;
    response.writeHead(reply.status, { 'content-type': 'application/json', 'retry-after': '7' });
    response.end(JSON.stringify(reply.body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const [, example = ''] = /```ts\n(.*?)```/s.exec(DOCS) ?? [];
  const { port } = server.address() as AddressInfo;
  // It has no types of its own, so Node reads it as it stands.
  writeFileSync(
    path.join(folder, 'example.mjs'),
    example.replace('http://localhost:3000', `http://127.0.0.1:${String(port)}`),
  );
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (): Promise<{ readonly out: string; readonly err: string }> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [path.join(folder, 'example.mjs')], (failure, out, err) => {
      if (failure === null) resolve({ out, err });
      else reject(new Error(failure.message, { cause: failure }));
    });
  });

it('the example prints the episodes of an answer, and of a refusal its line', async () => {
  const whole = answer({ episodes: [episode({ venue: 'binance' }), episode({ venue: 'okx' })] });
  reply = { status: 200, body: whole };
  expect(await run()).toEqual({
    out: whole.episodes.map(({ venue, peakMinute, peak }) => `${venue} ${peakMinute} ${String(peak)}\n`).join(''),
    err: '',
  });
  expect(asked).toBe('/api/v1/deviations?asset=ATOM&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z');
  reply = { status: 503, body: { error: { code: 'unavailable', message: 'the server is busy' } } };
  expect(await run()).toEqual({ out: '', err: 'the server is busy 503 7\n' });
});
