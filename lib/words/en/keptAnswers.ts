const MEANWHILE = 'answers are kept in memory alone meanwhile';

/** Nothing can be written where answers are kept. */
export const keptFolderUnwritable = (folder: string, reason: string): string =>
  `cannot keep answers in ${folder} (${reason}); ${MEANWHILE}: make room there, make it writable, or set PLUMBLINE_KEPT_MB=0`;

/** Nothing can be written where rates are kept. */
export const keptRatesUnwritable = (folder: string, reason: string): string =>
  `cannot keep rates in ${folder} (${reason}); they are made anew after a restart: make room there, make it writable, or set PLUMBLINE_KEPT_MB=0`;

/** Where answers would be kept on disk cannot be told. */
export const keptFolderUnknown = (reason: string): string =>
  `answers are kept in memory alone, not on disk (${reason}); set PLUMBLINE_KEPT_MB=0 to have it so`;

/** A bound that is none. */
export const keptBoundUnknown = (given: string): string =>
  `PLUMBLINE_KEPT_MB is "${given}"; it takes a whole number of megabytes, 0 to keep nothing on disk`;
