import { MOST_VERIFIED_MB } from '../../../api/limits';
import type {
  ChangedBook,
  ChangedRow,
  ObservedMinute,
  PackVerification,
  Verdict,
  Verification,
} from '../../../api/verification';
import { CANDLE_FIELDS } from '../../../domain/candle';
import { isStampFact } from '../../../domain/stampNames';
import { erratumText } from '../errata';
import { fieldWords } from '../candleFields';
import { plainLine } from '../../../domain/plainLine';
import { count } from '../numbers';
import { stampSaid } from '../stamps';

/** What `verify` says for people. What was measured, never why, nor whose doing. A file and an erratum are quoted; a terminal obeys nothing in them. */

export const NAME_A_PICTURE = 'name a picture (PNG or JPEG), a bundle or a pack (zip)';

const UNREADABLE = {
  empty: `is empty; ${NAME_A_PICTURE}`,
  'file-too-large': `is larger than ${String(MOST_VERIFIED_MB)} MB, and no picture or bundle of Plumbline is; name the file as it was exported`,
  neither: 'is neither a PNG, a JPEG nor a zip; save the picture as one of the first two',
  damaged: 'is damaged or cut off; get the file from its sender again',
  'too-large': 'has more than 40 million pixels; save it smaller',
  names: 'contains files that no bundle of Plumbline has; get the file from its sender again',
  'packed-otherwise': 'is packed in another way than a bundle of Plumbline; get the bundle as it was exported',
  pack: 'is a pack of exhibits; unpack it, check it with sha256sum -c manifest-sha256.txt, and name the picture.png of an exhibit',
  'unpacks-large': 'unpacks to more than any bundle of Plumbline does; get the file from its sender again',
} as const;
export const imageUnreadable = (file: string, fault: keyof typeof UNREADABLE): string => `${file} ${UNREADABLE[fault]}`;

export const SAVE_THE_KEYS = 'save the answer of /.well-known/plumbline-keys.json';
export const keysFileUnreadable = (file: string): string => `${file} is not a list of keys; ${SAVE_THE_KEYS}`;

/** The first line: the verdict in a sentence. */
const HEADS: Readonly<Record<Verdict, string | ((found: Verification) => string)>> = {
  identical:
    'Identical: sealed by a known key, unaltered; the same address gives the same digest and the same pixels now.',
  'same-data':
    'Same data: the same address gives the same digest now; it is drawn with other pixels, by another version or with another note.',
  // That it changed is known of a book alone whose earlier state, stored here, is the file's; another instance may never have had that.
  changed: ({ file, changes }) =>
    changes.some(({ minutes }) => minutes !== null)
      ? `The data has changed since this ${file} was made.`
      : `The data stored here is not that of this ${file}.`,
  parameters: ({ file }) => `This instance computes the address with parameters other than the ${file}’s.`,
  'not-compared': 'Sealed by a known key, unaltered; it could not be compared with stored data.',
  'unknown-signer': 'Unknown signer: the seal matches the file, but its key is not among those known here.',
  altered: 'Altered: the file is not what was sealed.',
  unsealed: 'Not sealed: the file has the content of a Plumbline picture, but nobody vouches for it.',
  copy: 'A copy without a seal: its QR code has an address. Pixels cannot be compared; a program that passes pictures on may have made it so.',
  'not-ours': 'Not from Plumbline: it has no content of a Plumbline picture, no seal, and no QR code of an address.',
};

const REASONS: Readonly<Record<NonNullable<Verification['reason']>, string>> = {
  address: 'Its address cannot be read by this version.',
  'not-stored': 'Nothing is stored here of its address, or not of every venue in it.',
  failed: 'Its address could not be computed.',
  'no-digest-text': 'The file does not hold the text of its digest, so what has changed cannot be named.',
  'other-prices': 'Its prices are simulated and those stored here are real, or the other way round.',
  'later-seal': 'Its seal is of a later version.',
  'older-digest':
    'The file does not hold the text of its digest, which may be of an older version, so it shows nothing about the data.',
  'beside-rows':
    'The rows that the file names are the same; a change is among its other figures, of which it has only a hash.',
};

const READ_AS: Readonly<Record<Verification['file'], string>> = {
  picture: 'Read as a picture.',
  bundle: 'Read as a bundle (zip): its manifest, its files and its picture.',
};

/** So many minutes of a book are listed; `--json` has all. */
const MOST_MINUTES = 20;

export function verificationText(found: Verification): string {
  const head = HEADS[found.verdict];
  return [
    typeof head === 'string' ? head : head(found),
    READ_AS[found.file],
    ...simulatedLines([found]),
    ...sealLines(found),
    ...(found.reason === null ? [] : [REASONS[found.reason]]),
    ...alteredLines(found),
    ...(found.stamps ?? []).map(stampSaid),
    ...(found.address === null ? [] : [`Address: ${found.address}`]),
    ...digestLines(found),
    ...(found.sentenceNow === null || found.verdict === 'identical' ? [] : [`Now: ${found.sentenceNow}`]),
    ...found.parameters.map(({ name, was, now }) => `${name}: ${was ?? 'none'} in the picture, ${now ?? 'none'} here`),
    ...found.changes.flatMap(changeLines),
    ...rowLines(found.rows),
    ...found.errata.map(erratumText),
  ]
    .map((line) => `${plainLine(line)}\n`)
    .join('');
}

/** Of its list of sums; what an exhibit shows stands below, each by itself. */
const LIST_HEADS: Readonly<Record<PackVerification['list']['verdict'], string>> = {
  signed: 'The list of sums is signed by a known key, and every file is as it says.',
  'unknown-signer':
    'Unknown signer: every file is as the signed list of sums says, but its key is not among those known here.',
  altered: 'Altered: the pack is not what was signed.',
  unsigned: 'Not signed: nobody vouches for the list of sums.',
};

export function packVerificationText({ list, exhibits }: PackVerification): string {
  const { verdict, signer, altered, stamps = [] } = list;
  const own = [
    LIST_HEADS[verdict],
    `Read as a pack of exhibits (zip): its list of sums, and ${exhibits.length === 1 ? 'the exhibit as a bundle' : `each of its ${count(exhibits.length)} exhibits as a bundle`}.`,
    ...simulatedLines(exhibits),
    ...(signer === null ? [] : [keyLine(signer)]),
    ...(verdict === 'altered' && altered.length === 0
      ? ['The list of sums, its signature and the key beside it do not match.']
      : []),
    ...factLines(altered),
    ...stamps.map(stampSaid),
  ].map((line) => `${plainLine(line)}\n`);
  return [...own, ...exhibits.map((one) => `\n${plainLine(one.folder)}\n${verificationText(one)}`)].join('');
}

/** Above all else that is said of what holds any simulated price. */
const simulatedLines = (found: readonly Pick<Verification, 'simulated'>[]): readonly string[] =>
  found.some(({ simulated }) => simulated === true) ? ['SIMULATED: no exchange published these prices.'] : [];

function keyLine({ id, created, retired }: NonNullable<Verification['signer']>): string {
  const since =
    created === null ? '' : retired === null ? `, in use since ${created}` : `, in use from ${created} to ${retired}`;
  return `Key: ${id}${since}.`;
}

function sealLines({ signer, verdict, altered }: Verification): readonly string[] {
  if (signer === null) return [];
  const holds = verdict === 'altered' || altered.seal ? '' : ' The seal is good: nothing in the file was altered.';
  return [`${keyLine(signer)}${holds}`];
}

function alteredLines({ altered }: Verification): readonly string[] {
  return [
    ...(altered.seal ? ['The seal and its signature do not match.'] : []),
    ...(altered.pixels ? ['The pixels are not those that were sealed.'] : []),
    ...factLines(altered.facts),
  ];
}

const factLines = (facts: Verification['altered']['facts']): readonly string[] =>
  facts
    .filter(({ name }) => !isStampFact(name))
    .map(({ name, sealed, found }) => `${name}: sealed as ${quoted(sealed)}, now ${quoted(found)}`);

/** So much is shown of a text that somebody put into a file; `--json` has all of it. */
const MOST_LETTERS = 200;

function quoted(text: string | null): string {
  if (text === null) return 'nothing';
  return text.length <= MOST_LETTERS
    ? `"${text}"`
    : `"${text.slice(0, MOST_LETTERS)}…" (${count(text.length)} letters)`;
}

function digestLines({ digest, digestNow }: Verification): readonly string[] {
  if (digest !== null && digest === digestNow) return [`Digest: ${digest}`];
  return [
    ...(digest === null ? [] : [`Digest of the picture: ${digest}`]),
    ...(digestNow === null ? [] : [`Digest now: ${digestNow}`]),
  ];
}

const ROLES: Readonly<Record<ChangedBook['role'], string>> = {
  market: '',
  'underlying-market': ', of the underlying',
  'rate-market': ', for rates',
};

function changeLines({ role, venue, market, kind, source, change, minutes }: ChangedBook): readonly string[] {
  const book = `${venue} ${market} ${kind} ${source}${ROLES[role]}`;
  if (change === 'added') return [`${book}: not part of the picture, stored here now`];
  if (change === 'gone') return [`${book}: part of the picture, not stored here now`];
  if (minutes === null)
    return [`${book}: differs; no earlier state stored here matches the picture, so the minutes cannot be named`];
  const rest = minutes.length - MOST_MINUTES;
  return [
    `${book}: ${count(minutes.length)} ${minutes.length === 1 ? 'minute differs' : 'minutes differ'}`,
    ...minutes.slice(0, MOST_MINUTES).map(({ minute, was, now }) => `  ${minute}  ${differences(was, now).join(', ')}`),
    ...(rest > 0 ? [`  and ${count(rest)} more`] : []),
  ];
}

function rowLines(rows: readonly ChangedRow[]): readonly string[] {
  const rest = rows.length - MOST_MINUTES;
  const lines = rows.slice(0, MOST_MINUTES).map(({ list, row, change, fields }) => {
    const name = `${list}, ${row.map(({ value }) => figureOf(value)).join(' ')}`;
    if (change === 'added') return `${name}: not in the picture, listed here now`;
    if (change === 'gone') return `${name}: in the picture, not listed here now`;
    return `${name}: ${fields.map((one) => `${one.name} ${figureOf(one.was)} → ${figureOf(one.now)}`).join(', ')}`;
  });
  return [...lines, ...(rest > 0 ? [`and ${count(rest)} more rows`] : [])];
}

const figureOf = (value: ChangedRow['fields'][number]['was']): string => (value === null ? 'none' : String(value));

function differences(was: ObservedMinute, now: ObservedMinute): readonly string[] {
  const fields = CANDLE_FIELDS.filter((field) => !Object.is(was[field], now[field]));
  return [
    ...(was.answered === now.answered ? [] : [was.answered ? 'answered → not answered' : 'not answered → answered']),
    ...fields.map((field) => `${fieldWords(field)} ${valueOf(was[field])} → ${valueOf(now[field])}`),
  ];
}

const valueOf = (value: number | null): string => (value === null ? 'none' : String(value));
