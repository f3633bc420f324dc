import type { Verification } from '../../api/verification';
import { WHY_NO_STAMP } from './stampList';

/** What `verify` says of a stamp. */
export const stampSaid = (stamp: NonNullable<Verification['stamps']>[number]): string => {
  const { name, of, time, authority, fault, certificate, isTrusted } = stamp;
  if (fault === 'unchecked')
    return `Time stamp of ${name}: of exactly these bytes; its signature cannot be checked here.`;
  if (fault !== null)
    return `Time stamp of ${name}: ${fault === 'other-bytes' ? OTHER_BYTES[of] : WHY_NO_STAMP[fault]}.`;
  if (time === null || authority === null || certificate === null) return '';
  const trust = isTrusted === true ? TRUSTED : UNKNOWN;
  return `Time stamp: ${time} by ${authority} (${name}), over exactly this ${of}; its signature holds. ${CERTIFICATES[certificate]} ${trust}`;
};

const OTHER_BYTES = {
  seal: 'its stamp is of other bytes than this seal',
  manifest: WHY_NO_STAMP['other-bytes'],
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

export const NAME_THE_ROOTS = 'name a file of certificates as PEM (root certificates of time authorities)';
export const rootsUnreadable = (file: string): string => `${file} holds no certificate; ${NAME_THE_ROOTS}`;

export const NO_SEAL_TO_STAMP =
  'the picture has no seal, so there is nothing to stamp; make the key of this instance readable';

export const NO_AUTHORITY =
  'no time authority is named; set PLUMBLINE_TIME_STAMPS to the addresses of one or more (RFC 3161), or leave out --stamp';
export const authorityUnreadable = (text: string): string =>
  `PLUMBLINE_TIME_STAMPS names "${text.slice(0, 60)}", which is not an address; write it like https://authority.example/tsr`;
