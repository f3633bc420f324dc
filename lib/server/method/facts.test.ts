import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analyse';
import { anyInput } from '../../analysis/testing/anyMarkets';
import { flat, marketOf, questionOf } from '../../analysis/testing/markets';
import { furthestMinute } from './choose';
import { controlOf } from './control';
import { holesOf, measuredMinutesOf, orderOf } from './facts';

const RUNS = { numRuns: 100 };

describe('the facts of a window', () => {
  it('count every minute of every market once, as measured or as one kind of hole', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const analysis = analyse(input);
        const holes = holesOf(analysis);
        const { from, to } = analysis.question.range;
        expect(measuredMinutesOf(analysis) + holes.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
          analysis.series.length * (to - from),
        );
        for (const { minutes, first } of holes) expect(first === null).toBe(minutes === 0);
      }),
      RUNS,
    );
  });

  it('name the first hole of each kind', () => {
    const markets = ['binance', 'coinbase', 'kraken', 'okx'].map((venue) =>
      marketOf(`${venue} ATOM/USD`, [
        flat(100),
        venue === 'okx' ? undefined : flat(100),
        venue === 'kraken' ? 'unasked' : flat(100),
      ]),
    );
    const holes = holesOf(analyse({ question: questionOf(3), markets, rateMarkets: [] }));
    expect(holes.map(({ reason, minutes, first }) => [reason, minutes, first?.venue, first?.minute])).toEqual([
      ['not-fetched', 1, 'kraken', '2025-10-10T21:22Z'],
      ['no-trade', 1, 'okx', '2025-10-10T21:21Z'],
      ['no-rate', 0, undefined, undefined],
      // With one of four venues away the other three have two peers each.
      ['too-few-peers', 6, 'binance', '2025-10-10T21:21Z'],
      ['left-out', 0, undefined, undefined],
      ['moved', 0, undefined, undefined],
      ['set-aside', 0, undefined, undefined],
    ]);
  });

  it('take the market’s fall apart into the two numbers it is made of, to the bit', () => {
    let falls = 0;
    fc.assert(
      fc.property(anyInput, (input) => {
        const { level, lowest, lowestMinute, fall } = controlOf(analyse(input));
        expect([level === null || lowest === null, lowestMinute === null]).toEqual([fall === null, lowest === null]);
        if (level === null || lowest === null) return;
        expect(lowest / level - 1).toBe(fall);
        falls += 1;
      }),
      RUNS,
    );
    expect(falls).toBeGreaterThan(50);
  });

  it('find the minute of the deepest deviation there is, an episode or not', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const analysis = analyse(input);
        const slot = furthestMinute(analysis) - analysis.question.range.from;
        const depthAt = (at: number): number =>
          Math.max(
            -1,
            ...analysis.series.flatMap(({ dLow, dHigh, missing }) =>
              missing[at] === 0 ? [0 - (dLow[at] as number), dHigh[at] as number] : [],
            ),
          );
        const depths = Array.from({ length: analysis.question.range.to - analysis.question.range.from }, (_, at) =>
          depthAt(at),
        );
        expect(depths[slot]).toBe(Math.max(...depths));
      }),
      RUNS,
    );
  });

  it('tell a level that was never passed as nothing', () => {
    const markets = ['binance', 'coinbase', 'kraken', 'okx'].map((venue) =>
      marketOf(`${venue} ATOM/USD`, [flat(100), flat(venue === 'okx' ? 94 : 100), flat(100)]),
    );
    const { levels, markets: order } = orderOf(analyse({ question: questionOf(3), markets, rateMarkets: [] }));
    expect(levels).toEqual([0.01, 0.05, 0.1]);
    expect(order[0]).toMatchObject({ venue: 'okx', strayed: ['2025-10-10T21:21Z', '2025-10-10T21:21Z', null] });
    expect(order[1]).toMatchObject({
      strayed: [null, null, null],
      recovered: null,
      measured: 3,
      priced: 3,
      episodes: 0,
    });
  });

  it('tell a market that could not be measured apart from one that never strayed', () => {
    const markets = ['binance', 'coinbase'].map((venue) =>
      marketOf(`${venue} ATOM/USD`, [venue === 'binance' ? undefined : flat(100), flat(100), flat(50)]),
    );
    const analysis = analyse({ question: questionOf(3), markets, rateMarkets: [] });
    expect(
      orderOf(analysis).markets.map(({ venue, measured, priced, strayed }) => [venue, measured, priced, strayed[0]]),
    ).toEqual([
      ['binance', 0, 2, null],
      ['coinbase', 0, 3, null],
    ]);
    // Nothing is measured with one peer; the example is of the first minute in which most traded.
    expect(furthestMinute(analysis)).toBe(analysis.question.range.from + 1);
  });
});
