import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse';
import { anyInput } from './proof/anyMarkets';
import { bruteForce, type BruteEpisode, type BruteMinute, type BruteSeries } from './proof/bruteForce';
import { MISSING, RATE_RULES, type Episode, type VenueSeries } from './types';

const hole = (value: number | undefined): number => value ?? NaN;

/** What the kernel says of one minute, in the words of the second reading. */
const COLUMNS: readonly (readonly [column: keyof VenueSeries, brute: (minute: BruteMinute) => number])[] = [
  ['rawOpen', ({ bar }) => hole(bar?.open)],
  ['rawHigh', ({ bar }) => hole(bar?.high)],
  ['rawLow', ({ bar }) => hole(bar?.low)],
  ['rawClose', ({ bar }) => hole(bar?.close)],
  ['baseVolume', ({ bar }) => hole(bar?.baseVolume)],
  ['quoteVolume', ({ bar }) => hole(bar?.quoteVolume)],
  ['trades', ({ bar }) => hole(bar?.trades)],
  ['open', ({ price }) => hole(price?.open)],
  ['high', ({ price }) => hole(price?.high)],
  ['low', ({ price }) => hole(price?.low)],
  ['close', ({ price }) => hole(price?.close)],
  ['usdVolume', ({ usdVolume }) => hole(usdVolume)],
  ['rate', ({ usd }) => hole(usd.rate)],
  ['rateRule', ({ usd }) => RATE_RULES.indexOf(usd.rule)],
  ['referenceLow', ({ reference }) => hole(reference?.low)],
  ['referenceHigh', ({ reference }) => hole(reference?.high)],
  ['referenceClose', ({ reference }) => hole(reference?.close)],
  ['dispersion', ({ dispersion }) => hole(dispersion)],
  ['peers', ({ peers }) => peers],
  ['dLow', ({ strayed }) => hole(strayed?.dLow)],
  ['dHigh', ({ strayed }) => hole(strayed?.dHigh)],
  ['dClose', ({ strayed }) => hole(strayed?.dClose)],
  ['outside', ({ strayed }) => hole(strayed?.outside)],
  ['missing', ({ missing }) => MISSING.indexOf(missing)],
];

/** Bit for bit, a hole like a hole: the names of the columns that differ anywhere. */
function differing(kernel: VenueSeries, brute: BruteSeries): readonly string[] {
  const minutes = [...brute.minutes.values()];
  return COLUMNS.flatMap(([name, read]) => {
    const column = kernel[name] as Float64Array;
    const same = column.length === minutes.length && minutes.every((minute, i) => Object.is(column[i], read(minute)));
    return same ? [] : [`${kernel.venue} ${name}: ${[...column].join(' ')} against ${minutes.map(read).join(' ')}`];
  });
}

/** Enough for every branch to be met many times over; the last test says so. */
const CASES = 400;
/** For a slow machine: a hang, not a wait, is what it ends. */
const TIMEOUT_MS = 60_000;

/** Sums of many minutes, which may be added in another order. */
const SUMS = ['areaPctMinutes', 'baseVolume', 'usdVolume', 'volumeShare'] as const;
/** A few thousand roundings of 2⁻⁵³. */
const MOST_ROUNDING = 1e-12;

const bySideAndStart = <E extends Episode | BruteEpisode>(episodes: readonly E[]): readonly E[] => {
  const order = ({ venue, side, start }: E): string => `${venue} ${side} ${String(start)}`;
  return [...episodes].sort((a, b) => (order(a) < order(b) ? -1 : 1));
};

const without = (episode: Episode | BruteEpisode, names: readonly string[]): unknown => Object.fromEntries(Object.entries(episode).filter(([name]) => !names.includes(name)));

function expectSameSum(kernel: number, brute: number): void {
  if (Number.isNaN(brute)) expect(kernel).toBeNaN();
  else expect(Math.abs(kernel - brute)).toBeLessThanOrEqual(MOST_ROUNDING * Math.abs(brute));
}

describe('the kernel and a second reading of the same text agree', () => {
  it('on prices, rates, references, deviations, peers and missing reasons, bit for bit', { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const kernel = analyse(input).series;
        const brute = bruteForce(input).series;
        const named = ({ market, source, otherSources }: VenueSeries | BruteSeries): unknown => ({ market, source, otherSources });
        expect(kernel.map(named)).toStrictEqual(brute.map(named));
        expect(kernel.flatMap((one, i) => (brute[i] === undefined ? [] : differing(one, brute[i])))).toStrictEqual([]);
      }),
      { numRuns: CASES },
    );
  });

  it('on episodes, field by field', { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const kernel = bySideAndStart(analyse(input).episodes);
        const brute = bySideAndStart(bruteForce(input).episodes);
        expect(kernel.map((episode) => without(episode, ['id', ...SUMS]))).toStrictEqual(brute.map((episode) => without(episode, SUMS)));
        kernel.forEach((episode, i) => {
          for (const sum of SUMS) expectSameSum(episode[sum], brute[i]?.[sum] ?? Infinity);
        });
      }),
      { numRuns: CASES },
    );
  });

  it('on the fall of the market and of each venue', { timeout: TIMEOUT_MS }, () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const kernel = analyse(input);
        const brute = bruteForce(input);
        expect(kernel.market.fall).toBe(hole(brute.marketFall));
        expect(kernel.falls.map(({ market, fall, excess }) => ({ market, fall, excess }))).toStrictEqual(
          brute.falls.map(({ market, fall, excess }) => ({ market, fall: hole(fall), excess: hole(excess) })),
        );
        if (brute.currency !== undefined) expect(kernel.currency).toBe(brute.currency);
      }),
      { numRuns: CASES },
    );
  });

  it('where every rule, hole, side and censoring occurs', () => {
    const met = new Set<string>();
    for (const input of fc.sample(anyInput, { numRuns: 250, seed: 20251010 })) {
      for (const { minutes } of bruteForce(input).series) for (const { usd, missing } of minutes.values()) met.add(`rate ${usd.rule}`).add(missing);
      for (const { side, censored, kind, unknownMinutes, recoveryMinutes } of bruteForce(input).episodes) {
        met.add(side).add(`censored ${censored}`).add(kind).add(unknownMinutes > 0 ? 'unknown minutes' : 'all known').add(recoveryMinutes === undefined ? 'not recovered' : 'recovered');
      }
    }
    expect([...met].sort()).toStrictEqual(
      [
        ...RATE_RULES.map((rule) => `rate ${rule}`), ...MISSING, 'below', 'above', 'spot', 'perp',
        ...['none', 'start', 'end', 'both', 'gap'].map((censored) => `censored ${censored}`), 'unknown minutes', 'all known', 'recovered', 'not recovered',
      ].sort(),
    );
  });
});
