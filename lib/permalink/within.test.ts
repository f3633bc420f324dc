import { describe, expect, it } from 'vitest';
import { assetEntry } from '../domain/asset';
import type { Asset, Venue } from '../domain/market';
import { minute } from '../domain/minute';
import type { View } from './view';
import { withinCoverage } from './within';

const venue = (id: string): Venue => id as Venue;
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

describe('a link from elsewhere', () => {
  const here = [
    {
      venue: venue('binance'),
      spot: true,
      books: [
        { quote: 'USDC', kind: 'spot' },
        { quote: 'USDT', kind: 'spot' },
      ],
    },
    { venue: venue('binancecoinm'), spot: false, books: [{ quote: 'USD', kind: 'perp' }] },
  ] as const;
  const entry = assetEntry('ATOM' as Asset);

  it('compares books of every quote where no venue has one of the quote asked for', () => {
    const read = (bloc: string) => withinCoverage(view({}, { bloc }), { entry, venues: here });
    expect(read('USDT')).toMatchObject({ ignored: [], view: { question: { bloc: 'USDT' } } });
    // The only USD book is a contract's.
    expect(read('USD')).toMatchObject({
      ignored: [{ kind: 'bloc-without-data', asset: 'ATOM', quote: 'USD' }],
      view: { question: { bloc: 'all' } },
    });
  });

  it('opens with the venues there is data from, and names the others', () => {
    const read = withinCoverage(
      view(
        { focus: venue('mtgox'), lines: [venue('binance'), venue('mtgox')] },
        { venues: [venue('binance'), venue('mtgox')] },
      ),
      {
        entry,
        venues: here,
      },
    );
    expect(read.view.question.venues).toEqual(['binance']);
    expect([read.view.focus, read.view.lines]).toEqual([undefined, ['binance']]);
    expect(read.ignored).toEqual([
      { kind: 'venues-without-data', asset: 'ATOM', venues: ['mtgox'] },
      { kind: 'highlight-without-data', asset: 'ATOM', venue: 'mtgox' },
      { kind: 'lines-without-data', asset: 'ATOM', venues: ['mtgox'] },
    ]);
  });

  it('takes no perpetual for a reference', () => {
    const read = withinCoverage(view({}, { reference: { kind: 'venue', venue: venue('binancecoinm') } }), {
      entry,
      venues: here,
    });
    expect(read.view.question.reference).toEqual({ kind: 'others' });
    expect(read.ignored).toHaveLength(1);
  });

  it('opens with every venue where there is data from none of its own', () => {
    expect(
      withinCoverage(view({}, { venues: [venue('mtgox')] }), { entry, venues: here }).view.question.venues,
    ).toEqual(['binance', 'binancecoinm']);
  });

  it('leaves out a market without data, and keeps the others', () => {
    const chosen = [
      { venue: venue('binance'), quote: 'USDC', kind: 'spot' },
      { venue: venue('binance'), quote: 'USDT', kind: 'perp' },
    ] as const;
    const read = withinCoverage(view({}, { markets: chosen }), { entry, venues: here });
    expect(read.view.question.markets).toEqual([chosen[0]]);
    expect(read.ignored).toEqual([{ kind: 'markets-without-data', asset: 'ATOM', markets: [chosen[1]] }]);
  });

  it('passes a view unchanged whose venues all have data', () => {
    const fine = view({ focus: venue('binance') });
    expect(withinCoverage(fine, { entry, venues: here })).toEqual({ view: fine, ignored: [] });
  });
});
