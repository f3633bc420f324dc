// Under which names time stamps (RFC 3161) are kept in files.

/** In a picture: the keyword of an iTXt for each stamp. It is none of the sealed facts, which were there before it. */
export const STAMP_KEYWORD = 'plumbline-stamp';
const MANIFEST_STAMP = /^manifest-sha256\.txt\.([A-Za-z0-9.-]+)\.tsr$/;

/** The name of the authority by whose stamp a file beside a manifest is; undefined: it is none. */
export const stamperOf = (file: string): string | undefined => MANIFEST_STAMP.exec(file)?.[1];

/** Whether a fact is a stamp over the seal of a picture. */
export const isPictureStamp = (fact: string): boolean => fact.startsWith(`${STAMP_KEYWORD} `);

/** Whether an altered fact is a stamp, of which more is said. */
export const isStampFact = (name: string): boolean => isPictureStamp(name) || stamperOf(name) !== undefined;
