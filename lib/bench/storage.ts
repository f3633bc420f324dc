import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeCandleCsv, writeCandleParquet } from '../server/candles/candleFile';
import { CANDLE_FIELDS } from '../domain/candle';
import { parsePair, parseVenue, type Asset, type Market } from '../domain/market';
import { minuteRange, startOf, type Day } from '../domain/minute';
import { importFile } from '../ingest/files/importFile';
import { candleRows } from '../server/candles/candleRows';
import { encodeFirst } from '../store/codec/encodeFirst';
import { presentIn, toIntegers } from '../store/codec/integers';
import { COLUMNS, decodedDay, type EncodedDay } from '../store/days/dayRows';
import { marketColumns } from '../store/markets';
import { ledgerOf } from '../store/ledger/ledger';
import type { Database } from '../store/connection/database';
import { emptied } from './books/fill';

/** `binance__POLUSDT__2025-10-10.csv`: the file names of the real candles. */
function marketOf(file: string): Market | undefined {
  const [venueText = '', symbol = ''] = file.split('__');
  const venue = parseVenue(venueText === 'binance-delivery' ? 'binancecoinm' : venueText);
  const match = /^([A-Z0-9]+?)[-_]?(USDT|USDC|USD|EUR)(_PERP)?$/.exec(symbol);
  const pair = parsePair(`${match?.[1] ?? ''}/${match?.[2] ?? ''}`);
  if (!venue.ok || !pair.ok) return undefined;
  return { venue: venue.value, ...pair.value, kind: match?.[3] === undefined ? 'spot' : 'perp' };
}

const sized = async (database: Database, sql: string): Promise<number> =>
  Number((await database.pool.query<{ bytes: string }>(sql)).rows[0]?.bytes ?? NaN);

/** The parts of the folder that hold files of candles. */
const PARTS = ['klines-1m', 'depeg-2023-03-11'] as const;

interface Imported {
  readonly assets: ReadonlySet<Asset>;
  /** Those whose files print all seven fields. A contract's quote volume that follows from its number of contracts is not printed. */
  readonly seven: readonly Market[];
}

/** Stores every file as it is printed. */
async function importAll(database: Database, folder: string): Promise<Imported> {
  const ledger = ledgerOf(database);
  const assets = new Set<Asset>();
  const seven: Market[] = [];
  for (const part of PARTS.filter((one) => existsSync(join(folder, one)))) {
    for (const file of readdirSync(join(folder, part)).filter((name) => name.endsWith('.csv'))) {
      const market = marketOf(file);
      if (market === undefined) throw new Error(`${file}: its name tells no market`);
      assets.add(market.base);
      const [head = ''] = readFileSync(join(folder, part, file), 'utf8').split('\n', 1);
      if (['quote_volume', 'trades'].every((name) => head.trim().split(',').includes(name))) seven.push(market);
      const report = await importFile(join(folder, part, file), { market, source: 'file', now: Date.now, ledger });
      if (!report.ok) throw new Error(report.error);
    }
  }
  return { assets, seven };
}

/** Bytes that a candle of seven fields may take in its columns at most. */
const AIM = 11.5;

interface Sized {
  readonly candles: number;
  readonly bytes: number;
  /** The same columns in the format before. */
  readonly first: number;
}

function firstBytes(column: Float64Array): number {
  const present = presentIn(column);
  if (present === 0) return 0;
  const integers = new Float64Array(column.length);
  return encodeFirst(column, present, toIntegers(column, integers), integers).length;
}

/** The encoded columns of the days of these markets, or of the others; `answered_at` in neither. */
async function columnsSized(database: Database, markets: readonly Market[], isOthers: boolean): Promise<Sized> {
  const { rows } = await database.pool.query<EncodedDay>(
    `SELECT d.* FROM market_day d JOIN market m ON m.id = d.market_id
     WHERE ((m.venue, m.base, m.quote, m.kind) IN (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]))) <> $5`,
    [...marketColumns(markets), isOthers],
  );
  let [candles, bytes, first] = [0, 0, 0];
  for (const row of rows) {
    const day = decodedDay(row);
    candles += presentIn(day.close);
    for (const field of CANDLE_FIELDS) {
      const encoded = row[COLUMNS[field]];
      if (encoded !== null) bytes += encoded.length;
      first += firstBytes(day[field]);
    }
  }
  return { candles, bytes, first };
}

const missed = (measured: number): string =>
  measured <= AIM ? `aim ≤ ${String(AIM)}, met` : `aim ≤ ${String(AIM)}, missed by ${(measured - AIM).toFixed(1)}`;

function columnsTable(seven: Sized, fewer: Sized): string {
  const line = (name: string, { candles, bytes, first }: Sized, said: string): string =>
    `| ${name} | ${candles.toLocaleString('en')} | ${(bytes / candles).toFixed(2)} | ${(first / candles).toFixed(2)} | ${said} |`;
  return [
    '| columns alone | candles | bytes a candle | the first format | |',
    '| --- | ---: | ---: | ---: | --- |',
    line('days that print all seven fields', seven, missed(seven.bytes / seven.candles)),
    line('days that print fewer, or volumes in contracts', fewer, ''),
    '',
  ].join('\n');
}

/** The real candles of a folder, stored as they are printed in three ways: as day rows, as a row a candle, as Parquet. */
export async function benchStorage(database: Database, folder: string, scratch: string): Promise<string> {
  await emptied(database);
  const { assets, seven } = await importAll(database, folder);
  const stored = minuteRange(
    startOf((await sized(database, 'SELECT min(day) AS bytes FROM market_day')) as Day),
    startOf((await sized(database, 'SELECT max(day) + 1 AS bytes FROM market_day')) as Day),
  );
  const rows = (): ReturnType<typeof candleRows> => candleRows(database, { assets: [...assets], range: stored });
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
    [
      'day rows, columns alone, with when each minute was answered',
      await sized(database, `SELECT sum(${columns}) AS bytes FROM market_day`),
    ],
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
    `${candles.toLocaleString('en')} real candles, ${String(assets.size)} assets.`,
    '',
    columnsTable(await columnsSized(database, seven, false), await columnsSized(database, seven, true)),
    '| | bytes a candle | against |',
    '| --- | ---: | --- |',
    ...ways.map(
      ([name, bytes]) =>
        `| ${name} | ${(bytes / candles).toFixed(1)} | ${name === 'a row a candle, with its key' ? 'yardstick' : `${(bytes / base).toFixed(2)} × rows`} |`,
    ),
    '',
  ].join('\n');
}
