/** What is wrong with an answer of a time authority. */
export type StampFault =
  /** It is no answer of RFC 3161. */
  | 'unreadable'
  /** The authority says no. */
  | 'refused'
  /** It stamps something else. */
  | 'other-bytes'
  /** It answers another request. */
  | 'other-request'
  /** The certificate that it was signed with is not in it. */
  | 'no-certificate'
  /** Its signature is not that of its certificate. */
  | 'signature'
  /** It is of these bytes; here is no cryptography to check its signature with. */
  | 'unchecked';

/** What a certificate was at the time that a stamp of it names, and is now. */
export type StampCertificate =
  | 'valid'
  /** It was valid then, and has expired since; or one that vouches for it has. */
  | 'expired'
  /** It was not valid then. */
  | 'not-then'
  /** It is none for time stamps (RFC 3161, section 2.3). */
  | 'other-use';

/** A stamp that fits its bytes and is signed. Whether its authority is to be trusted is not asked. */
export interface TimeStamp {
  /** ISO, UTC. */
  readonly time: string;
  /** The name in the certificate it was signed with. */
  readonly authority: string;
  /** As PEM: first the one it was signed with, then the others that it brings. */
  readonly certificates: readonly string[];
}

/** A stamp in a picture or beside a bundle's manifest. */
export interface FoundStamp {
  /** The authority's, as it was asked; the stamp does not vouch for it. */
  readonly name: string;
  /** As a fact that is altered where the stamp does not fit. */
  readonly fact: string;
  readonly read: { readonly ok: true; readonly stamp: TimeStamp } | { readonly ok: false; readonly fault: StampFault };
}

/** The text of a picture's stamp: the authority's name, and the answer (a TimeStampResp in DER) as base64. */
export function stampText(name: string, answer: Uint8Array): string {
  let binary = '';
  for (const byte of answer) binary += String.fromCodePoint(byte);
  return `${name}\n${btoa(binary).replaceAll(/.{1,64}/g, '$&\n')}`;
}

/** Reads it back; bytes that are none come as none. */
export function readStampText(text: string): { readonly name: string; readonly answer: Uint8Array<ArrayBuffer> } {
  const [name = '', ...lines] = text.split('\n');
  try {
    return { name, answer: Uint8Array.from(atob(lines.join('')), (sign) => sign.codePointAt(0) as number) };
  } catch {
    return { name, answer: new Uint8Array() };
  }
}
