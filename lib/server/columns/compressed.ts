import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { BROTLI_QUALITY, packingFor, type Packing } from '../http/encoding';
import { sayPacking } from '../http/plainly';

/**
 * An answer whose body is compressed where the reader takes it; what comes piece by piece is sent on piece by piece. The web framework
 * takes `content-encoding` off what a route answers, so that whoever stands in front of it names the packing; where nobody does, the
 * body goes as it is.
 */
export function compressed(response: Response, request: Request): Response {
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  const encoding = packingFor(request.headers.get('accept-encoding'));
  const { body, status } = response;
  if (encoding === undefined || body === null || !sayPacking(encoding)) return new Response(body, { status, headers });
  headers.delete('content-length');
  return new Response(compressedPieces(body, encoding), { status, headers });
}

function compressedPieces(body: ReadableStream<Uint8Array>, encoding: Packing): ReadableStream<Uint8Array> {
  const zip =
    encoding === 'br'
      ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } })
      : createGzip();
  const reader = body.getReader();
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip.on('data', (piece: Uint8Array) => {
        controller.enqueue(piece);
      });
      zip.on('end', () => {
        controller.close();
      });
      zip.on('error', (failure) => {
        controller.error(failure);
      });
      void pump(reader, zip);
    },
    cancel(reason) {
      zip.removeAllListeners('data').removeAllListeners('end').destroy();
      return reader.cancel(reason);
    },
  });
}

/** A piece is sent on at once: progress is told while the work lasts. */
async function pump(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  zip: ReturnType<typeof createGzip> | ReturnType<typeof createBrotliCompress>,
): Promise<void> {
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      zip.write(next.value);
      zip.flush();
    }
    zip.end();
  } catch (failure) {
    zip.destroy(failure instanceof Error ? failure : new Error(String(failure)));
  }
}
