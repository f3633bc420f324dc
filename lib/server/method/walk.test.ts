import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analyse';
import { anyInput } from '../../analysis/testing/anyMarkets';
import { flat, marketOf, questionOf } from '../../analysis/testing/markets';
import type { Walk, WalkStep } from '../../api/method';
import { walkOf, walksOf } from './walk';

const RUNS = { numRuns: 100 };
const RUNNING: readonly WalkStep['state'][] = ['enters', 'beyond', 'holds'];

/** Three venues at 100 and binance at the prices given, an undefined one no trade. */
function binanceAt(...prices: readonly (number | undefined)[]): ReturnType<typeof analyse> {
  const others = ['coinbase', 'kraken', 'okx'].map((venue) =>
    marketOf(
      `${venue} ATOM/USD`,
      prices.map(() => flat(100)),
    ),
  );
  const binance = marketOf(
    'binance ATOM/USD',
    prices.map((price) => (price === undefined ? undefined : flat(price))),
  );
  return analyse({ question: questionOf(prices.length), markets: [binance, ...others], rateMarkets: [] });
}

const statesOf = ({ steps }: Walk): readonly string[] => steps.map(({ state }) => state);

describe('an episode walked through', () => {
  it('is entered at T, held down to T/2, and left after three calm minutes, by the numbers of a worked case', () => {
    // T is 2 %: 95 enters, 98 is at T, 98.75 still beyond T/2, 99.5 is calm, 98.75 takes the calm back.
    const [walk] = walksOf(
      binanceAt(100, 100, 100, 95, 98, 98.75, 99.5, undefined, 98.75, 99.5, 99.5, 99.5, 100, 100),
      undefined,
    );
    if (walk === undefined) throw new Error('there is an episode');
    expect(statesOf(walk)).toEqual([
      'before',
      'before',
      'enters',
      'beyond',
      'holds',
      'calm',
      'unknown',
      'holds',
      'calm',
      'calm',
      'calm',
    ]);
    expect(walk.steps.map(({ calm }) => calm)).toEqual([0, 0, 0, 0, 0, 1, 1, 0, 1, 2, 3]);
    // 5 + 2 + 1.25 + 0.5 + 1.25 %·min; after the last minute beyond T/2 there is no area any more.
    expect(walk.steps[7]?.area).toBeCloseTo(10, 10);
    expect(walk.steps[8]?.area).toBeNull();
    expect(walk.episode).toMatchObject({
      start: '2025-10-10T21:23Z',
      end: '2025-10-10T21:29Z',
      spanMinutes: 6,
      unknownMinutes: 1,
      censored: 'none',
    });
  });

  it('of one minute is followed by a longer one of the same window', () => {
    const analysis = binanceAt(100, 50, 100, 100, 100, 100, 97, 97, 97, 97, 97, 100, 100, 100);
    expect(walksOf(analysis, analysis.episodes[0]).map(({ episode }) => episode.spanMinutes)).toEqual([1, 5]);
  });

  it('says what the episode says, whatever the markets', () => {
    let walked = 0;
    fc.assert(
      fc.property(anyInput, (input) => {
        const analysis = analyse(input);
        for (const episode of analysis.episodes) {
          const { episode: own, steps } = walkOf(analysis, episode);
          const inside = steps.filter(({ area }) => area !== null);
          const running = steps.filter(({ state }) => RUNNING.includes(state));
          expect([inside[0]?.minute, inside[0]?.state]).toEqual([own.start, 'enters']);
          expect(inside).toHaveLength(own.spanMinutes);
          expect(running.at(-1)?.minute).toBe(inside.at(-1)?.minute);
          expect(inside.at(-1)?.area).toBe(own.areaPctMinutes);
          expect(inside.filter(({ state }) => state === 'unknown')).toHaveLength(own.unknownMinutes);
          expect(inside.filter(({ state }) => state === 'enters' || state === 'beyond')).toHaveLength(
            own.minutesBeyond,
          );
          expect(steps.at(-1)?.calm === 3).toBe(own.censored === 'none' || own.censored === 'start');
          walked += 1;
        }
      }),
      RUNS,
    );
    expect(walked).toBeGreaterThan(50);
  });
});
