import { bytesOf } from './bytes';
import type { Pixels } from './pixels';
import type { Tools } from './tools';

/** The version of the layout that docs/seal.md describes. */
export const LAYOUT = 1;
/** Before the name of each fact, as a keyword of the PNG. */
const FACT = 'plumbline:';
const SEAL_NAME = 'seal';
const DIGEST_TEXT_NAME = 'digest-text';
export const SEAL = `${FACT}${SEAL_NAME}`;
/** The text that the digest is the hash of. The digest stands for it under the seal. */
export const DIGEST_TEXT = `${FACT}${DIGEST_TEXT_NAME}`;

/** A public key, raw: 64 hex digits. */
export type PublicKey = string;

/** `1600 900 7d0a…`: width, height, and the SHA-256 of the pixels, row by row from the top, red, green, blue and opacity of each. */
export const pixelsText = ({ width, height }: Pick<Pixels, 'width' | 'height'>, sha256: string): string =>
  `${String(width)} ${String(height)} ${sha256}`;

/** The facts of a file that lie under its seal, in the order of the file. */
const factsIn = (
  texts: Iterable<readonly [keyword: string, text: string]>,
): readonly (readonly [name: string, text: string])[] =>
  [...texts].flatMap(([keyword, text]) =>
    keyword.startsWith(FACT) && keyword !== SEAL && keyword !== DIGEST_TEXT
      ? [[keyword.slice(FACT.length), text] as const]
      : [],
  );

/** The same, a line each. */
export const factLines = (texts: Iterable<readonly [keyword: string, text: string]>): readonly string[] =>
  factsIn(texts).map(([name, text]) => `${name} ${text}`);

/** What a seal says, once its signature was found to be that of the key it names. */
export interface Seal {
  readonly publicKey: PublicKey;
  readonly pixels: string;
  /** In order. */
  readonly facts: readonly (readonly [name: string, text: string])[];
}

/** `later`: of a layout that this code does not know; `broken`: its text is not the one that was signed. */
export type ReadSeal = { readonly kind: 'seal'; readonly seal: Seal } | { readonly kind: 'later' | 'broken' };

/** A key has 32 bytes, a signature 64 (RFC 8032, section 5.1). */
const WHOLE =
  /^(plumbline-seal 1\npixels ([0-9]+ [0-9]+ [0-9a-f]{64})\n((?:[^\n]+\n)*)public-key ([0-9a-f]{64})\n)signature ([0-9a-f]{128})\n$/;

/** So long is a seal at most: its facts are addresses, names and times, some kilobytes in all. A longer one is none that was made here. */
const LONGEST = 256 * 1024;

/** Reads a seal and checks its signature with the key that it names itself. Whose key that is, is another question. */
export async function readSeal(text: string, { isSigned }: Pick<Tools, 'isSigned'>): Promise<ReadSeal> {
  const layout = /^plumbline-seal ([0-9]{1,6})\n/.exec(text)?.[1];
  if (layout !== undefined && Number(layout) > LAYOUT) return { kind: 'later' };
  const [, signed, pixels, facts, publicKey, signature] = text.length > LONGEST ? [] : (WHOLE.exec(text) ?? []);
  if (
    signed === undefined ||
    pixels === undefined ||
    facts === undefined ||
    publicKey === undefined ||
    signature === undefined ||
    !(await isSigned(bytesOf(signed), publicKey, signature))
  )
    return { kind: 'broken' };
  return { kind: 'seal', seal: { publicKey, pixels, facts: facts.split('\n').slice(0, -1).map(namedFact) } };
}

function namedFact(line: string): readonly [name: string, text: string] {
  const end = line.indexOf(' ');
  return end === -1 ? [line, ''] : [line.slice(0, end), line.slice(end + 1)];
}

/** A fact that is not the one sealed; undefined: one of the two has none. */
export interface AlteredFact {
  readonly name: string;
  readonly sealed: string | undefined;
  readonly found: string | undefined;
}

/** Where the facts of a file are others than those sealed, or in another order. The same fact twice is one too many. */
export function alteredFacts(
  { facts }: Seal,
  texts: Iterable<readonly [keyword: string, text: string]>,
): readonly AlteredFact[] {
  const found = factsIn(texts);
  const names = [...new Set([...facts, ...found].map(([name]) => name))];
  const [sealedOf, foundOf] = [byName(facts), byName(found)];
  const altered = names
    .map((name) => ({ name, sealed: sealedOf.get(name)?.join(' | '), found: foundOf.get(name)?.join(' | ') }))
    .filter(({ sealed, found: now }) => sealed !== now);
  const [was, is] = [facts, found].map((all) => all.map(([name]) => name).join(', ')) as [string, string];
  return altered.length > 0 || was === is ? altered : [{ name: 'order', sealed: was, found: is }];
}

function byName(facts: readonly (readonly [name: string, text: string])[]): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, text] of facts) {
    const own = texts.get(name);
    if (own === undefined) texts.set(name, [text]);
    else own.push(text);
  }
  return texts;
}
