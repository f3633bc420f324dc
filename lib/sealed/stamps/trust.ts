import type { BitString } from 'asn1js';
import { BasicConstraints, ExtKeyUsage, type Certificate, type Extension } from 'pkijs';
import { certificateOfPem } from './pem';
import type { StampCertificate, TimeStamp } from './stamp';

const [KEY_USAGE, BASIC_CONSTRAINTS, NAME_CONSTRAINTS, EXTENDED_KEY_USAGE] = [
  '2.5.29.15',
  '2.5.29.19',
  '2.5.29.30',
  '2.5.29.37',
] as const;
/** Extensions that may be critical: what they say is read here, or confines nothing of a time stamp (other names of the subject, policies). */
const READ: readonly string[] = [KEY_USAGE, BASIC_CONSTRAINTS, EXTENDED_KEY_USAGE, '2.5.29.17', '2.5.29.32'];
/** id-kp-timeStamping. */
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** Bits of the first byte of a key's use: digitalSignature and nonRepudiation; keyCertSign. */
const [SIGNATURES, KEY_CERT_SIGN] = [0xc0, 0x04];

export interface StampTrust {
  readonly certificate: StampCertificate;
  /** Whether one of the trusted certificates vouches for it, at the time of the stamp. */
  readonly isTrusted: boolean;
}

/** What the certificate of a stamp is worth. `roots`: those that are trusted, as PEM; what is none is passed over. */
export async function trustOf(
  { certificates, time }: TimeStamp,
  { roots, now }: { readonly roots: readonly string[]; readonly now: Date },
): Promise<StampTrust> {
  const [own, ...others] = certificates.map(certificateOfPem);
  if (own === undefined) throw new RangeError('a stamp without its certificate');
  const then = new Date(time);
  const trusted = roots.flatMap(readable);
  const isOfUse = isForTimeStamps(own);
  const isTrusted = isOfUse && (await isVouchedFor(own, { others, trusted, at: then }));
  const certificate = !isOfUse
    ? 'other-use'
    : !isValidAt(own, then)
      ? 'not-then'
      : !isValidAt(own, now) || (isTrusted && !(await isVouchedFor(own, { others, trusted, at: now })))
        ? 'expired'
        : 'valid';
  return { certificate, isTrusted };
}

function readable(pem: string): readonly Certificate[] {
  try {
    return [certificateOfPem(pem)];
  } catch {
    return [];
  }
}

const isValidAt = ({ notBefore, notAfter }: Certificate, at: Date): boolean =>
  notBefore.value <= at && at <= notAfter.value;

const extensionOf = ({ extensions }: Certificate, id: string | undefined): Extension | undefined =>
  extensions?.find(({ extnID }) => extnID === id);

/** For time stamps and nothing else, said as critical (RFC 3161, section 2.3). Where its key's use is said, it is for signatures alone. */
function isForTimeStamps(certificate: Certificate): boolean {
  const use = extensionOf(certificate, EXTENDED_KEY_USAGE);
  const purposes: unknown = use?.parsedValue;
  if (use?.critical !== true || !(purposes instanceof ExtKeyUsage)) return false;
  if (purposes.keyPurposes.length !== 1 || purposes.keyPurposes[0] !== TIME_STAMPING) return false;
  const bits = keyUsageOf(certificate);
  return bits === undefined || ((bits & SIGNATURES) !== 0 && (bits & ~SIGNATURES) === 0);
}

/** undefined: not said. */
function keyUsageOf(certificate: Certificate): number | undefined {
  const usage = extensionOf(certificate, KEY_USAGE)?.parsedValue as BitString | undefined;
  return usage === undefined ? undefined : (usage.valueBlock.valueHexView[0] ?? NO_USE);
}

const NO_USE = 0;

interface Chain {
  /** That the stamp brings. */
  readonly others: readonly Certificate[];
  readonly trusted: readonly Certificate[];
  readonly at: Date;
  /** How many authorities stand below the next one. */
  readonly below?: number;
  /** How many signatures may still be checked. */
  readonly checks?: { left: number };
}

/** Of certificates that all vouch for each other there are more ways than can be gone. A chain has two or three signatures. */
const MOST_CHECKS = 64;

/** So many authorities between a stamp's certificate and a trusted one are gone through; there are one or two. */
const MOST_BETWEEN = 6;

/**
 * Whether a chain of signatures leads from a certificate to a trusted one (RFC 5280, section 6), all valid at that time. Revocation is not asked, since
 * nothing is sent. Names and policies that an authority is confined to are not read: one that is confined by name vouches for nothing here.
 */
async function isVouchedFor(
  own: Certificate,
  { others, trusted, at, below = 0, checks = { left: MOST_CHECKS } }: Chain,
): Promise<boolean> {
  if (!isValidAt(own, at) || !isUnderstood(own) || below > MOST_BETWEEN) return false;
  for (const root of trusted)
    if (mayVouch(root, { at, below }) && isUnderstood(root) && (await isSignedBy(own, root, checks))) return true;
  for (const one of others)
    if (
      one !== own &&
      mayVouch(one, { at, below }) &&
      (await isSignedBy(own, one, checks)) &&
      (await isVouchedFor(one, {
        others: others.filter((other) => other !== one),
        trusted,
        at,
        below: below + 1,
        checks,
      }))
    )
      return true;
  return false;
}

/** Whether it is that of an authority, then valid, over so many others. */
function mayVouch(authority: Certificate, { at, below }: { readonly at: Date; readonly below: number }): boolean {
  const constraints: unknown = extensionOf(authority, BASIC_CONSTRAINTS)?.parsedValue;
  if (!(constraints instanceof BasicConstraints) || !constraints.cA || !isValidAt(authority, at)) return false;
  const most = constraints.pathLenConstraint;
  if (most !== undefined && Number(most) < below) return false;
  const bits = keyUsageOf(authority);
  return bits === undefined || (bits & KEY_CERT_SIGN) !== 0;
}

/** Whether nothing stands in it that forbids something unread here. */
const isUnderstood = ({ extensions = [] }: Certificate): boolean =>
  extensions.every(({ extnID, critical }) => extnID !== NAME_CONSTRAINTS && (!critical || READ.includes(extnID)));

async function isSignedBy(own: Certificate, authority: Certificate, checks: { left: number }): Promise<boolean> {
  try {
    if (!own.issuer.isEqual(authority.subject) || checks.left === 0) return false;
    checks.left -= 1;
    return await own.verify(authority);
  } catch {
    return false;
  }
}
