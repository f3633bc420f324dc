import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speech } from '../../words/spoken';
import { installLanguages } from './install';
import { speechOf } from './request';

describe('what a request is answered in', () => {
  it.each([
    ['/ATOM', 'ko-KR,ko;q=0.9', 'ko', false],
    ['/ATOM?lang=zh-Hant', 'ko-KR', 'zh-Hant', true],
    ['/ATOM?lang=en', 'ko-KR', 'en', true],
    ['/ATOM?lang=klingon', 'ko-KR', 'ko', false],
    ['/ATOM', undefined, 'en', false],
    // A script must not be answered otherwise because of where it runs.
    ['/api/v1/deviations?asset=ATOM', 'ko-KR', 'en', false],
    ['/api/v1/deviations?asset=ATOM&lang=ko', undefined, 'ko', true],
    ['/ATOM.md?v=3', 'ko-KR', 'en', false],
    ['/ATOM/2025-10-10T21:20Z.md?lang=ko', undefined, 'ko', true],
  ])('%s with %s is in %s', (url, accepted, language, isChosen) => {
    expect(speechOf(url, accepted)).toEqual({ language, isChosen });
  });
});

describe('a server that was made before languages were installed', () => {
  const server = http.createServer((_, response) => {
    // What is waited for, by timers as by promises, is still said to the same reader.
    setImmediate(() => {
      void Promise.resolve().then(() => {
        response.end(speech().language);
      });
    });
  });
  let origin = '';
  const before = globalThis.plumblineSpeech;
  beforeAll(async () => {
    installLanguages();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(() => {
    server.close();
    globalThis.plumblineSpeech = before;
  });

  const said = async (path: string, accepted: string): Promise<string> =>
    (await fetch(`${origin}${path}`, { headers: { 'accept-language': accepted } })).text();

  it('answers readers at once, each in their own', async () => {
    const languages = ['ko', 'en', 'zh-TW', 'zh-CN', 'fr'];
    const answers = await Promise.all(languages.map((language) => said('/', language)));
    expect(answers).toEqual(['ko', 'en', 'zh-Hant', 'zh-Hans', 'en']);
    expect(await said('/?lang=zh-Hans', 'ko')).toBe('zh-Hans');
  });

  it('says English where no reader asks', () => {
    expect(speech()).toEqual({ language: 'en', isChosen: false });
  });
});
