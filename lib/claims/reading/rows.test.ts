import { describe, expect, it } from 'vitest';
import { written } from '../../domain/decimal';
import type { Venue } from '../../domain/market';
import type { Row } from '../fill';
import { askedOf, layoutOf, type Said } from './layout';
import { NoLines, recognise } from './file';
import { Lines, type Line } from './lines';
import { Rows } from './rows';
import { timeIn, zoneIn, zoneName, zoneOfHead } from './times';

const lines = (...texts: readonly string[]): readonly Line[] =>
  texts.map((text, i) => ({ number: i + 1, text, isCut: false }));

function read(texts: readonly string[], said: Said = {}): readonly Row[] {
  const all = lines(...texts);
  const layout = layoutOf(all, said);
  if (layout === undefined) throw new Error('no head');
  const rows = new Rows(layout, said, 'me');
  return [...all.flatMap((line) => rows.take(line)), ...rows.end()];
}

/** A fill in a line: time, book, side, price, quantity, fee, flag. */
const told = (row: Row | undefined): string => {
  if (row === undefined) return 'none';
  if (row.kind === 'other') return `no fill: ${row.what}`;
  if (row.kind === 'flawed') return `line ${String(row.line)}: ${row.flaw}: ${row.text}`;
  const { book, fee, unreadFee } = row;
  const named = book === undefined ? row.symbol : `${book.venue} ${book.base}/${book.quote} ${book.kind}`;
  return [
    new Date(row.atMs).toISOString().slice(5, 19),
    named,
    row.side,
    written(row.price),
    written(row.quantity),
    ...(fee === undefined ? [] : [`fee ${written(fee.amount)} ${fee.currency ?? ''}`.trim()]),
    ...(unreadFee === undefined ? [] : [`fee not read: ${unreadFee}`]),
    ...(row.flag === undefined ? [] : [row.flag]),
    ...(row.unusable === undefined ? [] : [row.unusable]),
    ...(row.isOrder ? ['order'] : []),
  ].join(' ');
};

describe('a row of an export', () => {
  it.each([
    [
      'Binance spot trades',
      'Date(UTC),Pair,Side,Price,Executed,Amount,Fee',
      '2025-10-10 21:20:37,ATOMUSDT,SELL,0.001,500.5ATOM,"1,155.10000000USDT",0.5ATOM',
      '10-10T21:20:37 binance ATOM/USDT spot sell 0.001 500.5 fee 0.5 ATOM',
    ],
    [
      'a base that ends like a quote',
      'Date(UTC),Pair,Side,Price,Executed,Amount,Fee',
      '2025-10-10 21:20:37,WBETHETH,BUY,1.07,2WBETH,2.14ETH,0.1BNB',
      '10-10T21:20:37 binance WBETH/ETH spot buy 1.07 2 fee 0.1 BNB',
    ],
    [
      'Binance spot trades of older exports',
      'Date(UTC),Market,Type,Price,Amount,Total,Fee,Fee Coin',
      '2025-10-10 21:20:37,DOGEUSDT,BUY,0.2,100,20,0.02,usdt',
      '10-10T21:20:37 binance DOGE/USDT spot buy 0.2 100 fee 0.02 USDT',
    ],
    [
      'Binance spot orders',
      'Date(UTC),OrderNo,Pair,Type,Side,Order Price,Order Amount,Time,Executed,Average Price,Trading total,Status',
      '2025-10-10 21:00:00,1,ATOMUSDT,MARKET,SELL,0,9,2025-10-10 21:20:00,9ATOM,1.5,13.5USDT,FILLED',
      '10-10T21:20:00 binance ATOM/USDT spot sell 1.5 9 order',
    ],
    [
      'an order that was cancelled',
      'Date(UTC),OrderNo,Pair,Type,Side,Order Price,Order Amount,Time,Executed,Average Price,Trading total,Status',
      '2025-10-10 21:00:00,1,ATOMUSDT,LIMIT,SELL,4,9,2025-10-10 21:20:00,0,0,0,CANCELED',
      'no fill: CANCELED',
    ],
    [
      'an order that was cancelled after a part of it was filled',
      'Date(UTC),OrderNo,Pair,Type,Side,Order Price,Order Amount,Time,Executed,Average Price,Trading total,Status',
      '2025-10-10 21:00:00,1,ATOMUSDT,LIMIT,SELL,4,9,2025-10-10 21:20:00,3,4,12,CANCELED',
      '10-10T21:20:00 binance ATOM/USDT spot sell 4 3 order',
    ],
    [
      'Binance USD-M',
      'Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit',
      '2025-10-10 21:20:37,ATOMUSDT,SELL,LONG,1.46,10,14.6,0.00584,-20',
      '10-10T21:20:37 binanceusdm ATOM/USDT perp sell 1.46 10 fee 0.00584',
    ],
    [
      'Binance COIN-M, contracts of 10 USD',
      'Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit',
      '2025-10-10 21:21:02,ATOMUSD_PERP,SELL,LONG,1.25,10,80,0.04,-20',
      '10-10T21:21:02 binancecoinm ATOM/USD perp sell 1.25 80 fee 0.04',
    ],
    [
      'Binance COIN-M, contracts of 100 USD',
      'Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit',
      '2025-10-10 21:21:02,BTCUSD_PERP,BUY,SHORT,100000,5,0.005,0.00001,0',
      '10-10T21:21:02 binancecoinm BTC/USD perp buy 100000 0.005 fee 0.00001',
    ],
    [
      'Binance COIN-M, whose base ends as another dollar begins',
      'Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit',
      '2025-10-10 21:21:02,BNBUSD_PERP,SELL,LONG,1000,10,0.1,0.04,-20',
      '10-10T21:21:02 binancecoinm BNB/USD perp sell 1000 0.1 fee 0.04',
    ],
    [
      'Binance COIN-M, likewise',
      'Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit',
      '2025-10-10 21:21:02,DOTUSD_PERP,SELL,LONG,2.5,10,40,0.04,-20',
      '10-10T21:21:02 binancecoinm DOT/USD perp sell 2.5 40 fee 0.04',
    ],
    [
      'Binance USD-M in BUSD, which counts the base and no contracts',
      'Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit',
      '2022-11-09 21:21:02,BTCBUSD,SELL,LONG,16000,2,32000,0.04,-20',
      '11-09T21:21:02 binanceusdm BTC/BUSD perp sell 16000 2 fee 0.04',
    ],
    [
      'a contract with a delivery date',
      'Time(UTC),Symbol,Side,Price,Quantity,Amount,Fee,Realized Profit',
      '2025-10-10 21:21:02,BTCUSDT_251226,BUY,100000,5,0.005,0.00001,0',
      '10-10T21:21:02 BTCUSDT_251226 buy 100000 5 fee 0.00001 unknown-symbol',
    ],
    [
      'Bybit spot, whose clock stands before its day',
      'Spot Pairs,Order Type,Direction,feeCoin,ExecFeeV2,Filled Value,Filled Price,Filled Quantity,Fees,Transaction ID,Order No.,Timestamp (UTC)',
      'ATOMUSDT,MARKET,BUY,ATOM,0.01,20,2,10,0.01,t1,o1,21:20 2025-10-10',
      '10-10T21:20:00 bybit ATOM/USDT spot buy 2 10 fee 0.01 ATOM',
    ],
    [
      'a liquidation at Bybit',
      'Market,Filled Type,Filled Quantity,Filled Price,Order Price,Fee Rate,Trading Fee,feeCoin,ExecFeeV2,Direction,Order Type,Trasaction ID,Order No.,Transaction Time(UTC+0)',
      'ATOMUSDT,Liquidation,10,1.6,1.6,0.0005,0.02,USDT,0.02,Short,Market,a,o,21:20 2025-10-10',
      '10-10T21:20:00 bybit ATOM/USDT perp sell 1.6 10 fee 0.02 USDT liquidation',
    ],
    [
      'funding at Bybit',
      'Market,Filled Type,Filled Quantity,Filled Price,Order Price,Fee Rate,Trading Fee,feeCoin,ExecFeeV2,Direction,Order Type,Trasaction ID,Order No.,Transaction Time(UTC+0)',
      'ATOMUSDT,Funding,10,1.6,0,0.0005,0.02,USDT,0.02,Long,--,a,o,21:20 2025-10-10',
      'no fill: Funding',
    ],
  ])('of %s', (_, head, row, says) => {
    expect(told(read([head, row])[0])).toBe(says);
  });

  // Published books: Gemini's BNB/USD and Kraken's DOT/USD, Binance's BTC/BUSD, PNUT/FDUSD and BTC/TUSD, Bybit's inverse contract of BIT.
  it.each([
    ['kraken', 'spot', 'DOTUSD', '10', 'DOT/USD'],
    ['gemini', 'spot', 'BNBUSD', '10', 'BNB/USD'],
    ['kraken', 'spot', 'USDTUSD', '10', 'USDT/USD'],
    ['kraken', 'spot', 'XBTUSD', '10', 'BTC/USD'],
    ['binanceus', 'spot', 'ETHBUSD', '10', 'ETH/BUSD'],
    ['binance', 'spot', 'BTCTUSD', '10', 'BTC/TUSD'],
    ['binance', 'spot', 'BTCBUSD', '10', 'BTC/BUSD'],
    ['binance', 'spot', 'PNUTFDUSD', '10', 'PNUT/FDUSD'],
    ['bybit', 'perp', 'BITUSD', '10', 'BIT/USD'],
    // The row itself says which.
    ['binanceus', 'spot', 'BTCBUSD', '10BTC', 'BTC/BUSD'],
    ['binanceus', 'spot', 'BTCBUSD', '10BTCB', 'BTCB/USD'],
    // Both are known, or neither: not guessed.
    ['binanceus', 'spot', 'BTCBUSD', '10', 'unknown'],
    ['gemini', 'spot', 'QQTUSD', '10', 'unknown'],
  ] as const)('of %s, whose %s symbol is %s and quantity %s, is of %s', (venue, kind, symbol, quantity, pair) => {
    const texts = ['Time(UTC),Symbol,Side,Price,Quantity,Fee', `2025-10-10 21:20:37,${symbol},SELL,2,${quantity},0`];
    const [row] = read(texts, { venue: venue as Venue, kind });
    if (row?.kind !== 'fill') throw new Error(told(row));
    expect(row.book === undefined ? 'unknown' : `${row.book.base}/${row.book.quote}`).toBe(pair);
    expect(row.unusable).toBe(pair === 'unknown' ? 'unknown-symbol' : undefined);
  });

  it('of OKX is read by the zone that the line before the head states', () => {
    const texts = [
      '\uFEFFUID:652,Account Type:Main,Time Zone:UTC+8',
      'id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,PnL,Fee,Fee Unit',
      '1,100,2025-10-11 05:20:00,Spot,ATOM-USDT,Sell,10,ATOM,1.5,0,-0.01,USDT',
      '2,101,2025-10-11 05:21:00,Perpetual,ATOM-USDT-SWAP,Close short,3,cont,1.6,0,-0.01,USDT',
      '3,102,2025-10-11 05:22:00,Transfer,,Transfer in,0,cont,0,0,0,USDT',
    ];
    expect(read(texts).map(told)).toEqual([
      '10-10T21:20:00 okx ATOM/USDT spot sell 1.5 10 fee -0.01 USDT',
      '10-10T21:21:00 okx ATOM/USDT perp buy 1.6 3 fee -0.01 USDT contract-size',
      'no fill: Transfer',
    ]);
    expect(layoutOf(lines(...texts))).toMatchObject({
      format: 'okx-trades',
      account: '652',
      zone: { east: 480, by: 'preamble' },
    });
  });

  it('of a liquidation at Binance is told by its type or its order’s own id', () => {
    const head = 'Time,Symbol,Type,Side,Avg Price,Executed Qty,Status,Client Order ID';
    const said: Said = { venue: 'binanceusdm' as never, kind: 'perp', zone: 0 };
    const row = (type: string, id: string) => `2025-10-10 21:20:00,ATOMUSDT,${type},SELL,1.5,10,FILLED,${id}`;
    const flags = read(
      [
        head,
        row('LIMIT', 'autoclose-1'),
        row('LIQUIDATION', 'x'),
        row('LIMIT', 'adl_autoclose'),
        row('LIMIT', 'web_1'),
      ],
      said,
    );
    expect(flags.map((one) => (one.kind === 'fill' ? one.flag : one.kind))).toEqual([
      'liquidation',
      'liquidation',
      'adl',
      undefined,
    ]);
  });
});

describe('a row that cannot be read', () => {
  it('is named by its line and what is wrong with it', () => {
    const head = 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee';
    const rows = [
      '2025-10-10 21:20:37,ATOMUSDT,SELL',
      '2025-02-30 21:20:37,ATOMUSDT,SELL,1,1,1,0',
      '10/10/2025 21:20,ATOMUSDT,SELL,1,1,1,0',
      '2025-10-10 21:20:37,ATOMUSDT,SOLD,1,1,1,0',
      '2025-10-10 21:20:37,ATOMUSDT,SELL,"1,5",1,1,0',
      '2025-10-10 21:20:37,ATOMUSDT,SELL,0,1,1,0',
      '2025-10-10 21:20:37,ATOMUSDT,SELL,1,,1,0',
      '2025-10-10 21:20:37,ATOMUSDT,SELL,1,1,1,free',
      '2025-10-10 21:20:37,,SELL,1,1,1,0',
      '"2025-10-10 21:20:37,ATOMUSDT,SELL,1,1,1,0',
    ];
    expect(read([head, ...rows]).map(told)).toEqual([
      'line 2: cells: 2025-10-10 21:20:37,ATOMUSDT,SELL',
      'line 3: time: 2025-02-30 21:20:37',
      'line 4: time: 10/10/2025 21:20',
      'line 5: side: SOLD',
      'line 6: price: 1,5',
      'line 7: price: 0',
      'line 8: quantity: ',
      '10-10T21:20:37 binance ATOM/USDT spot sell 1 1 fee not read: free',
      'line 10: symbol: 2025-10-10 21:20:37,,SELL,1,1,1,0',
      'line 11: quotes: "2025-10-10 21:20:37,ATOMUSDT,SELL,1,1,1,0',
    ]);
  });
});

describe('the columns of a file that nobody knows', () => {
  const texts = ['when;coin pair;side;price;qty;fee', '2025-10-11 05:20:00;ATOM/USDT;sell;1.5;10;0.1'];

  it('are guessed, and what is missing is asked for', () => {
    const layout = layoutOf(lines(...texts));
    expect(layout).toMatchObject({
      format: 'generic',
      delimiter: ';',
      columns: { side: 2, price: 3, quantity: 4, fee: 5 },
    });
    if (layout === undefined) throw new Error('no head');
    expect(askedOf(layout, {}, false)).toEqual([
      { kind: 'column', role: 'time' },
      { kind: 'column', role: 'symbol' },
      { kind: 'venue' },
      { kind: 'zone' },
    ]);
  });

  it('are read as their reader says', () => {
    const said: Said = {
      columns: { time: 'when', symbol: 'coin pair' },
      venue: 'okx' as never,
      kind: 'spot',
      zone: 480,
    };
    const layout = layoutOf(lines(...texts), said);
    if (layout === undefined) throw new Error('no head');
    expect(askedOf(layout, said, false)).toEqual([]);
    expect(read(texts, said).map(told)).toEqual(['10-10T21:20:00 okx ATOM/USDT spot sell 1.5 10 fee 0.1']);
  });

  it('of one name are not told apart by a guess: the column is asked for', () => {
    const twice = [
      'Date(UTC),Pair,Side,Price,Price,Executed,Amount,Fee',
      '2025-10-10 21:20:37,ATOMUSDT,SELL,3.5,2.5,10ATOM,35USDT,0',
    ];
    const layout = layoutOf(lines(...twice));
    if (layout === undefined) throw new Error('no head');
    expect(layout.columns.price).toBeUndefined();
    expect(askedOf(layout, {}, false)).toEqual([{ kind: 'column', role: 'price' }]);
    expect(layoutOf(lines(...twice), { columns: { price: 'Price' } })?.columns.price).toBe(3);
  });

  it('that are not of fills are no head', () => {
    expect(layoutOf(lines('a,b,c,d,e', '1,2,3,4,5'))).toBeUndefined();
    expect(layoutOf([])).toBeUndefined();
  });
});

describe('a time', () => {
  it.each([
    ['2025-10-10 21:20:37', '2025-10-10T21:20:37.000Z', undefined],
    ['2025/10/10 21:20:37.689', '2025-10-10T21:20:37.689Z', undefined],
    ['2025-10-10T21:20:37Z', '2025-10-10T21:20:37.000Z', 0],
    ['2025-10-11T05:20:37+08:00', '2025-10-11T05:20:37.000Z', 480],
    ['21:20 2025-10-10', '2025-10-10T21:20:00.000Z', undefined],
    ['1760131237689', '2025-10-10T21:20:37.689Z', 0],
    ['1760131237', '2025-10-10T21:20:37.000Z', 0],
  ])('%s', (text, iso, zone) => {
    expect(timeIn(text)).toEqual({ ms: Date.parse(iso), zone });
  });

  it.each([
    '',
    '2025-10-10',
    '2025-13-01 00:00',
    '2025-10-10 24:00:00',
    '10/10/2025 21:20',
    '25-10-10 21:20:37',
    '2025-10-10 21:20 PST',
  ])('%j is none', (text) => {
    expect(timeIn(text)).toBeUndefined();
  });
});

describe('a zone', () => {
  it.each([
    ['utc', 0, 'UTC'],
    ['Z', 0, 'UTC'],
    ['UTC+8', 480, 'UTC+8'],
    ['utc+05:30', 330, 'UTC+5:30'],
    ['-3:30', -210, 'UTC-3:30'],
    ['GMT-4', -240, 'UTC-4'],
  ])('%s', (text, east, name) => {
    expect(zoneIn(text)).toBe(east);
    expect(zoneName(east)).toBe(name);
  });

  it.each(['', 'PST', 'utc+15', 'utc+8:75', '8'])('%j is none', (text) => {
    expect(zoneIn(text)).toBeUndefined();
  });

  it.each([
    ['Date(UTC)', 0],
    ['Timestamp (UTC+0)', 0],
    ['Time(UTC+8)', 480],
    ['UTC_Time', 0],
    ['Time', undefined],
    ['Execution time', undefined],
  ])('of the head %s', (head, east) => {
    expect(zoneOfHead(head)).toBe(east);
  });
});

describe('lines', () => {
  it('are the same however their bytes come, empty ones counted', () => {
    const bytes = new TextEncoder().encode('a\r\n\r\né€\nlast');
    for (const size of [1, 2, 3, 100]) {
      const cut = new Lines();
      const all: Line[] = [];
      for (let at = 0; at < bytes.length; at += size) all.push(...cut.take(bytes.subarray(at, at + size)));
      all.push(...cut.end());
      expect(all).toEqual([
        { number: 1, text: 'a', isCut: false },
        { number: 3, text: 'é€', isCut: false },
        { number: 4, text: 'last', isCut: false, isUnended: true },
      ]);
    }
  });

  it('of a file that has none are refused, before the whole of it is read', async () => {
    let pieces = 0;
    // oxlint-disable-next-line typescript/require-await -- as a browser's file gives its bytes
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (; pieces < 100; pieces += 1) yield new Uint8Array(65_536).fill(97);
    }
    await expect(recognise({ name: 'me', chunks })).rejects.toThrow(NoLines);
    expect(pieces).toBeLessThan(3);
  });
});
