import * as english from './en/revisionNotes';
import { spoken } from './spoken';

export type * from './en/revisionNotes';
export const { comparedNotes, cutNote, timeframesNote } = spoken('revisionNotes', english);
