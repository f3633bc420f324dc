import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reference } from '../../domain/question';
import { analyse } from '../analyse';
import { orderOfEvents } from './orderOfEvents';
import { anyCase } from '../testing/anyCase';
import { bruteForce } from '../testing/bruteForce';
import { bruteEvents } from '../testing/events';
import { Met } from '../testing/met';
import { bruteScorecards } from '../testing/scorecards';
import { bruteUnusual } from '../testing/unusualness';
import { scorecardsOf } from './scorecard';
import type { Episode } from '../types';
import { unusualOf } from './unusual';

const CASES = 300;
/** For a slow machine: a hang, not a wait, is what it ends. */
const TIMEOUT_MS = 120_000;
/** Met in a tenth of the cases and more; asked of a few, chance never decides. */
const LEAST = 5;
/** Sums of many minutes, whose order the text does not fix: a few thousand roundings of 2⁻⁵³. */
const MOST_ROUNDING = 1e-12;

const anyAnalysis = fc.constantFrom<Reference['kind']>('others', 'others', 'all', 'vwm', 'venue', 'peg').chain(anyCase);

describe('a second reading of the same text agrees over random markets', () => {
  it('on scorecards', { timeout: TIMEOUT_MS }, () => {
    const met = new Met();
    fc.assert(
      fc.property(anyAnalysis, (input) => {
        const cards = scorecardsOf(analyse(input));
        const brute = bruteScorecards(bruteForce(input));
        const situations = new Set<string>();
        expect(
          cards.map(({ market, episodes, measuredMinutes, minutesBeyond, minutesOutside }) => ({
            market,
            episodes,
            measuredMinutes,
            minutesBeyond,
            minutesOutside,
          })),
        ).toStrictEqual(
          brute.map(({ market, episodes, measuredMinutes, minutesBeyond, minutesOutside }) => ({
            market,
            episodes,
            measuredMinutes,
            minutesBeyond,
            minutesOutside,
          })),
        );
        cards.forEach(({ deepest, worstRank, areaPctMinutes, minutesBeyond, minutesOutside }, i) => {
          const other = brute[i];
          if (other === undefined) return;
          expect(deepest === undefined ? undefined : Math.abs(deepest.peak)).toBe(other.deepest);
          expect(worstRank === undefined ? other.places.length === 0 : other.places.includes(worstRank)).toBe(true);
          expect(Math.abs(areaPctMinutes - other.areaPctMinutes)).toBeLessThanOrEqual(
            MOST_ROUNDING * other.areaPctMinutes,
          );
          minutesBeyond.forEach((minutes, level) => {
            if (minutes > 0) situations.add(`beyond ${String(level)}`);
          });
          if (minutesOutside > 0) situations.add('outside');
          situations.add(worstRank === undefined ? 'no rank' : worstRank > 2 ? 'a third place' : 'a rank');
        });
        met.add(situations);
      }),
      { numRuns: CASES },
    );
    expect(
      met.rare(
        [
          ...[0, 1, 2, 3, 4, 5].map((level) => `beyond ${String(level)}`),
          'outside',
          'no rank',
          'a rank',
          'a third place',
        ],
        LEAST,
      ),
    ).toStrictEqual([]);
  });

  it('on the order of events', { timeout: TIMEOUT_MS }, () => {
    const met = new Met();
    fc.assert(
      fc.property(anyAnalysis, (input) => {
        const orders = orderOfEvents(analyse(input));
        const brute = bruteEvents(bruteForce(input));
        const situations = new Set<string>();
        expect(orders).toHaveLength(brute.length);
        for (const told of brute)
          expect(orders.find(({ market }) => JSON.stringify(market) === JSON.stringify(told.market))).toMatchObject(
            told,
          );
        orders.forEach(({ market, strayed: [moved], recovered, fell }, i) => {
          const before = orders[i - 1];
          const earlier = before?.strayed[0];
          // Who moved first stands first; who never did, last; of equals, by venue.
          if (before !== undefined && moved !== undefined)
            expect(
              earlier !== undefined && (earlier < moved || (earlier === moved && before.market.venue <= market.venue)),
            ).toBe(true);
          if (before !== undefined && moved === undefined && earlier === undefined)
            expect(before.market.venue <= market.venue).toBe(true);
          if (moved !== undefined && earlier === moved) situations.add('moved at once');
          situations
            .add(moved === undefined ? 'never moved' : 'moved')
            .add(recovered === undefined ? 'not recovered' : 'recovered')
            .add(fell[2] === undefined ? 'never fell' : 'fell');
        });
        met.add(situations);
      }),
      { numRuns: CASES },
    );
    expect(
      met.rare(['moved', 'moved at once', 'never moved', 'recovered', 'not recovered', 'fell', 'never fell'], LEAST),
    ).toStrictEqual([]);
  });

  it('on how unusual a peak is', { timeout: TIMEOUT_MS }, () => {
    /** Just below and above a day of minutes, a pattern again and again, ties and holes in it; calm ones move less than a basis point. */
    const anyPast = fc
      .record({
        pattern: fc.array(
          fc.oneof(
            { weight: 6, arbitrary: fc.integer({ min: -40, max: 40 }) },
            { weight: 1, arbitrary: fc.constant(undefined) },
          ),
          { minLength: 1, maxLength: 40 },
        ),
        scale: fc.constantFrom(1e-6, 1e-3, 0.003),
        holes: fc.boolean(),
        minutes: fc.oneof(fc.constantFrom(1_439, 1_440, 1_441), fc.integer({ min: 1_500, max: 2_500 })),
      })
      .map(({ pattern, scale, holes, minutes }) => {
        const known = pattern.filter((step) => step !== undefined);
        const turn = holes || known.length === 0 ? pattern : known;
        return Array.from({ length: minutes }, (_, i) => {
          const step = turn[i % turn.length];
          return step === undefined ? undefined : step * scale;
        });
      });
    const anyPeak = fc.record({
      past: anyPast,
      below: fc.boolean(),
      depth: fc.oneof(
        fc.double({ min: 0.005, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 40 }).map((steps) => steps * 0.003),
      ),
    });
    const met = new Met();
    fc.assert(
      fc.property(anyPeak, ({ past, below, depth }) => {
        const [side, peak] = below ? (['below', -depth] as const) : (['above', depth] as const);
        const column = Float64Array.from(past, (d) => d ?? NaN);
        const other = new Float64Array(column.length).fill(-peak);
        const found = unusualOf(
          { side, peak } as Episode,
          below ? { dLow: column, dHigh: other } : { dLow: other, dHigh: column },
        );
        expect(found).toStrictEqual(bruteUnusual(side, peak, past));
        met.add(
          new Set([
            found === undefined ? 'no baseline' : found.of === 1_440 ? 'just a day' : 'more than a day',
            found?.rank === 1 ? 'deepest' : 'not deepest',
            past.every((d) => d === undefined || Math.abs(d) < 0.0001) ? 'dead calm' : 'alive',
            side,
          ]),
        );
      }),
      { numRuns: CASES },
    );
    expect(
      met.rare(
        [
          'no baseline',
          'just a day',
          'more than a day',
          'deepest',
          'not deepest',
          'dead calm',
          'alive',
          'below',
          'above',
        ],
        LEAST,
      ),
    ).toStrictEqual([]);
  });
});
