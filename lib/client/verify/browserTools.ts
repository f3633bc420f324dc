import { bytesOfHex, hexOf, type Bytes } from '../../sealed/bytes';
import type { Tools } from '../../sealed/tools';

/** What a browser lends to whoever reads a file. Where it has no Ed25519, or no cryptography at all (a page that came without TLS), a library has. */
export const browserTools = (subtle: SubtleCrypto | null = subtleHere()): Tools => ({
  sha256: async (bytes) =>
    hexOf(
      subtle === null
        ? (await import('@noble/hashes/sha2.js')).sha256(bytes)
        : new Uint8Array(await subtle.digest('SHA-256', bytes)),
    ),
  isSigned: async (text, publicKey, signature) => {
    const [key, sign] = [bytesOfHex(publicKey), bytesOfHex(signature)];
    return (await isSignedFor(subtle, text, key, sign)) ?? isSignedByLibrary(text, key, sign);
  },
  jpegPixels: async (jpeg, { width, height }, most) => {
    const scale = Math.min(1, most / width);
    const size = { width: Math.round(width * scale), height: Math.max(1, Math.round(height * scale)) };
    const image = await bitmapOf(jpeg, size);
    if (image === undefined) return undefined;
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('this browser has no canvas beside the page');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return { width: image.width, height: image.height, rgba: new Uint8Array(data.buffer) };
  },
});

/** null: a page that came without TLS has none, whatever the types say. */
const subtleHere = (): SubtleCrypto | null => (globalThis.crypto as Partial<Crypto>).subtle ?? null;

/** undefined: the browser cannot tell. */
async function isSignedFor(
  subtle: SubtleCrypto | null,
  text: Bytes,
  publicKey: Bytes,
  signature: Bytes,
): Promise<boolean | undefined> {
  try {
    const key = await subtle?.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return key === undefined ? undefined : await subtle?.verify('Ed25519', key, signature, text);
  } catch {
    return undefined;
  }
}

async function isSignedByLibrary(text: Bytes, publicKey: Bytes, signature: Bytes): Promise<boolean> {
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  try {
    // As RFC 8032 has it, and not as looser rules do.
    return ed25519.verify(signature, text, publicKey, { zip215: false });
  } catch {
    // Not every 32 bytes are a key, nor every 64 a signature.
    return false;
  }
}

/** undefined: it cannot be decoded. */
async function bitmapOf(
  jpeg: Bytes,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }), {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'high',
    });
  } catch {
    return undefined;
  }
}
