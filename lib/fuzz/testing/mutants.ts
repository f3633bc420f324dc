import fc from 'fast-check';

/** Numbers at which lengths, offsets and counts go wrong. */
const EDGES = [
  0, 1, 2, 127, 128, 255, 256, 32_767, 32_768, 65_535, 65_536, 0x7f_ff_ff_ff, 0x80_00_00_00, 0xff_ff_ff_ff,
];

const EDITS = [
  'flip',
  'byte',
  'cut',
  'behead',
  'remove',
  'repeat',
  'splice',
  'insert',
  'edge',
  'swap',
  'digit',
] as const;

const edit = fc.record({
  how: fc.constantFrom(...EDITS),
  /** Where, as a share of the file; near its begin and its end stand what names the rest. */
  at: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1e-3, 0.01, 0.99, 0.999, 1)),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 4_096 })),
  value: fc.integer({ min: 0, max: 255 }),
  edge: fc.constantFrom(...EDGES),
  isLittle: fc.boolean(),
  width: fc.constantFrom(1, 2, 4, 8),
  other: fc.nat(1_000),
});
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function edited(bytes: Buffer, one: Edit, genuine: readonly Uint8Array[]): Buffer {
  const at = Math.min(bytes.length, Math.floor(one.at * bytes.length));
  const to = Math.min(bytes.length, Math.floor(one.to * bytes.length));
  const end = Math.min(bytes.length, at + one.length);
  const with_ = (middle: Uint8Array, from = at, behind = end): Buffer =>
    Buffer.concat([bytes.subarray(0, from), middle, bytes.subarray(behind)]);
  switch (one.how) {
    case 'flip':
      return with_(Buffer.of((bytes[at] ?? one.value) ^ (1 << (one.value & 7))), at, at + 1);
    case 'byte':
      return with_(Buffer.of(one.value), at, at + 1);
    case 'cut':
      return bytes.subarray(0, at);
    case 'behead':
      return bytes.subarray(at);
    case 'remove':
      return with_(Buffer.alloc(0));
    case 'repeat':
      return Buffer.concat([
        bytes.subarray(0, end),
        ...Array.from({ length: 1 + (one.value & 15) }, () => bytes.subarray(at, end)),
        bytes.subarray(end),
      ]);
    case 'splice': {
      const other = Buffer.from(genuine[one.other % genuine.length] ?? bytes);
      const from = Math.floor(one.to * other.length);
      return with_(other.subarray(from, from + one.length), at, at);
    }
    case 'insert':
      return with_(Buffer.alloc(one.length, one.value), at, at);
    case 'edge': {
      const number = Buffer.alloc(one.width);
      const big = one.edge === 0xff_ff_ff_ff && one.width === 8 ? 0xff_ff_ff_ff_ff_ff_ff_ffn : BigInt(one.edge);
      for (let i = 0; i < one.width; i += 1)
        number[one.isLittle ? i : one.width - 1 - i] = Number((big >> BigInt(8 * i)) & 255n);
      return with_(number, at, at + one.width);
    }
    case 'swap': {
      const [low, high] = at < to ? [at, to] : [to, at];
      const length = Math.min(one.length, high - low, bytes.length - high);
      return Buffer.concat([
        bytes.subarray(0, low),
        bytes.subarray(high, high + length),
        bytes.subarray(low + length, high),
        bytes.subarray(low, low + length),
        bytes.subarray(high + length),
      ]);
    }
    case 'digit': {
      const found = bytes.subarray(at).findIndex((byte) => byte >= 48 && byte <= 57);
      return found === -1 ? bytes : with_(Buffer.from(String(one.edge)), at + found, at + found + 1);
    }
  }
}

/** Genuine files with one to four changes: bits and bytes, cuts, repetitions, pieces of one in another, and lies about lengths. */
export const mutants = (genuine: readonly Uint8Array[]): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc
    .tuple(fc.constantFrom(...genuine), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([file, edits]) =>
      Uint8Array.from(edits.reduce((bytes: Buffer, one) => edited(bytes, one, genuine), Buffer.from(file))),
    );
