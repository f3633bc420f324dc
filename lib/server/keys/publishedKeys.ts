import type { PublishedKeys } from '../../api/signingKeys';
import { keyId, publicKeyPem } from '../../evidence/seal';
import type { PublicKey } from '../../sealed/sealText';
import { rootsUnreadable } from '../../words/en/stamps';
import { timeRootsIn } from '../stamps/roots';
import { readableKeys, type OwnKey } from './keyring';

/** The keys as everybody may have them. */
export const publishedKeysOf = (keys: readonly OwnKey[]): PublishedKeys => ({
  keys: keys.map(({ publicKey, created, retired }) => ({
    id: keyId(publicKey),
    algorithm: 'ed25519',
    publicKey,
    pem: publicKeyPem(publicKey),
    created,
    retired: retired ?? null,
  })),
});

declare global {
  var plumblineSaidBroken: Set<string> | undefined;
}

/** So many are drawn for at most: each takes a part of a second, and a key is changed once in years. */
const MOST_KEYS = 8;

/** The public keys of this instance, the newest first. */
export const sealingKeys = async (env: Readonly<Record<string, string | undefined>>): Promise<readonly PublicKey[]> =>
  (await publishedNow(env)).keys
    .map(({ publicKey }) => publicKey)
    .reverse()
    .slice(0, MOST_KEYS);

/** Those of this instance that can be read; of each other one the log says once why not. With the certificates of time authorities that it trusts. */
export async function publishedNow(
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void = console.warn,
): Promise<PublishedKeys> {
  const said = (globalThis.plumblineSaidBroken ??= new Set());
  const keys = await readableKeys(env, (line) => {
    if (!said.has(line)) say(line);
    said.add(line);
  });
  const timeRoots = await timeRootsIn(env);
  if (timeRoots === undefined) {
    const line = rootsUnreadable(env['PLUMBLINE_TIME_ROOTS'] ?? '');
    if (!said.has(line)) say(line);
    said.add(line);
  }
  return {
    ...publishedKeysOf(keys),
    ...(timeRoots === undefined || timeRoots.length === 0 ? {} : { timeRoots: [...timeRoots] }),
  };
}
