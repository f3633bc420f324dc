import { brotliDecompressSync, gunzipSync, createBrotliDecompress } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packingFor } from '../http/encoding';
import { compressed } from './compressed';

const asking = (accepted?: string): Request =>
  new Request('http://localhost/', accepted === undefined ? {} : { headers: { 'accept-encoding': accepted } });
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());
const said = 'columns '.repeat(500);

describe('compressed columns', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['BR;q=0.8', 'br'],
    ['identity', undefined],
    [undefined, undefined],
  ] as const)('of a reader who takes %s are sent as %s', (accepted, encoding) => {
    expect(packingFor(asking(accepted).headers.get('accept-encoding'))).toBe(encoding);
  });

  it('are what was to be said, and say how they are written', async () => {
    const brotli = compressed(new Response(said, { status: 200, headers: { 'content-type': 'a/b' } }), asking('br'));
    expect(Object.fromEntries(brotli.headers)).toEqual({
      'content-type': 'a/b',
      'content-encoding': 'br',
      vary: 'accept-encoding',
    });
    expect(brotliDecompressSync(await bytesOf(brotli)).toString()).toBe(said);
    expect(gunzipSync(await bytesOf(compressed(new Response(said), asking('gzip')))).toString()).toBe(said);
    expect((await bytesOf(compressed(new Response(said), asking()))).toString()).toBe(said);
  });

  it('keep a problem’s status', () => {
    expect(compressed(new Response('{}', { status: 400 }), asking('br')).status).toBe(400);
  });

  it('come piece by piece: the first can be read before the second is there', async () => {
    let second: (() => void) | undefined;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"progress":0.5}\n'));
        second = () => {
          controller.enqueue(new TextEncoder().encode('columns'));
          controller.close();
        };
      },
    });
    const reader = compressed(new Response(body), asking('br')).body?.getReader();
    const unzip = createBrotliDecompress();
    let text = '';
    unzip.on('data', (piece: Buffer) => (text += piece.toString()));
    const ended = new Promise((resolve) => unzip.on('end', resolve));
    while (!text.includes('\n')) {
      const piece = await reader?.read();
      await new Promise((resolve) => unzip.write(piece?.value, resolve));
    }
    expect(text).toBe('{"progress":0.5}\n');
    second?.();
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) unzip.write(next.value);
    unzip.end();
    await ended;
    expect(text).toBe('{"progress":0.5}\ncolumns');
  });

  it('let the work go when the reader goes away', async () => {
    let gone: unknown;
    const body = new ReadableStream<Uint8Array>({
      cancel(reason) {
        gone = reason;
      },
    });
    await compressed(new Response(body), asking('br')).body?.cancel('away');
    expect(gone).toBe('away');
  });
});
