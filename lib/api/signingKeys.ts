import * as z from 'zod/mini';

const publishedKey = z.object({
  /** `sha256:` and the SHA-256 of the 32 bytes of the public key. */
  id: z.string().check(z.regex(/^sha256:[0-9a-f]{64}$/)),
  algorithm: z.literal('ed25519'),
  /** The 32 bytes of the key (RFC 8032), in hex. */
  publicKey: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** The same as a SubjectPublicKeyInfo (RFC 8410), which `openssl` reads. */
  pem: z.string(),
  created: z.iso.datetime(),
  /** null: it seals what is made now. A retired key still proves what it sealed. */
  retired: z.nullable(z.iso.datetime()),
});

/** The answer of `/.well-known/plumbline-keys.json` and of `keys --json`: every key the instance ever sealed with, the first one first. */
export const publishedKeys = z.object({
  keys: z.array(publishedKey),
  /** The certificates, as PEM, that the instance trusts to vouch for time authorities (RFC 3161): those that PLUMBLINE_TIME_ROOTS names. */
  timeRoots: z.optional(z.array(z.string())),
});
export type PublishedKeys = z.infer<typeof publishedKeys>;
