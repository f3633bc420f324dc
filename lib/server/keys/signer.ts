import { failureCode, failureText } from '../../domain/failure';
import type { Signer } from '../../evidence/seal';
import { restsOn } from '../../store/connection/reading';
import { picturesUnsigned } from '../../words/en/signingKeys';
import { ownSigner } from './keyring';

declare global {
  var plumblineSaidUnsigned: true | undefined;
}

/** Faults that pass: a picture made a moment later may be sealed. */
const PASSING: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE']);

/**
 * Whoever seals this process's pictures; undefined: nobody can, which the log says once. A picture is made all the same, and where a disk that is full is
 * why, it is not kept.
 */
export async function signerOrNone(
  env: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void = console.warn,
  own: typeof ownSigner = ownSigner,
): Promise<Signer | undefined> {
  try {
    return await own(env);
  } catch (failure) {
    if (PASSING.has(failureCode(failure))) restsOn({ isFleeting: true });
    if (globalThis.plumblineSaidUnsigned === undefined) {
      globalThis.plumblineSaidUnsigned = true;
      say(picturesUnsigned(failureText(failure)));
    }
    return undefined;
  }
}
