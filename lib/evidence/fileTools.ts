import { verify } from 'node:crypto';
import type { Tools } from '../sealed/tools';
import { jpegPixels } from './imageFile';
import { publicKeyObject } from './seal';
import { sha256 } from './sha256';

/** What Node lends to whoever reads a file. */
export const nodeTools: Tools = {
  sha256: (bytes) => Promise.resolve(sha256(bytes)),
  isSigned: (text, publicKey, signature) => {
    try {
      return Promise.resolve(verify(null, text, publicKeyObject(publicKey), Buffer.from(signature, 'hex')));
    } catch {
      // Not every 32 bytes are a key.
      return Promise.resolve(false);
    }
  },
  jpegPixels: (jpeg, size, most) => Promise.resolve(jpegPixels(jpeg, size, most)),
};
