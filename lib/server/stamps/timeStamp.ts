import { createHash } from 'node:crypto';
import * as asn1 from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';

// Time stamps by RFC 3161: what is sent to a time authority, and what its answer says.

const SHA_256 = '2.16.840.1.101.3.4.2.1';
/** id-ct-TSTInfo. */
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
/** id-signedData. */
const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** PKIStatus: granted, and granted with modifications. */
const GRANTED = [0, 1];
const [COMMON_NAME, ORGANIZATION] = ['2.5.4.3', '2.5.4.10'];

/** What is wrong with an answer of a time authority. */
export const STAMP_FAULTS = [
  /** It is no answer of RFC 3161. */
  'unreadable',
  /** The authority says no. */
  'refused',
  /** It stamps something else. */
  'other-bytes',
  /** It answers another request. */
  'other-request',
  /** The certificate that it was signed with is not in it. */
  'no-certificate',
  /** Its signature is not that of its certificate. */
  'signature',
] as const;
export type StampFault = (typeof STAMP_FAULTS)[number];

/** A stamp that fits its bytes. Whether its authority is to be trusted is not asked. */
export interface TimeStamp {
  readonly time: Date;
  /** The name in the certificate it was signed with. */
  readonly authority: string;
  /** All that are in it, as PEM. */
  readonly certificates: string;
}

export type ReadStamp =
  | { readonly ok: true; readonly stamp: TimeStamp }
  | { readonly ok: false; readonly fault: StampFault };

const sha256 = (data: Uint8Array): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(data).digest());
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

/** A TimeStampReq in DER: the SHA-256 of the data, the nonce (positive, without a leading zero), and the wish for the authority's certificates. */
export function stampRequest(data: Uint8Array, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256, algorithmParams: new asn1.Null() }),
      hashedMessage: new asn1.OctetString({ valueHex: sha256(data).buffer }),
    }),
    nonce: new asn1.Integer({ valueHex: bufferOf(nonce) }),
    certReq: true,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/** Reads a TimeStampResp over `data`; `nonce`: of the request it answers, where that is known. */
export async function readStamp(
  answer: Uint8Array,
  { data, nonce }: { readonly data: Uint8Array; readonly nonce?: Uint8Array },
): Promise<ReadStamp> {
  const parts = partsOf(answer);
  if (typeof parts === 'string') return { ok: false, fault: parts };
  const { signed, info } = parts;
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  const isOfData =
    hashAlgorithm.algorithmId === SHA_256 && sha256(data).every((byte, i) => bytesOf(hashedMessage)[i] === byte);
  if (!isOfData || bytesOf(hashedMessage).length !== sha256(data).length) return { ok: false, fault: 'other-bytes' };
  if (nonce !== undefined && !isSame(info.nonce, nonce)) return { ok: false, fault: 'other-request' };
  const certificates = (signed.certificates ?? []).filter((one) => one instanceof Certificate);
  const signer = signerOf(signed, certificates);
  if (signer === undefined) return { ok: false, fault: 'no-certificate' };
  if (!(await isSigned(signed, data))) return { ok: false, fault: 'signature' };
  return {
    ok: true,
    stamp: { time: info.genTime, authority: nameOf(signer), certificates: certificates.map(pemOf).join('') },
  };
}

const bytesOf = (string: asn1.OctetString): Uint8Array => string.valueBlock.valueHexView;

const isSame = (found: asn1.Integer | undefined, nonce: Uint8Array): boolean =>
  found !== undefined && Buffer.from(found.valueBlock.valueHexView).equals(Buffer.from(nonce));

function partsOf(answer: Uint8Array): StampFault | { readonly signed: SignedData; readonly info: TSTInfo } {
  try {
    const response = TimeStampResp.fromBER(bufferOf(answer));
    if (!GRANTED.includes(response.status.status)) return 'refused';
    if (response.timeStampToken?.contentType !== SIGNED_DATA) return 'unreadable';
    const signed = new SignedData({ schema: response.timeStampToken.content as asn1.AsnType });
    const { eContent, eContentType } = signed.encapContentInfo;
    if (eContentType !== TST_INFO || eContent === undefined) return 'unreadable';
    return { signed, info: TSTInfo.fromBER(eContent.getValue()) };
  } catch {
    return 'unreadable';
  }
}

/** The certificate that the first signature names. */
function signerOf({ signerInfos }: SignedData, certificates: readonly Certificate[]): Certificate | undefined {
  const sid: unknown = signerInfos[0]?.sid;
  if (!(sid instanceof IssuerAndSerialNumber)) return undefined;
  return certificates.find(
    ({ issuer, serialNumber }) => issuer.isEqual(sid.issuer) && serialNumber.isEqual(sid.serialNumber),
  );
}

async function isSigned(signed: SignedData, data: Uint8Array): Promise<boolean> {
  try {
    return await signed.verify({ signer: 0, data: bufferOf(data), checkChain: false });
  } catch {
    return false;
  }
}

/** The common name of a certificate's subject, else its organization. */
function nameOf({ subject }: Certificate): string {
  const of = (type: string | undefined): string | undefined => {
    const found = subject.typesAndValues.find((one) => one.type === type);
    return found === undefined ? undefined : found.value.valueBlock.value;
  };
  return of(COMMON_NAME) ?? of(ORGANIZATION) ?? '';
}

function pemOf(certificate: Certificate): string {
  const base64 = Buffer.from(certificate.toSchema().toBER()).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
