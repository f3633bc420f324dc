import type { PublishedKeys } from '../../api/signingKeys';

/** The sentences about the keys with which pictures are signed. */

export const keyFileBroken = (file: string): string =>
  `${file} is not a key file of this version; restore it from a backup, or move it away and let \`plumbline keys rotate\` make a new key`;

export const picturesUnsigned = (reason: string): string =>
  `Pictures are made without a seal: there is no signing key, and none could be written (${reason}). Make room there, or set PLUMBLINE_HOME to a folder that you may write to.`;

export const NO_KEYS = 'There is no signing key yet; the first picture makes one.';

/** A line each, the first one first. */
export const keysText = ({ keys }: PublishedKeys): string =>
  keys
    .map(({ id, created, retired }) =>
      retired === null ? `${id}  since ${created}` : `${id}  from ${created} to ${retired}, retired`,
    )
    .map((line) => `${line}\n`)
    .join('');
