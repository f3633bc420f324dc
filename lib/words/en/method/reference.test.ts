import { describe, expect, it } from 'vitest';
import { binanceAt, methodExample } from '../../../api/testing/methodExample';
import { isList, link, plainText } from '../../richText';
import { exampleChoice } from '../../../api/testing/methodExample';
import {
  candlesStep,
  choiceOf,
  choiceSum,
  ratedOf,
  candlesTable,
  middleSum,
  noneMeasured,
  otherReferences,
  peersLabel,
  peersStep,
} from './reference';

describe('the middle of the peers', () => {
  const middle = { row: binanceAt, field: 'low', peers: 4, currency: 'USD', withItself: null } as const;
  it.each([
    [
      middle,
      'The reference low of Binance is the mean of the middle two of 4: 3.6 USD. The dispersion of its peers’ closes is 0.0148 USD.',
    ],
    [
      { ...middle, field: 'high', peers: 5 } as const,
      'The reference high of Binance is the middle one of 5: 3.65 USD. The dispersion of its peers’ closes is 0.0148 USD.',
    ],
    [
      { ...middle, withItself: 3.564 },
      'The reference low of Binance is the mean of the middle two of 4: 3.6 USD. The dispersion of its peers’ closes is 0.0148 USD. With Binance included, the median would be 3.564, 1.00 % lower: pulled toward the very price it is meant to test.',
    ],
    [
      { ...middle, withItself: 3.672 },
      'The reference low of Binance is the mean of the middle two of 4: 3.6 USD. The dispersion of its peers’ closes is 0.0148 USD. With Binance included, the median would be 3.672, 2.00 % higher: pulled toward the very price it is meant to test.',
    ],
    [
      { ...middle, withItself: 3.6 },
      'The reference low of Binance is the mean of the middle two of 4: 3.6 USD. The dispersion of its peers’ closes is 0.0148 USD.',
    ],
  ])('is stated, with what the venue itself would do to it', (given, words) => {
    expect(plainText(middleSum(given))).toBe(words);
  });
});

it.each([
  [candlesStep('low', 'USD'), 'Every venue’s low, as published and in USD'],
  [candlesTable('high', 'USDT').published, 'High, as published'],
  [candlesTable('low', 'USDT').converted, 'Low, USDT'],
  [peersStep('okx', 12, 'low', 'USD'), 'The 12 peers of OKX by low, in USD'],
  [peersLabel('okx', 'high'), 'Peers of OKX by high, ascending'],
])('heads a table or a list: %s', (words, expected) => {
  expect(words).toBe(expected);
});

it('says why no market can be measured', () => {
  expect(noneMeasured(methodExample)).toBe(
    'No market can be measured in this minute: no trade (Gate). Their candles are shown all the same.',
  );
});

it('names every other reference, and links to the one that has a section of its own', () => {
  const items = otherReferences('#wrapped').flatMap((block) => (isList(block) ? block.items : []));
  expect(items.map((item) => plainText(item).replace(/[:,].*/, ''))).toEqual([
    'all',
    'vwm',
    'venue',
    'wrapped and peg',
  ]);
  expect(items.at(-1)).toContainEqual(link('#wrapped', 'section 7'));
});

describe('the book of a day', () => {
  const [fdusd, usdt, usdc] = exampleChoice.books;
  if (fdusd === undefined || usdt === undefined || usdc === undefined) throw new Error('the example has three books');
  it.each([
    [
      exampleChoice.books,
      'ATOM/USDT is chosen: it has the largest volume of those with a measured rate. ATOM/FDUSD had more volume, but no such rate in 90 % of its traded minutes.',
    ],
    [[usdt, usdc], 'ATOM/USDT is chosen: it has the largest volume.'],
    [
      [{ ...fdusd, isChosen: true }],
      'ATOM/FDUSD is chosen: no book had a measured rate often enough, and it has the largest volume.',
    ],
    [[usdc], 'The reader chose another market, or none of these had a price on that day.'],
  ])('is chosen for a reason', (books, words) => {
    expect(choiceSum({ books })).toBe(words);
  });

  it('names how often a rate was measured, never rounded up', () => {
    expect([ratedOf(usdt), ratedOf(usdc), ratedOf({ traded: 30_000, rated: 29_999 })]).toEqual([
      '1,438 (99.86 %)',
      '0',
      '29,999 (99.99 %)',
    ]);
    expect(choiceOf('ATOM', exampleChoice)).toBe('ATOM on Binance, 2025-10-10: the spot books of that UTC day');
  });
});
