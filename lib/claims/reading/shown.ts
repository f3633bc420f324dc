/** Cells and lines are shown up to so many characters. */
const MOST_SHOWN = 120;

/** Signs that move the cursor of a terminal, end a line, or turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Whether a text has signs that nobody sees. */
export const hasUnseen = (text: string): boolean => text.search(UNSEEN) !== -1;

/** A stranger's text with its unseen signs written out, NUL as `\u0000`. */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (sign) => String.raw`\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The same, cut to what can be listed. */
export const shown = (text: string): string =>
  visible(text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
