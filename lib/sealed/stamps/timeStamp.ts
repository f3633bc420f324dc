import type * as asn1 from 'asn1js';
import { Certificate, IssuerAndSerialNumber, SignedData, TimeStampResp, TSTInfo, type SignerInfo } from 'pkijs';
import type { Bytes } from '../bytes';
import { certificatePem } from './pem';
import type { StampFault, TimeStamp } from './stamp';

// What a time authority answers (RFC 3161), read in Node and in a browser alike.

const SHA_256 = '2.16.840.1.101.3.4.2.1';
/** id-ct-TSTInfo. */
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
/** id-signedData. */
const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** PKIStatus: granted, and granted with modifications. */
const GRANTED = [0, 1];
const [COMMON_NAME, ORGANIZATION] = ['2.5.4.3', '2.5.4.10'];
/** id-aa-signingCertificate (RFC 2634), whose hashes are SHA-1, and id-aa-signingCertificateV2 (RFC 5035), whose are SHA-256 unless it says otherwise. */
const [SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2] = ['1.2.840.113549.1.9.16.2.12', '1.2.840.113549.1.9.16.2.47'];
const HASHES: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  [SHA_256]: 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
};

export type ReadStamp =
  | { readonly ok: true; readonly stamp: TimeStamp }
  | { readonly ok: false; readonly fault: StampFault };

/**
 * Reads a TimeStampResp over `data`; `nonce`: of the request it answers, where that is known. Whether its certificate is to be trusted is not asked. A page that
 * came without TLS has no cryptography: what is of these bytes there is `unchecked`.
 */
export async function readStamp(
  answer: Bytes,
  {
    data,
    sha256,
    nonce,
  }: {
    readonly data: Bytes;
    /** Of the data, in hex. */
    readonly sha256: string;
    readonly nonce?: Uint8Array;
  },
): Promise<ReadStamp> {
  const parts = partsOf(answer);
  if (typeof parts === 'string') return { ok: false, fault: parts };
  const { signed, signer, info } = parts;
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  if (hashAlgorithm.algorithmId !== SHA_256 || hexIn(hashedMessage) !== sha256)
    return { ok: false, fault: 'other-bytes' };
  if (nonce !== undefined && !isSame(info.nonce, nonce)) return { ok: false, fault: 'other-request' };
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
  const own = certificateOf(signer, certificates);
  if (own === undefined) return { ok: false, fault: 'no-certificate' };
  if ((globalThis.crypto as Partial<Crypto>).subtle === undefined) return { ok: false, fault: 'unchecked' };
  if (!(await isSigned(signed, data)) || !(await isNamed(signer, own))) return { ok: false, fault: 'signature' };
  const others = certificates.filter((one) => one !== own);
  return {
    ok: true,
    stamp: {
      time: info.genTime.toISOString(),
      authority: nameOf(own),
      certificates: [own, ...others].map(certificatePem),
    },
  };
}

const hexIn = (string: asn1.OctetString): string =>
  [...string.valueBlock.valueHexView].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const isSame = (found: asn1.Integer | undefined, nonce: Uint8Array): boolean =>
  found !== undefined &&
  found.valueBlock.valueHexView.length === nonce.length &&
  nonce.every((byte, i) => found.valueBlock.valueHexView[i] === byte);

interface Parts {
  readonly signed: SignedData;
  readonly signer: SignerInfo;
  readonly info: TSTInfo;
}

function partsOf(answer: Bytes): StampFault | Parts {
  try {
    const response = TimeStampResp.fromBER(answer);
    if (!GRANTED.includes(response.status.status)) return 'refused';
    if (response.timeStampToken?.contentType !== SIGNED_DATA) return 'unreadable';
    const signed = new SignedData({ schema: response.timeStampToken.content as asn1.AsnType });
    const { eContent, eContentType } = signed.encapContentInfo;
    const [signer, ...others] = signed.signerInfos;
    // One signature, that of the authority (section 2.4.2).
    if (signer === undefined || others.length > 0) return 'unreadable';
    if (eContentType !== TST_INFO || eContent === undefined) return 'unreadable';
    return { signed, signer, info: TSTInfo.fromBER(eContent.getValue()) };
  } catch {
    return 'unreadable';
  }
}

/** The certificate that the signature names. */
function certificateOf(signer: SignerInfo, certificates: readonly Certificate[]): Certificate | undefined {
  const sid: unknown = signer.sid;
  if (!(sid instanceof IssuerAndSerialNumber)) return undefined;
  return certificates.find(
    ({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
  );
}

async function isSigned(signed: SignedData, data: Bytes): Promise<boolean> {
  try {
    return await signed.verify({
      signer: 0,
      data: data.buffer.slice(data.byteOffset, data.byteOffset + data.length),
      checkChain: false,
    });
  } catch {
    return false;
  }
}

/** Whether the certificate is the one whose hash was signed with the time (section 2.4.2): of two with one key only one is. */
async function isNamed({ signedAttrs }: SignerInfo, certificate: Certificate): Promise<boolean> {
  try {
    const attributes = signedAttrs?.attributes ?? [];
    const of = (type: string): asn1.Sequence | undefined =>
      attributes.find((one) => one.type === type)?.values[0] as asn1.Sequence | undefined;
    const [newer, older] = [of(SIGNING_CERTIFICATE_V2), of(SIGNING_CERTIFICATE)];
    const named = newer ?? older;
    // SigningCertificate, in it certs, of which the first is the signer's.
    const first = (named?.valueBlock.value[0] as asn1.Sequence | undefined)?.valueBlock.value[0];
    const fields = (first as asn1.Sequence | undefined)?.valueBlock.value ?? [];
    const hash = fields.find((one) => one.idBlock.tagNumber === OCTET_STRING) as asn1.OctetString | undefined;
    const algorithm = fields.find((one) => one.idBlock.tagNumber === SEQUENCE && one !== fields.at(-1));
    const oid = (algorithm as asn1.Sequence | undefined)?.valueBlock.value[0] as asn1.ObjectIdentifier | undefined;
    const name = newer === undefined ? 'SHA-1' : oid === undefined ? 'SHA-256' : HASHES[oid.valueBlock.toString()];
    if (hash === undefined || name === undefined) return false;
    const found = new Uint8Array(await crypto.subtle.digest(name, certificate.toSchema().toBER()));
    return hexIn(hash) === [...found].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return false;
  }
}

const [OCTET_STRING, SEQUENCE] = [4, 16];

/** The common name of a certificate's subject, else its organization. */
function nameOf({ subject }: Certificate): string {
  const of = (type: string | undefined): string | undefined => {
    const found = subject.typesAndValues.find((one) => one.type === type);
    return found === undefined ? undefined : found.value.valueBlock.value;
  };
  return of(COMMON_NAME) ?? of(ORGANIZATION) ?? '';
}
