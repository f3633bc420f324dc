import type { Verification } from '../../api/verification';

/** Why a time authority's answer is no stamp, or why there is none. */
export type NoStamp =
  | 'unreadable'
  | 'refused'
  | 'other-bytes'
  | 'other-request'
  | 'no-certificate'
  | 'signature'
  | 'no-answer'
  | 'late'
  | 'status'
  | 'too-long';

const WHY: Readonly<Record<NoStamp, string>> = {
  unreadable: 'its answer is not a time stamp of RFC 3161',
  refused: 'it refused to stamp',
  'other-bytes': 'its stamp is of other bytes than this manifest',
  'other-request': 'its answer is to another request',
  'no-certificate': 'its answer does not hold the certificate it was signed with',
  signature: 'the signature does not fit the certificate',
  'no-answer': 'it could not be reached',
  late: 'it did not answer in time',
  status: 'it answered with an error',
  'too-long': 'its answer is longer than any stamp',
};

/** What an authority did. `time`: ISO, UTC. */
export type StampSaid =
  | { readonly name: string; readonly ok: true; readonly time: string; readonly authority: string }
  | { readonly name: string; readonly ok: false; readonly fault: NoStamp; readonly status: number | undefined };

/** "freetsa.org: stamped 2026-11-28T10:00:00.000Z by Free TSA", or why it did not. */
export function stampLine(said: StampSaid): string {
  if (said.ok) return `${said.name}: stamped ${said.time} by ${said.authority}`;
  const status = said.status === undefined ? '' : ` (${String(said.status)})`;
  return `${said.name}: no stamp; ${WHY[said.fault]}${status}`;
}

/** Below the list of stamps, in a bundle and in a pack. */
export const HOW_TO_CHECK_STAMPS = `A time stamp (RFC 3161) says, by the word of an authority that is not us, that manifest-sha256.txt existed at its time.
To check one, get the authority's root certificate from its own site, save it as root.pem, and for each NAME above
openssl ts -verify -in manifest-sha256.txt.NAME.tsr -data manifest-sha256.txt -CAfile root.pem -untrusted manifest-sha256.txt.NAME.pem`;

/** What `verify` says of a stamp. */
export const stampSaid = (stamp: NonNullable<Verification['stamps']>[number]): string => {
  const { name, of, time, authority, fault, certificate, isTrusted } = stamp;
  if (fault === 'unchecked')
    return `Time stamp of ${name}: of exactly these bytes; its signature cannot be checked here.`;
  if (fault !== null) return `Time stamp of ${name}: ${fault === 'other-bytes' ? OTHER_BYTES[of] : WHY[fault]}.`;
  if (time === null || authority === null || certificate === null) return '';
  const trust = isTrusted === true ? TRUSTED : UNKNOWN;
  return `Time stamp: ${time} by ${authority} (${name}), over exactly this ${of}; its signature holds. ${CERTIFICATES[certificate]} ${trust}`;
};

const OTHER_BYTES = {
  seal: 'its stamp is of other bytes than this seal',
  manifest: WHY['other-bytes'],
} as const;

const CERTIFICATES = {
  valid: 'Its certificate was valid then and is now.',
  expired: 'Its certificate was valid then and has expired since.',
  'not-then': 'Its certificate was not valid then.',
  'other-use': 'Its certificate is not one for time stamps.',
} as const;

const TRUSTED = 'A certificate trusted here vouches for it.';
const UNKNOWN =
  'It is not among the authorities trusted here, which says nothing against it; name its root certificate with --roots or PLUMBLINE_TIME_ROOTS.';

export const rootsUnreadable = (file: string): string =>
  `${file} holds no certificate; name a file of certificates as PEM (root certificates of time authorities)`;

export const NO_SEAL_TO_STAMP =
  'the picture has no seal, so there is nothing to stamp; make the key of this instance readable';

export const NO_AUTHORITY =
  'no time authority is named; set PLUMBLINE_TIME_STAMPS to the addresses of one or more (RFC 3161), or leave out --stamp';
export const authorityUnreadable = (text: string): string =>
  `PLUMBLINE_TIME_STAMPS names "${text.slice(0, 60)}", which is not an address; write it like https://authority.example/tsr`;
