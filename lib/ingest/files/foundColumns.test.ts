import { describe, expect, it } from 'vitest';
import { importing, marketIn, ms, type Said } from '../testing/importing';
import { at } from '../testing/page';

const { imported, refusal } = importing();
const BINANCE = marketIn('binance', 'ATOM', 'USDT');
const BITSTAMP_BTC = marketIn('bitstamp', 'BTC', 'USD');
const time = ms(0);

describe('the volume of a candle file is read', () => {
  it.each<[string, string, string, Partial<Record<'base' | 'quote', number>>, Said?]>([
    [
      'CryptoDataDownload: the base and the dollars',
      'unix,open,high,low,close,Volume ATOM,Volume USD',
      '10,35',
      { base: 10, quote: 35 },
    ],
    [
      'CryptoDataDownload: the base and the quote',
      'unix,open,high,low,close,Volume ATOM,Volume USDT',
      '10,35',
      { base: 10, quote: 35 },
    ],
    ['literally base and quote', 'time,open,high,low,close,Volume BASE,Volume QUOTE', '10,35', { base: 10, quote: 35 }],
    ['CryptoCompare: from and to', 'time,open,high,low,close,volumefrom,volumeto', '10,35', { base: 10, quote: 35 }],
    ['a turnover, which is quote', 'start,open,high,low,close,volume,turnover', '10,35', { base: 10, quote: 35 }],
    [
      'quote alone: the base volume is unknown',
      'time,open,high,low,close,quote_volume',
      '35',
      { base: NaN, quote: 35 },
    ],
    [
      'a name that says base before one that does not',
      'time,open,high,low,close,volume,volume_atom',
      '35,10',
      { base: 10, quote: NaN },
    ],
    [
      'OKX: vol is base of a spot market',
      'ts,open,high,low,close,vol,volCcy,volCcyQuote',
      '10,35,35',
      { base: NaN, quote: NaN },
      { column: ['volume=none', 'quote-volume=none'] },
    ],
    [
      'by the reader’s word',
      'time,open,high,low,close,vol',
      '10',
      { base: 10, quote: NaN },
      { column: ['volume=vol'] },
    ],
    ['by its number', 'time,open,high,low,close,vol', '10', { base: 10, quote: NaN }, { column: ['volume=6'] }],
    [
      'as quote by the reader’s word',
      'time,open,high,low,close,vol',
      '35',
      { base: NaN, quote: 35 },
      { column: ['volume=vol'], volumeUnit: 'quote' },
    ],
    [
      'not at all: a traded minute of unknown volume',
      'time,open,high,low,close',
      '',
      { base: NaN, quote: NaN },
      { column: ['volume=none'] },
    ],
  ])('%s', async (_, header, volumes, { base, quote }, said = {}) => {
    const row = [time, 3, 4, 2, 3.5, ...(volumes === '' ? [] : [volumes])].join(',');
    const { candles } = await imported([header, row], { market: BINANCE, said });
    expect(candles).toMatchObject([{ minute: at(0), baseVolume: base, quoteVolume: quote }]);
  });

  it('of OKX by its three columns together: vol is base of a spot market, contracts of a swap', async () => {
    const rows = ['ts,open,high,low,close,vol,volCcy,volCcyQuote', `${time},3,4,2,3.5,10,7,35`];
    const spot = await imported(rows, { market: marketIn('okx', 'ATOM', 'USDT') });
    expect(spot.candles).toMatchObject([{ baseVolume: 10, quoteVolume: 35 }]);
    const swap = await imported(['ts,open,high,low,close,vol,volCcy,volCcyQuote', `${time},3,4,2,3.5,1000,10,35`], {
      market: marketIn('okx', 'ATOM', 'USDT', 'perp'),
    });
    expect(swap.candles).toMatchObject([{ baseVolume: 10, quoteVolume: 35 }]);
  });

  it('of Kaggle’s Bitstamp: BTC and currency; a row without figures is no row', async () => {
    const { candles, report } = await imported(
      [
        'Timestamp,Open,High,Low,Close,Volume_(BTC),Volume_(Currency),Weighted_Price',
        '1760131200,112000,112100,111900,112050,1.5,168075,112050',
        '1760131260,NaN,NaN,NaN,NaN,NaN,NaN,NaN',
        '1760131320,112050,112060,112000,112010,0.7,78407,112010',
      ],
      { market: BITSTAMP_BTC },
    );
    expect(candles.map(({ baseVolume, quoteVolume }) => [baseVolume, quoteVolume])).toEqual([
      [1.5, 168_075],
      [0.7, 78_407],
    ]);
    expect(report).toMatchObject({ empty: 1, quarantined: 0, findings: { ignored: ['Weighted_Price'] } });
  });

  it('that is really quote is not stored as base: volume_btc is, though a column volume is there', async () => {
    const { candles, report } = await imported(
      [
        'timestamp,symbol,open,high,low,close,volume_btc,volume',
        `${time},BTCUSD,112000,112100,111900,112050,1.5,168075`,
      ],
      { market: BITSTAMP_BTC },
    );
    expect(candles).toMatchObject([{ baseVolume: 1.5, quoteVolume: NaN }]);
    expect(report.findings).toMatchObject({
      columns: { volume: 'volume_btc' },
      ignored: ['volume'],
      checked: ['symbol'],
    });
  });
});

describe('the volume of a candle file is refused', () => {
  it.each<[string, string, string, string]>([
    [
      'named vol',
      'time,open,high,low,close,vol',
      '10',
      'the columns are time, open, high, low, close, vol: name one with --column volume=NAME',
    ],
    ['named amount', 'time,open,high,low,close,amount', '10', 'name one with --column volume=NAME'],
    ['of another asset', 'time,open,high,low,close,Volume ETH', '10', 'name one with --column volume=NAME'],
    [
      'missing',
      'time,open,high,low,close',
      '',
      'or say --column volume=none (each row is then a traded minute of unknown volume)',
    ],
    [
      'a quote volume that no price explains: contracts',
      'time,open,high,low,close,volume,quote_volume',
      '10,3500',
      'the quote volume is 350 times the volume, but prices were 2 to 4',
    ],
  ])('%s', async (_, header, volumes, reason) => {
    const row = [time, 3, 4, 2, 3.5, ...(volumes === '' ? [] : [volumes])].join(',');
    expect(await refusal([header, row], { market: BINANCE })).toContain(reason);
  });

  it.each([
    ['okx', 'USDT'],
    ['gate', 'USDT'],
    ['htx', 'USDT'],
    ['kucoinfutures', 'USDT'],
    ['mexc', 'USDT'],
    ['bybit', 'USD'],
  ])('of a perpetual of %s in %s until its unit is said', async (venue, quote) => {
    const market = marketIn(venue, 'BTC', quote, 'perp');
    const rows = ['time,open,high,low,close,volume', `${time},3,4,2,3.5,7`];
    expect(await refusal(rows, { market })).toBe(
      `FILE: the file does not say whether "volume" counts BTC, ${quote} or contracts; add --volume-unit base, quote or contracts:SIZE, where SIZE is what one contract is worth`,
    );
    expect((await imported(rows, { market, said: { volumeUnit: 'base' } })).candles).toMatchObject([{ baseVolume: 7 }]);
  });

  it.each(['binanceusdm', 'bybit', 'bitget'])('not of a linear perpetual of %s, which counts base', async (venue) => {
    const market = marketIn(venue, 'BTC', 'USDT', 'perp');
    const { candles } = await imported(['time,open,high,low,close,volume', `${time},3,4,2,3.5,7`], { market });
    expect(candles).toMatchObject([{ baseVolume: 7 }]);
  });

  it('of OKX’s swap as Tardis sells it: 10 contracts of 0.01 BTC are 0.1 BTC, not 10', async () => {
    const market = marketIn('okx', 'BTC', 'USDT', 'perp');
    const rows = [
      'exchange,symbol,timestamp,local_timestamp,id,side,price,amount',
      'okex-swap,BTC-USDT-SWAP,1760131200000000,1760131200000500,1,buy,112000,3',
      'okex-swap,BTC-USDT-SWAP,1760131201000000,1760131201000500,2,sell,111990,7',
    ];
    expect(await refusal(rows, { market, said: { whole: true } })).toContain('"amount" counts BTC, USDT or contracts');
    const said = { volumeUnit: 'contracts:0.01', whole: true };
    // 3 × 0.01 × 112000 + 7 × 0.01 × 111990
    expect((await imported(rows, { market, said })).candles).toMatchObject([
      { baseVolume: 0.1, quoteVolume: 11_199.3, trades: 2 },
    ]);
  });
});

describe('a column', () => {
  const rows = ['When,First,Max,Min,Last,Traded', `${time},3,4,2,3.5,10`];

  it('of any role is the one that the reader names', async () => {
    const column = ['time=When', 'open=First', 'high=Max', 'low=Min', 'close=Last', 'volume=Traded'];
    expect((await imported(rows, { said: { column } })).candles).toMatchObject([
      { minute: at(0), open: 3, high: 4, low: 2, close: 3.5, baseVolume: 10 },
    ]);
  });

  it('of two of one name is not guessed: it is said by its number', async () => {
    const twice = ['time,open,high,low,close,Close,volume', `${time},3,4,2,3.5,2.5,10`, `${ms(1)},3,4,2,3.5,2.5,10`];
    expect(await refusal(twice)).toBe(
      'FILE: columns 5 and 6 are called close; say which is meant, for example --column close=5',
    );
    expect(await refusal(twice, { said: { column: ['close=close'] } })).toContain('columns 5 and 6 are called close');
    const { candles } = await imported(twice, { said: { column: ['close=6'] } });
    expect(candles.map(({ close }) => close)).toEqual([2.5, 2.5]);
  });

  it('that is read from nowhere may be there twice', async () => {
    const twice = [
      'time,open,high,low,close,volume,note,note',
      `${time},3,4,2,3.5,10,a,b`,
      `${ms(1)},3,4,2,3.5,10,a,b`,
    ];
    expect((await imported(twice)).candles).toHaveLength(2);
  });

  it('that is named and not there is refused, with those that are', async () => {
    expect(await refusal(rows, { said: { column: ['time=Whem'] } })).toBe(
      'FILE: --column time=Whem: there is no such column; the columns are When, First, Max, Min, Last, Traded',
    );
  });

  it('that contradicts may be left out: symbol=none', async () => {
    const strange = ['time,symbol,open,high,low,close,volume', `${time},ETHUSD,3,4,2,3.5,10`];
    expect(await refusal(strange)).toContain('the symbol is ETHUSD');
    expect((await imported(strange, { said: { column: ['symbol=none'] } })).report.findings.ignored).toEqual([
      'symbol',
    ]);
  });
});
