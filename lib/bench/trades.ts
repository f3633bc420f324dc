import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePair, parseVenue, type Market } from '../domain/market';
import { importFile } from '../ingest/files/importFile';
import { NOTHING_SAID } from '../ingest/files/settings';
import type { Database } from '../store/connection/database';
import { ledgerOf } from '../store/ledger/ledger';
import { emptied } from './books/fill';
import type { Findings } from './table';
import { inRounds, type Timings } from './timings';
import { compress, rowsByCsvParse, writeTrades } from './tradeFile';

const TRADES = 1_000_000;
const WARM_UPS = 1;
/** Odd, so that the median is a time that was measured. */
const ROUNDS = 7;

function atomUsdt(): Market {
  const [venue, pair] = [parseVenue('binance'), parsePair('ATOM/USDT')];
  if (!venue.ok || !pair.ok) throw new Error('ATOM/USDT is no market');
  return { venue: venue.value, ...pair.value, kind: 'spot' };
}

async function importedOnce(database: Database, path: string): Promise<void> {
  const report = await importFile(path, {
    market: atomUsdt(),
    source: 'trades',
    // They are all there are of the day, from its first microsecond on.
    settings: { ...NOTHING_SAID, isWhole: true },
    ledger: ledgerOf(database),
    now: Date.now,
  });
  if (!report.ok) throw new Error(report.error);
  const { rows, added, quarantined } = report.value;
  if (rows !== TRADES || added !== MINUTES || quarantined !== 0)
    throw new Error(`the import is not whole: ${report.value.summary}`);
}

/** The trades are spread evenly over one day: every minute of it has some. */
const MINUTES = 1_440;

async function readOnce(path: string): Promise<void> {
  const rows = await rowsByCsvParse(path);
  if (rows !== TRADES + 1)
    throw new Error(`csv-parse read ${String(rows)} rows of ${path}, which has ${String(TRADES)} and a header`);
}

const megabytes = async (path: string): Promise<string> => `${((await stat(path)).size / 1e6).toFixed(0)} MB`;

/** One million trades made into candles in the database, from plain and compressed CSV, beside csv-parse reading the same file. */
export async function benchTrades(database: Database, folder: string, say: (line: string) => void): Promise<Findings> {
  await emptied(database);
  const plain = join(folder, 'trades.csv');
  const gzip = `${plain}.gz`;
  say('trades: writing the files');
  await writeTrades(plain, TRADES);
  await compress(plain, gzip);
  const files = [
    { name: 'plain CSV', path: plain },
    { name: '.csv.gz', path: gzip },
  ] as const;
  say(`trades: ${String(WARM_UPS)} round to warm up, ${String(ROUNDS)} that count`);
  const timings = await inRounds({ warmUps: WARM_UPS, rounds: ROUNDS }, async (kept: Timings) => {
    for (const { name, path } of files) {
      // Sent again, the candles would be known already and nothing would be written.
      await emptied(database);
      await kept.clock(`${name}: imported`, () => importedOnce(database, path));
      await kept.clock(`${name}: csv-parse`, () => readOnce(path));
    }
  });
  return {
    title: 'One million trades imported',
    about: `${TRADES.toLocaleString('en')} trades of one day, ${await megabytes(plain)} plain, ${await megabytes(gzip)} compressed, into ${MINUTES.toLocaleString('en')} candles of a market not held before; ${String(WARM_UPS)} round to warm up first.`,
    timings,
    figures: files.flatMap(({ name }) =>
      [`${name}: imported`, `${name}: csv-parse`].map((figure) => ({ name: figure, yardstick: `${name}: csv-parse` })),
    ),
  };
}
