import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOneByte, keepScriptsInOneByte } from './oneByteText.mjs';

const WIDE = /[^\0-\xff]/;
const valueOf = (script: string): unknown => runInNewContext(script);
const text = fc.string({ unit: 'binary' });

describe('a script of the server, kept in one byte a letter', () => {
  it('says what it said, in every kind of quotation mark', () => {
    fc.assert(
      fc.property(text, (said) => {
        const quoted = JSON.stringify(said);
        const inTemplate = `\`${said.replace(/[\\`$]/g, '\\$&').replaceAll('\r', '\\r')}\``;
        for (const script of [quoted, inTemplate]) {
          expect(inOneByte(script)).not.toMatch(WIDE);
          expect(valueOf(inOneByte(script))).toBe(said);
        }
      }),
    );
  });

  it.each([
    ['a letter after an escaped backslash', String.raw`'\\’'`, '\\’'],
    ['a letter with a backslash of its own', String.raw`'\’'`, '’'],
    ['a pair of surrogates in a regular expression', '/^[\u{1F4C9}-\u{1F4CB}]$/u.test("\u{1F4CA}")', true],
    ['a letter of a class', '/[–—]/.exec("3—4").index', 1],
    ['a name', 'const 가격 = 3.1; 가격', 3.1],
    ['a comment, and a quotation mark in it', '// the venue’s\n3.1 /* – */', 3.1],
    ['letters of one byte', "'24 % · 3 ×'", '24 % · 3 ×'],
  ])('keeps its value with %s', (_, script, value) => {
    expect(valueOf(script)).toBe(value);
    expect(inOneByte(script)).not.toMatch(WIDE);
    expect(valueOf(inOneByte(script))).toBe(value);
  });

  it('is left alone, to the letter, where one byte is enough', () => {
    const script = String.raw`const row = /\d+ ×/.test('\\ \n·');`;
    expect(inOneByte(script)).toBe(script);
  });

  it('is any of a folder, however deep; other files are left alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline built '));
    try {
      mkdirSync(join(folder, 'chunks'));
      writeFileSync(join(folder, 'chunks', 'a1.js'), "'venue’s'");
      writeFileSync(join(folder, 'chunks', 'words.json'), '"venue’s"');
      await keepScriptsInOneByte(folder);
      expect(readFileSync(join(folder, 'chunks', 'a1.js'), 'utf8')).toBe(String.raw`'venue\u2019s'`);
      expect(readFileSync(join(folder, 'chunks', 'words.json'), 'utf8')).toBe('"venue’s"');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
