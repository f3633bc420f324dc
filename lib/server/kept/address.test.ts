import { afterEach, describe, expect, it } from 'vitest';
import type { Language } from '../../words/languages';
import { keyOf } from './address';
import { entryOf } from './entry';

const keyIn = (language: Language, url: string): string | undefined => {
  globalThis.plumblineSpeech = () => ({ language, isChosen: false });
  return keyOf({ method: 'GET', url, headers: { host: 'plumbline.example' } });
};
afterEach(() => {
  globalThis.plumblineSpeech = undefined;
});

describe('what an answer is kept under', () => {
  it('is another for a page in another language', () => {
    const keys = (['en', 'ko', 'zh-Hant', 'zh-Hans'] as const).map((language) => keyIn(language, '/ATOM'));
    expect(keys.every((key) => key !== undefined)).toBe(true);
    expect(new Set(keys).size).toBe(4);
  });

  it('is the address of an answer, which names its language', () => {
    expect(keyIn('en', '/api/v1/overview')).toBe('\n/api/v1/overview');
    expect(keyIn('ko', '/api/v1/overview?lang=ko')).toBe('\n/api/v1/overview?lang=ko');
  });

  it('is the address of a view’s form, whatever language the browser asks for', () => {
    expect((['en', 'ko'] as const).map((language) => keyIn(language, '/ATOM.csv?v=3'))).toEqual([
      '\n/ATOM.csv?v=3',
      '\n/ATOM.csv?v=3',
    ]);
  });

  it('is one for the sitemap in every language; no other file is kept', () => {
    expect(['en', 'ko'].map((language) => keyIn(language as Language, '/sitemap.xml'))).toEqual([
      '\n/sitemap.xml',
      '\n/sitemap.xml',
    ]);
    expect(['/robots.txt', '/sitemap.xml?x=1'].map((url) => keyIn('en', url))).toEqual([undefined, undefined]);
  });
});

describe('a kept answer', () => {
  const varyOf = (type: string): unknown =>
    entryOf({ 'content-type': type, vary: 'rsc' }, Buffer.from('x'), '').headers['vary'];

  it('that is a page depends on the language a browser asks for', () => {
    expect(varyOf('text/html; charset=utf-8')).toBe('rsc, accept-language, accept-encoding');
  });

  it('that is none does not', () => {
    expect(varyOf('application/json')).toBe('rsc, accept-encoding');
    expect(varyOf('image/png')).toBe('rsc, accept-encoding');
  });
});
