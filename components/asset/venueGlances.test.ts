import { expect, it } from 'vitest';
import type { AnalysedMarket } from '@/lib/api/deviations';
import { answerOf, calm, seriesOf, type Row } from '@/lib/charts/testing/answer';
import { commonScale, inOrder, venueGlances } from './venueGlances';

const FROM = '2025-10-10T20:00Z';
/** 1 of 4 is −75 %, 5 of 4 is +25 %. */
const wick: Row = { low: 1, high: 5, close: 4, reference: 4 };
/** All of it above: its low by 5 of 4 is no deviation further than its high. */
const above: Row = { low: 5, high: 4.4, close: 4.4, reference: 4 };

const market = (venue: string, minutes: Pick<AnalysedMarket, 'traded' | 'noTrade'>): AnalysedMarket =>
  ({ venue, market: 'ATOM/USDT', kind: 'spot', rate: {}, ...minutes }) as AnalysedMarket;

const glancesOf = () =>
  venueGlances({
    ...answerOf(FROM, [
      seriesOf('binance', FROM, [calm(4), wick, calm(4), 'no-trade']),
      seriesOf('kraken', FROM, [above, calm(4), calm(4), calm(4)]),
      seriesOf('okx', FROM, ['not-fetched', 'not-fetched', 'not-fetched', 'not-fetched']),
    ]),
    markets: [market('binance', { traded: 3, noTrade: 1 }), market('kraken', { traded: 3, noTrade: 0 })],
  });

it('a venue’s furthest deviation is a low below its reference or a high above it, whichever is further', () => {
  const glances = glancesOf();
  expect(glances.get('binance')?.furthest).toBe(-0.75);
  expect(glances.get('kraken')?.furthest).toBeCloseTo(0.1, 12);
});

it('minutes without a trade are answered, minutes that were not fetched are not', () => {
  const glances = glancesOf();
  expect([glances.get('binance')?.answered, glances.get('kraken')?.answered]).toEqual([1, 0.75]);
});

it('a venue of which nothing was measured has no figure, not 0', () => {
  const glance = glancesOf().get('okx');
  expect([glance?.furthest, glance?.answered]).toEqual([null, null]);
  expect(glance?.spark.low).toEqual([null, null, null, null]);
});

it('all sparklines stand on one scale, and noise does not fill it', () => {
  expect(commonScale(glancesOf())).toEqual({ least: -0.75, most: 0.25 });
  expect(commonScale(new Map())).toEqual({ least: -0.01, most: 0.01 });
});

it.each([
  [
    'the furthest first, below or above its reference',
    undefined,
    ['gate', 'binance', 'coinbase', 'okx', 'htx', 'kraken'],
  ],
  ['the one highlighted before them', 'okx', ['okx', 'gate', 'binance', 'coinbase', 'htx', 'kraken']],
  ['also where nothing of it was measured', 'kraken', ['kraken', 'gate', 'binance', 'coinbase', 'okx', 'htx']],
])('venues stand in order: %s; ties and those not measured by name', (_, focus, order) => {
  const venues = ['kraken', 'okx', 'coinbase', 'binance', 'htx', 'gate'].map((venue) => ({ venue }));
  const glances = new Map([
    ['okx', { furthest: 0.01 }],
    ['coinbase', { furthest: -0.02 }],
    ['binance', { furthest: 0.02 }],
    ['gate', { furthest: -0.5 }],
    ['htx', { furthest: null }],
  ]);
  expect(inOrder(venues, glances, focus).map(({ venue }) => venue)).toEqual(order);
});
