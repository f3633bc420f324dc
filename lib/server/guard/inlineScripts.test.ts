import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineScriptSources } from './inlineScripts';
import { EARLY_PRESSES } from './earlyPresses';
import { themeScript } from './themeScript';

const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const pageText = (...scripts: string[]): string =>
  `<!doctype html><body>${scripts.map((text) => `<script>${text}</script>`).join('<p>')}</body>`;
const page = (...scripts: string[]): Buffer => Buffer.from(pageText(...scripts));

const KNOWN = [
  '(self.__next_f=self.__next_f||[]).push([0])',
  String.raw`self.__next_f.push([1,"1:\"$Sreact.fragment\"\n"])`,
  'self.__next_f.push([3,"MToiJFNyZWFjdC5mcmFnbWVudCIK"])',
  '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/a.js"],"runtimeModuleIds":[1]});',
  themeScript(undefined),
  themeScript('dark'),
  EARLY_PRESSES,
];

describe('the inline scripts of a page', () => {
  it.each(KNOWN)('are let through where they are known: %s', (text) => {
    expect(inlineScriptSources(page(text))).toEqual([sourceOf(text)]);
  });

  it.each([
    'alert(1)',
    'self.__next_f.push([alert(1)])',
    'self.__next_f.push([1,"a"]);alert(1)',
    'self.__next_f.push([1,"a"].concat(alert(1)))',
    'self.__next_f.push(`${alert(1)}`)',
    `${themeScript(undefined)};alert(1)`,
    '(self.__next_f=alert).push([0])',
    '',
  ])('are left out where they are not: %s', (text) => {
    expect(inlineScriptSources(page(text, KNOWN[0] ?? ''))).toEqual([sourceOf(KNOWN[0] ?? '')]);
  });

  it('are named once each, in the order of the page; scripts with an address are not among them', () => {
    const [first = '', second = ''] = KNOWN;
    const html = Buffer.from(`<script src="/_next/a.js" async=""></script>${pageText(second, first, second)}`);
    expect(inlineScriptSources(html)).toEqual([sourceOf(second), sourceOf(first)]);
  });

  it('are those between their tags, whatever stands around and in them', () => {
    const piece = fc.constantFrom(
      '<script',
      '<script>',
      '<script nonce=""',
      ' src="a"',
      '>',
      '</script>',
      '<',
      'é한𝒳',
      ...KNOWN,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = pieces.join('');
        const between = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
          .filter(([, attributes = '', text = '']) => !/\ssrc=/.test(attributes) && KNOWN.includes(text))
          .map(([, , text = '']) => sourceOf(text));
        expect(inlineScriptSources(Buffer.from(html))).toEqual([...new Set(between)]);
      }),
      { numRuns: 1_000, examples: [[['<script', ' src="a"', '>', KNOWN[0] ?? '', '</script>']]] },
    );
  });
});
