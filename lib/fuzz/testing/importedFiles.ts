import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { CANDLE_FILE_HEADER } from '../../domain/candleFile';
import { FEATHER } from '../../ingest/files/formats/testing/pyarrow';
import { zipOf } from '../../sealed/testing/zipOf';

const FROM = Date.UTC(2025, 9, 10, 21, 20);
const MINUTES = Array.from({ length: 6 }, (_, i) => FROM + 60_000 * i);
const iso = (ms: number): string => new Date(ms).toISOString();

const candle = (ms: number | string, mark = ','): string => [ms, '3.56', '3.594', '3.5', '3.58', '2425.45'].join(mark);
/** Genuine texts of candles and trades, as venues and vendors write them. */
export const TEXTS: Readonly<Record<string, string>> = {
  candles: ['timestamp,open,high,low,close,volume', ...MINUTES.map((ms) => candle(ms))].join('\n'),
  iso: ['date,open,high,low,close,volume', ...MINUTES.map((ms) => candle(iso(ms)))].join('\r\n'),
  semicolons: [
    'Date;Open;High;Low;Close;Volume',
    ...MINUTES.map((ms) => candle(iso(ms), ';').replaceAll('.', ',').replace(',000Z', '.000Z')),
  ].join('\n'),
  headerless: MINUTES.map((ms) => `${candle(ms)},${String(ms + 59_999)},8600.1,12,1.1,4.2,0`).join('\n'),
  trades: [
    'id,timestamp,price,amount,side',
    ...MINUTES.map((ms, i) => `${String(100 + i)},${String(ms + 5)},3.5${String(i)},0.27,buy`),
  ].join('\n'),
  json: JSON.stringify(MINUTES.map((ms) => [ms, 3.56, 3.594, 3.5, 3.58, 2425.45])),
  objects: JSON.stringify(
    MINUTES.map((ms) => ({ timestamp: ms, open: '3.56', high: '3.594', low: '3.5', close: '3.58', volume: '1' })),
  ),
  columns: JSON.stringify({
    t: MINUTES,
    o: MINUTES.map(() => 1),
    h: MINUTES.map(() => 1),
    l: MINUTES.map(() => 1),
    c: MINUTES.map(() => 1),
    v: MINUTES.map(() => 1),
  }),
  kraken: JSON.stringify({
    error: [],
    result: {
      ATOMUSD: MINUTES.map((ms) => [ms / 1000, '3.5', '3.6', '3.4', '3.5', '3.5', '10', 4]),
      last: FROM / 1000 + 240,
    },
  }),
  own: [
    CANDLE_FILE_HEADER,
    ...MINUTES.map((ms) => `coinbase,ATOM,USD,spot,rest,${iso(ms).slice(0, 16)}Z,3.56,3.594,3.5,3.58,2425.45,,`),
  ].join('\n'),
};

const doubles = (name: string, data: readonly number[]) => ({ name, data: [...data], type: 'DOUBLE' as const });
const parquet = (codec: 'SNAPPY' | 'UNCOMPRESSED'): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      codec,
      columnData: [
        { name: 'timestamp', data: MINUTES.map(BigInt), type: 'INT64' as const },
        ...['open', 'high', 'low', 'close', 'volume'].map((name) =>
          doubles(
            name,
            MINUTES.map(() => 3.5),
          ),
        ),
      ],
    }),
  );

export const TABLES: readonly Uint8Array[] = [
  parquet('SNAPPY'),
  parquet('UNCOMPRESSED'),
  Buffer.from(FEATHER.lz4, 'base64'),
  Buffer.from(FEATHER.zstd, 'base64'),
];

const TEXT_FILES = Object.values(TEXTS).map((text) => Buffer.from(text));
const inZip = (content: Uint8Array, name = 'ATOMUSD-1m-2025-10-10.csv'): Uint8Array => zipOf([{ name, content }]);
/** Genuine files, plain and packed. */
export const FILES: readonly Uint8Array[] = [
  ...TEXT_FILES,
  ...TABLES,
  ...TEXT_FILES.map((file) => gzipSync(file)),
  ...TEXT_FILES.map((file) => inZip(file)),
  inZip(gzipSync(TEXTS['candles'] ?? ''), 'a.csv.gz'),
  Buffer.concat([
    gzipSync('timestamp,open,high,low,close,volume\n'),
    gzipSync(MINUTES.map((ms) => candle(ms)).join('\n')),
  ]),
];

const CELLS = [
  '',
  ' ',
  '"',
  '""',
  '"a',
  'a"b',
  '"a\nb"',
  '1e400',
  '-1e400',
  '1e-400',
  '0x10',
  '1_000',
  '1,000',
  '1.000,5',
  "1'000",
  'Infinity',
  '-Infinity',
  'NaN',
  'nan',
  'null',
  'None',
  '١٢٣',
  '１２３',
  '−1',
  '-0',
  '+1',
  '.5',
  '5.',
  '1e',
  'e1',
  '1e+5',
  '1e-999999999',
  '1e999999999',
  '0.1e-300',
  `1.${'0'.repeat(350)}1`,
  `1.${'0'.repeat(3_000)}1`,
  '9'.repeat(30),
  '9'.repeat(1_000),
  '=cmd|x!A1',
  '@SUM(A1)',
  '\0',
  '\u202e',
  '\ufeff',
  '\u2028',
  '<script>',
  '../..',
  '0',
  '-1',
  '1760131200',
  '1760131200000',
  '1760131200000000',
  '1760131200000000000',
  '99999999999999',
  '2025-10-10T21:20:00Z',
  '2025-02-30T00:00:00Z',
  '2025-10-10 21:20',
  '10/10/2025',
  '0000-00-00',
  '9999-12-31T23:59:59Z',
  'BTC/USDT',
  'binance',
  '1h',
  'a'.repeat(20_000),
];
const ENDS = ['\n', '\r\n', '\r', '\n\n', '\u2028', ''];

interface Change {
  readonly how: 'cell' | 'drop' | 'twice' | 'move' | 'join' | 'column' | 'end' | 'wide';
  readonly line: number;
  readonly at: number;
  readonly cell: string;
  readonly end: string;
}
const change: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom('cell', 'cell', 'cell', 'drop', 'twice', 'move', 'join', 'column', 'end', 'wide'),
  line: fc.nat(8),
  at: fc.nat(8),
  cell: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...CELLS) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
  ),
  end: fc.constantFrom(...ENDS),
});

function changed(lines: readonly string[], { how, line, at, cell, end }: Change): readonly string[] {
  const i = line % Math.max(1, lines.length);
  const own = lines[i] ?? '';
  const mark = own.includes(';') ? ';' : ',';
  const put = (text: string): string => {
    const cells = text.split(mark);
    return [...cells.slice(0, at % (cells.length + 1)), cell, ...cells.slice((at % (cells.length + 1)) + 1)].join(mark);
  };
  const with_ = (...middle: readonly string[]): readonly string[] => [
    ...lines.slice(0, i),
    ...middle,
    ...lines.slice(i + 1),
  ];
  switch (how) {
    case 'cell':
      return with_(put(own));
    case 'drop':
      return with_();
    case 'twice':
      return with_(...Array.from({ length: 1 + at * 20 }, () => own));
    case 'move':
      return [...lines.slice(0, i), ...lines.slice(i + 1), own];
    case 'join':
      return with_(`${own}${mark}${lines[at % lines.length] ?? ''}`);
    case 'column':
      return lines.map(put);
    case 'end':
      return with_(`${own}${end}${own}`);
    case 'wide':
      return with_(own + mark.repeat(at * 4_000));
  }
}

const ENCODINGS = ['utf8', 'utf8', 'utf8', 'utf8', 'bom', 'utf16', 'latin1', 'twice'] as const;
const encoded = (text: string, how: (typeof ENCODINGS)[number]): Buffer => {
  switch (how) {
    case 'bom':
      return Buffer.from(`\ufeff${text}`);
    case 'utf16':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'latin1':
      return Buffer.from(text, 'latin1');
    case 'twice':
      return Buffer.from(`\ufeff\ufeff${text}`);
    case 'utf8':
      return Buffer.from(text);
  }
};

const PACKINGS = [
  'plain',
  'plain',
  'plain',
  'gzip',
  'zip',
  'gzip twice',
  'zip in zip',
  'cut gzip',
  'gzip and more',
  'names',
] as const;
const packed = (file: Uint8Array, how: (typeof PACKINGS)[number]): Uint8Array => {
  switch (how) {
    case 'plain':
      return file;
    case 'gzip':
      return gzipSync(file);
    case 'zip':
      return inZip(file);
    case 'gzip twice':
      return gzipSync(gzipSync(gzipSync(file)));
    case 'zip in zip':
      return inZip(inZip(file), 'inner.zip');
    case 'cut gzip':
      return gzipSync(file).subarray(0, -9);
    case 'gzip and more':
      return Buffer.concat([gzipSync(file), Buffer.from('more')]);
    case 'names':
      return zipOf(
        ['../a.csv', '/a.csv', 'C:\\a.csv', 'a\0.csv', 'a\n\u001b[2J\u202e.csv', '__MACOSX/a'].map((name) => ({
          name,
          content: file,
        })),
      );
  }
};

/** Genuine texts whose lines and cells are others, in any encoding and packing. */
export const textsLike = (texts: readonly string[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...ENDS.slice(0, 3)),
      fc.constantFrom(...ENCODINGS),
      fc.constantFrom(...PACKINGS),
    )
    .map(([text, changes, end, encoding, packing]) =>
      packed(encoded(changes.reduce(changed, text.split(/\r?\n/)).join(end), encoding), packing),
    );

export const anyText: fc.Arbitrary<Uint8Array> = textsLike(Object.values(TEXTS));

const FILLS = [0, 1, 2].map((i) => `2025-10-10 21:2${String(i)}:05`);
/** Exports of fills, as exchanges write them. */
export const EXPORTS: readonly string[] = [
  [
    'Date(UTC),Pair,Side,Price,Executed,Amount,Fee',
    ...FILLS.map((at) => `${at},ATOMUSDT,SELL,3.51,10.5ATOM,36.855USDT,0.03USDT`),
  ],
  [
    'Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit',
    ...FILLS.map((at) => `${at},ATOMUSDT,BUY,LONG,"3,510.5",10,35.1,0.01 USDT,-1.2`),
  ],
  [
    'UID:42,Account Type:Main,Time Zone:UTC+8',
    'id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,PnL,Fee,Fee Unit,Position Change,Position Balance,Balance Change,Balance,Balance Unit',
    ...FILLS.map((at, i) => `${String(i)},7,${at},Spot,ATOM-USDT,Sell,10,ATOM,3.5,0,-0.01,USDT,0,0,35,100,USDT`),
  ],
  ['time;symbol;side;price;quantity', ...FILLS.map((at) => `${at};ATOM/USDT;sell;3.5;10`)],
].map((lines) => lines.join('\n'));
