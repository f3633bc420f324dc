import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type OtherLanguage } from '../words/languages';
import { fontFiles, withPartedLetters, SANS } from './fonts';

const WORDS = path.join(import.meta.dirname, '..', 'words');
const OTHERS = LANGUAGES.filter((language): language is OtherLanguage => language !== 'en');

/** The signs a TTF file draws: its table `cmap`, formats 4 and 12 (OpenType, "cmap"). */
function signsOf(file: string): ReadonlySet<number> {
  const font = readFileSync(file);
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  if (entry === undefined) throw new Error(`${file} has no cmap`);
  const cmap = font.readUInt32BE(entry + 8);
  const signs = new Set<number>();
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i += 1) {
    const at = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = font.readUInt16BE(at);
    if (format === 4) {
      const segments = font.readUInt16BE(at + 6) / 2;
      for (let s = 0; s < segments; s += 1) {
        const last = font.readUInt16BE(at + 14 + 2 * s);
        const first = font.readUInt16BE(at + 16 + 2 * segments + 2 * s);
        for (let sign = first; sign <= last && sign !== 0xffff; sign += 1) signs.add(sign);
      }
    } else if (format === 12) {
      for (let g = 0; g < font.readUInt32BE(at + 12); g += 1) {
        const [first, last] = [font.readUInt32BE(at + 16 + 12 * g), font.readUInt32BE(at + 20 + 12 * g)];
        for (let sign = first; sign <= last; sign += 1) signs.add(sign);
      }
    }
  }
  return signs;
}

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
