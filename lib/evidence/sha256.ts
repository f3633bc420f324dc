import { createHash } from 'node:crypto';

/** The SHA-256 of bytes, or of a text in UTF-8: 32 bytes. */
export const sha256Bytes = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** The same as 64 lower-case hex digits. */
export const sha256 = (bytes: Uint8Array | string): string => sha256Bytes(bytes).toString('hex');
