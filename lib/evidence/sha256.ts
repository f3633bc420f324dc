import { createHash } from 'node:crypto';

/** The SHA-256 of bytes, 64 lower-case hex digits. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
