import { describe, expect, it } from 'vitest';
import { minute } from '../../domain/minute';
import { importing, marketIn, ms, type Said } from '../testing/importing';
import { at } from '../testing/page';

const { imported, refusal } = importing();
const KRAKEN = marketIn('kraken', 'ATOM', 'USD');
const GATE = marketIn('gate', 'ATOM', 'USDT');
const BINANCE = marketIn('binance', 'ATOM', 'USDT');
/** 2025-10-10T21:20Z. */
const CRASH = minute(29_335_520);
const HEADER = 'time,open,high,low,close,volume';

describe('a file is read whose cells are', () => {
  it.each<[string, string, object, Said?]>([
    [
      'divided by semicolons',
      `${HEADER.replaceAll(',', ';')}\n1760131200000;3.5;3.6;3.4;3.55;120.5`,
      { delimiter: 'semicolon' },
    ],
    [
      'divided by tabs',
      `${HEADER.replaceAll(',', '\t')}\n1760131200000\t3.5\t3.6\t3.4\t3.55\t120.5`,
      { delimiter: 'tab' },
    ],
    [
      'with decimal commas, where that is said',
      `${HEADER.replaceAll(',', ';')}\n1760131200000;3,5;3,6;3,4;3,55;120,5`,
      { delimiter: 'semicolon', decimal: 'comma' },
      { readAs: ['decimal=comma'] },
    ],
    [
      'quoted, with decimal commas',
      `${HEADER}\n1760131200000,"3,5","3,6","3,4","3,55","120,5"`,
      { decimal: 'comma' },
      { readAs: ['decimal=comma'] },
    ],
    [
      'quoted numbers, lines ending in CRLF, after a byte order mark',
      `\uFEFF"time","open","high","low","close","volume"\r\n"1760131200000","3.5","3.6","3.4","3.55","120.5"\r\n`,
      { delimiter: 'comma' },
    ],
    ['in lines that end in CR alone', `${HEADER}\r1760131200000,3.5,3.6,3.4,3.55,120.5\r`, { delimiter: 'comma' }],
    [
      'below a line of the vendor’s',
      `https://www.CryptoDataDownload.com\n${HEADER}\n1760131200000,3.5,3.6,3.4,3.55,120.5`,
      { bannerLines: 1 },
    ],
    [
      'below remarks',
      `# made by hand\n# on a Friday, of ATOM\n${HEADER}\n1760131200000,3.5,3.6,3.4,3.55,120.5`,
      { bannerLines: 2 },
    ],
    [
      'without a header, in the usual order',
      '1760131200000,3.5,3.6,3.4,3.55,120.5',
      { format: 'ohlcv', header: false },
    ],
    ['with exponents, exactly', `${HEADER}\n1760131200000,35e-1,3.6e+0,3.4E0,3.55,1.205e2`, { decimal: 'point' }],
  ])('%s', async (_, content, findings, said = {}) => {
    const { candles, report } = await imported(content, { said });
    expect(candles).toEqual([
      { minute: CRASH, open: 3.5, high: 3.6, low: 3.4, close: 3.55, baseVolume: 120.5, quoteVolume: NaN, trades: NaN },
    ]);
    expect(report.findings).toMatchObject(findings);
  });

  it.each<[string, string, string]>([
    [
      'decimal commas',
      `${HEADER}\n1760131200000,"3,5","3,6","3,4","3,55","120,5"`,
      '"3,5" may have a decimal comma or a thousands separator; say --read-as decimal=comma',
    ],
    [
      'thousands',
      `${HEADER}\n1760131200000,"112,000.5","112,100.0","111,900.0","112,050.0",1.5`,
      '"112,000.5" has thousands separators; save the file without them',
    ],
    [
      'not divided',
      'hello\nworld',
      'no line has three or more columns divided by commas, semicolons or tabs (the first line is "hello"); save the whole table as CSV',
    ],
    ['two columns', 'Datum,Kurs\n1,2', 'no line has three or more columns divided by commas'],
    [
      'seven numbers of no format of this venue',
      '1760131200,3.56,3.594,3.56,3.594,2425.45,12',
      'no header, and 7 columns in no format known here; name the columns by number',
    ],
    [
      'three numbers that could be price and amount or amount and price',
      '1760131200,3.56,2.5',
      'no header, and 3 columns in no format known here',
    ],
  ])('but not %s', async (_, content, reason) => {
    expect(await refusal(content)).toContain(reason);
  });

  it('without a header, by the reader’s numbers', async () => {
    const column = ['time=1', 'price=3', 'amount=2'];
    const { candles } = await imported('1760131200,2.5,3.56\n1760131201,1,3.57', { said: { column, whole: true } });
    expect(candles).toMatchObject([{ open: 3.56, close: 3.57, baseVolume: 3.5 }]);
  });
});

describe('a format without a header', () => {
  const ohlc = { minute: CRASH, open: 3.56, high: 3.594, low: 3.55, close: 3.58 };

  it.each<[string, typeof KRAKEN, string, object, object]>([
    [
      'Kraken’s OHLCVT',
      KRAKEN,
      '1760131200,3.56,3.594,3.55,3.58,2425.45,12',
      { baseVolume: 2425.45, quoteVolume: NaN, trades: 12 },
      { format: 'kraken-ohlcvt', timeUnit: 's', gaps: 'no-trade', gapsBecause: 'format' },
    ],
    [
      'Kraken’s with a weighted price',
      KRAKEN,
      '1760131200,3.56,3.594,3.55,3.58,3.57,2425.45,12',
      { baseVolume: 2425.45, trades: 12 },
      { format: 'kraken-ohlc', gaps: 'unknown' },
    ],
    [
      'Gate’s candlesticks: volume, close, high, low, open',
      GATE,
      '1760131200,2425.45,3.58,3.594,3.55,3.56',
      { baseVolume: 2425.45 },
      { format: 'gate-candlesticks', gaps: 'no-trade' },
    ],
    [
      'a file of Gate’s in the usual order',
      GATE,
      '1760131200,3.56,3.594,3.55,3.58,2425.45',
      { baseVolume: 2425.45 },
      { format: 'ohlcv', gaps: 'unknown' },
    ],
    [
      'Bybit’s klines',
      marketIn('bybit', 'ATOM', 'USDT'),
      '1760131200000,3.56,3.594,3.55,3.58,100,357',
      { baseVolume: 100, quoteVolume: 357 },
      { format: 'bybit-klines' },
    ],
    [
      'Binance’s klines with exponents',
      BINANCE,
      '1760131200000,3.56,3.594,3.55,3.58,1.5e+3,1760131259999,5.4e3,10,0,0,0',
      { baseVolume: 1500, quoteVolume: 5400, trades: 10 },
      { format: 'binance-klines' },
    ],
  ])('%s', async (_, market, row, volumes, findings) => {
    const { candles, report } = await imported(row, { market });
    expect(candles).toMatchObject([{ ...ohlc, ...volumes }]);
    expect(report.findings).toMatchObject(findings);
  });

  it('that could be two is refused: flat prices and a volume like them', async () => {
    expect(await refusal('1760131200,3,3,3,3,3', { market: GATE })).toContain(
      'no header, and its rows could be Gate candlesticks or OHLCV; name the columns by number',
    );
  });
});

describe('the times of a file', () => {
  const row = (time: string): string => `${time},3,4,2,3.5,10`;

  it.each<[string, string, string, Said?]>([
    ['seconds', '1760131200', 's'],
    ['seconds with a fraction', '1760131200.000', 's'],
    ['milliseconds', '1760131200000', 'ms'],
    ['microseconds', '1760131200000000', 'us'],
    ['nanoseconds', '1760131200000000000', 'ns'],
    ['ISO 8601 with an offset', '2025-10-10T23:20:00+02:00', 'iso'],
    ['ISO 8601 west of UTC', '2025-10-10 17:20:00-0400', 'iso'],
    ['ISO 8601 with UTC', '2025-10-10 21:20 UTC', 'iso'],
    ['local times, where the zone is said', '2025-10-10 23:20:00', 'iso', { readAs: ['zone=+02:00'] }],
    ['times without a zone, where UTC is said', '2025-10-10 21:20:00', 'iso', { readAs: ['zone=UTC'] }],
  ])('may be %s', async (_, time, timeUnit, said = {}) => {
    const { candles, report } = await imported([HEADER, row(time)], { said });
    expect(candles.map((candle) => candle.minute)).toEqual([CRASH]);
    expect(report.findings).toMatchObject({ timeUnit });
  });

  it.each<[string, string, string, Said?]>([
    [
      'local',
      '2025-10-10 21:20:00',
      'names no time zone; say which it is, for example --read-as zone=UTC or --read-as zone=+02:00',
    ],
    ['in scientific notation, whose digits are lost', '1.76013E+12', '"1.76013E+12" is not a time'],
    [
      'in another unit than is said',
      '1760131200',
      '"1760131200" is not a time in milliseconds',
      { readAs: ['time-unit=ms'] },
    ],
    ['not of the calendar', '2025-02-30T21:20:00Z', 'its only row is not usable; check its time column'],
  ])('are refused where they are %s', async (_, time, reason, said = {}) => {
    expect(await refusal([HEADER, row(time)], { said })).toContain(reason);
  });

  it('of the last nanosecond of a minute belong to it', async () => {
    const { candles } = await imported(['timestamp,id,price,amount', '1760131259999999999,1,3,10'], {
      said: { whole: true },
    });
    expect(candles.map((candle) => candle.minute)).toEqual([CRASH]);
  });

  const two = (unix: string, date: string): readonly string[] => [
    `unix,date,open,high,low,close,volume`,
    `${unix},${date},3,4,2,3.5,10`,
  ];

  it.each<[string, string, string, readonly number[]]>([
    ['the same', '1760131200', '2025-10-10 21:20:00', [0]],
    ['a clock four hours behind', '1760131200', '2025-10-10 17:20:00', [-240]],
    ['a clock in Mumbai', '1760131200000', '2025-10-11 02:50:00', [330]],
  ])('in two columns may be %s: the number counts, and the other is said', async (_, unix, date, offsetMinutes) => {
    const { candles, report } = await imported(two(unix, date));
    expect(candles.map((candle) => candle.minute)).toEqual([CRASH]);
    expect(report.findings.otherTimes).toEqual([{ column: 'date', offsetMinutes }]);
  });

  it.each([
    ['seven minutes apart', two('1760131200', '2025-10-10 21:27:00')],
    ['an hour apart, though both name UTC', two('1760131200', '2025-10-10T22:20:00Z')],
    ['a day apart', two('1760131200', '2025-10-11 21:20:00')],
  ])('in two columns that are %s are refused', async (_, rows) => {
    expect(await refusal(rows)).toMatch(
      /^FILE, line 2: unix is 2025-10-10T21:20:00.000Z, but date is ".*", no whole time zone away; say which is right with --column time=unix or --column time=date$/,
    );
  });

  it('in two columns that disagree are read where one is named', async () => {
    const rows = two('1760131200', '2025-10-10 21:27:00');
    const { candles } = await imported(rows, { said: { column: ['time=unix'] } });
    expect(candles.map((candle) => candle.minute)).toEqual([CRASH]);
  });

  it('of Tardis’ computed bars are the end of the minute', async () => {
    const { candles, report } = await imported(
      [
        'exchange,symbol,name,interval,open,high,low,close,volume,buyVolume,sellVolume,trades,vwap,openTimestamp,closeTimestamp,timestamp',
        'coinbase,ATOM-USD,trade_bar_60000ms,60000,3,4,2,3.5,10,4,6,7,3.2,2025-10-10T21:20:03.125Z,2025-10-10T21:20:51.000Z,2025-10-10T21:21:00.000Z',
        'coinbase,ATOM-USD,trade_bar_60000ms,60000,3,4,2,3.5,10,4,6,7,3.2,2025-10-10T21:21:03.125Z,2025-10-10T21:21:51.000Z,2025-10-10T21:22:00.000Z',
      ],
      {},
    );
    expect(candles.map((candle) => candle.minute)).toEqual([CRASH, CRASH + 1]);
    expect(candles[0]).toMatchObject({ open: 3, baseVolume: 10, trades: 7 });
    expect(report.findings).toMatchObject({ timeIs: 'end', checked: ['symbol', 'exchange', 'interval'] });
  });
});

describe('rows off the minute', () => {
  it('leave every gap unknown, and the summary says so', async () => {
    const rows = [0, 1, 2, 5].map((offset) => `${ms(offset)},3,4,2,3.5,10`);
    const { report, ledger } = await imported([HEADER, ...rows, `${String(Number(ms(6)) + 1_000)},3,4,2,3.5,10`], {
      said: { gaps: 'no-trade' },
    });
    expect(report.summary).toContain(
      'minutes in between without a row stay unknown, because the times of 1 row cannot be read or are off the grid; 1 row in quarantine',
    );
    expect(ledger.quarantined()).toMatchObject([{ minute: undefined, reason: 'its time is not a whole minute' }]);
  });

  it('and rows that close elsewhere than their minute are set aside, where the others do not', async () => {
    const close = (offset: number, end: number): string =>
      `${ms(offset)},3,4,2,3.5,10,${String(Number(ms(end)) - 1)},35,7,0,0,0`;
    const { candles, ledger } = await imported([close(0, 1), close(1, 2), close(2, 4)], { market: BINANCE });
    expect(candles.map((candle) => candle.minute)).toEqual([at(0), at(1)]);
    expect(ledger.quarantined()).toMatchObject([{ minute: at(2), reason: 'it closes 120 s after it opens' }]);
  });
});

describe('volume 0 and moved prices', () => {
  it('are kept as they are, counted and named', async () => {
    const { candles, report } = await imported([
      HEADER,
      `${ms(0)},1.99,1.99,0.9,1.5,0`,
      `${ms(1)},1.99,1.99,1.99,1.99,0`,
      `${ms(2)},1.99,2.01,1.99,2,100`,
    ]);
    expect(candles).toHaveLength(3);
    expect([report.moved, report.quarantined]).toEqual([1, 0]);
    expect(report.summary).toContain('1 minute kept apart: volume 0, prices moved');
  });
});
