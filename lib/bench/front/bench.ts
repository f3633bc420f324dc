import { VENUES } from '../../ingest/venues/table';
import type { Context } from '../../server/context';
import { overview } from '../../server/coverage/overview';
import { fullCount } from '../../store/books/fullCount';
import type { Database } from '../../store/connection/database';
import type { Findings } from '../table';
import { Timings } from '../timings';
import { launcher, startWebApp } from '../webApp';
import { fillWithOneDay, type Size } from './fill';

const VENUES_EACH = 16;
const DAYS = 30;
const WARM_UPS = 5;
const ROUNDS = 25;

const size = (assets: number): Size => ({ assets, venues: [...VENUES.keys()].slice(0, VENUES_EACH), days: DAYS });
const [FEW, MANY] = [size(13), size(600)];

const PAGE = {
  '/': 'front page',
  '/api/v1/overview': '`/api/v1/overview`',
  '/coverage': '`/coverage`',
  '/revisions': '`/revisions`',
} as const;
const COUNT = 'SELECT count(*) FROM market_day';
const FULL = 'every day decoded and counted, once';
const IN_PROCESS = 'overview(), without HTTP';
const named = ({ assets }: Size, what: string): string => `${String(assets)} assets: ${what}`;

/** Milliseconds until the first byte of the body; the rest is read and forgotten. */
async function firstByte(address: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(address, { headers: { 'Accept-Encoding': 'identity' } });
  const reader = response.body?.getReader();
  await reader?.read();
  const ms = performance.now() - began;
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`);
  for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read());
  return ms;
}

/** As a writer that changes nothing of what is shown leaves a book: whatever rests on everything is stale. */
const touched = (database: Database): Promise<unknown> =>
  database.pool.query(
    `UPDATE stored_book SET version = version + 1, changed = pg_current_xact_id() WHERE (market_id, source) = (SELECT market_id, source FROM stored_book LIMIT 1)`,
  );

async function timeOne(database: Database, url: string, entry: string, of: Size, timings: Timings): Promise<void> {
  const context: Context = { database, simulated: false };
  const app = await startWebApp(entry, url);
  try {
    for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
      const into = round < 0 ? new Timings() : timings;
      await into.clock(named(of, COUNT), () => database.pool.query(COUNT));
      await into.clock(named(of, IN_PROCESS), () => overview(context));
      for (const [path, name] of Object.entries(PAGE)) {
        await touched(database);
        into.note(named(of, `${name}, computed`), await firstByte(`${app.address}${path}`));
        into.note(named(of, `${name}, asked again`), await firstByte(`${app.address}${path}`));
      }
    }
  } finally {
    await app.stop();
  }
}

/** What was done before there were counts: every day is decoded. */
async function countAll(database: Database): Promise<void> {
  const { rows } = await database.pool.query<{ marketId: number; source: string }>(
    'SELECT market_id AS "marketId", source FROM stored_book',
  );
  for (const book of rows) await fullCount(database, book, 'spot');
}

/** The first byte of the front page, with few and with many assets. */
export async function benchFront(database: Database, url: string, say: (line: string) => void): Promise<Findings> {
  const { buildApp, serverEntry } = await launcher();
  await buildApp();
  const timings = new Timings();
  const filled: string[] = [];
  for (const of of [FEW, MANY]) {
    say(`front: filling ${String(of.assets)} assets of ${String(of.venues.length)} venues, ${String(of.days)} days`);
    const began = performance.now();
    const days = await fillWithOneDay(database, of);
    filled.push(
      `${days.toLocaleString('en')} days of ${String(of.assets)} assets in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    );
    await timeOne(database, url, serverEntry, of, timings);
    if (of === FEW) await timings.clock(named(FEW, FULL), () => countAll(database));
  }
  const rows = (of: Size): readonly string[] => [
    COUNT,
    IN_PROCESS,
    ...Object.values(PAGE).flatMap((name) => [`${name}, computed`, `${name}, asked again`]),
    ...(of === FEW ? [FULL] : []),
  ];
  return {
    title: 'The front page, few assets and many',
    about: `First byte from the built app over loopback: of the first question after a write, and of the same again. ${String(VENUES_EACH)} venues × ${String(DAYS)} days each; the rows repeat one encoded day (filled: ${filled.join('; ')}). Aims: 30 ms with ${String(FEW.assets)} assets, 60 ms with ${String(MANY.assets)}.`,
    timings,
    figures: [FEW, MANY].flatMap((of) =>
      rows(of).map((row) => ({ name: named(of, row), yardstick: named(of, COUNT) })),
    ),
  };
}
