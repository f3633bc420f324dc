import type { Bytes } from './bytes';
import type { Pixels, Size } from './pixels';

/** What a platform lends to whoever reads a file: Node's own, or the browser's. */
export interface Tools {
  /** 64 lower-case hex digits. */
  readonly sha256: (bytes: Bytes) => Promise<string>;
  /** Whether the Ed25519 signature (RFC 8032) over a text is that of the key, each in hex. Not every 32 bytes are a key: of others it is not. */
  readonly isSigned: (text: Bytes, publicKey: string, signature: string) => Promise<boolean>;
  /** A JPEG, made smaller where it is wider than `most`; undefined: it cannot be decoded. */
  readonly jpegPixels: (jpeg: Bytes, size: Size, most: number) => Promise<Pixels | undefined>;
}
