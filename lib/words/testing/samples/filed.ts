import type { Samples } from './type';

const DIGEST = `sha256:${'0a'.repeat(32)}`;
const SUMS = 'sha256sum -c manifest-sha256.txt';

export const claimPack: Samples<'claimPack'> = { 'claimPack.check': [[SUMS]] };

export const pack: Samples<'pack'> = {
  packTitle: [[['ATOM', 'WBETH']]],
  exhibitName: [[7]],
  exhibitPage: [[7, 3, 5]],
  packPage: [[3, 45]],
  'exhibitTerms.inZone': [['UTC+9']],
  exhibitBasis: [['USD']],
  exhibitCheck: [['exhibit-07', SUMS, 'node check.mjs']],
  'exhibitTables.more': [
    [1, 'ROWS.csv'],
    [4, 'ROWS.csv'],
  ],
  'packChecks.sums': [[SUMS, 'shasum -a 256 -c']],
  'packChecks.signature': [
    ['https://plumbline.example/.well-known/plumbline-keys.json', 'openssl pkeyutl -verify -in FILE'],
  ],
  'packChecks.stamps': [
    [['TSA'], 'STAMPS.txt', 'openssl ts -verify -in FILE'],
    [['TSA', 'OTHER'], 'STAMPS.txt', 'openssl ts -verify -in FILE'],
  ],
  'packChecks.script': [['node check.mjs']],
  packKeysAt: [['/.well-known/plumbline-keys.json']],
  certificationText: [
    [{ exhibits: 1, method: 2, origin: 'https://plumbline.example', digests: [DIGEST] }],
    [{ exhibits: 3, method: 2, origin: undefined, digests: [] }],
  ],
  exhibitPictureAlt: [['A sentence about 5 %.', ['okx', 'gate']]],
};

export const packPage: Samples<'packPage'> = {
  'exhibitLinks.earlier': [[7]],
  'exhibitLinks.later': [[7]],
  'exhibitLinks.remove': [[7]],
  'packProblems.tooLong': [[9, 5]],
  'packProblems.tooMany': [[21, 20]],
};
