import { createHash } from 'node:crypto';
import { sha256Bytes } from '../../../evidence/sha256';
import type { Rests } from '../../../store/connection/reading';
import { ENCODINGS, type Encoding, type Entry } from '../entry';
import type { Shelved } from './shelf';

/** Raised when the file's form changes: files of an earlier form are forgotten. */
const FORM = 1;

interface Head {
  readonly form: number;
  readonly key: string;
  readonly fingerprint: string;
  readonly rests: Rests;
  readonly headers: Entry['headers'];
  readonly hash: string;
  /** Bytes of each body, in order. */
  readonly bodies: readonly (readonly [Encoding, number])[];
}

export interface ReadFile extends Shelved {
  readonly fingerprint: string;
}

const DIGEST_BYTES = 32;
const LENGTH_BYTES = 4;

/** SHA-256 of the rest (32 bytes), length of the head (4 bytes, little-endian), the head in JSON, the bodies. */
export function fileOf({ entry, rests }: Shelved, key: string, fingerprint: string): Buffer {
  const { headers, hash, bodies } = entry;
  const head: Head = {
    form: FORM,
    key,
    fingerprint,
    rests,
    headers,
    hash,
    bodies: [...bodies].map(([encoding, bytes]) => [encoding, bytes.length]),
  };
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(text.length);
  const parts = [length, text, ...bodies.values()];
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return Buffer.concat([digest.digest(), ...parts]);
}

/** undefined: torn, altered, of another form, or another answer than the one asked for. */
export function readFileOf(bytes: Buffer, key: string): ReadFile | undefined {
  const rest = bytes.subarray(DIGEST_BYTES);
  if (rest.length < LENGTH_BYTES || !sha256Bytes(rest).equals(bytes.subarray(0, DIGEST_BYTES))) return undefined;
  const end = LENGTH_BYTES + rest.readUInt32LE();
  const { form, headers, hash, rests, fingerprint, ...head } = JSON.parse(
    rest.subarray(LENGTH_BYTES, end).toString(),
  ) as Head;
  if (form !== FORM || head.key !== key) return undefined;
  const bodies = new Map<Encoding, Buffer>();
  let from = end;
  for (const [encoding, length] of head.bodies) {
    if (!ENCODINGS.includes(encoding)) return undefined;
    bodies.set(encoding, rest.subarray(from, from + length));
    from += length;
  }
  return { entry: { headers, hash, bodies }, rests, fingerprint };
}
