import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import {
  BROTLI_QUALITY,
  BROTLI_QUALITY_AT_ONCE,
  BROTLI_QUALITY_OF_JSON,
  packingFor,
  type Packing,
} from '../http/encoding';

const inBrotli = promisify(brotliCompress);
const inGzip = promisify(gzip);

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
  /** Plain, and packed as readers have taken it so far. */
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
const NONE = 0;
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

/** Whether packing makes it smaller by enough. */
const gains = ({ headers, bodies }: Entry): boolean =>
  !isPacked(String(headers['content-type'])) && (bodies.get('identity')?.length ?? NONE) > WORTH_PACKING;

const packedFor = (entry: Entry, { headers }: IncomingMessage): Packing | 'identity' =>
  (gains(entry) ? packingFor(headers['accept-encoding']) : undefined) ?? 'identity';

function encodingFor(entry: Entry, req: IncomingMessage): Encoding {
  const packed = packedFor(entry, req);
  return packed === 'br' && !isPage(entry.headers) && !entry.bodies.has('br') ? 'quick' : packed;
}

const brotli =
  (qualityOf: (type: string) => number) =>
  (body: Buffer, type: string): Promise<Buffer> =>
    inBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: qualityOf(type) } });

const PACK: Readonly<Record<Packing | 'quick', (body: Buffer, type: string) => Promise<Buffer>>> = {
  br: brotli((type) => (type.startsWith('application/json') ? BROTLI_QUALITY_OF_JSON : BROTLI_QUALITY)),
  quick: brotli(() => BROTLI_QUALITY_AT_ONCE),
  gzip: (body) => inGzip(body),
};
const packing = new WeakMap<Entry, Map<Encoding, Promise<void>>>();

/** Packs an answer, once however many wait for it. */
async function pack(entry: Entry, how: Packing | 'quick'): Promise<void> {
  const { bodies, headers } = entry;
  const body = bodies.get('identity');
  if (body === undefined || bodies.has(how)) return;
  const under = packing.get(entry) ?? new Map<Encoding, Promise<void>>();
  packing.set(entry, under);
  const work =
    under.get(how) ??
    PACK[how](body, String(headers['content-type'])).then((packed) => {
      if (how === 'quick' && bodies.has('br')) return;
      bodies.set(how, packed);
      if (how === 'br') bodies.delete('quick');
    });
  under.set(how, work);
  await work;
}

/**
 * Packs an answer as a reader takes it; undefined: there is nothing to wait for. `packed` hears that it takes other room now. Who comes second has what
 * the first one had, while it is packed well for those after him.
 */
export function packFor(entry: Entry, req: IncomingMessage, packed: () => void): Promise<void> | undefined {
  const encoding = encodingFor(entry, req);
  if (encoding === 'identity' || hasAlready(req.headers['if-none-match'], entry.hash)) return undefined;
  const isThere = entry.bodies.has(encoding);
  // A failure leaves it as it is: packed all the same.
  if (encoding === 'quick' && isThere) void pack(entry, 'br').then(packed, () => undefined);
  return isThere ? undefined : pack(entry, encoding).then(packed);
}

/** Packs an answer as most readers take it. */
export const packForMost = async (entry: Entry): Promise<void> => (gains(entry) ? pack(entry, 'br') : undefined);

export const bytesOf = ({ bodies, headers }: Entry): number =>
  [...bodies.values()].reduce((total, { length }) => total + length, JSON.stringify(headers).length + 1_000);

/** Sends an answer that is packed for its reader, or that the reader has it already. */
export function send(entry: Entry, req: IncomingMessage, res: ServerResponse): void {
  const { headers, hash, bodies } = entry;
  const encoding = encodingFor(entry, req);
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
