import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import type { Candle } from '../../../domain/candle';
import type { Market } from '../../../domain/market';
import { formatMinute } from '../../../domain/minute';
import { memoryLedger } from '../../testing/memoryLedger';
import { importFile, type ImportReport } from '../importFile';
import { readSettings, type TypedSettings } from '../settings';
import { FEATHER } from './testing/pyarrow';
import { ATOM, atVenue, fileOf } from './testing/reading';

const NOW = Date.UTC(2026, 5, 1);
const NOTHING: TypedSettings = { column: [], readAs: [], volumeUnit: undefined, gaps: undefined, whole: false };

interface Imported {
  readonly candles: readonly string[];
  readonly report: ImportReport;
}

const shown = ({ minute, open, high, low, close, baseVolume, quoteVolume, trades }: Candle): string =>
  `${formatMinute(minute).slice(11, 16)} ${[open, high, low, close].map(String).join('/')} ${[baseVolume, quoteVolume, trades].map(String).join(' ')}`;

async function imported(
  content: string | Uint8Array,
  name: string,
  market: Market,
  typed: Partial<TypedSettings> = {},
): Promise<Imported> {
  const settings = readSettings({ ...NOTHING, ...typed }, market);
  if (!settings.ok) throw new Error(settings.error);
  const ledger = memoryLedger();
  const outcome = await importFile(fileOf(content, name), {
    market,
    source: 'file',
    ledger,
    now: () => NOW,
    settings: settings.value,
  });
  if (!outcome.ok) throw new Error(outcome.error);
  return { candles: ledger.answers.flatMap(({ candles }) => candles).map(shown), report: outcome.value };
}

const MINUTES = [
  '21:20 3.56/3.594/3.56/3.594 2425.45 NaN NaN',
  '21:21 3.594/3.6/3.57/3.58 1200 NaN NaN',
  '21:22 3.58/3.59/3.5/3.51 0.27000002 NaN NaN',
];

describe("somebody's file of minutes is imported", () => {
  it('of freqtrade: Feather, JSON, JSON in a gzip', async () => {
    const json =
      '[[1760131200000,3.56,3.594,3.56,3.594,2425.45],[1760131260000,3.594,3.6,3.57,3.58,1200.0],[1760131320000,3.58,3.59,3.5,3.51,0.27000002]]';
    const feather = await imported(Buffer.from(FEATHER.lz4, 'base64'), 'ATOM_USDT-1m.feather', ATOM);
    expect(feather.candles).toEqual(MINUTES);
    expect(feather.report.summary).toContain('read as Feather (Arrow)');
    expect((await imported(json, 'ATOM_USDT-1m.json', ATOM)).candles).toEqual(MINUTES);
    expect((await imported(gzipSync(json), 'ATOM_USDT-1m.json.gz', ATOM)).candles).toEqual(MINUTES);
  });

  it("of Kraken: the market's minutes out of its zip of all of them, without a header, with the number of trades", async () => {
    const zip = new ZipFile();
    for (const [name, text] of [
      [
        'Kraken_OHLCVT/ATOMUSD_1.csv',
        '1760131200,3.56,3.594,3.56,3.594,2425.45,12\n1760131260,3.594,3.6,3.57,3.58,1200,7\n',
      ],
      ['Kraken_OHLCVT/ATOMUSD_5.csv', '1760131200,3.56,3.6,3.5,3.51,9000,40\n'],
      ['Kraken_OHLCVT/ATOMEUR_1.csv', '1760131200,3,3,3,3,1,1\n'],
    ] as const)
      zip.addBuffer(Buffer.from(text), name);
    zip.end();
    const { candles, report } = await imported(
      await buffer(zip.outputStream),
      'Kraken_OHLCVT.zip',
      atVenue('kraken', { quote: 'USD' }),
    );
    expect(candles).toEqual(['21:20 3.56/3.594/3.56/3.594 2425.45 NaN 12', '21:21 3.594/3.6/3.57/3.58 1200 NaN 7']);
    expect(report.summary).toContain('read Kraken_OHLCVT/ATOMUSD_1.csv in it');
  });

  it('out of a zip whose only file says another market: refused', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('1760131200,3,3,3,3,1,1\n'), 'ETHUSD_1.csv');
    zip.end();
    await expect(
      imported(await buffer(zip.outputStream), 'a.zip', atVenue('kraken', { quote: 'USD' })),
    ).rejects.toThrow(/"ETHUSD_1\.csv" says ETHUSD/);
  });

  const time = '1760131200000';
  const candle = '21:20 1/4/0.5/2';
  it.each([
    ['okx', {}, `{"code":"0","msg":"","data":[["${time}","1","4","0.5","2","7","14","14","1"]]}`, `${candle} 7 14 NaN`],
    [
      'okx',
      { kind: 'perp' },
      `{"code":"0","msg":"","data":[["${time}","1","4","0.5","2","700","7","14","1"]]}`,
      `${candle} 7 14 NaN`,
    ],
    [
      'bybit',
      {},
      `{"retCode":0,"result":{"category":"spot","symbol":"ATOMUSDT","list":[["${time}","1","4","0.5","2","7","14"]]}}`,
      `${candle} 7 14 NaN`,
    ],
    ['bitget', {}, `{"code":"00000","data":[["${time}","1","4","0.5","2","7","14","14"]]}`, `${candle} 7 14 NaN`],
    ['kucoin', {}, '{"code":"200000","data":[["1760131200","1","2","4","0.5","7","14"]]}', `${candle} 7 14 NaN`],
    ['gate', {}, '[["1760131200","14","2","4","0.5","1","7","true"]]', `${candle} 7 14 NaN`],
    [
      'kraken',
      {},
      '{"error":[],"result":{"ATOMUSDT":[[1760131200,"1","4","0.5","2","1.9","7",3]],"last":1760131200}}',
      `${candle} 7 NaN 3`,
    ],
    [
      'htx',
      {},
      '{"ch":"market.atomusdt.kline.1min","status":"ok","data":[{"id":1760131200,"open":1,"close":2,"low":0.5,"high":4,"amount":7,"vol":14,"count":3}]}',
      `${candle} 7 14 3`,
    ],
    ['bitfinex', {}, `[[${time},1,2,4,0.5,7]]`, `${candle} 7 NaN NaN`],
    ['coinbase', {}, '[[1760131200,0.5,4,1,2,7]]', `${candle} 7 NaN NaN`],
    ['binance', {}, `[[${time},"1","4","0.5","2","7",1760131259999,"14",3,"2","4","0"]]`, `${candle} 7 14 3`],
    [
      'cryptocom',
      {},
      `{"result":{"interval":"1m","data":[{"o":"1","h":"4","l":"0.5","c":"2","v":"7","t":${time}}],"instrument_name":"ATOM_USDT"}}`,
      `${candle} 7 NaN NaN`,
    ],
  ] as const)('as a reply of %s %j', async (venue, change, text, wanted) => {
    expect((await imported(text, 'reply.json', atVenue(venue, change))).candles).toEqual([wanted]);
  });

  it('a reply that names another market is refused, and hours are', async () => {
    await expect(
      imported(
        `{"result":{"symbol":"ETHUSDT","list":[["${time}","1","4","0.5","2","7","14"]]}}`,
        'a.json',
        atVenue('bybit'),
      ),
    ).rejects.toThrow(/the symbol is ETHUSDT/);
    const hours = [0, 1, 2].map((hour) => `[${String(1_760_131_200_000 + hour * 3_600_000)},1,4,0.5,2,7]`).join();
    await expect(imported(`[${hours}]`, 'a.json', ATOM)).rejects.toThrow(/1h/);
  });

  it('a candle its venue had not closed when it answered is set aside', async () => {
    const open = `{"code":"0","data":[["1760131260000","1","4","0.5","2","7","14","14","0"],["${time}","1","4","0.5","2","7","14","14","1"]]}`;
    const { candles, report } = await imported(open, 'a.json', atVenue('okx'));
    expect(candles).toEqual([`${candle} 7 14 NaN`]);
    expect(report.setAside[0]?.reason).toBe('its venue had not closed it yet');
    const kraken =
      '{"error":[],"result":{"ATOMUSDT":[[1760131200,"1","4","0.5","2","1.9","7",3],[1760131260,"1","4","0.5","2","1.9","7",3]],"last":1760131200}}';
    expect((await imported(kraken, 'a.json', atVenue('kraken'))).report).toMatchObject({ candles: 1, quarantined: 1 });
  });
});
