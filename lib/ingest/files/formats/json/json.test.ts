import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { atVenue, cellsIn, fileOf, refusalOf } from '../testing/reading';
import { JsonPieces } from './pieces';

const NAMES = ['timestamp', 'open', 'high', 'low', 'close', 'volume'];

describe('a JSON file', () => {
  it('of ccxt or freqtrade: arrays of milliseconds, prices and volume, plain or gzip, every digit as it is written', async () => {
    const text =
      '[[1760131200000,3.560,3.594,3.56,3.594,2425.450000000000000001],\n [1760131260000, 1.2e-05, 1.3E-5, 1e-5, 1.2e-05, 5.6e-7]]\n';
    const rows = [
      NAMES,
      ['1760131200000', '3.560', '3.594', '3.56', '3.594', '2425.450000000000000001'],
      ['1760131260000', '1.2e-05', '1.3E-5', '1e-5', '1.2e-05', '5.6e-7'],
    ];
    expect(await cellsIn(fileOf(text, 'ATOM_USDT-1m.json'))).toEqual(rows);
    expect(await cellsIn(fileOf(gzipSync(text), 'ATOM_USDT-1m.json.gz'))).toEqual(rows);
  });

  it('of objects: by their names, in an array or one per line; a field that is left out is a hole', async () => {
    const one =
      '{"open_time":1760131200000,"open":"3.5","high":"3.6","low":"3.4","close":"3.55","note":"a \\"[\\" in it"}';
    const two =
      '{"open_time":1760131260000,"open":"3.5","high":"3.6","low":"3.4","close":"3.55","volume":12.50,"note":null}';
    const rows = [
      ['open_time', 'open', 'high', 'low', 'close', 'note', 'volume'],
      ['1760131200000', '3.5', '3.6', '3.4', '3.55', 'a "[" in it', ''],
      ['1760131260000', '3.5', '3.6', '3.4', '3.55', '', '12.50'],
    ];
    expect(await cellsIn(fileOf(`[${one},${two}]`))).toEqual(rows);
    expect(await cellsIn(fileOf(`${one}\n${two}\n`))).toEqual(rows);
    expect(await cellsIn(fileOf(`\uFEFF${one}\r\n${two}`))).toEqual(rows);
  });

  it('of arrays one per line', async () => {
    expect(await cellsIn(fileOf('[1760131200000,3,4,2,3,1]\n[1760131260000,3,4,2,3,1]\n'))).toHaveLength(3);
  });

  it("of freqtrade's trades", async () => {
    expect(await cellsIn(fileOf('[[1760131200123,"77",null,"buy",3.5,10,35.0]]'))).toEqual([
      ['timestamp', 'id', 'type', 'side', 'price', 'amount', 'cost'],
      ['1760131200123', '77', '', 'buy', '3.5', '10', '35.0'],
    ]);
  });

  it('of columns instead of rows', async () => {
    expect(
      await cellsIn(fileOf('{"s":"ok","t":[1760131200,1760131260],"o":[1,2],"h":[1,2],"l":[1,2],"c":[1,2],"v":[5,6]}')),
    ).toEqual([
      ['time', 'o', 'h', 'l', 'c', 'v'],
      ['1760131200', '1', '1', '1', '1', '5'],
      ['1760131260', '2', '2', '2', '2', '6'],
    ]);
  });

  it.each([
    [
      'no rows',
      '{"code":"51001","msg":"Instrument ID does not exist","data":[]}',
      'JSON without rows of candles or trades (an object of code, msg, data)',
    ],
    ['an empty array', ' [ ] ', 'JSON without rows of candles or trades (an empty array)'],
    ['two arrays of rows', '{"a":[[1,2]],"b":[[3,4]]}', 'JSON with 2 arrays of rows: "a", "b"; keep one of them'],
    ['a cut off end', '[[1760131200000,3,4,2,3,1],[17601', 'not a readable JSON file (cut off)'],
    ['no JSON', '{open: 3}\n{open: 4}', 'not a readable JSON file ('],
    ['text behind its end', '[[1,2,3,4,5,6]] x', 'not a readable JSON file ("x" stands where a row is expected)'],
    [
      'unnamed values of no known shape',
      '[[1760131200000,1,2,3,4,5,6,7,8,9]]',
      'JSON arrays of 10 values without names, which are not how Binance writes its candles; name the values',
    ],
  ])('is refused for %s', async (_, text, message) => {
    expect(await refusalOf(fileOf(text))).toContain(message);
  });

  it('is cut into the same rows wherever its chunks end', () => {
    const text = ' [ {"a":"x]}\\\\","b":[1,{"c":2}]} , [1, "[\\"" ] ,{}] ';
    const whole = ['{"a":"x]}\\\\","b":[1,{"c":2}]}', '[1, "[\\"" ]', '{}'];
    for (let at = 4; at < text.length; at += 1) {
      const pieces = new JsonPieces();
      const found = [...pieces.take(text.slice(0, at)), ...pieces.take(text.slice(at))];
      pieces.end();
      expect(found).toEqual(whole);
    }
  });
});

describe("a venue's own reply", () => {
  const time = '1760131200000';

  it.each([
    [
      'binance',
      {},
      `[[${time},"1","4","0.5","2","7",1760131259999,"14",3,"2","4","0"]]`,
      { open: '1', close: '2', volume: '7', quote_volume: '14', count: '3' },
    ],
    [
      'okx',
      {},
      `{"code":"0","msg":"","data":[["${time}","1","4","0.5","2","7","14","14","1"]]}`,
      { open: '1', close: '2', vol: '7', vol_ccy: '14', confirm: '1' },
    ],
    [
      'okx',
      { kind: 'perp' },
      `{"code":"0","msg":"","data":[["${time}","1","4","0.5","2","700","7","14","1"]]}`,
      { vol: '700', vol_ccy: '7', vol_ccy_quote: '14' },
    ],
    [
      'bybit',
      {},
      `{"retCode":0,"result":{"category":"spot","symbol":"ATOMUSDT","list":[["${time}","1","4","0.5","2","7","14"]]},"time":1}`,
      { open: '1', close: '2', base_volume: '7', quote_volume: '14', symbol: 'ATOMUSDT' },
    ],
    [
      'kucoin',
      {},
      '{"code":"200000","data":[["1760131200","1","2","4","0.5","7","14"]]}',
      { open: '1', close: '2', high: '4', low: '0.5', volume: '7' },
    ],
    [
      'gate',
      {},
      '[["1760131200","14","2","4","0.5","1","7","true"]]',
      { open: '1', close: '2', high: '4', low: '0.5', volume: '7', quote_volume: '14' },
    ],
    [
      'kraken',
      {},
      '{"error":[],"result":{"ATOMUSDT":[[1760131200,"1","4","0.5","2","1.9","7",3]],"last":1760131200}}',
      { open: '1', close: '2', volume: '7', count: '3', symbol: 'ATOMUSDT' },
    ],
    [
      'bitstamp',
      {},
      '{"data":{"pair":"ATOM/USDT","ohlc":[{"timestamp":"1760131200","open":"1","high":"4","low":"0.5","close":"2","volume":"7"}]}}',
      { open: '1', close: '2', volume: '7', symbol: 'ATOM/USDT' },
    ],
    [
      'htx',
      {},
      '{"ch":"market.atomusdt.kline.1min","status":"ok","ts":1,"data":[{"id":1760131200,"open":1,"close":2,"low":0.5,"high":4,"amount":7,"vol":14,"count":3}]}',
      { time: '1760131200', open: '1', close: '2', amount: '7', vol: '14' },
    ],
    ['bitfinex', {}, `[[${time},1,2,4,0.5,7]]`, { open: '1', close: '2', high: '4', low: '0.5', volume: '7' }],
    ['coinbase', {}, '[[1760131200,0.5,4,1,2,7]]', { open: '1', close: '2', high: '4', low: '0.5', volume: '7' }],
    // As ccxt orders them, of the same venues.
    ['bitfinex', {}, `[[${time},1,4,0.5,2,7]]`, { open: '1', close: '2', high: '4', low: '0.5', volume: '7' }],
    ['coinbase', {}, `[[${time},1,4,0.5,2,7]]`, { open: '1', close: '2', high: '4', low: '0.5', volume: '7' }],
  ] as const)('of %s %j is read by its own columns', async (venue, change, text, wanted) => {
    const [names = [], row = []] = await cellsIn(fileOf(text), { market: atVenue(venue, change) });
    expect(Object.fromEntries(names.map((name, i) => [name, row[i]]))).toMatchObject(wanted);
  });

  it('of seven or eight values is refused where the venue does not fix what they are', async () => {
    const text = fileOf('[[1760131200000,1,4,0.5,2,7,14]]');
    expect(await refusalOf(text, { market: atVenue('upbit') })).toContain(
      'JSON arrays of 7 values without names, which are not how Upbit writes its candles',
    );
    expect(await refusalOf(text, {})).toContain('which are no known shape');
  });
});
