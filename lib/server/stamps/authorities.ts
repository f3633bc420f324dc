import { randomBytes } from 'node:crypto';
import { sha256 } from '../../evidence/sha256';
import type { Bytes } from '../../sealed/bytes';
import type { StampFault, TimeStamp } from '../../sealed/stamps/stamp';
import { readStamp } from '../../sealed/stamps/timeStamp';
import { stampRequest } from './stampRequest';

/** A time authority of RFC 3161. */
export interface Authority {
  /** In names of files: its host, told apart where several have one. */
  readonly name: string;
  readonly url: string;
}

/** A stamp, with the authority's answer as it came; or why there is none. `status`: HTTP's. */
export type Stamped =
  | { readonly authority: Authority; readonly ok: true; readonly answer: Bytes; readonly stamp: TimeStamp }
  | {
      readonly authority: Authority;
      readonly ok: false;
      readonly fault: Exclude<StampFault, 'unchecked'> | 'no-answer' | 'late' | 'status' | 'too-long';
      readonly status: number | undefined;
    };

/** An authority answers in a second or two; a bundle waits no longer than this for the slowest. */
export const STAMP_TIMEOUT_MS = 20_000;
/** A stamp has some kilobytes. */
const MOST_ANSWER_BYTES = 256 * 1024;
const NONCE_BYTES = 8;

/** The authorities that PLUMBLINE_TIME_STAMPS names: addresses with spaces or commas between them; none where it is unset; the first that is no address. */
export function authoritiesIn(env: Readonly<Record<string, string | undefined>>): readonly Authority[] | string {
  const authorities: Authority[] = [];
  for (const text of (env['PLUMBLINE_TIME_STAMPS'] ?? '').split(/[\s,]+/).filter((one) => one !== '')) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url === undefined || !['http:', 'https:'].includes(url.protocol)) return text;
    const host = url.hostname.replaceAll(/[^a-zA-Z0-9.-]/g, '');
    const before = authorities.filter(({ name }) => name === host || name.startsWith(`${host}-`)).length;
    authorities.push({ name: before === 0 ? host : `${host}-${String(before + 1)}`, url: url.href });
  }
  return authorities;
}

/** Asks every authority at once for a stamp over some bytes. */
export const stampedBy = (
  authorities: readonly Authority[],
  data: Uint8Array,
  timeoutMs = STAMP_TIMEOUT_MS,
): Promise<readonly Stamped[]> => Promise.all(authorities.map((authority) => stampedByOne(authority, data, timeoutMs)));

async function stampedByOne(authority: Authority, data: Uint8Array, timeoutMs: number): Promise<Stamped> {
  const nonce = newNonce();
  const failed = (fault: Extract<Stamped, { ok: false }>['fault'], status?: number): Stamped => ({
    authority,
    ok: false,
    fault,
    status,
  });
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const reply = await fetch(authority.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/timestamp-query',
        accept: 'application/timestamp-reply',
        // Asked once: a connection kept for another question may be closed by the authority just as that one is sent.
        connection: 'close',
      },
      body: stampRequest(sha256(data), nonce),
      signal,
    });
    if (!reply.ok) return failed('status', reply.status);
    const answer = await bytesOf(reply);
    if (answer === undefined) return failed('too-long');
    const read = await readStamp(answer, { data: new Uint8Array(data), sha256: sha256(data), nonce });
    return read.ok ? { authority, ok: true, answer, stamp: read.stamp } : failed(faultOf(read.fault));
  } catch {
    return failed(signal.aborted ? 'late' : 'no-answer');
  }
}

/** Node has cryptography. */
function faultOf(fault: StampFault): Exclude<StampFault, 'unchecked'> {
  if (fault === 'unchecked') throw new Error('this process has no cryptography');
  return fault;
}

/** undefined: longer than any stamp. */
async function bytesOf(reply: Response): Promise<Bytes | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of reply.body ?? []) {
    length += part.length;
    if (length > MOST_ANSWER_BYTES) return undefined;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Positive, and without a leading zero: as DER writes it, and so as it comes back. */
function newNonce(): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  nonce.writeUInt8((nonce.readUInt8(0) & 0x3f) | 0x40, 0);
  return nonce;
}
