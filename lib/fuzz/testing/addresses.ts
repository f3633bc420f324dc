import fc from 'fast-check';
import { OPERATIONS } from '../../api/client/operations';
import { EVENT_IDS } from '../../domain/events/event';
import { COMPARE_NAMES } from '../../permalink/compare';
import { EVENT_NAMES } from '../../permalink/events';
import { VIEW_FORMS } from '../../permalink/forms';
import { LANGUAGE_FIELD } from '../../permalink/language';
import { LEAGUE_NAMES } from '../../permalink/league';
import { LOWS_NAMES } from '../../permalink/lows';
import { lookNames } from '../../permalink/pictureLook';
import { QUESTION_NAMES } from '../../permalink/question';
import { SCAN_NAMES } from '../../permalink/scan';
import { toBase58 } from '../../permalink/short/base58';
import { ByteWriter } from '../../permalink/short/bytes';
import { checkOf } from '../../permalink/short/check';
import { VENUE_NAMES } from '../../permalink/venue';
import { VIEW_NAMES } from '../../permalink/view';

/** Every name that an address of the API or of a page takes, and others. */
const NAMES: readonly string[] = [
  ...new Set([
    ...Object.values(OPERATIONS).flatMap(({ query }): readonly string[] => query),
    ...[
      VIEW_NAMES,
      QUESTION_NAMES,
      COMPARE_NAMES,
      EVENT_NAMES,
      LEAGUE_NAMES,
      LOWS_NAMES,
      SCAN_NAMES,
      VENUE_NAMES,
    ].flat(),
    ...VIEW_FORMS.flatMap(lookNames),
    LANGUAGE_FIELD,
    'resolution',
    'view',
    'zone',
    'minute',
    'minpeers',
    'ASOF',
    'utm_source',
    'fbclid',
    '__proto__',
    'constructor',
    'toString',
    '',
  ]),
];
const HOSTILE = [
  '',
  '.',
  '..',
  '../..',
  '%2e%2e',
  '%2f',
  '//evil.example',
  '\\\\evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' OR 1=1 --",
  '${7*7}',
  '{{7*7}}',
  '%',
  '%0',
  '%zz',
  '%00',
  '%0d%0aset-cookie:a=b',
  '%E0%A4%A',
  '%25',
  '%2525252541',
  '%u0041',
  '\0',
  '\r\n',
  '\u202e',
  '\ufeff',
  '\u2028',
  '\ud800',
  '😀',
  '١٢٣',
  '１２',
  'NaN',
  'Infinity',
  '-Infinity',
  '1e400',
  '-1',
  '-0',
  '0x10',
  '1e-999',
  '9'.repeat(400),
  '0.1.2',
  '٢',
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  'A'.repeat(5_000),
  '%25'.repeat(2_000),
  '&'.repeat(300),
  '%3F'.repeat(300),
  '../'.repeat(300),
];
const GENUINE = [
  'ATOM',
  'BTC',
  'DOGE',
  'binance',
  'binance,kraken',
  'others',
  'venue:coinbase',
  'all',
  'vwm',
  'peg',
  'wrapped',
  'USD',
  'USDT',
  'measured',
  'parity',
  '2',
  '3',
  '0.02',
  'auto',
  'linear',
  'log',
  'json',
  'columns',
  'png',
  'csv',
  'card',
  'dark',
  '2025-10-10T21:20Z',
  '2025-10-10T20:00Z',
  '2025-10-11T00:00Z',
  '2025-10-10',
  '2025-02-30T00:00Z',
  '9999-12-31T23:59Z',
  '0000-01-01T00:00Z',
  '2025-10-10T21:20:00.000Z',
  '2025-10-10 21:20',
  '10 Oct 2025 23:20 CEST',
  `sha256:${'ab'.repeat(32)}`,
  'binance:ATOM/USDT',
  'binance:ATOM/USDT:perp',
  'binance:ATOM/USDT,kraken:ATOM/USD',
  'area',
  'below',
  'certain',
  'ko',
  'zh-Hant',
  'utc+9',
  '/ATOM',
  '/ATOM/2025-10-10T21:20Z',
  '/-/2Xq5Gtt',
  '1m',
  '5m',
  'none',
  ...EVENT_IDS,
];
const PAGES = [
  '',
  'ATOM',
  'events',
  'lows',
  'scan',
  'compare',
  'contagion',
  'venues',
  'league',
  'collateral',
  'pack',
  'verify',
  'method',
  'revisions',
  'coverage',
  'embed',
  '-',
  'api',
  'api/v1',
  '_next',
  '.well-known',
  'favicon.ico',
];

export const anyValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...GENUINE) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...GENUINE), fc.constantFrom(...HOSTILE))
      .map(([one, other]) => `${one}${other}`),
  },
);

/** Halves of pairs of UTF-16 stand in no encoding. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\ufffd');

/** A part of an address as programs write it, or as it comes. */
const written = (text: string, how: number): string => {
  if (how === 0) return text;
  const encoded = encodeURIComponent(wellFormed(text));
  return how === 1 ? encoded : how === 2 ? encoded.replaceAll('%', '%25') : encoded.toLowerCase();
};

/** A query of known and unknown names, genuine and hostile values, repeated, encoded once, twice or not at all. */
export const queryOf = (names: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: anyValue }),
        anyValue,
        fc.nat(3),
        fc.nat(20),
      ),
      { maxLength: 8 },
    )
    .map((fields) =>
      fields
        .map(
          ([name, value, how, odd]) =>
            `${odd === 0 ? '?' : ''}${written(name, how === 3 ? 0 : how)}${odd === 1 ? '' : '='}${written(value, how)}`,
        )
        .join('&'),
    );

export const anyQuery = queryOf(NAMES);

/** A short address whose check is right, of any content: nobody but the code itself tells that it is none of ours. */
const anyShort: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(1, 2, 3, 4),
    anyValue,
    fc.oneof(fc.constantFrom(0, 1, 2 ** 52), fc.nat(2 ** 31 - 1)),
    fc.nat(2 ** 18),
    fc.nat(2 ** 18),
    fc.array(anyValue, { maxLength: 4 }),
  )
  .map(([version, asset, at, names, absent, values]) => {
    const writer = new ByteWriter();
    writer.whole(version);
    writer.text(wellFormed(asset.slice(0, 60)));
    writer.whole(at);
    writer.whole(names);
    writer.whole(absent);
    for (const value of values) {
      writer.whole(0);
      writer.text(wellFormed(value.slice(0, 60)));
    }
    return `/-/${toBase58([...writer.bytes, ...checkOf(writer.bytes)])}`;
  });

/** An address as it comes from the open: of a page, a form, the API, a short one, or of nothing; mangled or not. */
export const anyAddress: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...PAGES),
        fc.array(fc.tuple(anyValue, fc.nat(3)), { maxLength: 3 }),
        fc.constantFrom('', '', '', '.png', '.csv', '.zip', '.exe', '/'),
        anyQuery,
        fc.constantFrom('', '', '#x', '?', '"', '.'),
      )
      .map(
        ([page, below, form, query, tail]) =>
          `/${[page, ...below.map(([value, how]) => written(value, how))].join('/')}${form}${query === '' ? '' : `?${query}`}${tail}`,
      ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(anyShort, fc.constantFrom('', '.csv', '.png', '?lang=ko', '.')).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: anyValue },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('https://plumbline.example', 'http://[::1]:3000', 'https://evil.example', '//evil.example'),
        anyValue,
      )
      .map((parts) => parts.join('/')),
  },
);
