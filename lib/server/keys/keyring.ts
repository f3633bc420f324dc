import { createPrivateKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { chmod, chown, link, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import { failureCode, failureText, isMissing } from '../../domain/failure';
import { publicKeyOf, type Signer } from '../../evidence/seal';
import type { PublicKey } from '../../sealed/sealText';
import { folderMade } from '../../store/embedded/folder';
import { homeOf, makeHome } from '../../store/embedded/home';
import { keyFileBroken } from '../../words/en/signingKeys';

type Env = Readonly<Record<string, string | undefined>>;

/** A signing key of this instance, as it stands in its file. Its number orders it; the highest signs. */
const keyFile = z.object({
  algorithm: z.literal('ed25519'),
  publicKey: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** PKCS 8, DER, in base64; of a retired key it is deleted. */
  privateKey: z.optional(z.string()),
  created: z.iso.datetime(),
});
type KeyFile = z.infer<typeof keyFile>;

export interface OwnKey {
  readonly publicKey: PublicKey;
  /** ISO 8601, UTC. */
  readonly created: string;
  /** When its successor was made; undefined: it signs. */
  readonly retired: string | undefined;
}

const NAME = /^([0-9]{6})\.json$/;
const nameOf = (number: number): string => `${String(number).padStart(6, '0')}.json`;
const folderOf = (env: Env): string => path.join(homeOf(env), 'keys');

/** Of the files, in order; none where there is no folder. */
async function numbersIn(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch((failure: unknown) => {
    if (isMissing(failure)) return [];
    throw failure;
  });
  return names
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

async function readKey(folder: string, number: number): Promise<KeyFile> {
  const file = path.join(folder, nameOf(number));
  try {
    return keyFile.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Error(keyFileBroken(file), { cause });
  }
}

/** Every key there ever was, the first one first. Throws where one of them cannot be read. */
export async function ownKeys(env: Env): Promise<readonly OwnKey[]> {
  const folder = folderOf(env);
  const numbers = await numbersIn(folder);
  return inTurn(await Promise.all(numbers.map((number) => readKey(folder, number))));
}

/** The same without those that cannot be read, each of which is told: one damaged file must not hide what the others sealed. */
export async function readableKeys(env: Env, say: (line: string) => void): Promise<readonly OwnKey[]> {
  const folder = folderOf(env);
  const found: KeyFile[] = [];
  for (const number of await numbersIn(folder)) {
    try {
      found.push(await readKey(folder, number));
    } catch (failure) {
      say(failureText(failure));
    }
  }
  return inTurn(found);
}

const inTurn = (keys: readonly KeyFile[]): readonly OwnKey[] =>
  keys.map(({ publicKey, created }, i) => ({ publicKey, created, retired: keys[i + 1]?.created }));

declare global {
  /** The signer read last, by its file: a file never changes but for what a retired key loses. */
  var plumblineSigner: { readonly file: string; readonly signer: Signer } | undefined;
}

/**
 * Whoever seals now: the newest key that can be read and has its private half; the first one is made when it is first needed. Throws where there are
 * keys and none of them can seal, or the first cannot be written.
 */
export async function ownSigner(env: Env): Promise<Signer> {
  const folder = folderOf(env);
  const numbers = await numbersIn(folder);
  if (numbers.length === 0) numbers.push(await addKey(folder, env, 1));
  let failure: unknown;
  for (const number of numbers.reverse()) {
    const file = path.join(folder, nameOf(number));
    if (globalThis.plumblineSigner?.file === file) return globalThis.plumblineSigner.signer;
    try {
      const signer = signerOf(file, await readKey(folder, number));
      globalThis.plumblineSigner = { file, signer };
      return signer;
    } catch (broken) {
      failure ??= broken;
    }
  }
  throw failure;
}

function signerOf(file: string, { publicKey, privateKey }: KeyFile): Signer {
  let read: KeyObject;
  try {
    read = createPrivateKey({ key: Buffer.from(privateKey ?? '', 'base64'), format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new Error(keyFileBroken(file), { cause });
  }
  if (publicKeyOf(read) !== publicKey) throw new Error(keyFileBroken(file));
  return { publicKey, privateKey: read };
}

/** A new key signs from now on; those before it are retired, and can sign nothing any more. */
export async function rotateKeys(env: Env): Promise<readonly OwnKey[]> {
  const folder = folderOf(env);
  const numbers = await numbersIn(folder);
  // Before anything is written: a key that cannot be read cannot be retired.
  await Promise.all(numbers.map((number) => readKey(folder, number)));
  const last = numbers.at(-1);
  const added = await addKey(folder, env, last === undefined ? 1 : last + 1);
  for (const number of await numbersIn(folder)) {
    if (number >= added) continue;
    const { privateKey, ...kept } = await readKey(folder, number);
    if (privateKey === undefined) continue;
    const fresh = await written(folder, env, kept);
    await rename(fresh, path.join(folder, nameOf(number)));
  }
  return ownKeys(env);
}

/** The files of every key, secrets included, by their names; what is none is left out. */
export async function keyFiles(env: Env): Promise<ReadonlyMap<string, string>> {
  const folder = folderOf(env);
  const numbers = await numbersIn(folder);
  return new Map(
    await Promise.all(
      numbers.map(
        async (number) => [nameOf(number), await readFile(path.join(folder, nameOf(number)), 'utf8')] as const,
      ),
    ),
  );
}

/** Puts such files back; answers false, and writes none, where the home has keys of its own. Throws where one is no key. */
export async function restoreKeyFiles(env: Env, files: ReadonlyMap<string, string>): Promise<boolean> {
  const folder = folderOf(env);
  if ((await numbersIn(folder)).length > 0) return false;
  const keys = [...files].map(([name, text]) => {
    if (!NAME.test(name)) throw new Error(keyFileBroken(name));
    return [name, keyFile.parse(JSON.parse(text))] as const;
  });
  for (const [name, key] of keys) await rename(await written(folder, env, key), path.join(folder, name));
  return true;
}

/** Makes the key of that number, unless another process has just made it; the number. */
async function addKey(folder: string, env: Env, number: number): Promise<number> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const fresh = await written(folder, env, {
    algorithm: 'ed25519',
    publicKey: publicKeyOf(privateKey),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    created: new Date().toISOString(),
  });
  try {
    // Whole or not at all, and never in another's place.
    await link(fresh, path.join(folder, nameOf(number)));
  } catch (failure) {
    if (failureCode(failure) !== 'EEXIST') throw failure;
  } finally {
    await rm(fresh, { force: true });
  }
  return number;
}

/** A new file beside the keys, for the owner of the home alone (and for root, who may be the one that writes); its path. */
async function written(folder: string, env: Env, key: KeyFile): Promise<string> {
  const home = homeOf(env);
  const isRoot = process.getuid?.() === 0;
  await makeHome(home, isRoot);
  const { uid, gid } = await stat(home);
  const isOthers = isRoot && uid !== 0;
  if (await folderMade(folder, 0o700)) {
    await chmod(folder, 0o700);
    if (isOthers) await chown(folder, uid, gid);
  }
  const fresh = path.join(folder, `.${randomBytes(8).toString('hex')}.part`);
  await writeFile(fresh, `${JSON.stringify(key, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  if (isOthers) await chown(fresh, uid, gid);
  return fresh;
}
