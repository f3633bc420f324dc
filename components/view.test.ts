import type { CoveredVenue } from '@/lib/domain/assetCoverage';
import { describe, expect, it } from 'vitest';
import type { Asset, Venue } from '@/lib/domain/market';
import { minute } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import { blocsOffered, neighbour, pairwiseOffer, withMarket, withMinute, withReference, withVenue } from './view';

const venue = (id: string): Venue => id as Venue;
const venues = ['binance', 'coinbase', 'okx'].map(venue);
const view = (over: Partial<View> = {}, question: Partial<View['question']> = {}): View => ({
  question: {
    asset: 'ATOM' as Asset,
    range: { from: minute(1_000), to: minute(1_240) },
    venues: undefined,
    markets: [],
    reference: { kind: 'others' },
    bloc: 'all',
    rate: 'usd',
    minPeers: 3,
    enter: 0.02,
    asOf: undefined,
    ...question,
  },
  minute: undefined,
  scale: 'auto',
  focus: undefined,
  lines: [],
  ...over,
});

describe('venues on and off', () => {
  it('leaves the others when one is taken away', () => {
    expect(withVenue(view(), venues, venue('okx'), false).question.venues).toEqual(['binance', 'coinbase']);
  });

  it('names every venue when the last missing one comes back', () => {
    expect(
      withVenue(view({}, { venues: [venue('binance'), venue('coinbase')] }), venues, venue('okx'), true).question
        .venues,
    ).toEqual(venues);
  });

  it('keeps the last venue', () => {
    const one = view({}, { venues: [venue('okx')] });
    expect(withVenue(one, venues, venue('okx'), false)).toEqual(one);
  });

  it('stops bringing out, and measuring by, a venue that leaves', () => {
    const after = withVenue(
      view({ focus: venue('okx') }, { reference: { kind: 'venue', venue: venue('okx') } }),
      venues,
      venue('okx'),
      false,
    );
    expect(after.focus).toBeUndefined();
    expect(after.question.reference).toEqual({ kind: 'others' });
  });
});

describe('a choice of market', () => {
  const bybit: CoveredVenue = {
    venue: venue('bybit'),
    spot: true,
    books: [
      { quote: 'USDC', kind: 'spot' },
      { quote: 'USDT', kind: 'spot' },
      { quote: 'USDT', kind: 'perp' },
    ],
  };
  const usdm: CoveredVenue = {
    venue: venue('binanceusdm'),
    spot: false,
    books: [
      { quote: 'USDC', kind: 'perp' },
      { quote: 'USDT', kind: 'perp' },
      { quote: 'USDT', kind: 'mark' },
    ],
  };

  it('is one a venue and kind, by venue and kind, and can be taken back', () => {
    const spot = withMarket(view(), bybit, 'spot', 'USDC');
    const both = withMarket(withMarket(spot, bybit, 'perp', 'USDT'), bybit, 'spot', 'USDT');
    expect(both.question.markets).toEqual([
      { venue: 'bybit', quote: 'USDT', kind: 'spot' },
      { venue: 'bybit', quote: 'USDT', kind: 'perp' },
    ]);
    expect(withMarket(withMarket(both, bybit, 'perp', undefined), bybit, 'spot', undefined).question.markets).toEqual(
      [],
    );
  });

  it('of a venue without a spot book does not take away the contract that was shown', () => {
    expect(withMarket(view(), usdm, 'mark', 'USDT').question.markets).toEqual([
      { venue: 'binanceusdm', quote: 'USDT', kind: 'perp' },
      { venue: 'binanceusdm', quote: 'USDT', kind: 'mark' },
    ]);
    expect(withMarket(view(), usdm, 'perp', 'USDC').question.markets).toEqual([
      { venue: 'binanceusdm', quote: 'USDC', kind: 'perp' },
    ]);
  });

  it('leaves with its venue', () => {
    const chosen = withMarket(view(), { ...bybit, venue: venue('okx') }, 'spot', 'USDC');
    expect(withVenue(chosen, venues, venue('okx'), false).question.markets).toEqual([]);
    expect(withVenue(chosen, venues, venue('binance'), false).question.markets).toHaveLength(1);
  });
});

describe('the books a median is taken among', () => {
  const spot = (id: string, ...quotes: readonly string[]): CoveredVenue => ({
    venue: venue(id),
    spot: true,
    books: quotes.map((quote) => ({ quote, kind: 'spot' })),
  });
  const usdPerp: CoveredVenue = { venue: venue('okx'), spot: false, books: [{ quote: 'USD', kind: 'perp' }] };
  const venuesHere = [spot('binance', 'USDT', 'USDC'), spot('coinbase', 'USD'), spot('kraken', 'USDT', 'USD'), usdPerp];

  it('are offered for every quote in which two venues have a spot book, in the order of quotes', () => {
    expect(blocsOffered(view(), venuesHere)).toEqual(['all', 'USD', 'USDT']);
  });

  it('keep the quote of the address among those offered', () => {
    expect(blocsOffered(view({}, { bloc: 'KRW' }), venuesHere)).toEqual(['all', 'USD', 'USDT', 'KRW']);
  });

  it('are all again with a reference that is no median of them', () => {
    const usdt = view({}, { bloc: 'USDT' });
    expect(withReference(usdt, { kind: 'vwm' }).question.bloc).toBe('USDT');
    expect(withReference(usdt, { kind: 'peg' }).question).toMatchObject({ reference: { kind: 'peg' }, bloc: 'all' });
    expect(withReference(usdt, { kind: 'venue', venue: venue('okx') }).question.bloc).toBe('all');
  });
});

describe('the pairwise view', () => {
  const spot = ['binance', 'bitget', 'gate', 'okx'].map((id) => ({ venue: venue(id), spot: true, books: [] }));

  it('is offered with every spot venue as the reference where fewer than four take part', () => {
    expect(pairwiseOffer(view(), spot.slice(0, 3))).toEqual(['binance', 'bitget', 'gate']);
    expect(pairwiseOffer(view({}, { venues: [venue('gate'), venue('okx')] }), spot)).toEqual(['gate', 'okx']);
  });

  it('is not offered where there are enough, where one is alone, or where one is the reference', () => {
    expect(pairwiseOffer(view(), spot)).toEqual([]);
    expect(pairwiseOffer(view(), spot.slice(0, 1))).toEqual([]);
    expect(pairwiseOffer(view({}, { reference: { kind: 'venue', venue: venue('gate') } }), spot.slice(0, 3))).toEqual(
      [],
    );
  });
});

describe('the minutes beside a minute', () => {
  it('are one before and one after, and none before 1970', () => {
    expect(neighbour(view(), minute(1_100), -1)?.minute).toBe(1_099);
    expect(neighbour(view(), minute(1_100), 1)?.minute).toBe(1_101);
    expect(neighbour(view(), minute(0), -1)).toBeUndefined();
  });

  it('are drawn half an hour to each side, whatever window led there', () => {
    expect(withMinute(view(), minute(1_100)).question.range).toEqual({ from: 1_070, to: 1_131 });
  });
});
