import type { Signer } from '../../evidence/seal';
import { picturesUnsigned } from '../../words/en/signingKeys';
import { ownSigner } from './keyring';

declare global {
  var plumblineSaidUnsigned: true | undefined;
}

/** Whoever seals this process's pictures; undefined: nobody can, which the log says once. A picture is made all the same. */
export async function signerOrNone(
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void = console.warn,
): Promise<Signer | undefined> {
  try {
    return await ownSigner(env);
  } catch (failure) {
    if (globalThis.plumblineSaidUnsigned === undefined) {
      globalThis.plumblineSaidUnsigned = true;
      say(picturesUnsigned(failure instanceof Error ? failure.message : String(failure)));
    }
    return undefined;
  }
}
