import { codeOf } from '../typed';
import type { Verdict, Verification } from '../../api/verification';
import { count, utc } from './numbers';

/** The page on which a picture or a bundle is verified. What was measured, never why, nor whose doing. */
export const verifyHead = {
  title: 'Verify a picture or a bundle',
  lead: 'Choose a picture (PNG or JPEG) or a bundle (ZIP) that Plumbline made. The page checks its seal and compares what it says with the data stored here.',
  /** What leaves the browser. */
  kept: 'The file stays on this device. Your browser reads and hashes it, and sends this site only the address found in it.',
} as const;

export const filePicker = {
  label: 'The file to verify',
  drop: 'Drop a file here, or',
  dropNow: 'Release to verify it',
  choose: 'Choose a file',
  another: 'Verify another file',
  limit: (mostMb: number): string => `PNG, JPEG or ZIP, at most ${String(mostMb)} MB`,
  get noScript(): string {
    return `Your browser needs JavaScript to read the file. Without it, use ${codeOf('verify FILE')}.`;
  },
} as const;

export const verifyStages = {
  reading: (file: string): string => `Reading ${file}…`,
  comparing: 'Comparing with the stored data…',
  progress: 'Progress of the comparison',
} as const;

/** Why a file could not be read, each with the mend. */
export const unreadableFile = {
  empty: 'The file is empty. Choose a picture (PNG or JPEG) or a bundle (ZIP).',
  'file-too-large': 'The file is larger than any picture or bundle of Plumbline. Choose the file as it was exported.',
  neither: 'The file is neither a PNG, a JPEG nor a ZIP. Save the picture as PNG or JPEG, and choose it again.',
  damaged: 'The file is damaged or cut off. Get it from its sender again.',
  'too-large': 'The picture has more pixels than this page reads. Save it smaller, and choose it again.',
  pack: 'The ZIP is a pack of exhibits. Unpack it, and choose the `picture.png` of an exhibit. `README.txt` in it says how the pack as a whole is checked.',
  'unpacks-large': 'The ZIP unpacks to more than any bundle of Plumbline. Get it from its sender again.',
  names: 'The ZIP contains files that no bundle of Plumbline has. Get it from its sender again.',
  'packed-otherwise': 'The ZIP is packed in another way than a bundle of Plumbline. Get the bundle as it was exported.',
  /** The browser itself could not read it. */
  get here(): string {
    return `This browser could not read the file. Use a current version of it, or ${codeOf('verify FILE')} on the command line.`;
  },
} as const;

interface VerdictWords {
  readonly name: string;
  readonly says: string;
  /** What to do next. */
  readonly next: string;
}

export const verdictWords: Readonly<Record<Verdict, VerdictWords>> = {
  identical: {
    name: 'Identical',
    says: 'The same address gives the same data and the same pixels now.',
    next: 'Open the address to see each minute, its sources, and how to ask the exchange for the same minute.',
  },
  'same-data': {
    name: 'Same data',
    says: 'The same address gives the same data now. This site draws it with other pixels: by another version, or with another note.',
    next: 'Open the address to see the same data as it is drawn now. The seal vouches for the pixels of the file.',
  },
  changed: {
    name: 'Other data stored now',
    says: 'The candles stored here are not those it was made from.',
    next: 'Compare below what it was made from, where that is stored here, with what is stored now.',
  },
  parameters: {
    name: 'Other parameters',
    says: 'This site computes the address by other parameters: another version of the method, another list of assets or of second names.',
    next: 'Compare the parameters below, and open the address to see the result by those of today.',
  },
  'not-compared': {
    name: 'Not compared',
    says: 'It could not be compared with stored data.',
    next: 'Verify it on the site whose address is printed on it.',
  },
  'unknown-signer': {
    name: 'Unknown signer',
    says: 'The seal matches the file. Its key is not one of this site’s.',
    next: 'Get the list of keys from the site whose address is printed on it, not from whoever sent the file, and look for the id of the key in it.',
  },
  altered: {
    name: 'Altered',
    says: 'The file is not what was sealed.',
    next: 'Get the file as it was exported. What differs is below; it does not show who changed it, or why.',
  },
  unsealed: {
    name: 'Not sealed',
    says: 'The file has the content of a Plumbline picture, but no seal.',
    next: 'Nobody vouches for this file. Open the address to see what the data says.',
  },
  copy: {
    name: 'A copy without a seal',
    says: 'The QR code in the picture has the address of a view. Chat programs and screenshots make such copies. The pixels of a copy cannot be compared.',
    next: 'Open the address and compare the picture with the page, or get the file as it was exported.',
  },
  'not-ours': {
    name: 'Not recognized',
    says: 'The file has no content of a Plumbline picture, no seal, and no QR code of a view.',
    next: 'If the picture was cropped or made much smaller, get the file as it was exported.',
  },
};

/** Over the verdicts on a file that is as a known key sealed it, and over the others. */
export const verdictGroups = {
  unaltered: 'The seal is by a known key, and nothing in the file has changed since.',
  otherwise: 'Otherwise',
} as const;

/** Why nothing, or not all, could be compared. */
export const verdictReasons: Readonly<Record<NonNullable<Verification['reason']>, string>> = {
  address: 'This version cannot read its address.',
  'not-stored': 'Nothing is stored here for its address, or not for every venue in it.',
  failed: 'Its address could not be computed.',
  'no-digest-text': 'The file does not hold the text of its digest, so the changes cannot be named.',
  'later-seal': 'Its seal is of a later version.',
  'other-prices': 'Of the picture and this site, one has simulated prices and the other real ones.',
  'older-digest':
    'The file does not hold the text of its digest, and the digest may be of an older version, so it shows nothing about the data.',
  'beside-rows':
    'The rows that the file names are the same. A change is among its other figures, of which it has only a hash.',
};

export const verdictFacts = {
  label: 'What was found',
  next: 'What to do next',
  file: 'File',
  readAs: { picture: 'read as a picture', bundle: 'read as a bundle' },
  address: 'Address',
  open: 'Open the view',
  now: 'The view says now',
  key: 'Key',
  keyInUse: (created: string): string => `in use since ${utc(created)} UTC`,
  keyRetired: (created: string, retired: string): string => `in use from ${utc(created)} to ${utc(retired)} UTC`,
  keys: 'Keys of this site',
  digest: 'Digest',
  digestThen: 'Digest in the file',
  digestNow: 'Digest now',
} as const;

export const alteredWords = {
  title: 'What is not as sealed',
  seal: 'The seal and its signature do not match.',
  pixels: 'The pixels are not those that were sealed.',
  name: 'Field or file',
  sealed: 'As sealed',
  found: 'In the file',
  nothing: 'nothing',
} as const;

export const parameterWords = {
  title: 'Parameters that differ',
  name: 'Parameter',
  was: 'In the picture',
  now: 'On this site',
} as const;

/** Of a page of many assets: the rows of its table that changed. */
export const changeWords = {
  title: 'What has changed',
  field: 'Value',
  was: 'Then',
  now: 'Now',
  none: 'none',
  row: 'Row',
  moreRows: (rows: number): string => `Show ${count(rows)} more`,
  rowAdded: 'Not in the file; listed here now.',
  rowGone: 'In the file; not listed here now.',
} as const;

/** The time stamps in a picture or a bundle, each told by what it covers and by what its certificate is worth. */
export const stampWords = {
  title: 'Time stamps',
  lead: 'A time authority signed with its clock that a hash existed (RFC 3161). It does not say who made the file, nor that a price is right.',
  stamped: (time: string, authority: string): string => `Stamped ${time} UTC by ${authority}.`,
  covers: {
    seal: 'It covers exactly the seal of this picture, and its signature is valid.',
    manifest: 'It covers exactly the manifest of this bundle, and its signature is valid.',
  },
  trusted: 'A certificate that this site trusts vouches for the authority.',
  unknown:
    'The authority’s certificate is not among those that this site trusts. That says nothing against it: get its root certificate from the authority’s own site.',
  certificates: {
    valid: 'Its certificate was valid then and is valid now.',
    expired: 'Its certificate was valid then and has expired since.',
    'not-then': 'Its certificate was not valid at that time.',
    'other-use': 'Its certificate is not one for time stamps.',
  },
  faults: {
    unreadable: 'This is not a time stamp of RFC 3161.',
    refused: 'The authority refused to stamp.',
    'other-bytes': 'The stamp covers other bytes than these.',
    'other-request': 'The stamp answers another request.',
    'no-certificate': 'The stamp does not contain the certificate it was signed with.',
    signature: 'The signature of the stamp is not valid.',
    get unchecked(): string {
      return `The stamp covers exactly these bytes. Its signature cannot be checked on a connection without encryption: use ${codeOf('verify FILE')}.`;
    },
  },
} as const;

export const allVerdicts = {
  title: 'What a verdict says',
  get lead(): string {
    return `Every file gets one of these. ${codeOf('verify')} gives the same on the command line.`;
  },
} as const;
