import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CANDLE_FIELDS } from '../../domain/candle';
import { decodeDay, encodeDay, withNeeded, type OfDay } from './day';
import { AS_CLOSE, FORETOLD, TAG } from './format';
import { expectSameBits } from './testing/sameColumn';

const dayOf = (column: (field: string) => Float64Array): OfDay<Float64Array> => ({
  open: column('open'),
  high: column('high'),
  low: column('low'),
  close: column('close'),
  baseVolume: column('baseVolume'),
  quoteVolume: column('quoteVolume'),
  trades: column('trades'),
});

function returns(day: OfDay<Float64Array>): void {
  const encoded = encodeDay(day);
  const read = dayOf(() => new Float64Array(day.close.length));
  decodeDay((field) => encoded[field], read);
  for (const field of CANDLE_FIELDS) expectSameBits(read[field], day[field]);
}

const anyDouble = fc.oneof(
  fc.double(),
  fc.constantFrom(-0, 0, Infinity, -Infinity, NaN, Number.MIN_VALUE, Number.MAX_VALUE, 2 ** 51, -(2 ** 51), 1e22),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((bits) => new Float64Array(BigUint64Array.of(bits).buffer)[0] ?? NaN),
);
const decimal = (scale: number): fc.Arbitrary<number> =>
  fc.integer({ min: -1_000, max: 2_000_000_000 }).map((integer) => integer / 10 ** scale);
const large = fc.bigInt({ min: -(2n ** 51n), max: 2n ** 51n }).map(Number);

const LENGTH = 300;
/** A column of a few values again and again, so that it is long enough for blocks. */
const columnOf = (value: fc.Arbitrary<number>): fc.Arbitrary<Float64Array> =>
  fc
    .array(value, { minLength: 1, maxLength: 40 })
    .map((some) => Float64Array.from({ length: LENGTH }, (_, i) => some[i % some.length] ?? NaN));
const dayFrom = (column: fc.Arbitrary<Float64Array>): fc.Arbitrary<OfDay<Float64Array>> =>
  fc.record({
    open: column,
    high: column,
    low: column,
    close: column,
    baseVolume: column,
    quoteVolume: column,
    trades: column,
  });

/** A day as a venue prints it: prices of two decimals that move, the given minutes without a candle. */
function printed(isHole: (slot: number) => boolean): OfDay<Float64Array> {
  const cents = (slot: number): number => 2_000_000 + ((slot * 7_919) % 211) + 3 * slot;
  const value = (field: string, slot: number): number => {
    const [open, close] = [cents(slot - 1), cents(slot)];
    switch (field) {
      case 'open':
        return open / 100;
      case 'close':
        return close / 100;
      case 'high':
        return (Math.max(open, close) + (slot % 5)) / 100;
      case 'low':
        return (Math.min(open, close) - (slot % 3)) / 100;
      case 'baseVolume':
        return ((slot * 31) % 100_000) / 1e5;
      case 'quoteVolume':
        return Math.round(((slot * 31) % 100_000) * close + (slot % 13)) / 1e7;
      default:
        return slot % 90;
    }
  };
  return dayOf((field) => Float64Array.from({ length: 1_440 }, (_, slot) => (isHole(slot) ? NaN : value(field, slot))));
}

describe('a day of four minutes, the second without a candle, as the format says it (written by hand)', () => {
  const bytes: OfDay<Uint8Array> = {
    // 10.00, 10.02, 9.99: 1000, then +2, -3; zig-zagged 2000, 4, 5 in 3 bits, 2000 >> 3 = 250 as a patch.
    close: Uint8Array.of(4, 2, 1 + 128, 1, 0b1101, 3, 1, 0x60, 0x01, 0, 0xfa, 0x01),
    // 9.98, 10.00, 10.03 after closes of none, 10.00 and 10.02: 998, 0, 1 in 1 bit, 998 >> 1 = 499 as a patch.
    open: Uint8Array.of(4, 2, 2, 2, 1, 1, 0b100, 0, 0xf3, 0x03),
    // 10.00, 10.05, 10.03 over tops of 10.00, 10.02, 10.03: 0, 3, 0 in 2 bits.
    high: Uint8Array.of(4, 2, 3, 2, 2, 0, 0b001100),
    // 9.97, 10.00, 9.95 under bottoms of 9.98, 10.00, 9.99: 1, 0, 4 in 3 bits.
    low: Uint8Array.of(4, 2, 4, 2, 3, 0, 0x01, 0x01),
    // 0.5, 2, 0: 5, 20, 0 in 5 bits.
    baseVolume: Uint8Array.of(4, 1, 0, 2, 5, 0, 0x85, 0x02),
    // 5.001, 20.039, 0 beside products of 5, 20.04, 0: +1, -1, 0; zig-zagged 2, 1, 0 in 2 bits.
    quoteVolume: Uint8Array.of(4, 3, 5 + 128, 2, 2, 0, 0b000110),
    // 7, 1, 0 in 3 bits.
    trades: Uint8Array.of(4, 0, 0, 2, 3, 0, 0x0f, 0x00),
  };

  it('is read', () => {
    const read = dayOf(() => new Float64Array(4));
    decodeDay((field) => bytes[field], read);
    expect(read).toEqual({
      open: Float64Array.of(9.98, NaN, 10, 10.03),
      high: Float64Array.of(10, NaN, 10.05, 10.03),
      low: Float64Array.of(9.97, NaN, 10, 9.95),
      close: Float64Array.of(10, NaN, 10.02, 9.99),
      baseVolume: Float64Array.of(0.5, NaN, 2, 0),
      quoteVolume: Float64Array.of(5.001, NaN, 20.039, 0),
      trades: Float64Array.of(7, NaN, 1, 0),
    });
  });
});

describe('a day of columns', () => {
  it.each([
    ['any doubles', fc.oneof(anyDouble, fc.constant(NaN))],
    ['decimals', decimal(2)],
    ['decimals and holes', fc.oneof(decimal(3), fc.constant(NaN))],
    ['integers of up to 51 bits, and holes', fc.oneof(large, large, fc.constant(NaN))],
    ['decimals and any doubles', fc.oneof(decimal(8), anyDouble)],
  ])('comes back to the bit: %s', (_, value) => {
    fc.assert(fc.property(dayFrom(columnOf(value)), returns), { numRuns: 60 });
  });

  it('comes back to the bit where each column is of another kind', () => {
    const kinds = fc.oneof(
      columnOf(decimal(2)),
      columnOf(fc.oneof(decimal(2), fc.constant(NaN))),
      columnOf(anyDouble),
      columnOf(large),
      fc.constant(new Float64Array(LENGTH).fill(NaN)),
    );
    fc.assert(fc.property(dayFrom(kinds), returns), { numRuns: 100 });
  });

  it('says once which minutes have a candle', () => {
    const day = printed((slot) => slot % 4 === 1);
    returns(day);
    const { close, ...others } = encodeDay(day);
    expect(close?.[3]).not.toBe(AS_CLOSE);
    expect(Object.values(others).map((bytes) => bytes?.[3])).toEqual(new Array(6).fill(AS_CLOSE));
  });

  it('foretells opens from the closes before, highs and lows from the body, turnover from volume × close', () => {
    const encoded = encodeDay(printed(() => false));
    const how = (bytes: Uint8Array | null): readonly number[] => [bytes?.[0] ?? NaN, (bytes?.[2] ?? NaN) & 127];
    expect(how(encoded.close)).toEqual([TAG.blocks, FORETOLD.before]);
    expect(how(encoded.open)).toEqual([TAG.blocks, FORETOLD.closeBefore]);
    expect(how(encoded.high)).toEqual([TAG.blocks, FORETOLD.bodyTop]);
    expect(how(encoded.low)).toEqual([TAG.blocks, FORETOLD.bodyBottom]);
    expect(how(encoded.quoteVolume)).toEqual([TAG.blocks, FORETOLD.turnover]);
    // An open that is the close before takes nothing but the headers of 12 blocks, and its first value.
    expect(encoded.open?.length).toBeLessThan(50);
  });

  it('does not foretell a turnover that has nothing to do with the volume', () => {
    const day = printed(() => false);
    const { quoteVolume } = encodeDay({ ...day, quoteVolume: day.trades });
    expect((quoteVolume?.[2] ?? NaN) & 127).toBe(FORETOLD.nothing);
  });

  it('is read in part, with the columns that the part rests on', () => {
    expect(withNeeded(['close'])).toEqual(['close']);
    expect(withNeeded(['low', 'baseVolume'])).toEqual(['open', 'low', 'close', 'baseVolume']);
    expect(withNeeded(['quoteVolume'])).toEqual(['close', 'baseVolume', 'quoteVolume']);
    const day = printed((slot) => slot === 7);
    const encoded = encodeDay(day);
    const read = dayOf(() => new Float64Array(1_440));
    decodeDay((field) => encoded[field], read, withNeeded(['low']));
    expectSameBits(read.low, day.low);
    expect(() => {
      decodeDay(() => encoded.open, { ...read, close: undefined as unknown as Float64Array }, ['open']);
    }).toThrow('needs the columns it rests on beside it');
  });
});
