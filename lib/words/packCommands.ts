/** What is typed to check a pack, in every language. */
export const PACK_COMMANDS = {
  sums: 'sha256sum -c manifest-sha256.txt',
  sumsOfMac: 'shasum -a 256 -c manifest-sha256.txt',
  /** OpenSSL 3. */
  signature:
    'openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in manifest-sha256.txt -sigfile manifest-sha256.txt.sig',
  /** OpenSSL too. `name`: of the authority, as its files are named. */
  stamp: (name: string): string =>
    `openssl ts -verify -in manifest-sha256.txt.${name}.tsr -data manifest-sha256.txt -CAfile root.pem -untrusted manifest-sha256.txt.${name}.pem`,
  script: 'node check.mjs',
} as const;

/** How a page that is opened from a folder begins. */
export const PAGE_TYPE = '<!doctype html>';
