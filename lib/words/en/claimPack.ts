/** The README of the private part of a claim's pack, and what its evidence says where the account is the worked example. */
export const claimPack = {
  yours:
    'This part is yours. It has your fills, amounts, accounts and the names of your files. Nobody else has it; give it only to those you choose.',
  statement: 'the audit with its method and limits',
  audit: 'the same for programs',
  fills: 'every fill against its minute',
  names:
    'which account and file each letter and number stands for; needed to read the rest; do not give it to anyone who need not know',
  shared: 'what can be shown to others',
  manifest: 'the SHA-256 of each other file here',
  check: (command: string): string => `To check that no file has changed: ${command}`,
  noEvidence: 'No minute of the fills was stored, so no market evidence comes with this pack.',
  evidence: 'The market evidence is in the other zip: whole UTC days of the markets concerned, an exhibit each.',
  digests:
    'Under days, audit.json quotes the digest of the same figures with no venue named. The exhibit names every venue, so its own digest differs; its address understands both.',
  sum: 'The evidence contains nothing from your files. Its SHA-256 is:',
  exampleDays:
    'These markets and days were chosen for a reconstructed example, and not for an account that exists. The exhibits do not depend on it.',
} as const;
