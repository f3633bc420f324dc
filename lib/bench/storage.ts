import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeCandleCsv, writeCandleParquet } from '../server/candles/candleFile';
import { parsePair, parseVenue, type Asset, type Market } from '../domain/market';
import { clampedMinute, minuteRange } from '../domain/minute';
import { importFile } from '../ingest/files/importFile';
import { candleRows } from '../server/candles/candleRows';
import { ledgerOf } from '../store/ledger/ledger';
import type { Database } from '../store/connection/database';
import { emptied } from './books/fill';

/** `binance__POLUSDT__2025-10-10.csv`: the file names of the real candles. */
function marketOf(file: string): Market | undefined {
  const [venueText = '', symbol = ''] = file.split('__');
  const venue = parseVenue(venueText === 'binance-delivery' ? 'binancecoinm' : venueText);
  const match = /^([A-Z0-9]+?)-?(USDT|USD)(_PERP)?$/.exec(symbol);
  const pair = parsePair(`${match?.[1] ?? ''}/${match?.[2] ?? ''}`);
  if (!venue.ok || !pair.ok) return undefined;
  return { venue: venue.value, ...pair.value, kind: match?.[3] === undefined ? 'spot' : 'perp' };
}

const sized = async (database: Database, sql: string): Promise<number> =>
  Number((await database.pool.query<{ bytes: string }>(sql)).rows[0]?.bytes ?? NaN);

/**
 * The real candles of a folder, stored in three ways: as day rows, as a row a candle, as Parquet. Where a file says no quote
 * volume, base volume × the middle of open and close, to eight decimals, stands for it, so that all seven fields are there.
 */
export async function benchStorage(database: Database, folder: string, scratch: string): Promise<string> {
  await emptied(database);
  const ledger = ledgerOf(database);
  const assets = new Set<Asset>();
  for (const file of readdirSync(join(folder, 'klines-1m')).filter((name) => name.endsWith('.csv'))) {
    const market = marketOf(file);
    if (market === undefined) continue;
    assets.add(market.base);
    const report = await importFile(join(folder, 'klines-1m', file), {
      market,
      source: 'file',
      now: Date.now,
      ledger: {
        ...ledger,
        record: (answers) =>
          ledger.record(
            answers.map((answer) => ({
              ...answer,
              candles: answer.candles.map((candle) => ({
                ...candle,
                quoteVolume: Number.isNaN(candle.quoteVolume)
                  ? Number(((candle.baseVolume * (candle.open + candle.close)) / 2).toFixed(8))
                  : candle.quoteVolume,
              })),
            })),
          ),
      },
    });
    if (!report.ok) throw new Error(report.error);
  }
  const always = minuteRange(clampedMinute(0), clampedMinute(40_000_000));
  const rows = (): ReturnType<typeof candleRows> => candleRows(database, { assets: [...assets], range: always });
  await writeCandleParquet(join(scratch, 'real.parquet'), rows());
  await writeCandleCsv(join(scratch, 'real.csv.gz'), rows(), { gzip: true });
  await database.pool.query(`
    CREATE TABLE row_candle_real (market_id INT, source TEXT, minute TIMESTAMPTZ, open FLOAT8, high FLOAT8, low FLOAT8, close FLOAT8, base_volume FLOAT8, quote_volume FLOAT8, trades FLOAT8, PRIMARY KEY (market_id, source, minute))`);
  await database.pool.query(`
    INSERT INTO row_candle_real SELECT m.id, c.source, c.minute, c.open, c.high, c.low, c.close, c.base_volume, c.quote_volume, c.trades
    FROM candles(NULL, NULL, NULL, NULL) c JOIN market m ON m.venue = c.venue AND m.base || '/' || m.quote = c.market`);
  await database.pool.query('VACUUM ANALYZE row_candle_real');
  const candles = await sized(database, 'SELECT count(*) AS bytes FROM row_candle_real');
  const columns = ['open', 'high', 'low', 'close', 'base_volume', 'quote_volume', 'trades', 'answered_at']
    .map((name) => `coalesce(pg_column_size(${name}), 0)`)
    .join(' + ');
  const ways: readonly (readonly [string, number])[] = [
    ['day rows, columns alone', await sized(database, `SELECT sum(${columns}) AS bytes FROM market_day`)],
    [
      'day rows, whole table with its key and TOAST',
      await sized(database, "SELECT pg_total_relation_size('market_day') AS bytes"),
    ],
    [
      'a row a candle, with its key',
      await sized(database, "SELECT pg_total_relation_size('row_candle_real') AS bytes"),
    ],
    ['Parquet, snappy', statSync(join(scratch, 'real.parquet')).size],
    ['CSV, gzip', statSync(join(scratch, 'real.csv.gz')).size],
  ];
  const base = ways[2]?.[1] ?? NaN;
  return [
    '## Bytes of a stored candle',
    '',
    `${candles.toLocaleString('en')} real candles with seven fields, ${String(assets.size)} assets.`,
    '',
    '| | bytes a candle | against |',
    '| --- | ---: | --- |',
    ...ways.map(
      ([name, bytes]) =>
        `| ${name} | ${(bytes / candles).toFixed(1)} | ${name === 'a row a candle, with its key' ? 'yardstick' : `${(bytes / base).toFixed(2)} × rows`} |`,
    ),
    '',
  ].join('\n');
}
