import { sha256, sha256Bytes } from '../../evidence/sha256';

/** A reply as it came. */
export interface WarcReply {
  /** Where it was asked for. */
  readonly address: string;
  /** When it came: ISO 8601, UTC. */
  readonly received: string;
  readonly body: Buffer;
}

const VERSION = 'WARC/1.1';
const END = '\r\n';
/* eslint-disable words/outside -- read by programs */
const FORMAT = [
  'format: WARC File Format 1.1',
  'conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
];
/* eslint-enable words/outside */

/**
 * Replies as a WARC file (ISO 28500:2017, version 1.1): a `warcinfo` record, then a `resource` record for each, in their order, its block the bytes of the
 * reply and nothing else: their headers were not kept. Digests are `sha256:` and 64 hex digits. The same bytes for the same replies: a record's
 * id is made of what it holds, and the file's date is that of its newest reply.
 */
export function warcOf(replies: readonly WarcReply[], software: string): Buffer {
  const newest = replies
    .map(({ received }) => received)
    .sort()
    .at(-1);
  if (newest === undefined) return Buffer.alloc(0);
  const info = Buffer.from([`software: ${software}`, ...FORMAT, ''].join(END));
  return Buffer.concat([
    recordOf({ type: 'warcinfo', date: newest, contentType: 'application/warc-fields', block: info }),
    ...replies.map(({ address, received, body }) =>
      recordOf({ type: 'resource', date: received, contentType: typeOf(body), block: body, uri: uriOf(address) }),
    ),
  ]);
}

interface Record {
  readonly type: 'warcinfo' | 'resource';
  readonly date: string;
  readonly contentType: string;
  readonly block: Buffer;
  readonly uri?: string;
}

function recordOf({ type, date, contentType, block, uri }: Record): Buffer {
  const digest = `sha256:${sha256(block)}`;
  const head = [
    VERSION,
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${uuidOf([type, date, uri ?? '', digest])}>`,
    `WARC-Date: ${date}`,
    ...(uri === undefined ? [] : [`WARC-Target-URI: ${uri}`, `WARC-Payload-Digest: ${digest}`]),
    `WARC-Block-Digest: ${digest}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${String(block.length)}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join(END)}${END}${END}`), block, Buffer.from(`${END}${END}`)]);
}

/** A UUID of version 8 (RFC 9562): 122 bits of a hash of what a record is. */
function uuidOf(parts: readonly string[]): string {
  const bytes = sha256Bytes(JSON.stringify(parts)).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** An address that was asked is a URI already, but that of an imported file may hold any sign. */
const uriOf = (address: string): string => (URL.canParse(address) ? new URL(address).href : address);

const JSON_BEGINS = [Buffer.from('['), Buffer.from('{')];
const typeOf = (body: Buffer): string =>
  JSON_BEGINS.some((sign) => body.subarray(0, 1).equals(sign)) ? 'application/json' : 'text/plain; charset=utf-8';
