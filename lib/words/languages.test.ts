import { describe, expect, it } from 'vitest';
import { acceptedLanguage, parseLanguage } from './languages';

describe('a language', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['ko', 'ko'],
    ['ko-KR', 'ko'],
    ['KO-kr', 'ko'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zha', undefined],
    ['korean', undefined],
    ['de', undefined],
    ['', undefined],
  ])('named %s is %s', (name, language) => {
    expect(parseLanguage(name)).toBe(language);
  });
});

describe('the language a browser asks for', () => {
  it.each([
    ['ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7', 'ko'],
    ['en-US,en;q=0.9,ko;q=0.8', 'en'],
    ['de-DE,de;q=0.9,zh-TW;q=0.5', 'zh-Hant'],
    ['en;q=0.3, zh-CN;q=0.8', 'zh-Hans'],
    // Weight 0 is "not acceptable" (RFC 9110, section 12.4.2).
    ['ko;q=0, en;q=0.1', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    ['ko;q=high', 'ko'],
    [',;,=;;q', 'en'],
  ])('by %s is %s', (accepted, language) => {
    expect(acceptedLanguage(accepted)).toBe(language);
  });
});
