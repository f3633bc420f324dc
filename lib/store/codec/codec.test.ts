import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeColumn } from './decode';
import { encodeColumn } from './encode';
import { FORETOLD, TAG } from './format';
import { ColumnUnreadable } from './unreadable';
import { expectSameBits } from './testing/sameColumn';

const DAY = 1_440;

const roundTrip = (column: Float64Array): Float64Array => decodeColumn(encodeColumn(column), column.length);
const returns = (values: readonly number[]): void => {
  const column = Float64Array.from(values);
  expectSameBits(roundTrip(column), column);
};
const tagOf = (values: readonly number[]): number | undefined => encodeColumn(Float64Array.from(values))?.[0];

const anyDouble = fc.oneof(
  fc.double(),
  fc.constantFrom(
    -0,
    0,
    Infinity,
    -Infinity,
    NaN,
    Number.MIN_VALUE,
    -Number.MIN_VALUE,
    Number.MAX_VALUE,
    2 ** 51,
    2 ** 51 + 1,
    -(2 ** 51),
    2 ** 53,
    0.1 + 0.2,
    2.5e-7,
    1e22,
    1e-22,
    1e23,
  ),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((bits) => new Float64Array(BigUint64Array.of(bits).buffer)[0] ?? NaN),
);
/** What venues print: an integer over a power of ten, with holes. */
const decimal = (scale: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 2_000_000_000 }).map((integer) => integer / 10 ** scale) },
    { weight: 1, arbitrary: fc.constant(NaN) },
  );

describe('an encoded column', () => {
  it('gives back every double to the bit, and every NaN as a hole', () => {
    fc.assert(fc.property(fc.array(anyDouble, { maxLength: 60 }), returns), { numRuns: 2_000 });
  });

  it('gives back the decimals venues print, whatever their scale', () => {
    const columns = fc.integer({ min: 0, max: 12 }).chain((scale) => fc.array(decimal(scale), { maxLength: DAY }));
    fc.assert(fc.property(columns, returns), { numRuns: 300 });
  });

  it('gives back decimals mixed with doubles that no decimal of few digits names', () => {
    fc.assert(fc.property(fc.array(fc.oneof(decimal(8), anyDouble), { maxLength: 200 }), returns), { numRuns: 500 });
  });

  it('tells -0 from 0', () => {
    expect(Object.is(roundTrip(Float64Array.of(-0, 1))[0], -0)).toBe(true);
    expect(Object.is(roundTrip(Float64Array.of(0, 1))[0], 0)).toBe(true);
  });

  it('takes a NaN of any bits for a hole', () => {
    const odd = new Float64Array(
      BigUint64Array.of(0xfff8_dead_beef_0001n, 0x3ff0_0000_0000_0000n, 0x7ff0_0000_0000_0001n).buffer,
    );
    expect(Array.from(roundTrip(odd))).toEqual([NaN, 1, NaN]);
  });

  it('is nothing at all when it holds only holes', () => {
    expect(encodeColumn(new Float64Array(DAY).fill(NaN))).toBeNull();
    expect(Array.from(decodeColumn(null, 2))).toEqual([NaN, NaN]);
  });

  it('of few values is written as differences, plainly or raw, whichever carries it in the fewest bytes', () => {
    expect(tagOf([3.56, 3.594, 3.561, 3.594].map((price) => price * 1e9))).toBe(TAG.delta);
    expect(tagOf([1, 2425, 1, 1582])).toBe(TAG.plain);
    expect(tagOf([Math.PI])).toBe(TAG.raw);
    expect(tagOf([Infinity])).toBe(TAG.raw);
  });

  it('has the bytes the format promises', () => {
    // Scale 2, a hole in the middle (bits 0 and 2 of the bitmap), 1.5 → 150 → zig-zag 300 → 0xac 0x02, then -1 → 1.
    expect(Array.from(encodeColumn(Float64Array.of(1.5, NaN, 1.49)) ?? [])).toEqual([
      TAG.delta,
      2,
      1,
      0b101,
      0xac,
      0x02,
      0x01,
    ]);
    expect(Array.from(encodeColumn(Float64Array.of(-0)) ?? [])).toEqual([TAG.raw, 0, 0x80, 0, 0, 0, 0, 0, 0, 0]);
    expect(Array.from(encodeColumn(Float64Array.of(0, 5)) ?? [])).toEqual([TAG.plain, 0, 0, 0, 10]);
  });

  it('does not keep a busy day of prices in more than three bytes a minute', () => {
    let price = 3_560;
    const walk = Float64Array.from({ length: DAY }, (_, i) => (price += ((i * 7_919) % 41) - 20) / 1_000);
    expect(encodeColumn(walk)?.length).toBeLessThan(3 * DAY);
  });
});

describe('a column of many values', () => {
  const steps = Float64Array.from({ length: 256 }, (_, i) => (100 + 3 * i) / 10);

  it('is written in blocks, with the bytes the format promises', () => {
    // 10.0, 10.3, 10.6 …: scale 1, each integer foretold by the one before it; no residual is negative. In the first block 100 does not fit the 2
    // bits of all the 3s, and is patched: place 0, 100 >> 2 = 25.
    expect(Array.from(encodeColumn(steps) ?? [])).toEqual([
      TAG.blocks,
      1,
      FORETOLD.before,
      0,
      ...[2, 1, 0xfc, ...new Array<number>(31).fill(0xff), 0, 25],
      ...[2, 0, ...new Array<number>(32).fill(0xff)],
    ]);
  });

  it('names the blocks it cannot read', () => {
    const bytes = encodeColumn(steps) ?? new Uint8Array();
    const wrong = (at: number, byte: number): Uint8Array => Uint8Array.from(bytes, (own, i) => (i === at ? byte : own));
    expect(() => decodeColumn(wrong(1, 23), 256)).toThrow('scale 23');
    expect(() => decodeColumn(wrong(2, 9), 256)).toThrow('predicted in way 9');
    expect(() => decodeColumn(wrong(3, 7), 256)).toThrow('gap marker 7');
    expect(() => decodeColumn(wrong(4, 50), 256)).toThrow(/cut off|50 bits/);
    expect(() => decodeColumn(wrong(38, 200), 256)).toThrow('cut off');
  });

  // The last value leaps, so that the column ends with a patch: its place, and 3 bytes.
  const leaping = Float64Array.from(steps, (value, i) => (i === 255 ? 1e6 : value));

  it('is refused as cut off, wherever it is cut', () => {
    const bytes = encodeColumn(leaping) ?? new Uint8Array();
    expect(bytes[0]).toBe(TAG.blocks);
    for (let length = 4; length < bytes.length; length += 1)
      expect(() => decodeColumn(bytes.slice(0, length), 256)).toThrow('its values are cut off');
  });

  it('is read or refused, never anything else, whatever bytes follow its tag', () => {
    const written = [steps, leaping, Float64Array.from(leaping, (value, i) => (i % 3 === 1 ? NaN : value))].map(
      (column) => encodeColumn(column) ?? new Uint8Array(),
    );
    const flipped = fc
      .tuple(
        fc.constantFrom(...written),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
      )
      .map(([bytes, flips]) => {
        const damaged = bytes.slice();
        for (const [at, byte] of flips) damaged[1 + (at % (bytes.length - 1))] = byte;
        return damaged;
      });
    const anything = fc.uint8Array({ maxLength: 400 }).map((bytes) => Uint8Array.of(TAG.blocks, ...bytes));
    fc.assert(
      fc.property(fc.oneof(flipped, anything), (bytes) => {
        try {
          // A number or a hole: no integer in blocks is infinite.
          expect(decodeColumn(bytes, 256, { close: steps, open: steps, baseVolume: steps })).not.toContain(Infinity);
        } catch (error) {
          expect(error).toBeInstanceOf(ColumnUnreadable);
          expect(String(error)).not.toMatch(/-\d+ bytes/);
        }
        // What was read before leaves no trace.
        expectSameBits(roundTrip(leaping), leaping);
      }),
      { numRuns: 600 },
    );
  });

  it('takes no memory for bytes beyond what its slots can hold', () => {
    const far = new Uint8Array(50_000_000);
    far.set(encodeColumn(steps) ?? []);
    const before = process.memoryUsage().arrayBuffers;
    expect(() => decodeColumn(far, 256)).toThrow(/bytes follow its last value/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
  });
});

describe('bytes that were stored before there were blocks', () => {
  it.each([
    ['raw', [1, 0, 0x40, 0x09, 0x21, 0xfb, 0x54, 0x44, 0x2d, 0x18, 0x80, 0, 0, 0, 0, 0, 0, 0], [Math.PI, -0]],
    ['plainly', [2, 0, 0, 2, 0xf2, 0x25, 2, 0xdc, 0x18], [1, 2425, 1, 1582]],
    ['as differences', [3, 2, 1, 0b101, 0xac, 0x02, 0x01], [1.5, NaN, 1.49]],
    ['as differences of more than 28 bits', [3, 0, 0, 0x80, 0xc0, 0xca, 0xf3, 0x84, 0xa3, 0x02, 1], [5e12, 5e12 - 1]],
  ])('are read as ever: written %s', (_, bytes, values) => {
    expect(Array.from(decodeColumn(Uint8Array.from(bytes), values.length))).toEqual(values);
  });
});

describe('bytes that no column wrote', () => {
  const some = fc
    .array(fc.oneof(decimal(3), fc.double()), { minLength: 1, maxLength: 40 })
    .filter((values) => values.some((value) => !Number.isNaN(value)));
  const nameOf = (bytes: Uint8Array): RegExp => new RegExp(`tag ${String(bytes[0])}, `);

  it('are refused by the name of their tag when cut off anywhere', () => {
    fc.assert(
      fc.property(some, fc.nat(), (values, cut) => {
        const bytes = encodeColumn(Float64Array.from(values)) ?? new Uint8Array();
        const short = bytes.slice(0, 1 + (cut % (bytes.length - 1)));
        expect(() => decodeColumn(short, values.length)).toThrow(ColumnUnreadable);
        expect(() => decodeColumn(short, values.length)).toThrow(nameOf(bytes));
      }),
    );
  });

  it('are refused when more follows than the column holds', () => {
    fc.assert(
      fc.property(some, (values) => {
        const bytes = encodeColumn(Float64Array.from(values)) ?? new Uint8Array();
        expect(() => decodeColumn(Uint8Array.of(...bytes, 0), values.length)).toThrow(/bytes follow its last value/);
      }),
    );
  });

  it('are refused when empty or of an unknown tag', () => {
    expect(() => decodeColumn(new Uint8Array(), 1)).toThrow('tag missing');
    expect(() => decodeColumn(Uint8Array.of(99, 0), 1)).toThrow('tag 99, unknown');
    expect(() => decodeColumn(Uint8Array.of(TAG.plain, 23, 0, 2), 1)).toThrow('scale 23');
    expect(() => decodeColumn(Uint8Array.of(TAG.delta, 1, 7, 2), 1)).toThrow('gap marker 7');
  });

  const endless = [...new Array<number>(8).fill(0xff), 1];
  it.each([
    ['plainly', [TAG.plain, 0, 0, ...endless]],
    ['as differences', [TAG.delta, 0, 0, ...endless]],
    ['in blocks', [TAG.blocks, 0, FORETOLD.nothing, 0, 0, 1, 0, ...endless]],
  ])('are refused when an integer takes more bytes than any does: %s', (_, bytes) => {
    expect(() => decodeColumn(Uint8Array.from(bytes), 1)).toThrow('integers of 63 bits are too wide');
  });
});
