import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type OtherLanguage } from '../words/languages';
import { fontFiles, withPartedLetters, SANS } from './fonts';
import { signsOf } from './testing/signs';

const WORDS = path.join(import.meta.dirname, '..', 'words');
const FACES = path.join(import.meta.dirname, '..', '..', 'components', 'frame', 'faces');
const OTHERS = LANGUAGES.filter((language): language is OtherLanguage => language !== 'en');

/** What no Latin face has: letters of both scripts, their marks and full-width forms. */
const OWN = /[\p{Script=Hangul}\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu;

describe('the fonts of a language', () => {
  it.each(OTHERS)('have every sign that the words of %s are written with, regular and bold', (language) => {
    const folder = path.join(WORDS, language);
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
    const texts = files.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('');
    const own = new Set(texts.match(OWN));
    expect(own.size).toBeGreaterThan(200);
    const faces = fontFiles(language).slice(-2);
    expect(faces.map((file) => /-(\d+)\.ttf$/.exec(file)?.[1])).toEqual(['400', '700']);
    for (const file of faces) {
      const drawn = signsOf(file);
      expect([...own].filter((sign) => !drawn.has(sign.codePointAt(0) as number))).toEqual([]);
    }
  });

  it('lack a sign that no word is written with, so that this test can fail', () => {
    expect(signsOf(fontFiles('ko').at(-1) as string).has(0x9f98)).toBe(false);
  });

  it.each([
    ['ko', 'Bitfinex 모의 캔들', 'Bitfinex 의모 들캔'],
    ['zh-Hant', 'Bitfinex（模擬）', 'Bitfinex（擬模）'],
    ['zh-Hans', 'Bitfinex（模拟）', 'Bitfinex（拟模）'],
  ] as const)('draw %s beside letters that are joined in one sign, and no box for each', (language, text, other) => {
    const drawn = (line: string): Buffer => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60"><text x="10" y="40" font-family="${SANS}" font-size="20">${line}</text></svg>`;
      const font = { loadSystemFonts: false, fontFiles: [...fontFiles(language)] };
      return new Resvg(withPartedLetters(svg, language), { font }).render().pixels;
    };
    // Boxes are alike, whatever they stand for.
    expect(drawn(text).equals(drawn(other))).toBe(false);
  });

  it('of English are those of the package alone', () => {
    expect(fontFiles().every((file) => file.includes('geist'))).toBe(true);
  });
});

describe('the faces of pages', () => {
  /** Every file of words, tests apart. */
  const written = (): string =>
    readdirSync(WORDS, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => readFileSync(path.join(WORDS, file), 'utf8'))
      .join('');

  it.each([
    ['Geist.woff2', 'Geist-Regular.ttf'],
    ['GeistMono.woff2', 'GeistMono-Regular.ttf'],
  ])('%s has every sign of %s that a word is written with', (cut, whole) => {
    const from = fontFiles().find((file) => path.basename(file) === whole);
    const [drawn, drawable] = [signsOf(path.join(FACES, cut)), signsOf(from as string)];
    const used = [...new Set(written())].filter((sign) => sign > ' ' && drawable.has(sign.codePointAt(0) as number));
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((sign) => !drawn.has(sign.codePointAt(0) as number))).toEqual([]);
    // Cyrillic is in the whole face alone, so that this test can fail.
    expect([drawn, drawable].map((face) => face.has(0x0416))).toEqual([false, true]);
  });
});
