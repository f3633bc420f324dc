import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDoor, type FetchDoor } from './fetchDoor';
import { RetryLater, VenueUnreachable } from './errors';
import { isHere, loopbackFetch } from './loopback';

const DATE = 'Fri, 10 Oct 2025 21:20:00 GMT';

let server: Server;
let origin = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/silent') return;
    const isMoved = request.url === '/moved';
    response.writeHead(isMoved ? 302 : 200, { Date: DATE, ...(isMoved ? { Location: '/candles' } : {}) });
    response.end(JSON.stringify([request.method, request.headers['user-agent'], '€']));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const door = (fetched: Parameters<typeof openDoor>[0]['fetch'], timeoutMs = 60_000): FetchDoor =>
  openDoor({ fetch: fetched, now: () => 0, timeoutMs, signal: undefined });

describe('a request to this machine', () => {
  it('brings what fetch brings: status, bytes, clock and headers', async () => {
    const [usual, loopback] = [door(fetch), door(loopbackFetch)];
    for (const one of [usual, loopback])
      await one.fetchImplementation(`${origin}/candles`, { method: 'GET', headers: { 'User-Agent': 'plumbline' } });
    expect(loopback.last()).toEqual(usual.last());
    expect(loopback.last()).toMatchObject({
      status: 200,
      json: ['GET', 'plumbline', '€'],
      venueClockMs: Date.parse(DATE),
    });
  });

  it('follows no redirect', async () => {
    const one = door(loopbackFetch);
    await one.fetchImplementation(`${origin}/moved`).catch(() => undefined);
    expect(one.last()).toMatchObject({ status: 302 });
  });

  it('is given up after its time', async () => {
    const asked = door(loopbackFetch, 20).fetchImplementation(`${origin}/silent`);
    await expect(asked).rejects.toThrow(RetryLater);
    await expect(asked).rejects.toThrow('no answer within 20 ms');
  });

  it('to a port at which nobody listens is no answer', async () => {
    await expect(door(loopbackFetch).fetchImplementation('http://127.0.0.1:1/candles')).rejects.toThrow(
      VenueUnreachable,
    );
  });

  it.each([
    ['http://127.0.0.1:4000', true],
    ['http://localhost:4000', true],
    ['https://simulator.example', false],
  ])('goes to %s: %s', (address, expected) => {
    expect(isHere(address)).toBe(expected);
  });
});
