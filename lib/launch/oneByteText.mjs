import { rewriteScripts } from './builtFiles.mjs';

/** Has Node.js hold the text of each script of a build in one byte a letter (docs/adr/0053). */
export const keepScriptsInOneByte = (folder) => rewriteScripts(folder, inOneByte);

/**
 * A script that says the same in letters up to U+00FF. V8 keeps a script's text as long as any function of it, with two bytes for each
 * letter where one of them, as a quotation mark of a comment, needs two. `String.raw` alone sees the difference.
 */
export function inOneByte(script) {
  return script.replace(ESCAPED_OR_WIDE, (found) => (WIDE.test(found) ? escaped(found.at(-1)) : found));
}

/** By pairs, or the second backslash of `\\` would be taken for one that escapes what follows. */
const ESCAPED_OR_WIDE = /\\[\s\S]|[^\0-\xff]/g;
const WIDE = /[^\0-\xff]/;
/** One half of a pair of surrogates at a time: regular expressions, too, take two escapes for the letter. */
const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
