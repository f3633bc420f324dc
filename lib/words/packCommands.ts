/** What is typed to check a pack, in every language. */
export const PACK_COMMANDS = {
  sums: 'sha256sum -c manifest-sha256.txt',
  sumsOfMac: 'shasum -a 256 -c manifest-sha256.txt',
  /** OpenSSL 3. */
  signature:
    'openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in manifest-sha256.txt -sigfile manifest-sha256.txt.sig',
  script: 'node check.mjs',
} as const;

/** How a page that is opened from a folder begins. */
export const PAGE_TYPE = '<!doctype html>';
