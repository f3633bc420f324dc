import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind, Venue } from '../../domain/market';
import { minutesIn } from '../../domain/minute';
import { analyse } from '../analyse';
import { anyInput } from '../testing/anyMarkets';
import { othersMedian } from './othersMedian';

const row = (venue: string, price: number, rateUncertainty: number, kind: Kind = 'spot') => ({
  venue: venue as Venue,
  kind,
  low: Float64Array.of(price - 1),
  high: Float64Array.of(price + 1),
  close: Float64Array.of(price),
  rateUncertainty: Float64Array.of(rateUncertainty),
});
const medianFor = (venue: string, rows: readonly ReturnType<typeof row>[], minPeers = 3) =>
  othersMedian(rows, venue as Venue, { minPeers, slots: 1 });

describe('the median of the others', () => {
  const ROWS = [row('binance', 1, 0.5), row('gate', 100, 0.01), row('kraken', 102, 0), row('okx', 104, 0.03)];

  it('leaves the venue’s own book out, and contracts', () => {
    const { fields, peers } = medianFor('binance', [...ROWS, row('bybit', 7, 0, 'perp')]);
    expect([fields.low.prices[0], fields.close.prices[0], fields.high.prices[0], peers[0]]).toEqual([101, 102, 103, 3]);
  });

  it('is that of all of them for a venue that lists nothing', () => {
    expect(medianFor('upbit', ROWS).fields.close.prices[0]).toBe(101);
  });

  it('has the median of its peers’ uncertainties, and none where too many of them are unknown', () => {
    expect(medianFor('binance', ROWS).fields.close.uncertainty[0]).toBe(0.01);
    const unknown = [row('gate', 100, NaN), row('kraken', 102, 0), row('okx', 104, NaN)];
    expect(medianFor('binance', unknown).fields.close.uncertainty[0]).toBeNaN();
  });

  it('is a hole that says so below the least number of venues; a venue without a minute is none of them', () => {
    const silent = row('okx', NaN, NaN);
    const made = medianFor('binance', [...ROWS.slice(0, 3), silent]);
    expect([made.fields.close.prices[0], made.fields.close.holes[0], made.peers[0]]).toEqual([NaN, 'too-few-peers', 2]);
    expect(medianFor('binance', [...ROWS.slice(0, 3), silent], 2).fields.close.prices[0]).toBe(101);
  });

  it('is, of any markets, to the bit the reference that the method compares each spot book with', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyInput, (input) => {
        const question = { ...input.question, venues: undefined, reference: { kind: 'others' } } as const;
        const { series } = analyse({ ...input, question });
        const shape = { minPeers: question.minPeers, slots: minutesIn(question.range) };
        for (const one of series) {
          if (one.kind !== 'spot') continue;
          const { fields, peers } = othersMedian(series, one.venue, shape);
          expect(fields.low.prices).toEqual(one.referenceLow);
          expect(fields.high.prices).toEqual(one.referenceHigh);
          expect(fields.close.prices).toEqual(one.referenceClose);
          expect(peers).toEqual(one.peers);
          compared += one.referenceClose.filter((price) => !Number.isNaN(price)).length;
        }
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(0);
  });
});
