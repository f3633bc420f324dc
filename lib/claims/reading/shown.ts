import { plainLine } from '../../domain/plainLine';

/** Cells and lines are shown up to so many characters. */
const MOST_SHOWN = 120;

/** Whether a text has signs that nobody sees. */
export const hasUnseen = (text: string): boolean => plainLine(text) !== text;

/** A stranger's text as it is listed: on one line, unseen signs as their numbers, cut to what can be shown. */
export const shown = (text: string): string =>
  plainLine(text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
