import { venueList } from './venues';

/** Heads of a pack of exhibits: of its PDF, its index, its README and its certification. */
export const packHeads = {
  contents: 'Contents',
  index: 'Index of exhibits',
  missing: 'Addresses without an exhibit',
  whatThisIs: 'What this is',
  files: 'The files',
  check: 'How to check it',
  use: 'How to use it',
} as const;

/** "Exhibits: ATOM, DOGE" */
export const packTitle = (assets: readonly string[]): string => `Exhibits: ${assets.join(', ')}`;

/** "Exhibit 1" */
export const exhibitName = (number: number): string => `Exhibit ${String(number)}`;
/** "Exhibit 1, page 2 of 2" */
export const exhibitPage = (number: number, page: number, of: number): string =>
  `${exhibitName(number)}, page ${String(page)} of ${String(of)}`;
/** "Page 3 of 45" */
export const packPage = (page: number, of: number): string => `Page ${String(page)} of ${String(of)}`;

/** What stands before the list of exhibits. */
export const packLead = {
  measures:
    'Each exhibit is a measurement of one-minute candles: how far each venue’s price was from a reference. It says what was measured. It does not say why.',
  folders:
    'Each exhibit has two pages in this document and a folder of its own, with the picture, the figures, the candles and a script that checks them.',
  /** Before the addresses that gave no exhibit, with why. */
  missing: 'These addresses were requested too. They gave no exhibit; the reason is given beside each.',
  /** Of errata that stand in an exhibit. */
  quoted: 'An erratum, or a venue’s answer, is quoted as its author gave it. Its words are the author’s.',
} as const;

/** The terms of the facts of an exhibit, beside those of a picture. */
export const exhibitTerms = {
  finding: 'Finding',
  asset: 'Asset',
  minute: 'Minute',
  window: 'Window',
  /** `zone`: "UTC+9". */
  inZone: (zone: string): string => `The same in ${zone}`,
  books: 'Venues, books and sources',
  basis: 'Basis of measurement',
  digestOfMinute: 'Digest of the minute',
  picture: 'SHA-256 of the picture',
  manifest: 'SHA-256 of the manifest',
  address: 'Address',
  folder: 'Folder',
  key: 'Key of the seal',
  unsigned: 'none: the instance had no key when this was made',
  check: 'How to check it',
} as const;

/** How deviations are measured, in two lines. `currency`: of the prices. */
export const exhibitBasis = (currency: string): string =>
  `One-minute candles. A venue’s low is divided by the reference low of the same minute, and 1 is taken away; highs and closes likewise. Prices in ${currency}. A minute without a trade stays empty: no price is carried over or filled in.`;

/** How an exhibit is checked by itself. `sums`, `script`: commands. */
export const exhibitCheck = (folder: string, sums: string, script: string): string =>
  `In the folder ${folder}, \`${sums}\` shows whether every file is as it was made, and \`${script}\` computes the figures again from the candles. README.txt there has every step, and how to request the same minute from each exchange.`;

/** The heads of the table of an exhibit: of its minute's venues, or of its window's episodes. */
export const exhibitTables = {
  minute: 'The venues in this minute',
  window: 'The episodes of this window, furthest first',
  /** `file`: where all rows are. */
  more: (count: number, file: string): string =>
    count === 1 ? `1 further row is in ${file}.` : `${String(count)} further rows are in ${file}.`,
} as const;

/** What each file of a pack is. */
export const packFiles = {
  pack: 'every exhibit on two pages, the list of contents, the certification',
  index: 'the list of exhibits, in three forms',
  certification: 'a text to be completed and signed by a person',
  exhibits: 'one folder for each exhibit, with its own README',
  manifest: 'the SHA-256 of every other file',
  signature: 'its signature, and a copy of the public key',
  stamps:
    'which time authority stamped it and when, or why not; for each stamp, the authority’s answer and the certificates in it',
} as const;

/** How a pack is checked, step by step. Commands and addresses are given. */
export const packChecks = {
  sums: (command: string, ofMac: string): string =>
    `Unpack the zip and open a terminal in its folder. \`${command}\` (macOS: \`${ofMac}\`) prints OK for every file that is as it was when the pack was made.`,
  signature: (keys: string, command: string): string =>
    `The list of sums is signed. Take the public key of the instance from ${keys}, and not from this folder: key.pem is a copy and must be the same. Then \`${command}\` (OpenSSL 3).`,
  unsigned: 'The list of sums is not signed: the instance had no key when this pack was made.',
  /** `names`: of the authorities, as their files are named. `list`: the file that says what each did. */
  stamps: (names: readonly string[], list: string, command: string): string =>
    `Time authorities (${names.join(', ')}) were asked to stamp the list of sums (RFC 3161): that it existed at that time, by the word of a third party. ${list} says when each did, or why not. Get the root certificate of the authority from its own site, save it as root.pem, and for each stamp \`${command}\`.`,
  script: (command: string): string =>
    `In the folder of each exhibit, \`${command}\` checks its files and computes its figures again from the candles. It needs no connection, and nothing of ours.`,
  address: 'Open the address of each exhibit. Its page shows the digest that is printed here.',
  exchange:
    'Ask the exchange. The page of a minute shows, for each venue, the address and the command for the same candle, and the row to expect.',
} as const;

/** Where the keys are published, where the instance has no public address. */
export const packKeysAt = (path: string): string => `the address of the instance, at ${path}`;

/** How a pack is used. */
export const packUse = {
  unchanged: 'Leave every file as it is. Whoever receives the pack can then check all of it again.',
  certification:
    'Complete the certification in print, or in a copy outside this folder: a change in this folder shows in the first check.',
  counsel:
    'This is no legal advice. Whether a document is admitted, and in which form, is for the rules of the place and for counsel.',
} as const;

/** One line of a form to be filled in. */
const BLANK = '______________________________';
const BOX = '[  ]';

/**
 * What a person certifies who made or received a pack, with blanks. After the usual certification of records generated by an electronic process
 * (Federal Rules of Evidence 902(13) and (14)): who, what process, what was checked, and that nothing was changed. `origin`: where the pack was made.
 */
export const certificationText = ({
  exhibits,
  method,
  origin,
  digests,
}: Readonly<{
  exhibits: number;
  method: number;
  origin: string | undefined;
  digests: readonly string[];
}>): readonly Readonly<{
  head: string;
  lines: readonly string[];
}>[] => [
  {
    head: 'Certification of records generated by an electronic process',
    lines: [
      'To be completed and signed by a person who knows what is stated. Strike out what does not apply. This form is no legal advice.',
    ],
  },
  {
    head: 'The person',
    lines: [`Name: ${BLANK}`, `Role or employer: ${BLANK}`, `Address or contact: ${BLANK}`],
  },
  {
    head: 'The records',
    lines: [
      `The pack has ${exhibits === 1 ? '1 exhibit' : `${String(exhibits)} exhibits`}, with these digests:`,
      ...digests.map((digest, i) => `${exhibitName(i + 1)}: ${digest}`),
      `Name of the zip: ${BLANK}`,
      `SHA-256 of manifest-sha256.txt: ${BLANK}`,
    ],
  },
  {
    head: 'How I received them',
    lines: [
      `${BOX} I downloaded the pack myself from ${origin ?? BLANK}`,
      `${BOX} I made the pack myself, with a copy of the program, on this computer: ${BLANK}`,
      `${BOX} I received the pack from: ${BLANK}`,
      `Date and time, with time zone: ${BLANK}`,
    ],
  },
  {
    head: 'How they were generated',
    lines: [
      `The records were generated by an electronic process, and no person wrote or edited a figure. The program Plumbline stores one-minute candles that the exchanges’ public interfaces and archives serve, with the time and the SHA-256 of each reply. It computes the figures from these candles by version ${String(method)} of its published method. The same candles and parameters give the same figures and the same digest.`,
      `How I know this: ${BLANK}`,
    ],
  },
  {
    head: 'What I checked',
    lines: [
      `${BOX} The sums: every file of the pack is as the list says.`,
      `${BOX} The signature of the list, with the public key that I took on ${BLANK} from ${BLANK}`,
      `${BOX} The script of each exhibit ended with “Everything fits.”`,
      `${BOX} The address of each exhibit showed the digest printed above.`,
      `${BOX} I requested the minute from the exchange itself. Result: ${BLANK}`,
      `${BOX} Other: ${BLANK}`,
    ],
  },
  {
    head: 'Statement',
    lines: [
      'I have not changed any file of the pack. What is attached is a true copy of what I received. What I state here is true to the best of my knowledge.',
      `Further words that the rules of the place require: ${BLANK}`,
      `Place and date: ${BLANK}`,
      `Signature: ${BLANK}`,
    ],
  },
];

/** What a picture shows, for whoever cannot see it. */
export const exhibitPictureAlt = (sentence: string, venues: readonly string[]): string =>
  `Chart of prices and deviations by venue: ${venueList(venues)}. ${sentence}`;
