import { brotliDecompressSync, gunzipSync, createBrotliDecompress } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packingFor, type Packing } from '../http/encoding';
import { hearing } from '../http/plainly';
import { compressed } from './compressed';

const asking = (accepted?: string): Request =>
  new Request('http://localhost/', accepted === undefined ? {} : { headers: { 'accept-encoding': accepted } });
/** What a reader is sent where somebody names the packing, and the packing named. */
function heard(response: Response, request: Request): Response & { readonly packing?: Packing } {
  let packing: Packing | undefined;
  const sent = hearing(
    {
      plainly: () => undefined,
      begins: () => new AbortController().signal,
      nothing: () => undefined,
      packing: (named) => {
        packing = named;
      },
    },
    () => compressed(response, request),
  );
  return Object.assign(sent, packing === undefined ? {} : { packing });
}
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

  it('are what was to be said, and how they are written is told to whoever names it', async () => {
    const brotli = heard(new Response(said, { status: 200, headers: { 'content-type': 'a/b' } }), asking('br'));
    expect(Object.fromEntries(brotli.headers)).toEqual({
      'content-type': 'a/b',
      vary: 'accept-encoding',
    });
    expect(brotli.packing).toBe('br');
    expect(brotliDecompressSync(await bytesOf(brotli)).toString()).toBe(said);
    expect(gunzipSync(await bytesOf(heard(new Response(said), asking('gzip')))).toString()).toBe(said);
    expect((await bytesOf(heard(new Response(said), asking()))).toString()).toBe(said);
  });

  it('go as they are where nobody names their packing', async () => {
    const plain = compressed(new Response(said), asking('br'));
    expect((await bytesOf(plain)).toString()).toBe(said);
  });

  it('keep a problem’s status', () => {
    expect(heard(new Response('{}', { status: 400 }), asking('br')).status).toBe(400);
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
    const reader = heard(new Response(body), asking('br')).body?.getReader();
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
    await heard(new Response(body), asking('br')).body?.cancel('away');
    expect(gone).toBe('away');
  });
});
