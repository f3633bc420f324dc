import fc from 'fast-check';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { fontFiles, MONO, SANS } from './fonts';
import { widthOf, wrapped, wrappedList } from './wrap';

describe('wrapped text', () => {
  it('fits its width and loses no sign', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z0-9/&?,.=-]{1,90}$/), { maxLength: 12 }),
        fc.integer({ min: 60, max: 900 }),
        (words, width) => {
          const lines = wrapped(words.join(' '), 15, width);
          lines.forEach((line) => {
            expect(widthOf(line, 15, 'sans')).toBeLessThanOrEqual(width);
          });
          expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is broken again where what an address's own sign left over does not fit either", () => {
    const lines = wrapped(',0a-a--=&', 15, 60);
    expect(lines.every((line) => widthOf(line, 15, 'sans') <= 60)).toBe(true);
    expect(lines.join('')).toBe(',0a-a--=&');
  });

  it('breaks an address after a sign of its own', () => {
    expect(wrapped('https://plumbline.example/ATOM?from=2025&reference=others', 10, 260, 'mono')[0]).toBe(
      'https://plumbline.example/ATOM?from=2025&',
    );
  });
});

describe('wrapped Chinese', () => {
  const SENTENCE = '幣安的最低價比其他交易所的中位數低 99.97 %，「偏離時段」持續 3 分鐘。';

  it('ends its lines between any two signs, loses none and sets no space between them', () => {
    for (let width = 90; width < 600; width += 1) {
      const lines = wrapped(SENTENCE, 15, width);
      for (const line of lines) expect(widthOf(line, 15, 'sans')).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(SENTENCE.replaceAll(' ', ''));
    }
    expect(wrapped(SENTENCE, 15, 10_000)).toEqual([SENTENCE]);
  });

  it('begins no line with a mark that closes, and ends none with one that opens', () => {
    for (let width = 90; width < 600; width += 1)
      for (const line of wrapped(SENTENCE, 15, width)) {
        expect(line).not.toMatch(/^[，。、；：！？）」』》]/);
        expect(line).not.toMatch(/[（「『《]$/);
      }
  });
});

describe('a wrapped list', () => {
  it.each([
    ['binance ATOM/USDT (rest), okx ATOM/USDT (official archive), kraken ATOM/USD (rest)', ', ', ','],
    [
      'Binance ATOM/USDT（模擬的 REST K 線）、Gemini ATOM/USD（模擬，由成交紀錄合成）、OKX ATOM/USDT（模擬的 REST K 線）',
      '、',
      '',
    ],
  ])('%s has no entry on two lines', (list, separator, kept) => {
    const entries = list.split(separator);
    for (let width = 420; width < 1_200; width += 7) {
      const lines = wrappedList(list, 15, width).map((line) => line.replaceAll('\u00a0', ' '));
      for (const entry of entries) expect(lines.filter((line) => line.includes(entry))).toHaveLength(1);
      expect(lines.join(kept === '' ? '' : ' ')).toBe(list);
    }
    expect(wrappedList(list, 15, 420).length).toBe(3);
  });
});

describe('the widths that texts are set by', () => {
  const drawn = (text: string, family: string): number => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="60"><text x="10" y="40" font-family="${family}" font-size="20">${text}</text></svg>`;
    return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: [...fontFiles()] } }).getBBox()?.width ?? NaN;
  };

  it.each(['median of the other venues, at least 3', 'On 2025-10-10 at 21:20 UTC, −99.95 % below the others’ median'])(
    'are those of the face: %s',
    (text) => {
      const estimate = widthOf(text, 20, 'sans');
      expect(drawn(text, SANS)).toBeLessThanOrEqual(estimate);
      expect(drawn(text, SANS)).toBeGreaterThan(estimate * 0.88);
    },
  );

  it('are those of the fixed face', () => {
    const text = `sha256:${'0'.repeat(64)}`;
    expect(Math.abs(drawn(text, MONO) / widthOf(text, 20, 'mono') - 1)).toBeLessThan(0.02);
  });
});
