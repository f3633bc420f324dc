/** What `plumbline pack` says. */

export const PACK_OUT_NEEDED = 'nothing to write to; add --out FILE.zip';

/** "exhibits.zip written: 3 exhibits" */
export const packWritten = (file: string, exhibits: number): string =>
  `${file} written: ${exhibits === 1 ? '1 exhibit' : `${String(exhibits)} exhibits`}`;

/** On a line of its own for each address that gave no exhibit. */
export const noExhibit = (address: string, why: string): string => `no exhibit of ${address}: ${why}`;
