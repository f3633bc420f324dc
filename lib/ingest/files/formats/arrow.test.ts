import {
  bool,
  decimal,
  dictionary,
  float32,
  int64,
  tableFromArrays,
  tableToIPC,
  timestamp,
  utf8,
  TimeUnit,
} from '@uwdata/flechette';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackLz4Frame } from './lz4';
import { FEATHER, LZ4_FRAME } from './testing/pyarrow';
import { cellsIn, fileOf, refusalOf } from './testing/reading';

const T = 1_760_131_200_000;
const HEADER = ['date', 'open', 'high', 'low', 'close', 'volume'];
const ROWS = [
  ['2025-10-10T21:20:00Z', '3.56', '3.594', '3.56', '3.594', '2425.45'],
  ['2025-10-10T21:21:00Z', '3.594', '3.6', '3.57', '3.58', '1200'],
  ['2025-10-10T21:22:00Z', '3.58', '3.59', '3.5', '3.51', '0.27000002'],
];
const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64');

describe('a Feather file', () => {
  it.each(['lz4', 'zstd'] as const)(
    'is read as pyarrow, pandas and freqtrade write it, packed with %s',
    async (codec) => {
      expect(await cellsIn(fileOf(bytesOf(FEATHER[codec]), 'ATOM_USDT-1m.feather'))).toEqual([HEADER, ...ROWS]);
      expect(await cellsIn(fileOf(gzipSync(bytesOf(FEATHER[codec])), 'a.csv'))).toEqual([HEADER, ...ROWS]);
    },
  );

  it.each(['file', 'stream'] as const)('keeps every kind of value as it is written (%s)', async (format) => {
    const table = tableFromArrays(
      {
        us: [T, T + 1],
        bare: [T, T + 60_000],
        id: [9_007_199_254_740_993n, null],
        small: [3.56, 0.1],
        exact: [123_456_789_012_345_678n, -5n],
        side: ['buy', 'sell'],
        maker: [true, false],
      },
      {
        types: {
          us: timestamp(TimeUnit.MICROSECOND, 'Europe/Berlin'),
          bare: timestamp(TimeUnit.MILLISECOND),
          id: int64(),
          small: float32(),
          exact: decimal(38, 18, 128),
          side: dictionary(utf8()),
          maker: bool(),
        },
      },
    );
    const bytes = tableToIPC(table, { format });
    expect(await cellsIn(fileOf(bytes ?? new Uint8Array()))).toEqual([
      ['us', 'bare', 'id', 'small', 'exact', 'side', 'maker'],
      [
        '2025-10-10T21:20:00Z',
        '2025-10-10T21:20:00',
        '9007199254740993',
        '3.56',
        '0.123456789012345678',
        'buy',
        'true',
      ],
      ['2025-10-10T21:20:00.001Z', '2025-10-10T21:21:00', '', '0.1', '-0.000000000000000005', 'sell', 'false'],
    ]);
  });

  it('is refused where it is cut off or damaged', async () => {
    const whole = bytesOf(FEATHER.lz4);
    expect(await refusalOf(fileOf(whole.subarray(0, whole.length - 50)))).toBe(
      'not a readable Feather (Arrow) file (cut off); fetch or write it again',
    );
    const damaged = Buffer.from(whole);
    damaged.fill(0xee, 600, 760);
    expect(await refusalOf(fileOf(damaged))).toMatch(/^not a readable Feather \(Arrow\) file \(.+\)/);
  });
});

describe('an LZ4 frame', () => {
  const data = Uint8Array.from({ length: 200_000 }, (_, i) => (i * i) % 251);

  it('of linked blocks gives back what was packed', () => {
    expect(Buffer.from(unpackLz4Frame(bytesOf(LZ4_FRAME), data.length)).equals(data)).toBe(true);
  });

  it('is refused where it is cut anywhere, or holds another number of bytes', () => {
    const frame = bytesOf(LZ4_FRAME);
    for (let length = 0; length < frame.length - 4; length += 7)
      expect(() => unpackLz4Frame(frame.subarray(0, length), data.length)).toThrow(/LZ4|bounds/);
    expect(() => unpackLz4Frame(frame, data.length - 1)).toThrow(/LZ4/);
    expect(() => unpackLz4Frame(frame, data.length + 1)).toThrow(/LZ4/);
  });
});
