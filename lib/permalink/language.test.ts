import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Speech } from '../words/spoken';
import { inLanguage, inPageLanguage, languageIn, withLanguage, withoutLanguage } from './language';
import { readStrictly, searchOf } from './query';

const reading = (speech: Speech | undefined): void => {
  globalThis.plumblineSpeech = speech === undefined ? undefined : () => speech;
};
afterEach(() => {
  reading(undefined);
});

describe('an address in a language', () => {
  it.each([
    ['/ATOM', '/ATOM?lang=ko'],
    ['/ATOM?from=2025-10-10T20:00Z', '/ATOM?from=2025-10-10T20:00Z&lang=ko'],
    ['/ATOM?lang=en&from=a', '/ATOM?from=a&lang=ko'],
    ['/ATOM#markets', '/ATOM?lang=ko#markets'],
    ['/ATOM?venues=binance,okx#markets', '/ATOM?venues=binance,okx&lang=ko#markets'],
    ['/ATOM?language=x', '/ATOM?language=x&lang=ko'],
  ])('of %s is %s', (address, expected) => {
    expect(withLanguage(address, 'ko')).toBe(expected);
  });

  it('has every other field as it was, however often it is asked for', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.constantFrom('en', 'ko', 'zh-Hant', 'zh-Hans'), (query, language) => {
        const once = withLanguage(`/ATOM?${query}`, language);
        expect(withLanguage(once, language)).toBe(once);
        const search = new URL(once, 'http://localhost').searchParams;
        expect(languageIn(search)).toBe(language);
        expect(withoutLanguage(search).toString()).toBe(
          withoutLanguage(new URL(`/ATOM?${query}`, 'http://localhost').searchParams).toString(),
        );
      }),
    );
  });

  it('is written into links where the reader chose it, and not where the browser did', () => {
    reading({ language: 'zh-Hant', isChosen: true });
    expect(inLanguage('/ATOM')).toBe('/ATOM?lang=zh-Hant');
    reading({ language: 'zh-Hant', isChosen: false });
    expect(inLanguage('/ATOM')).toBe('/ATOM');
    reading({ language: 'en', isChosen: true });
    expect(inLanguage('/ATOM')).toBe('/ATOM?lang=en');
  });

  it('is no part of a link to another site, of the API or of a place on the page', () => {
    reading({ language: 'ko', isChosen: true });
    for (const address of ['https://example.com/ATOM', '//example.com', '/api/v1/overview', '#deepest', ''])
      expect(inLanguage(address)).toBe(address);
  });

  it('is asked of the API by a page in another language than English, chosen or not', () => {
    expect(inPageLanguage('/api/v1/lows')).toBe('/api/v1/lows');
    reading({ language: 'ko', isChosen: false });
    expect(inPageLanguage('/api/v1/lows?from=a')).toBe('/api/v1/lows?from=a&lang=ko');
    reading({ language: 'en', isChosen: true });
    expect(inPageLanguage('/api/v1/lows')).toBe('/api/v1/lows');
  });
});

describe('the field lang', () => {
  it('is no field of what a page shows, nor of a question', () => {
    expect(searchOf({ from: 'a', lang: 'ko' }).toString()).toBe('from=a');
    expect(readStrictly('?from=a&lang=ko', 100)).toEqual({ ok: true, value: { from: 'a' } });
  });

  it('is refused by the API where it names no language that there is', () => {
    expect(readStrictly('?from=a&lang=xx', 100)).toEqual({
      ok: false,
      error: { kind: 'not-one-of', name: 'lang', text: 'xx', known: ['en', 'ko', 'zh-Hant', 'zh-Hans'] },
    });
  });
});
