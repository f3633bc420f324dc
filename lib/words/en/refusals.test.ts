import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../domain/refusal';
import { refusalWords } from './refusals';

/** At least one row a kind: a kind without one does not compile. */
const ROWS: {
  readonly [Kind in Refusal['kind']]: readonly (readonly [Omit<Extract<Refusal, { kind: Kind }>, 'kind'>, string])[];
} = {
  'not-a-time': [
    [{ text: 'noon', precision: 'minute' }, '"noon" is not a time; write UTC to the minute, like 2025-10-10T21:20Z'],
    [
      { text: 'noon', precision: 'moment' },
      '"noon" is not a time; write UTC like 2026-01-31T08:15Z or 2026-01-31T08:15:30.250Z',
    ],
    [
      { text: 'two\nlines', precision: 'minute' },
      '"two lines" is not a time; write UTC to the minute, like 2025-10-10T21:20Z',
    ],
    [
      { text: 'a'.repeat(1_000_000), precision: 'minute' },
      `"${'a'.repeat(40)}…" is not a time; write UTC to the minute, like 2025-10-10T21:20Z`,
    ],
  ],
  'impossible-time': [
    [
      { text: '2025-02-30T21:20Z', precision: 'minute' },
      '"2025-02-30T21:20Z" is not a valid UTC time; write one like 2025-10-10T21:20Z',
    ],
    [
      { text: '2025-02-30T21:20:30Z', precision: 'moment' },
      '"2025-02-30T21:20:30Z" is not a valid UTC time; write one like 2026-01-31T08:15Z',
    ],
  ],
  'time-out-of-range': [
    [
      { text: '9999-12-31T23:59Z', firstYear: 1970, lastYear: 2999 },
      '"9999-12-31T23:59Z" is out of range; write a year from 1970 to 2999',
    ],
  ],
  'still-to-come': [
    [
      { text: '2029-01-31T08:15Z' },
      '"2029-01-31T08:15Z" is in the future; choose a moment that has passed, or leave it out to see what there is now',
    ],
  ],
  'range-end-missing': [[{ name: 'from' }, '"from" is missing; give both ends as UTC minutes like 2025-10-10T20:00Z']],
  'range-reversed': [
    [
      { from: '2025-10-10T21:00Z', to: '2025-10-10T20:00Z' },
      'the range 2025-10-10T21:00Z to 2025-10-10T20:00Z is empty or reversed; "from" comes before "to"',
    ],
  ],
  'range-too-long': [
    [
      { from: '2023-10-10T20:00Z', to: '2025-10-10T20:00Z', mostDays: 366 },
      'the range 2023-10-10T20:00Z to 2025-10-10T20:00Z is longer than 366 days; choose a shorter one',
    ],
  ],
  'not-a-venue': [[{ text: 'OR 1=1' }, '"OR 1=1" is not a venue; write an exchange\'s id like binance']],
  'not-an-asset': [[{ text: 'AT-OM' }, '"AT-OM" is not an asset; write its ticker like ATOM']],
  'not-as-stored': [[{ text: 'wbeth', code: 'WBETH' }, '"wbeth" is not an asset\'s code; write WBETH']],
  'not-a-pair': [[{ text: 'ATOMUSDT' }, '"ATOMUSDT" is not a market; write BASE/QUOTE like ATOM/USDT']],
  'not-a-market-choice': [
    [
      { text: 'binance' },
      '"binance" is not a choice of market; write VENUE:QUOTE or VENUE:QUOTE:KIND, like binance:USDC or bybit:USDT:perp',
    ],
  ],
  'market-chosen-twice': [
    [{ venue: 'okx', marketKind: 'spot' }, 'OKX is named twice in "markets"; name one spot market per venue'],
  ],
  'not-a-compared-market': [
    [
      { text: 'binance:ATOM' },
      '"binance:ATOM" is not a market to compare; write VENUE:BASE/QUOTE, and :perp, :mark, :index or :ui after it, like binance:ATOM/USDT or okx:ATOM/USDT:perp',
    ],
  ],
  'compared-count': [
    [
      { count: 1, least: 2, most: 6 },
      '1 market is named; name 2 to 6 different ones in "markets", with commas between',
    ],
    [
      { count: 7, least: 2, most: 6 },
      '7 markets are named; name 2 to 6 different ones in "markets", with commas between',
    ],
  ],
  'not-one-of': [
    [{ name: 'rate', text: 'eur', known: ['usd', 'none'] }, 'rate is "eur"; it takes usd or none'],
    [
      { name: 'rank', text: 'height', known: ['depth', 'duration', 'area'] },
      'rank is "height"; it takes depth, duration or area',
    ],
  ],
  'not-a-reference': [
    [
      { text: 'mean', known: ['others', 'all'] },
      '"mean" is not a reference; it is one of others, all and venue:V, like venue:coinbase',
    ],
  ],
  'not-a-resolution': [
    [{ text: '7', sizes: [1, 5, 15] }, '"7" is not a resolution; it is auto or one of 1, 5, 15 (minutes)'],
  ],
  'not-a-whole-number': [
    [{ name: 'limit', text: '0', least: 1, most: 1_000 }, 'limit is "0"; it takes a whole number from 1 to 1000'],
  ],
  'not-a-peer-count': [
    [
      { text: '1', least: 2, most: 50 },
      'minPeers is "1"; it takes a whole number from 2 to 50 (with fewer peers, one bad price makes the others look wrong)',
    ],
  ],
  'not-a-ratio': [
    [
      { name: 'enter', text: '2%', least: 0.0001, most: 10, example: 0.02 },
      'enter is "2%"; it takes a ratio from 0.0001 to 10, like 0.02 for 2 %',
    ],
  ],
  'not-a-digest': [
    [{ text: 'sha256:12' }, 'digest is "sha256:12"; it takes sha256: and 64 of the signs 0 to 9 and a to f'],
  ],
  'too-many': [
    [
      { name: 'venues', most: 100 },
      'more than 100 venues are named; name fewer, or leave "venues" out for all of them',
    ],
    [
      { name: 'assets', most: 200 },
      'more than 200 assets are named; name fewer, or leave "assets" out for all of them',
    ],
    [{ name: 'markets', most: 100 }, 'more than 100 markets are named; name fewer'],
    [{ name: 'lines', most: 100 }, 'more than 100 lines are named; name fewer'],
  ],
  'no-underlying': [
    [
      { asset: 'ATOM' },
      'ATOM is not registered as a wrapped asset, so it has no underlying to compare with; choose the reference others or venue:V',
    ],
  ],
  'no-peg': [
    [
      { asset: 'ATOM' },
      'ATOM is not registered as pegged to 1 USD, so the reference peg does not apply; choose others or venue:V',
    ],
  ],
  'not-a-bloc': [[{ text: 'US-D' }, 'bloc is "US-D"; it takes all or a quote like USD or USDT']],
  'no-blocs': [
    [
      { reference: 'venue:coinbase', known: ['others', 'all', 'vwm'] },
      'bloc applies to the references others, all, vwm, not to venue:coinbase; leave it out or choose one of them',
    ],
  ],
  'unknown-name': [
    [{ name: 'colour', known: ['asset', 'from'] }, '"colour" is not a parameter here; the parameters are asset, from'],
    [{ name: 'colour', known: ['asset'] }, '"colour" is not a parameter here; the only one is asset'],
    [{ name: 'colour', known: [] }, '"colour" is not a parameter here; this address takes none'],
  ],
  'given-twice': [[{ name: 'from' }, '"from" is given twice; give it once']],
  'missing-asset': [[{}, '"asset" is missing; name one like ATOM']],
  'query-too-long': [[{ length: 5_000, most: 4_096 }, 'the query is 5000 characters long; at most 4096 are read']],
  'in-the-path': [[{ name: 'from' }, '"from" is part of the path here; leave it out of the query']],
  'not-a-form': [
    [{ forms: ['png', 'csv'] }, 'a view is at /ASSET.FORM and /ASSET/MINUTE.FORM; the forms are png, csv'],
  ],
  'minute-outside-window': [
    [
      { minute: '2025-10-10T19:20Z', from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' },
      'the minute 2025-10-10T19:20Z is not in the range 2025-10-10T20:00Z to 2025-10-11T00:00Z; choose a range that contains it, or leave both ends out',
    ],
  ],
  'not-a-sha256': [[{}, 'a SHA-256 has 64 hexadecimal digits']],
  'asset-code': [[{ asset: 'wb-eth' }, 'asset "wb-eth" is not a code; write capitals and digits like WBETH']],
  'asset-twice': [[{ asset: 'XYZ' }, 'asset XYZ is given twice; merge the two entries']],
  'asset-without-entry': [[{ asset: 'XYZ' }, 'asset XYZ has a ticker but no entry; add one']],
  'underlying-without-entry': [
    [{ asset: 'XYZ', underlying: 'FOO' }, 'asset XYZ wraps FOO, which is not in the registry; add an entry for FOO'],
  ],
  'wraps-itself': [
    [
      { asset: 'AAA', chain: ['AAA', 'BBB', 'AAA'] },
      'asset AAA wraps itself (AAA over BBB over AAA); name the asset it is a claim on',
    ],
  ],
  'alias-reversed': [
    [
      { asset: 'XYZ', ticker: 'X', to: '2025-01-01T00:00Z' },
      'asset XYZ: the alias X ends at 2025-01-01T00:00Z, not after it begins; "from" comes before "to"',
    ],
  ],
  'ticker-ambiguous': [
    [
      {
        ticker: 'X',
        venue: 'gate',
        claims: [
          { assets: ['XYZ'], from: undefined, to: '2025-01-02T00:00Z' },
          { assets: ['ZYX', 'YYY'], from: '2025-01-01T23:59Z', to: undefined },
        ],
      },
      'the ticker X on Gate means XYZ (always to 2025-01-02T00:00Z) and ZYX or YYY (2025-01-01T23:59Z to now) at once; give "venue", "from" and "to" so that they do not overlap',
    ],
    [
      {
        ticker: 'X',
        venue: undefined,
        claims: [
          { assets: ['XYZ'], from: undefined, to: undefined },
          { assets: ['ZYX'], from: undefined, to: undefined },
        ],
      },
      'the ticker X on every venue means XYZ (always to now) and ZYX (always to now) at once; give "venue", "from" and "to" so that they do not overlap',
    ],
  ],
};

const rows = Object.entries(ROWS).flatMap(([kind, ofKind]) =>
  ofKind.map(([data, line]) => [line, { kind, ...data } as Refusal] as const),
);

describe('what is wrong with what somebody wrote', () => {
  it.each(rows)('%s', (line, refusal) => {
    expect(refusalWords(refusal)).toBe(line);
    expect(line).not.toMatch(/\n|\.$/);
  });
});
