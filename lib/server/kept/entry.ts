import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { BROTLI_QUALITY, packingFor, type Packing } from '../http/encoding';

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

/** How an answer's bytes are written. */
export type Encoding = Packing | 'identity';
export const ENCODINGS: readonly Encoding[] = ['br', 'gzip', 'identity'];

/** An answer as ready bytes. */
export interface Entry {
  readonly headers: OutgoingHttpHeaders;
  /** 64 hex digits over the bytes and the build. */
  readonly hash: string;
  readonly bodies: ReadonlyMap<Encoding, Buffer>;
}

/**
 * A reader asks each time, and is told in a few bytes that the answer is the one it has. No address names an answer that nothing can change, `asOf` among them:
 * what was answered before that instant may still be recorded (imported; or its transaction waited), another build may say it otherwise, and
 * at the same host and port the rehearsal's candles may stand today and real ones tomorrow.
 */
const CACHE_CONTROL = 'no-cache';

/** Of the connection, or set anew for each reader. */
const OWN = [
  'content-length',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'date',
  'etag',
  'content-encoding',
  'cache-control',
  'vary',
];
const isPacked = (type: string): boolean => /^image\/(?!svg)/.test(type);

/** `build`: names the code that answers; a tag of another build is none. */
export async function entryOf(headers: OutgoingHttpHeaders, body: Buffer, build: string): Promise<Entry> {
  const bodies = new Map<Encoding, Buffer>([['identity', body]]);
  if (!isPacked(String(headers['content-type'])) && body.length > 1_000) {
    bodies.set('br', await inBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }));
    bodies.set('gzip', await inGzip(body));
  }
  const vary = [headers['vary'] ?? [], 'accept-encoding'].flat().join(',').toLowerCase().split(',');
  return {
    headers: {
      ...Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.includes(name))),
      vary: [...new Set(vary.map((name) => name.trim()))].join(', '),
    },
    hash: createHash('sha256').update(build).update('\n').update(body).digest('hex'),
    bodies,
  };
}

export const bytesOf = ({ bodies, headers }: Entry): number =>
  [...bodies.values()].reduce((total, { length }) => total + length, JSON.stringify(headers).length + 1_000);

/** Sends an answer, or that the reader has it already. */
export function send({ headers, hash, bodies }: Entry, req: IncomingMessage, res: ServerResponse): void {
  const encoding = packingFor(req.headers['accept-encoding'], (packing) => bodies.has(packing)) ?? 'identity';
  const own = {
    ...headers,
    'cache-control': CACHE_CONTROL,
    etag: encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`,
  };
  if (hasAlready(req.headers['if-none-match'], hash)) {
    delete (own as OutgoingHttpHeaders)['content-type'];
    res.writeHead(304, own).end();
    return;
  }
  const body = bodies.get(encoding) ?? Buffer.alloc(0);
  res.writeHead(200, {
    ...own,
    'content-length': body.length,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}

/** Whatever the encoding it was sent in: the reader keeps the answer, not its packing. */
const hasAlready = (asked: string | undefined, hash: string): boolean =>
  (asked ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === `"${hash}"` || ENCODINGS.some((one) => tag === `"${hash}-${one}"`));
