/**
 * Signs that are not read but obeyed, or that nobody sees: controls of a terminal (ESC among them), ends of lines, what turns the order of letters
 * round (Unicode's bidirectional marks, UAX 9), and what has no width.
 * Joiners are left: letters of some scripts need them.
 */
const UNSEEN =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Of these a text of several lines is made. */
const SPACES = /[\t\n\r]/g;

/** A text that somebody else wrote as one line: what would not be seen stands as its number, like `[U+202E]`. */
export const plainLine = (text: string): string => text.replaceAll(UNSEEN, numbered);

/** The signs of a text that are not seen, each once, by number; lines and tabs are none. */
export const unseenIn = (text: string): readonly string[] => [
  ...new Set((text.replaceAll(SPACES, ' ').match(UNSEEN) ?? []).map(numbered)),
];

function numbered(sign: string): string {
  const code = sign.codePointAt(0);
  return code === undefined ? '' : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}
