import { digestOfText } from './digest';
import { decodedPixels, imageKind, jpegSize, QR_WIDTH, qrIn, type ImageKind, type Size } from './imageFile';
import { pngFile } from './pngText';
import { alteredFacts, DIGEST_TEXT, pixelsText, readSeal, SEAL, type AlteredFact, type PublicKey } from './seal';

/** What a picture of ours says of itself inside its file. */
export interface EvidenceFacts {
  readonly permalink: string;
  readonly digest: string;
  readonly simulated: boolean;
  /** What the digest is the hash of, if it is. */
  readonly digestText: string | undefined;
}

/** What a file shows by itself, before anything is compared. */
export type Evidence =
  /** Signed by that key, over these facts. `altered`: what in the file is not what was sealed. */
  | {
      readonly kind: 'sealed';
      readonly publicKey: PublicKey;
      readonly facts: EvidenceFacts;
      /** Of the seal, as `pixelsText` writes them. */
      readonly pixels: string;
      readonly altered: { readonly pixels: boolean; readonly facts: readonly AlteredFact[] };
    }
  /** `broken`: there is a seal, and its signature does not fit it; `later`: of a layout of a later version; `unsealed`: facts of ours alone. */
  | { readonly kind: 'broken' | 'later' | 'unsealed'; readonly facts: EvidenceFacts | undefined }
  /** No facts of ours, but a QR code. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'nothing' };

/** Of a chunk that was not there when the picture was sealed. */
const ADDED = 'added';

/** So many pixels are decoded at most: twice a picture of 4000 × 5000, in 160 MB. */
const MOST_PIXELS = 40_000_000;

/** Why a file cannot be read. */
export class UnreadableImage extends Error {
  constructor(readonly fault: 'neither' | 'damaged' | 'too-large' | 'unpacks-large') {
    super(fault);
    this.name = 'UnreadableImage';
  }
}

/** Reads a PNG or a JPEG. Throws `UnreadableImage`. */
export function readEvidence(bytes: Buffer): Evidence {
  const kind = imageKind(bytes);
  if (kind === undefined) throw new UnreadableImage('neither');
  if (kind === 'jpeg') return codeOf(bytes, kind, sizeOr(jpegSize(bytes)));
  const png = pngOrDamaged(bytes);
  const texts = new Map(png.texts);
  const seal = texts.get(SEAL);
  const facts = factsOf(png.texts);
  if (seal === undefined) return facts === undefined ? codeOf(bytes, kind, sizeOr(png)) : { kind: 'unsealed', facts };
  const read = readSeal(seal);
  if (read.kind !== 'seal') return { kind: read.kind, facts };
  const sealed = factsOf(read.seal.facts.map(([name, text]) => [`plumbline:${name}`, text] as const));
  if (sealed === undefined) return { kind: 'broken', facts };
  const text = texts.get(DIGEST_TEXT);
  const isItsText = text !== undefined && digestOfText(text) === sealed.digest;
  return {
    kind: 'sealed',
    publicKey: read.seal.publicKey,
    facts: { ...sealed, digestText: isItsText ? text : undefined },
    pixels: read.seal.pixels,
    altered: {
      pixels: pixelsText(decodedPixels(bytes, kind, sizeOr(png))) !== read.seal.pixels,
      facts: [
        ...alteredFacts(read.seal, png.texts),
        ...png.added.map((type) => ({ name: `chunk ${type}`, sealed: undefined, found: ADDED })),
        ...(text === undefined || isItsText
          ? []
          : [{ name: 'digest-text', sealed: sealed.digest, found: digestOfText(text) }]),
      ],
    },
  };
}

function pngOrDamaged(bytes: Buffer): ReturnType<typeof pngFile> {
  try {
    return pngFile(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) throw new UnreadableImage('damaged');
    throw cause;
  }
}

function sizeOr(size: Size | undefined): Size {
  if (size === undefined || size.width === 0 || size.height === 0) throw new UnreadableImage('damaged');
  if (size.width * size.height > MOST_PIXELS) throw new UnreadableImage('too-large');
  return size;
}

function codeOf(bytes: Buffer, kind: ImageKind, size: Size): Evidence {
  const text = qrIn(decodedPixels(bytes, kind, size, QR_WIDTH));
  return text === undefined ? { kind: 'nothing' } : { kind: 'code', text };
}

function factsOf(texts: readonly (readonly [keyword: string, text: string])[]): EvidenceFacts | undefined {
  const of = new Map(texts);
  const [permalink, digest] = [of.get('plumbline:permalink'), of.get('plumbline:digest')];
  if (permalink === undefined || digest === undefined) return undefined;
  const text = of.get(DIGEST_TEXT);
  return {
    permalink,
    digest,
    simulated: of.get('plumbline:simulated') === 'true',
    digestText: text !== undefined && digestOfText(text) === digest ? text : undefined,
  };
}
