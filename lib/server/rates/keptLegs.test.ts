import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { legDayOf, type LegDay } from '../../analysis/rates/legDay';
import type { RatePair } from '../../analysis/rates/legs';
import { anyRateMarkets } from '../../analysis/testing/anyRates';
import { DEEPEST_MINUTE, flat, marketOf } from '../../analysis/testing/markets';
import { expectSame } from '../../analysis/testing/same';
import type { MarketColumns } from '../../analysis/types';
import { dayOf, startOf } from '../../domain/minute';
import { fileOfLegDay, legDayOfFile } from './keptLegs';

const DAY = dayOf(DEEPEST_MINUTE);
const MINUTES = 40;
/** Each takes the medians of a whole day for every pair. */
const RUNS = 20;

const VENUES = ['binance', 'coinbase', 'kraken', 'okx', 'upbit'];
const PAIRS: readonly RatePair[] = ['USDT', 'USDC', 'EUR', 'KRW', 'BTC', 'BRL'].flatMap((quote) =>
  VENUES.map((venue) => ({ quote, venue })),
);

const saidOf = ({ legs, beforeNamesakes, leftOut }: LegDay) => ({
  leftOut,
  told: [legs, beforeNamesakes].map((teller) =>
    PAIRS.map(({ quote, venue }) => ({
      medians: teller.medians(quote, venue),
      lenders: teller.lenders(quote, venue),
      spans: ['USD', quote].map((one) => teller.span(one)),
    })),
  ),
});

function legDayOfRead(bytes: Buffer, name = 'name'): LegDay {
  const kept = legDayOfFile(bytes, name);
  if (kept === undefined) throw new Error('the file is none');
  return kept.legDay;
}

/** Three books of the dollar, and one of another coin of the same name; a USDT book beside them. */
const NAMESAKES: readonly MarketColumns[] = [
  ...['binance BTC/USD', 'kraken BTC/USD', 'okx BTC/USD', 'coinbase BTC/USD', 'kraken BTC/USDT'].map((name, i) =>
    marketOf(
      name,
      Array.from({ length: 1_440 }, (_, slot) => flat(112_000 + i + (slot % 7))),
      { from: startOf(DAY) },
    ),
  ),
  marketOf(
    'upbit BTC/USD',
    Array.from({ length: 1_440 }, () => flat(1.12)),
    { from: startOf(DAY) },
  ),
];

describe('what legs say, in a file', () => {
  it('is to the bit what they say, whatever the books', () => {
    let withLegs = 0;
    fc.assert(
      fc.property(anyRateMarkets(startOf(DAY), MINUTES), (markets) => {
        const legDay = legDayOf(markets, DAY);
        if (legDay.legs.span('USDT') !== undefined) withLegs += 1;
        expectSame(saidOf(legDayOfRead(fileOfLegDay('name', legDay, PAIRS))), saidOf(legDay));
      }),
      { numRuns: RUNS },
    );
    expect(withLegs).toBeGreaterThan(5);
  });

  it('is both what they say without namesakes, and what they said with them', () => {
    const legDay = legDayOf(NAMESAKES, DAY);
    expect(legDay.leftOut.map(({ market, why }) => [market.venue, why])).toEqual([['upbit', 'suspected-namesake']]);
    const kept = legDayOfRead(fileOfLegDay('name', legDay, PAIRS));
    expect(kept.beforeNamesakes).not.toBe(kept.legs);
    expectSame(saidOf(kept), saidOf(legDay));
  });

  it('is read wherever its bytes lie in memory', () => {
    const legDay = legDayOf(NAMESAKES, DAY);
    const file = fileOfLegDay('name', legDay, PAIRS);
    for (const shift of [1, 4, 8]) {
      const moved = Buffer.concat([Buffer.alloc(shift), file]).subarray(shift);
      expectSame(saidOf(legDayOfRead(moved)), saidOf(legDay));
    }
  });

  it('tells of the pairs it was written for, of no other, and of no single leg', () => {
    const pairs = [{ quote: 'USDT', venue: 'okx' }];
    const kept = legDayOfFile(fileOfLegDay('name', legDayOf(NAMESAKES, DAY), pairs), 'name');
    expect(kept?.pairs).toEqual(pairs);
    const { legs } = kept?.legDay ?? {};
    expect(legs?.hasLegs).toBe(false);
    expect(legs?.tells({ quote: 'USDT', venue: 'okx' })).toBe(true);
    expect(legs?.tells({ quote: 'USDT', venue: 'kraken' })).toBe(false);
    expect(() => legs?.medians('USDT', 'kraken')).toThrow('no legs of USDT for kraken were kept');
    expect(() => legs?.lenders('EUR', 'okx')).toThrow('no legs of EUR for okx were kept');
    expect(() => legs?.span('EUR')).toThrow('no legs of EUR were kept');
    expect(() => legs?.legsAt('USDT', 'okx', 0)).toThrow('single legs are not kept');
  });

  it('is none where a bit differs, where it is torn, and under another name', () => {
    const file = fileOfLegDay('name', legDayOf(NAMESAKES, DAY), [{ quote: 'USDT', venue: 'okx' }]);
    expect(legDayOfFile(file, 'name')).toBeDefined();
    expect(legDayOfFile(file, 'other')).toBeUndefined();
    const anyDamage = fc.tuple(fc.nat(file.length - 1), fc.nat(7));
    fc.assert(
      fc.property(anyDamage, ([at, bit]) => {
        const damaged = Buffer.from(file);
        damaged[at] = (damaged[at] as number) ^ (1 << bit);
        return legDayOfFile(damaged, 'name') === undefined;
      }),
    );
    fc.assert(fc.property(fc.nat(file.length - 1), (end) => legDayOfFile(file.subarray(0, end), 'name') === undefined));
  });

  it('of another form is none', () => {
    const file = fileOfLegDay('name', legDayOf(NAMESAKES, DAY), []);
    const rest = Buffer.from(file.subarray(32).toString('latin1').replace('"form":"', '"form":"0'), 'latin1');
    rest.writeUInt32LE(file.readUInt32LE(32) + 1);
    const other = Buffer.concat([createHash('sha256').update(rest).digest(), rest]);
    expect(legDayOfFile(other, 'name')).toBeUndefined();
  });
});
