/** What is looked at, in the order in which it is told. */
export const SUBJECTS = [
  'node',
  'home',
  'keys',
  'database',
  'rights',
  'migrations',
  'clock',
  'space',
  'fonts',
  'port',
  'venues',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** `ok`: as it should be. `note`: works, and is worth knowing. `fault`: something does not work until it is mended. */
export type Grade = 'ok' | 'note' | 'fault';

/** One thing that was found. */
export interface Finding {
  readonly subject: Subject;
  readonly grade: Grade;
  /** One line; of a fault with its mend. */
  readonly says: string;
}

type Graded = (subject: Subject, says: string) => Finding;

export const ok: Graded = (subject, says) => ({ subject, grade: 'ok', says });
export const note: Graded = (subject, says) => ({ subject, grade: 'note', says });
export const fault: Graded = (subject, says) => ({ subject, grade: 'fault', says });
