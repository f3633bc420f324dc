import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';
import {
  BROTLI_QUALITY,
  BROTLI_QUALITY_AT_ONCE,
  BROTLI_QUALITY_OF_JSON,
  packingFor,
  type Packing,
} from '../http/encoding';

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);
const fromBrotli = promisify(brotliDecompress);
const fromGzip = promisify(gunzip);

/**
 * How an answer's bytes are written; `quick`: brotli for the first reader, who waits for it, for most answers have no second one. A page is packed well at once: it
 * may go to a telephone, where what it is longer costs more than what it is sooner.
 */
export type Encoding = Packing | 'quick' | 'identity';
export const ENCODINGS: readonly Encoding[] = ['br', 'quick', 'gzip', 'identity'];

/** An answer as ready bytes. */
export interface Entry {
  readonly headers: OutgoingHttpHeaders;
  /** 64 hex digits over the bytes and the build. */
  readonly hash: string;
  /** As readers have taken it so far, one at least. Packed once, it is not kept plain as well, which takes ten times the room, until a reader takes it so. */
  readonly bodies: Map<Encoding, Buffer>;
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
/** Bytes. */
const WORTH_PACKING = 1_000;
/** Packing a bundle again gains a hundredth of it. */
const isPacked = (type: string): boolean => /^(?:image\/(?!svg)|application\/zip$)/.test(type);

const isPage = (headers: OutgoingHttpHeaders): boolean => String(headers['content-type']).startsWith('text/html');

/** `build`: names the code that answers; a tag of another build is none. */
export function entryOf(headers: OutgoingHttpHeaders, body: Buffer, build: string): Entry {
  const vary = [headers['vary'] ?? [], isPage(headers) ? 'accept-language' : [], 'accept-encoding']
    .flat()
    .join(',')
    .toLowerCase()
    .split(',');
  return {
    headers: {
      ...Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.includes(name))),
      vary: [...new Set(vary.map((name) => name.trim()))].join(', '),
    },
    hash: createHash('sha256').update(build).update('\n').update(body).digest('hex'),
    bodies: new Map([['identity', body]]),
  };
}

/** Whether packing makes it smaller by enough; what is packed was found to. */
const gains = ({ headers, bodies }: Entry): boolean =>
  !isPacked(String(headers['content-type'])) && (bodies.get('identity')?.length ?? Infinity) > WORTH_PACKING;

const packedFor = (entry: Entry, { headers }: IncomingMessage): Packing | 'identity' =>
  (gains(entry) ? packingFor(headers['accept-encoding']) : undefined) ?? 'identity';

function encodingFor(entry: Entry, req: IncomingMessage): Encoding {
  const packed = packedFor(entry, req);
  return packed === 'br' && !isPage(entry.headers) && !entry.bodies.has('br') ? 'quick' : packed;
}

/** The plain bytes of an answer. */
export async function plainOf({ bodies }: Entry): Promise<Buffer> {
  const plain = bodies.get('identity');
  if (plain !== undefined) return plain;
  const brotli = bodies.get('br') ?? bodies.get('quick');
  if (brotli !== undefined) return fromBrotli(brotli);
  return fromGzip(bodies.get('gzip') ?? Buffer.alloc(0));
}

const brotli =
  (qualityOf: (type: string) => number) =>
  (body: Buffer, type: string): Promise<Buffer> =>
    inBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: qualityOf(type) } });

const WRITE: Readonly<Record<Encoding, (plain: Buffer, type: string) => Promise<Buffer>>> = {
  br: brotli((type) => (type.startsWith('application/json') ? BROTLI_QUALITY_OF_JSON : BROTLI_QUALITY)),
  quick: brotli(() => BROTLI_QUALITY_AT_ONCE),
  gzip: (plain) => inGzip(plain),
  identity: (plain) => Promise.resolve(plain),
};
const writing = new WeakMap<Entry, Map<Encoding, Promise<Buffer>>>();

/** Writes an answer in an encoding, once however many wait for it, and tells what it wrote. */
function written(entry: Entry, how: Encoding): Promise<Buffer> {
  const { bodies, headers } = entry;
  const under = writing.get(entry) ?? new Map<Encoding, Promise<Buffer>>();
  writing.set(entry, under);
  const begun = under.get(how);
  if (begun !== undefined) return begun;
  const work = plainOf(entry)
    .then((plain) => WRITE[how](plain, String(headers['content-type'])))
    .then((body) => {
      if (how !== 'quick' || !bodies.has('br')) bodies.set(how, body);
      if (how === 'br') bodies.delete('quick');
      if (how !== 'identity') bodies.delete('identity');
      return body;
    })
    .finally(() => under.delete(how));
  under.set(how, work);
  return work;
}

/** What a reader is sent of an answer. */
export interface Sent {
  readonly encoding: Encoding;
  /** undefined: the reader has it already. */
  readonly body: Buffer | undefined;
}

/**
 * An answer as a reader takes it. `rewritten` hears that it takes other room now. Who comes second has what the first one had, while it is packed well for
 * those after him.
 */
export function sentFor(entry: Entry, req: IncomingMessage, rewritten: () => void): Sent | Promise<Sent> {
  const encoding = encodingFor(entry, req);
  if (hasAlready(req.headers['if-none-match'], entry.hash)) return { encoding, body: undefined };
  const body = entry.bodies.get(encoding);
  if (body === undefined)
    return written(entry, encoding).then((fresh) => {
      rewritten();
      return { encoding, body: fresh };
    });
  // A failure leaves it as it is: packed all the same.
  if (encoding === 'quick') void written(entry, 'br').then(rewritten, () => undefined);
  return { encoding, body };
}

/** Packs an answer as most readers take it. */
export async function packForMost(entry: Entry): Promise<void> {
  if (!gains(entry)) return;
  if (!entry.bodies.has('br')) await written(entry, 'br');
}

/** Bytes, about: of the headers and of what holds them. */
const HEADERS = 2_000;

export function bytesOf({ bodies }: Entry): number {
  let total = HEADERS;
  for (const { length } of bodies.values()) total += length;
  return total;
}

/** Sends an answer as its reader takes it, or that the reader has it already. */
export function send(
  { headers, hash }: Entry,
  { encoding, body }: Sent,
  req: IncomingMessage,
  res: ServerResponse,
): void {
  const own = {
    ...headers,
    'cache-control': CACHE_CONTROL,
    etag: encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`,
  };
  if (body === undefined) {
    delete (own as OutgoingHttpHeaders)['content-type'];
    res.writeHead(304, own).end();
    return;
  }
  res.writeHead(200, {
    ...own,
    'content-length': body.length,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding === 'quick' ? 'br' : encoding }),
  });
  res.end(req.method === 'HEAD' ? undefined : body);
}

/** Whatever the encoding it was sent in: the reader keeps the answer, not its packing. */
const hasAlready = (asked: string | undefined, hash: string): boolean =>
  (asked ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === `"${hash}"` || ENCODINGS.some((one) => tag === `"${hash}-${one}"`));
