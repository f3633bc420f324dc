import { describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../domain/market';
import type { MarketColumns } from '../domain/marketColumns';
import type { Question } from '../domain/question';
import { analyse } from './analyse';
import { fewVenues, thinMarketNotes } from './notes';
import { flat, marketOf, questionOf, type Slot } from './testing/markets';

it.each([
  ['one venue traded in its lowest minute', 0.11, 1, [{ kind: 'thin-fall', venues: 1 }]],
  ['three venues did', 0.15, 3, []],
  ['nothing traded at all', NaN, 0, []],
] as const)("the market's own fall, where %s", (_, lowest, venues, notes) => {
  expect(thinMarketNotes(lowest, venues)).toEqual(notes);
});

it.each([
  [0, []],
  [1, [{ kind: 'few-venues', asset: 'ATOM', venues: 1 }]],
  [3, [{ kind: 'few-venues', asset: 'ATOM', venues: 3 }]],
  [4, []],
])('%d venues with a spot market', (venues, notes) => {
  expect(fewVenues('ATOM' as Asset, venues)).toEqual(notes);
});

describe('what is not among the medians', () => {
  const spot = [
    'binance ATOM/USDT',
    'coinbase ATOM/USD',
    'kraken ATOM/USD',
    'kraken ATOM/EUR',
    'bitstamp ATOM/EUR',
  ].map((name) => marketOf(name, [flat(4)]));
  const perp = (venue: string, slots: readonly Slot[] = [flat(3)]) =>
    marketOf(`${venue} ATOM/USDT`, slots, { kind: 'perp' });
  const notesOn = (markets: readonly MarketColumns[], asked: Partial<Question> = {}) =>
    analyse({ question: questionOf(1, asked), markets, rateMarkets: [] }).notes;

  it('a bloc is named with its venues, and how many a median wants', () => {
    expect(notesOn(spot, { bloc: 'EUR' })).toContainEqual({
      kind: 'one-bloc',
      quote: 'EUR',
      venues: ['bitstamp', 'kraken'],
      minPeers: 3,
    });
    expect(notesOn(spot, { bloc: 'KRW' })).toContainEqual({ kind: 'one-bloc', quote: 'KRW', venues: [], minPeers: 3 });
  });

  it('contracts of venues that are shown by their spot books are named by venue', () => {
    expect(notesOn([...spot, perp('okx'), perp('binance'), perp('kraken')])).toContainEqual({
      kind: 'spot-alone',
      venues: ['binance', 'kraken'],
    });
  });

  it.each([
    ['none is stored', [], {}],
    ['a venue has nothing else, and is shown by it', [perp('okx')], {}],
    ['none of them had a price that day', [perp('binance', [undefined])], {}],
    ['its venue takes no part', [perp('binance')], { venues: ['coinbase', 'kraken'] as Venue[] }],
    [
      'it is chosen beside the spot book',
      [perp('binance')],
      { markets: [{ venue: 'binance' as Venue, quote: 'USDT', kind: 'perp' as const }] },
    ],
  ])('nothing is said of contracts where %s', (_, more, asked) => {
    expect(notesOn([...spot, ...more], asked).map(({ kind }) => kind)).not.toContain('spot-alone');
  });
});
