import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { Reader } from './reader';

let server: Server | undefined;
let reader: Reader | undefined;
afterEach(() => {
  reader?.close();
  server?.closeAllConnections();
  server?.close();
});

async function readerOf(listener: Parameters<typeof createServer>[1]): Promise<Reader> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  reader = new Reader(new URL(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`), 'br');
  await reader.connect();
  return reader;
}

it('reads an answer to its last byte, however many pieces it comes in, and asks again on the same connection', async () => {
  const body = Buffer.alloc(500_000, 'Ä');
  const own = await readerOf((request, response) => {
    response.writeHead(request.url === '/missing' ? 404 : 200, { 'content-length': body.length });
    response.write(body.subarray(0, 7));
    setImmediate(() => response.end(body.subarray(7)));
  });
  const first = await own.ask('/');
  expect([first.status, first.body.equals(body)]).toEqual([200, true]);
  const second = await own.ask('/missing');
  expect([second.status, second.body.equals(body)]).toEqual([404, true]);
});

it('asks again on another connection where the server closed the one it had', async () => {
  let asked = 0;
  const own = await readerOf((_, response) => {
    asked += 1;
    if (asked === 2) response.destroy();
    else response.writeHead(200, { 'content-length': 1 }).end(String(asked));
  });
  await own.ask('/');
  expect((await own.ask('/')).body.toString()).toBe('3');
});

it('throws where an answer breaks off, or does not say its length', async () => {
  const own = await readerOf((_, response) => {
    response.writeHead(200, { 'content-length': 10 });
    response.write('half', () => response.destroy());
  });
  await expect(own.ask('/')).rejects.toThrow('before the answer was whole');
  const other = await readerOf((_, response) => {
    response.write('who knows how long');
    response.end();
  });
  await expect(other.ask('/')).rejects.toThrow('does not say its length');
});
