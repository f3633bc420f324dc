import { createHash } from 'node:crypto';
import { BEGIN_SCRIPTS } from './afterFirstFrame';
import { EARLY_PRESSES } from './earlyPresses';
import { THEME_SCRIPTS } from './themeScript';

/** In the head of what the web framework hands to its own code, as its build writes it. Its argument, or the lack of code in it, is checked apart. */
const QUEUES = [
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(',
  '(self.__next_f=self.__next_f||[]).push(',
  'self.__next_f.push(',
] as const;
const BEGIN = '<script';
const CLOSE = '</script>';
const END = /\);?$/;

/**
 * The sources by which a page's policy lets its inline scripts through, `'sha256-…'` each, in the order of the page. Only a script that is
 * known is among them: the theme's, the one that begins the page's scripts, the one that holds early presses, and data handed to the web framework's queues, which is JSON and runs nothing. Any other, one that somebody brought into the
 * page among them, is left out, and no browser runs it.
 */
export const inlineScriptSources = (html: Buffer): readonly string[] => [
  ...new Set([...inlineScripts(html)].filter((script) => isKnown(script.toString('utf8'))).map(sourceOf)),
];

/** Looked for among the page's bytes: to make text of all of them takes longer than the rest. In UTF-8 no other character has a byte of ASCII. */
function* inlineScripts(html: Buffer): Generator<Buffer, void, undefined> {
  for (let at = 0; ;) {
    const begin = html.indexOf(BEGIN, at);
    const text = begin < 0 ? -1 : html.indexOf('>', begin + BEGIN.length) + 1;
    const end = text <= 0 ? -1 : html.indexOf(CLOSE, text);
    if (end < 0) return;
    if (!/\ssrc=/.test(html.toString('utf8', begin + BEGIN.length, text))) yield html.subarray(text, end);
    at = end + CLOSE.length;
  }
}

const sourceOf = (script: Buffer): string => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const OWN: readonly string[] = [BEGIN_SCRIPTS, EARLY_PRESSES, ...THEME_SCRIPTS];

const isKnown = (text: string): boolean => OWN.includes(text) || isData(text);

function isData(text: string): boolean {
  const queue = QUEUES.find((one) => text.startsWith(one));
  if (queue === undefined || !END.test(text)) return false;
  try {
    JSON.parse(text.slice(queue.length).replace(END, ''));
    return true;
  } catch {
    return false;
  }
}
