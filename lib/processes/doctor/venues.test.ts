import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { promised } from '../../domain/unit';
import { parseVenue } from '../../domain/market';
import { venueFindings } from './venues';

const BINANCE = promised(parseVenue('binance'));
const before = getGlobalDispatcher();
let server: Server | undefined;
afterEach(() => {
  setGlobalDispatcher(before);
  server?.closeAllConnections();
  server?.close();
});

/** A server in the venue's place; where it is. */
async function inItsPlace(status: number, body: string | undefined): Promise<string> {
  const made = createServer((_, response) => {
    if (body !== undefined) response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((made.address() as AddressInfo).port)}`;
}
const found = async (origin: string, timeoutMs = 60_000): Promise<readonly unknown[]> =>
  (await venueFindings([BINANCE], { env: { NODE_ENV: 'test' }, origin, timeoutMs })).map(({ grade, says }) => [
    grade,
    says,
  ]);

describe('a venue', () => {
  it('is in reach where it tells its time', async () => {
    expect(await found(await inItsPlace(200, '{"serverTime":1760130000000}'))).toEqual([['ok', 'Binance answers']]);
  });

  it('is a fault where it refuses us, where nobody listens, and where no answer comes in time', async () => {
    const mend = /; check the network, HTTPS_PROXY and NO_PROXY, or leave it out with --venues$/;
    for (const origin of [await inItsPlace(451, '{}'), 'http://127.0.0.1:1'])
      expect(await found(origin)).toEqual([['fault', expect.stringMatching(mend)]]);
    expect(await found(await inItsPlace(200, undefined), 50)).toEqual([
      ['fault', expect.stringMatching(/^Binance did not answer within 0\.05 s; check the network/)],
    ]);
  });

  it('is asked through the proxy that the environment names, as an ingest asks it', async () => {
    const reached: string[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      reached.push(request.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    server = proxy;
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const env = {
      NODE_ENV: 'test',
      HTTPS_PROXY: `127.0.0.1:${String((proxy.address() as AddressInfo).port)}`,
    } as const;
    const [finding] = await venueFindings([BINANCE], { env, timeoutMs: 60_000 });
    expect(finding?.grade).toBe('fault');
    expect(new Set(reached)).toEqual(new Set(['api.binance.com:443']));
  });

  it('is not asked where a variable names no proxy, which is the fault', async () => {
    const env = { NODE_ENV: 'test', HTTPS_PROXY: 'socks5://proxy.example:1080' } as const;
    expect(await venueFindings([BINANCE], { env, timeoutMs: 60_000 })).toEqual([
      expect.objectContaining({
        grade: 'fault',
        says: 'HTTPS_PROXY does not name an http proxy; write http://host:port, or unset HTTPS_PROXY',
      }),
    ]);
  });
});
