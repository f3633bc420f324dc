import { MOST_VERIFIED_MB } from '../api/limits';
import { bytesOf, bytesOfHex, type Bytes } from './bytes';
import { fileKind, jpegSize } from './imageKind';
import type { PictureLook } from '../domain/pictureLook';
import { lookOf } from './lookText';
import { chunkName, pngFile, type PngFile } from './pngFile';
import { pngPixels } from './pngPixels';
import type { Pixels, Size } from './pixels';
import { piecesOf, QR_WIDTH, qrIn } from './qrIn';
import {
  alteredFacts,
  DIGEST_TEXT,
  pixelsText,
  readSeal,
  SEAL,
  type AlteredFact,
  type PublicKey,
  type Seal,
} from './sealText';
import { alteredStamps, foundStamps } from './stamps/found';
import { STAMP_KEYWORD } from '../domain/stampNames';
import { readStampText, type FoundStamp } from './stamps/stamp';
import type { Tools } from './tools';

/** What a picture of ours says of itself inside its file. */
export interface EvidenceFacts {
  readonly permalink: string;
  readonly digest: string;
  readonly simulated: boolean;
  /** What the digest is the hash of, if it is. */
  readonly digestText: string | undefined;
  /** How it is drawn; undefined: it does not say, or in a way that this code does not know. */
  readonly look?: PictureLook | undefined;
}

/** What a file shows by itself, before anything is compared, and as what it was read: a zip as a bundle with a picture in it, any other as a picture alone. */
export type Evidence = ImageEvidence & { readonly file: 'picture' | 'bundle' };

/** What a picture shows by itself, alone or in a bundle. */
export type ImageEvidence =
  /** Signed by that key, over these facts. `altered`: what in the file is not what was sealed. */
  | {
      readonly kind: 'sealed';
      readonly publicKey: PublicKey;
      /** `sha256:` and the SHA-256 of the key. */
      readonly keyId: string;
      readonly facts: EvidenceFacts;
      /** Of the seal, as `pixelsText` writes them. */
      readonly pixels: string;
      readonly altered: { readonly pixels: boolean; readonly facts: readonly AlteredFact[] };
      /** The time stamps over a picture's seal, or over a bundle's manifest; those that do not fit are among the altered facts too. */
      readonly stamps: readonly FoundStamp[];
    }
  /** `broken`: there is a seal, and its signature does not fit it; `later`: of a layout of a later version; `unsealed`: facts of ours alone. */
  | { readonly kind: 'broken' | 'later' | 'unsealed'; readonly facts: EvidenceFacts | undefined }
  /** No facts of ours, but a QR code. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'nothing' };

/** So many pixels are decoded at most: twice a picture of 4000 × 5000, in 160 MB. */
const MOST_PIXELS = 40_000_000;

export const MOST_FILE_BYTES = MOST_VERIFIED_MB * 1024 * 1024;

export type FileFault =
  | 'empty'
  /** The file itself. */
  | 'file-too-large'
  /** Neither a PNG, a JPEG nor a zip. */
  | 'neither'
  | 'damaged'
  /** Its pixels. */
  | 'too-large'
  | 'unpacks-large'
  /** A zip of several bundles, unpacked in folders. */
  | 'pack'
  /** A zip with files under names that leave their folder, or twice under one. */
  | 'names'
  /** A zip in which more could stand than its list says. */
  | 'packed-otherwise';

/** Why a file cannot be read. */
export class UnreadableFile extends Error {
  constructor(readonly fault: FileFault) {
    super(fault);
    this.name = 'UnreadableFile';
  }
}

/** Reads a PNG or a JPEG. Throws `UnreadableFile`. */
export async function readImage(bytes: Bytes, tools: Tools): Promise<ImageEvidence> {
  const kind = fileKind(bytes);
  if (kind === 'jpeg') return codeIn(await tools.jpegPixels(bytes, sizeOr(jpegSize(bytes)), QR_WIDTH));
  if (kind !== 'png') throw new UnreadableFile('neither');
  const png = pngOrDamaged(bytes);
  sizeOr(png);
  const texts = new Map(png.texts);
  const [seal, facts] = [texts.get(SEAL), await factsOf(png.texts, tools)];
  if (seal === undefined) {
    if (facts !== undefined) return { kind: 'unsealed', facts };
    return piecesOf(png).length === 0 ? { kind: 'nothing' } : codeIn(pngPixels(png));
  }
  const read = await readSeal(seal, tools);
  if (read.kind !== 'seal') return { kind: read.kind, facts };
  const { publicKey, pixels } = read.seal;
  const sealed = await factsOf(
    read.seal.facts.map(([name, text]) => [`plumbline:${name}`, text] as const),
    tools,
  );
  if (sealed === undefined) return { kind: 'broken', facts };
  const text = texts.get(DIGEST_TEXT);
  const found = text === undefined ? undefined : await digestOfText(text, tools);
  const stamps = await stampsIn(png, bytesOf(seal), tools);
  const drawn = await pixelsOf(png, pixels, tools);
  return {
    kind: 'sealed',
    publicKey,
    keyId: await keyIdOf(publicKey, tools),
    facts: { ...sealed, digestText: found === sealed.digest ? text : undefined },
    pixels,
    altered: {
      pixels: drawn.text !== pixels,
      facts: [
        ...alteredFacts(read.seal, png.texts),
        ...png.added.map((part) => ({ ...part, sealed: undefined })),
        ...(drawn.isExact ? [] : [{ name: chunkName('IDAT'), sealed: undefined, found: 'not-exact' }]),
        ...(found === sealed.digest || (found === undefined && !isOfView(read.seal))
          ? []
          : [{ name: 'digest-text', sealed: sealed.digest, found }]),
        ...alteredStamps(stamps),
      ],
    },
    stamps,
  };
}

/** The stamps in a picture, over the text of its seal. */
const stampsIn = ({ texts }: PngFile, seal: Bytes, tools: Tools): Promise<readonly FoundStamp[]> =>
  foundStamps(
    texts
      .filter(([keyword]) => keyword === STAMP_KEYWORD)
      .map(([, text]) => {
        const { name, answer } = readStampText(text);
        return { name, fact: `${STAMP_KEYWORD} ${name}`, answer };
      }),
    seal,
    tools,
  );

/** Whether a picture is one of a view, all of which hold the text of their digest; those of many assets did not always. */
const isOfView = ({ facts }: Seal): boolean => facts.some(([name]) => name === 'threshold');

interface Drawn {
  /** As the seal writes them; undefined: they cannot be unpacked, or are of another size, and are none that were sealed. */
  readonly text: string | undefined;
  /** Nothing but them is packed. */
  readonly isExact: boolean;
}

/** The pixels, unpacked where they are as many as those of the seal. */
async function pixelsOf(png: PngFile, sealed: string, { sha256 }: Tools): Promise<Drawn> {
  const pixels = sealed.startsWith(pixelsText(png, '')) ? pngPixels(png) : undefined;
  if (pixels === undefined) return { text: undefined, isExact: true };
  return { text: pixelsText(pixels, await sha256(pixels.rgba as Bytes)), isExact: pixels.isExact };
}

const digestOfText = async (text: string, { sha256 }: Tools): Promise<string> =>
  `sha256:${await sha256(bytesOf(text))}`;

export const keyIdOf = async (key: PublicKey, { sha256 }: Tools): Promise<string> =>
  `sha256:${await sha256(bytesOfHex(key))}`;

function pngOrDamaged(bytes: Bytes): PngFile {
  try {
    return pngFile(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) throw new UnreadableFile('damaged');
    throw cause;
  }
}

function sizeOr(size: Size | undefined): Size {
  if (size === undefined || size.width === 0 || size.height === 0) throw new UnreadableFile('damaged');
  if (size.width * size.height > MOST_PIXELS) throw new UnreadableFile('too-large');
  return size;
}

function codeIn(pixels: Pixels | undefined): ImageEvidence {
  const text = pixels === undefined ? undefined : qrIn(pixels);
  return text === undefined ? { kind: 'nothing' } : { kind: 'code', text };
}

async function factsOf(
  texts: readonly (readonly [keyword: string, text: string])[],
  tools: Tools,
): Promise<EvidenceFacts | undefined> {
  const of = new Map(texts);
  const [permalink, digest] = [of.get('plumbline:permalink'), of.get('plumbline:digest')];
  if (permalink === undefined || digest === undefined) return undefined;
  const text = of.get(DIGEST_TEXT);
  return {
    permalink,
    digest,
    simulated: of.get('plumbline:simulated') === 'true',
    digestText: text !== undefined && (await digestOfText(text, tools)) === digest ? text : undefined,
    look: lookOf(of),
  };
}
