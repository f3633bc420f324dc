/** What is said where an answer or a file cannot be written, or a file cannot be read. */

/** What the system calls a fault, for people; undefined: a fault that is not of the disk or the path. */
const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'the folder does not exist',
  ENOTDIR: 'part of its path is a file, not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file is too large for this file system',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links form a loop',
  EBUSY: 'it is in use',
  ETXTBSY: 'it is in use',
};

const SPACE = 'free some space or choose another disk';
/** Those of the machine, whatever path was named, and what to do about them. */
const MENDS: Readonly<Record<string, string>> = {
  ENOSPC: SPACE,
  EDQUOT: SPACE,
  EFBIG: SPACE,
  EIO: 'check the disk or choose another one',
  EMFILE: 'end other programs, or raise the limit of open files',
};

export const isWriteFault = (code: string): boolean => code in FAULTS;
/** Another path would do: the one that was given is bad input. */
export const isPathFault = (code: string): boolean => isWriteFault(code) && !(code in MENDS);

export const fileNotWritten = (file: string, code: string): string =>
  `${file} could not be written: ${FAULTS[code] ?? code}; ${MENDS[code] ?? 'name a file in a folder that exists and can be written to'}`;

/** `reason`: the system's own words, with the file. */
export const homeNotWritten = (reason: string): string =>
  `the home could not be written to: ${reason}; run as its owner, make room there, or set PLUMBLINE_HOME to another folder`;

/** `code`: the system's, or the failure's own words. `mend`: which file to name instead. */
export const fileUnread = (file: string, code: string, mend: string): string =>
  `cannot read ${file}: ${code === 'ENOENT' ? 'there is no such file' : (FAULTS[code] ?? code)}; ${mend}`;
/** A folder, a pipe or a device. */
export const notAFile = (file: string, mend: string): string => `${file} is not a file; ${mend}`;

export const outputNotWritten = (code: string): string =>
  `the output could not be written: ${FAULTS[code] ?? code}${code in MENDS ? `; ${MENDS[code] ?? ''}` : ''}`;

export const fileWritten = (file: string): string => `${file} written`;
export const candleFileWritten = (file: string, minutes: number): string =>
  `${file} written: ${minutes.toLocaleString('en')} ${minutes === 1 ? 'minute' : 'minutes'}`;
