import { createHash } from 'node:crypto';
import { THEME_SCRIPTS } from './themeScript';

/** In the head of what the web framework hands to its own code, as its build writes it. Its argument, or the lack of code in it, is checked apart. */
const QUEUES = [
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(',
  '(self.__next_f=self.__next_f||[]).push(',
  'self.__next_f.push(',
] as const;
const SCRIPT = /<script([^>]*)>([\s\S]*?)<\/script>/g;
const END = /\);?$/;

/**
 * The sources by which a page's policy lets its inline scripts through, `'sha256-…'` each, in the order of the page. Only a script that is
 * known is among them: the theme's, and data handed to the web framework's queues, which is JSON and runs nothing. Any other, one that somebody brought into the
 * page among them, is left out, and no browser runs it.
 */
export function inlineScriptSources(html: string): readonly string[] {
  const texts = [...html.matchAll(SCRIPT)]
    .filter(([, attributes = '']) => !/\ssrc=/.test(attributes))
    .map(([, , text = '']) => text);
  return [...new Set(texts.filter(isKnown))].map(sourceOf);
}

const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const isKnown = (text: string): boolean => THEME_SCRIPTS.includes(text) || isData(text);

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
