import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analyse';
import { anyInput } from '../../analysis/testing/anyMarkets';
import { medianOf } from '../../analysis/reference/order';
import { DEEPEST_MINUTE, flat, marketOf, questionOf } from '../../analysis/testing/markets';
import type { DoubtExample } from '../../api/method';
import { plus } from '../../domain/minute';
import { doubtOf } from './doubt';

/** One minute of ATOM without any leg for USDT, whose parity is assumed: 13 %. The given books, and three in USD near 100. */
function doubt(
  venue: string,
  side: 'below' | 'above',
  books: Readonly<Record<string, number>>,
): DoubtExample | undefined {
  const analysis = analyse({
    question: questionOf(1),
    markets: Object.entries(books).map(([name, price]) => marketOf(name, [flat(price)])),
    rateMarkets: [],
  });
  return doubtOf(analysis, DEEPEST_MINUTE, { venue, market: '', kind: 'spot', side, withItself: 0 });
}

const USDT_AT = (price: number): Readonly<Record<string, number>> => ({
  'binance ATOM/USDT': price,
  'coinbase ATOM/USD': 100,
  'kraken ATOM/USD': 101,
  'okx ATOM/USDT': 102,
});

describe('what the rates leave unknown of a deviation, peer by peer', () => {
  it('is nothing of a peer in the same quote and the sum of both rates of any other; the median counts', () => {
    const found = doubt('binance', 'below', USDT_AT(90));
    expect(found?.peers.map(({ venue, isSameQuote, counts }) => [venue, isSameQuote, counts])).toEqual([
      ['okx', true, 0],
      ['coinbase', false, 0.13],
      ['kraken', false, 0.13],
    ]);
    expect(found).toMatchObject({
      quote: 'USDT',
      rule: 'parity',
      rate: 1,
      ownUncertainty: 0.13,
      uncertainty: 0.13,
      isWeak: true,
      weakPeers: 0,
    });
    // 90 ÷ 101 − 1 = −10.89 %, less 13 %: nothing is left of it.
    expect(found?.deviation).toBeCloseTo(-0.108911, 6);
    expect(found?.certainty).toBe('within-rate');
  });

  it('leaves a price of a thousandth what it is, resting on a weak rate', () => {
    expect(doubt('binance', 'below', USDT_AT(0.1))).toMatchObject({ isWeak: true, certainty: 'weak' });
  });

  it('rests on a weak rate where more than half of the peers do', () => {
    const found = doubt('coinbase', 'below', {
      'coinbase ATOM/USD': 50,
      'binance ATOM/USDT': 100,
      'okx ATOM/USDT': 101,
      'kraken ATOM/USD': 102,
    });
    expect(found).toMatchObject({ uncertainty: 0.13, weakPeers: 2, isWeak: true, certainty: 'weak' });
  });

  it('is certain where every book is quoted in USD, and says nothing of a deviation below the entry level', () => {
    const dollars = { 'coinbase ATOM/USD': 98, 'kraken ATOM/USD': 100, 'gemini ATOM/USD': 100, 'okx ATOM/USD': 100 };
    expect(doubt('coinbase', 'below', dollars)).toMatchObject({ uncertainty: 0, isWeak: false, certainty: 'certain' });
    expect(doubt('coinbase', 'below', { ...dollars, 'coinbase ATOM/USD': 99 })?.certainty).toBeNull();
  });

  it('is not given where nothing was measured', () => {
    expect(doubt('coinbase', 'below', { 'coinbase ATOM/USD': 98, 'kraken ATOM/USD': 100 })).toBeUndefined();
  });

  it('comes to what the analysis says of every minute, whatever the markets', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyInput, (input) => {
        const question = { ...input.question, reference: { kind: 'others' }, bloc: 'all' } as const;
        const analysis = analyse({ ...input, question });
        if (question.rate === 'none') return;
        for (const { venue, kind, missing, uncertainty, weak } of analysis.series) {
          missing.forEach((why, slot) => {
            if (why !== 0) return;
            const focus = { venue, market: '', kind, side: 'below', withItself: 0 } as const;
            const uncertain = doubtOf(analysis, plus(question.range.from, slot), focus);
            const counts = uncertain?.peers.map((peer) => peer.counts ?? Infinity) ?? [];
            const median = medianOf(counts);
            expect(Number.isFinite(median) ? median : NaN).toBe(uncertainty[slot]);
            if (uncertain !== undefined && 2 * uncertain.weakPeers > counts.length) expect(weak[slot]).toBe(1);
            compared += 1;
          });
        }
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
