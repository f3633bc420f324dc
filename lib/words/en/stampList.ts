// The list of time stamps beside a manifest. It is compared letter by letter with the stamps that it is about, so its words are a format, in English alone.

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

export const WHY_NO_STAMP: Readonly<Record<NoStamp, string>> = {
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
  return `${said.name}: no stamp; ${WHY_NO_STAMP[said.fault]}${status}`;
}

/** Below the list of stamps, in a bundle and in a pack. */
const HOW_TO_CHECK_STAMPS = `A time stamp (RFC 3161) says, by the word of an authority that is not us, that manifest-sha256.txt existed at its time.
To check one, get the authority's root certificate from its own site, save it as root.pem, and for each NAME above
openssl ts -verify -in manifest-sha256.txt.NAME.tsr -data manifest-sha256.txt -CAfile root.pem -untrusted manifest-sha256.txt.NAME.pem`;

/** The list of what each authority did, in the order in which they were asked. */
export const stampList = (said: readonly StampSaid[]): string =>
  [...said.map(stampLine), '', HOW_TO_CHECK_STAMPS, ''].join('\n');

/** What a line says of an authority that did not stamp. */
const NO_STAMP = /^([A-Za-z0-9.-]+): no stamp; (.+?)(?: \((\d{3})\))?$/;

/** Reads a list back: what each line says, of stamps the line alone; undefined: it is none that `stampList` writes. */
export function stampsListed(list: string): readonly string[] | undefined {
  const end = `\n\n${HOW_TO_CHECK_STAMPS}\n`;
  return list.endsWith(end) ? list.slice(0, -end.length).split('\n') : undefined;
}

/** Whether a line says that an authority did not stamp, and why, as `stampLine` says it; nobody vouches for it. Gives its name. */
export function unstampedIn(line: string): string | undefined {
  const [, name, why, status] = NO_STAMP.exec(line) ?? [];
  const faults = Object.keys(WHY_NO_STAMP) as readonly NoStamp[];
  const fault = faults.find((one) => WHY_NO_STAMP[one] === why);
  if (name === undefined || fault === undefined) return undefined;
  const said = { name, ok: false, fault, status: status === undefined ? undefined : Number(status) } as const;
  return stampLine(said) === line ? name : undefined;
}
