import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ledgerOf } from '../store/ledger/ledger';
import type { Database } from '../store/connection/database';
import { emptied } from './books/fill';
import { aimsTable } from './load/aims';

const ROOT = join(import.meta.dirname, '..', '..');
const TYPESCRIPT = ['--import', pathToFileURL(join(ROOT, 'lib', 'launch', 'typescript.mjs')).href];
/** The child as people run theirs: translated before, so that no translator is in its memory. */
const CHILD = join(ROOT, '.cache', 'bench', 'ingestChild.mjs');
/** The first run also fills the file system's caches. */
const RUNS = 3;
/** The last minute of the simulator's year is not closed by its own clock. */
const DAYS = 364;
const MEGABYTE = 1e6;

/** The way that the aims are of: as people start it, replies kept. */
const AIMED = 'ingested, raw replies kept';
const PACE_AIM = 200_000;
const MEMORY_AIM_MB = 200;

interface Took {
  readonly candles: number;
  readonly ms: number;
  readonly peak: number;
  readonly utilization: number;
  /** Of all its threads. */
  readonly processorMs: number;
  readonly missing: readonly string[];
}

/** What package.json gives the process that ingests; the rest of its small heap is `collectSooner`. */
const SMALL_HEAP = ['--max-semi-space-size=8'];

const WAYS = [
  { name: 'ingested, raw replies not kept', keep: 'none', heap: 'small' },
  { name: AIMED, keep: 'bodies', heap: 'small' },
  { name: 'ingested, raw replies not kept, Node as it comes', keep: 'none', heap: 'ample' },
  { name: 'ingested, raw replies kept, Node as it comes', keep: 'bodies', heap: 'ample' },
] as const satisfies readonly {
  readonly name: string;
  readonly keep: 'none' | 'bodies';
  readonly heap: 'small' | 'ample';
}[];

async function translateChild(): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join('lib', 'bench', 'ingestChild.ts')],
    outfile: CHILD,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  });
}

async function child(
  url: string,
  ...args: readonly [origin: string, days: string, keep: string, heap: string]
): Promise<Took> {
  const [, , , heap] = args;
  const process_ = spawn(process.execPath, [...(heap === 'small' ? SMALL_HEAP : []), CHILD, ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  process_.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(process_, 'close');
  const took = JSON.parse(said) as Took;
  if (took.missing.length > 0) throw new Error(`the bench's ingest lacks something: ${took.missing[0] ?? ''}`);
  return took;
}

/** The exchange simulator in a process of its own, over a year of noise. */
async function simulator(): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const server = spawn(
    process.execPath,
    [...TYPESCRIPT, join(ROOT, 'lib', 'simulator', 'main.ts'), '--scenario', 'year'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = (await once(server.stdout, 'data')) as [Buffer];
  return { origin: line.toString().trim(), stop: () => server.kill() };
}

const ROW_TABLE = `
  CREATE TABLE IF NOT EXISTS row_candle_year (
    market_id INT, minute INT, open FLOAT8, high FLOAT8, low FLOAT8, close FLOAT8, base_volume FLOAT8, quote_volume FLOAT8, trades FLOAT8,
    PRIMARY KEY (market_id, minute)
  )`;
/** What a page of candles holds. */
const PAGE = 1_000;

/** The yardstick: the same number of candles upserted as rows, a page a statement, without a venue asked or a reply read. */
async function upsertRows(database: Database, candles: number): Promise<number> {
  await database.pool.query(ROW_TABLE);
  await database.pool.query('TRUNCATE row_candle_year');
  const began = performance.now();
  for (let from = 0; from < candles; from += PAGE) {
    const minutes = Array.from({ length: Math.min(PAGE, candles - from) }, (_, i) => from + i);
    const column = minutes.map((minute) => 3 + minute / 1e7);
    await database.pool.query(
      `INSERT INTO row_candle_year SELECT 1, * FROM unnest($1::int[], $2::float8[], $3::float8[], $4::float8[], $5::float8[], $6::float8[], $7::float8[], $8::float8[])
       ON CONFLICT (market_id, minute) DO UPDATE SET open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
         base_volume = excluded.base_volume, quote_volume = excluded.quote_volume, trades = excluded.trades`,
      [minutes, ...Array.from({ length: 7 }, () => column)],
    );
  }
  return performance.now() - began;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const perSecond = ({ candles, ms }: Took): number => candles / (ms / 1000);

/** A year of one market from the simulator into the database, beside the same candles upserted as rows. */
export async function benchIngest(database: Database, url: string, say: (line: string) => void): Promise<string> {
  // The schema is there; a ledger is opened once so that a fault of the store shows here and not in a child.
  ledgerOf(database);
  await translateChild();
  const server = await simulator();
  try {
    const took = WAYS.map((): Took[] => []);
    const rows: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      for (const [i, { name, keep, heap }] of WAYS.entries()) {
        say(`ingest: run ${String(run + 1)} of ${String(RUNS)}, ${name}`);
        await emptied(database);
        took[i]?.push(await child(url, server.origin, String(DAYS), keep, heap));
      }
      rows.push(await upsertRows(database, took[0]?.[0]?.candles ?? NaN));
    }
    const candles = took[0]?.[0]?.candles ?? NaN;
    const aimed = took[WAYS.findIndex(({ name }) => name === AIMED)] ?? [];
    const yardstick = candles / (median(rows) / 1000);
    const line = (name: string, all: readonly Took[]): string => {
      const rates = all.map(perSecond);
      const processor = median(all.map(({ processorMs }) => (1_000 * processorMs) / candles));
      return `| ${name} | ${Math.round(median(rates)).toLocaleString('en')} | ${Math.round(Math.min(...rates)).toLocaleString('en')}–${Math.round(Math.max(...rates)).toLocaleString('en')} | ${(median(rates) / yardstick).toFixed(2)} × rows upserted | ${(100 * median(all.map(({ utilization }) => utilization))).toFixed(0)} % | ${processor.toFixed(1)} | ${(median(all.map(({ peak }) => peak)) / MEGABYTE).toFixed(0)} |`;
    };
    return [
      '## A year of one market ingested',
      '',
      `${candles.toLocaleString('en')} candles of ${String(DAYS)} days (BTC/USDT, and ETH/USDT, which the rates need beside it), from the simulator in a process of its own to stored rows, throttles off; ${String(RUNS)} runs in turns.`,
      '',
      '| | candles/s, median | least–most | against | busy | processor a candle, µs | peak memory, MB |',
      '| --- | ---: | ---: | --- | ---: | ---: | ---: |',
      ...WAYS.map(({ name }, i) => line(name, took[i] ?? [])),
      `| rows upserted, a page a statement | ${Math.round(yardstick).toLocaleString('en')} | ${Math.round(candles / (Math.max(...rows) / 1000)).toLocaleString('en')}–${Math.round(candles / (Math.min(...rows) / 1000)).toLocaleString('en')} | yardstick | | | |`,
      '',
      ...aimsTable([
        { name: `${AIMED}, candles`, aim: PACE_AIM, measured: median(aimed.map(perSecond)), unit: '/s', wants: 'more' },
        {
          name: `${AIMED}, memory`,
          aim: MEMORY_AIM_MB,
          measured: median(aimed.map(({ peak }) => peak)) / MEGABYTE,
          unit: 'MB',
          wants: 'less',
        },
      ]),
      '',
    ].join('\n');
  } finally {
    server.stop();
  }
}
