import { describe, expect, it } from 'vitest';
import * as en from './en';
import * as ko from './ko';
import { filed as koFiled } from './ko/filed';
import {
  FILED_ROOMS,
  SPOKEN_ROOMS,
  type FiledRoom,
  type FiledTranslation,
  type SpokenRoom,
  type Translation,
} from './language';
import { LANGUAGES, type OtherLanguage } from './languages';
import { figureFault } from './testing/figures';
import { said } from './testing/said';
import * as samples from './testing/samples';
import { scriptFault, spellingFault } from './testing/script';
import * as zhHans from './zh-Hans';
import { filed as zhHansFiled } from './zh-Hans/filed';
import * as zhHant from './zh-Hant';
import { filed as zhHantFiled } from './zh-Hant/filed';

type Named = Readonly<Record<string, unknown>>;
type Call = (...given: readonly unknown[]) => unknown;
type Kind = 'figures' | 'script' | 'spelling';

/** `room.name` of what is said otherwise than the rule asks, and why that is right. */
const EXCEPT: Readonly<Record<string, Readonly<{ kind: Kind; why: string }>>> = {
  'assetPage.falls.points': { kind: 'figures', why: 'a difference of percentages has its sign in its unit in Korean' },
  'compare.compareForm.example': { kind: 'script', why: 'what is typed' },
  'compare.compareForm.wrong': { kind: 'script', why: 'an id of the page' },
  'spelled.joins.sentences': { kind: 'script', why: 'no space follows a sentence in Chinese' },
  'lows.lowsForm.wrong': { kind: 'script', why: 'an id of the page' },
  'eventFigures.publisherName': { kind: 'script', why: 'names of repositories and of a person' },
  'eventRoads.missingCommands': { kind: 'script', why: 'what is typed' },
  'exchangeQuestion.curlOf': { kind: 'script', why: 'what is typed' },
  'site.siteWords.titleTemplate': { kind: 'script', why: 'a name and where a title stands' },
};

const REFUSED =
  'binance mtgox BASE rank depth duration area limit minPeers enter auto others all venue bloc vwm peg spot perp asset from eth digest sha';
/** Names of fields of addresses, of what they take, and of venues: as they are typed. */
const CODE: Readonly<Record<string, readonly string[]>> = {
  'collateralPage.collateralHead.nothing': ['USDe'],
  'eventRoads.roadWords': ['ingest'],
  'ignored.ignoredWords': REFUSED.split(' '),
  'refusals.refusalWords': [...REFUSED.split(' '), 'FORM', 'png', 'csv'],
};

type Room = SpokenRoom | FiledRoom;
const SAMPLES: Readonly<Record<Room, Readonly<Record<string, readonly (readonly unknown[])[]>>>> = samples;

/** Each text and each function of a room, by where it stands: `chartCaptions.price`. */
function leaves(of: Named, before = ''): readonly (readonly [name: string, value: unknown])[] {
  return Object.entries(of).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !('mark' in value) && !('href' in value)
      ? leaves(value as Named, `${before}${name}.`)
      : [[`${before}${name}`, value] as const],
  );
}

const at = (room: unknown, name: string): unknown =>
  name.split('.').reduce<unknown>((of, part) => (of as Named | undefined)?.[part], room);

/** What English and a translation say, for each sample of a function. */
function pairs(room: Room, translated: Named): readonly (readonly [string, unknown[], string, string])[] {
  return leaves(en[room]).flatMap(([name, value]) => {
    const other = at(translated, name);
    if (typeof value !== 'function') return [[`${room}.${name}`, [], said(value), said(other)] as const];
    return (SAMPLES[room][name] ?? []).map(
      (given) =>
        [
          `${room}.${name}`,
          [...given],
          said((value as Call)(...given)),
          typeof other === 'function' ? said((other as Call)(...given)) : '',
        ] as const,
    );
  });
}

function faults(language: OtherLanguage, room: Room, translated: Named): readonly string[] {
  return pairs(room, translated).flatMap(([name, given, english, other]) =>
    [
      { kind: 'figures', fault: figureFault(english, other) },
      { kind: 'script', fault: scriptFault(language, english, other, given, CODE[name]) },
      { kind: 'spelling', fault: spellingFault(language, other) },
    ].flatMap(({ kind, fault }) =>
      fault === undefined || EXCEPT[name]?.kind === kind ? [] : [`${name}: ${fault}\n  ${english}\n  ${other}`],
    ),
  );
}

/** A language without a word, or with other arguments of one, is no translation: it does not compile. */
const TRANSLATIONS: Readonly<Record<OtherLanguage, Translation>> = { ko, 'zh-Hant': zhHant, 'zh-Hans': zhHans };
const FILED: Readonly<Record<OtherLanguage, FiledTranslation>> = {
  ko: koFiled,
  'zh-Hant': zhHantFiled,
  'zh-Hans': zhHansFiled,
};
const rooms = LANGUAGES.filter((language) => language !== 'en').flatMap((language) => [
  ...SPOKEN_ROOMS.map((room) => [language, room, TRANSLATIONS[language][room] as Named] as const),
  ...FILED_ROOMS.map((room) => [language, room, FILED[language][room] as Named] as const),
]);

describe('a translation', () => {
  it.each(rooms)('%s says of %s the figures that English says, in words of its own', (language, room, translated) => {
    expect(faults(language, room, translated)).toEqual([]);
  });

  it.each(rooms)('%s of %s has nothing that English has not', (_, room, translated) => {
    const names = (of: Named): readonly string[] => leaves(of).map(([name]) => name);
    expect(names(translated).filter((name) => !names(en[room]).includes(name))).toEqual([]);
  });
});

describe('a fault of a translation', () => {
  it.each([
    ['3 of 10,080 minutes, −99.97 %', '10,080분 중 3분, −99.97 %', undefined],
    ['on 10 October 2025, three minutes', '2025년 10월 10일, 3분', undefined],
    ['the one measured', '측정 대상', undefined],
    ['−99.97 %', '−99.96 %', 'not said: 97; added: 96'],
    ['−99.97 %', '99.97 %', 'not said: −99; added: 99'],
    ['three minutes', '여러 분', 'not said: 3'],
    ['5 venues', '거래소 5곳 중 6곳', 'added: 6'],
    ['5 %', '5', 'not said: %'],
  ])('%s, said %s', (english, other, fault) => {
    expect(figureFault(english, other)).toBe(fault);
  });

  it.each([
    ['ko', 'no trade', '체결 없음', undefined],
    ['ko', 'no trade', 'no trade', 'still English'],
    ['ko', 'no trade', '', 'empty'],
    ['ko', '', '체결 없음', 'said, where English is silent'],
    ['ko', 'median of Binance', 'Binance median', 'in no word of its own'],
    ['ko', 'median of Binance', 'Binance의 median', 'English: median'],
    ['ko', '5 min', '5 min 동안', 'English: min'],
    ['ko', 'Binance 5 %', 'Binance 5 %', undefined],
    ['zh-Hant', 'data', '数据', 'of the other Chinese: 数据'],
    ['zh-Hans', 'data', '資料', 'of the other Chinese: 資'],
    ['zh-Hans', 'data', '数据', undefined],
  ] as const)('%s: %s, said %s', (language, english, other, fault) => {
    expect(scriptFault(language, english, other, [])).toBe(fault);
  });

  it.each([
    ['ko', '버전 2으로 계산', 'misspelled: 으로'],
    ['ko', '버전 2로 계산', undefined],
    ['ko', 'UTC+10로 읽기', 'misspelled: 로'],
    ['ko', 'UTC+8로 읽기', undefined],
    ['ko', '2025-10-10와 같이', 'misspelled: 와'],
    ['ko', '3이 아닌', undefined],
    ['zh-Hant', '比 OKX 低 不到 0.01 %', 'misspelled: 低 不'],
    ['zh-Hant', '比 OKX 低不到 0.01 %', undefined],
    ['zh-Hant', 'Bybit，偏高4.15 %', 'misspelled: 高4'],
    ['zh-Hans', 'OKX 的回应, 2026-11-28', 'misspelled: 应,'],
    ['zh-Hans', 'OKX 的回应，2026-11-28', undefined],
  ] as const)('%s: %s is spelled rightly or not', (language, text, fault) => {
    expect(spellingFault(language, text)).toBe(fault);
  });
});
