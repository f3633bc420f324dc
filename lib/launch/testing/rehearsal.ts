import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestInto } from '../../processes/ingestRun';
import { freePort } from '../../processes/port';
import { startWebServer } from '../../processes/webServer';
import { CANDLE_FIELDS, type Candle, type CandleField } from '../../domain/candle';
import type { Asset, Venue } from '../../domain/market';
import { minuteAt, minuteRange, parseRange } from '../../domain/minute';
import { promised } from '../../domain/unit';
import { CRASH_2025_10_10, type Preset } from '../../ingest/run/presets';
import { removeEmbedded } from '../../store/embedded/server';
import type { Database } from '../../store/connection/database';
import { databaseUrls, readyDatabase } from '../../store/connection/urls';
import { candlesOf } from '../../store/days/candles';
import { REHEARSED_ERRATA } from '../../words/en/launch';
import { addErratum } from '../../store/errata/errata';
import { ledgerOf } from '../../store/ledger/ledger';
import type { Rehearsal } from '../rehearsalForTests';

// A throwaway database, the event's own window ingested from the simulator through ccxt, one candle of it revised and corrected, the built app over it; once its
// parent lets go of it all of it is gone.

/** A wrapped asset is compared with its underlying times their ratio over the day before: on its venue, and on enough others. */
const DAY_BEFORE: Preset = {
  assets: ['WBETH', 'BNSOL', 'ETH', 'SOL'].map((code) => code as Asset),
  venues: ['binance', 'okx', 'coinbase', 'bitstamp', 'htx'].map((venue) => venue as Venue),
  windows: [minuteRange(minuteAt(Date.UTC(2025, 9, 9, 20)), minuteAt(Date.UTC(2025, 9, 10, 20)))],
};

/** The books of which the worked example's fills are. */
const EXAMPLE_BOOKS = {
  assets: ['DOGE', 'XRP'].map((code) => code as Asset),
  venues: ['binanceusdm' as Venue],
  windows: CRASH_2025_10_10.windows.slice(0, 1),
  kinds: ['perp'],
} as const;

async function rehearse(home: string): Promise<{ readonly address: string; readonly end: () => Promise<void> }> {
  process.env['PLUMBLINE_HOME'] = home;
  const urls = await databaseUrls({ ...process.env, DATABASE_URL: undefined }, () => undefined);
  const database = await readyDatabase(urls, 'rehearsal');
  const dataset = {
    name: 'rehearsal',
    context: { database, simulated: true },
    url: urls.rehearsal,
    close: () => database.close(),
  } as const;
  for (const request of [
    { ...CRASH_2025_10_10, windows: CRASH_2025_10_10.windows.slice(0, 1) },
    DAY_BEFORE,
    EXAMPLE_BOOKS,
  ]) {
    const report = await ingestInto(dataset, request, {
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    if (report.missing.length > 0) throw new Error(`the rehearsal is incomplete: ${report.missing.join('; ')}`);
  }
  await reviseOne(database);
  await correctOne(database);
  const web = await startWebServer({
    root: process.cwd(),
    port: await freePort(),
    databaseUrl: urls.rehearsal,
    logFolder: join(home, 'logs'),
  });
  const end = async (): Promise<void> => {
    web.stop();
    await web.ended;
    await database.close();
    await removeEmbedded(home);
    rmSync(home, { recursive: true, force: true });
  };
  return { address: web.address, end };
}

/** One candle is answered otherwise a second time: half the base volume of OKX's FIL in one quiet minute. No price of the rehearsal changes. */
async function reviseOne(database: Database): Promise<void> {
  const asked = promised(parseRange('2025-10-10T23:30Z', '2025-10-10T23:31Z'));
  const book = {
    market: { venue: 'okx' as Venue, base: 'FIL' as Asset, quote: 'USDT', kind: 'spot' },
    source: 'simulated',
  } as const;
  const [was] = await candlesOf(database, [book], asked);
  const at = (field: CandleField): number => was?.[field][0] ?? NaN;
  if (!(at('baseVolume') > 0)) throw new Error('the rehearsal has no candle to revise');
  const fields = Object.fromEntries(CANDLE_FIELDS.map((field) => [field, at(field)])) as Omit<Candle, 'minute'>;
  const candles = [{ ...fields, minute: asked.from, baseVolume: at('baseVolume') / 2 }];
  await ledgerOf(database).record([
    { ...book, asked, candles, quarantined: [], askedAtMs: Date.now(), provenance: [] },
  ]);
}

/** An erratum stands beside that minute, and the answer of a venue beside the next one. */
async function correctOne(database: Database): Promise<void> {
  const of = { asset: 'FIL' as Asset, digest: undefined, address: undefined, by: 'Rehearsal', link: undefined };
  const [from, to] = [minuteAt(Date.UTC(2025, 9, 10, 23, 30)), minuteAt(Date.UTC(2025, 9, 10, 23, 31))];
  const erratum = { ...of, from, to, venue: undefined, statement: undefined, reason: REHEARSED_ERRATA.reason };
  await addErratum(database, { ...erratum, kind: 'erratum' });
  await addErratum(database, {
    ...of,
    kind: 'venue-answer',
    from: to,
    to: minuteAt(Date.UTC(2025, 9, 10, 23, 32)),
    venue: 'okx',
    statement: REHEARSED_ERRATA.statement,
    reason: REHEARSED_ERRATA.asked,
  });
}

// Whoever stops the tests at the keyboard stops this process too: it tidies up once its parent is done.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
const left = once(process, 'disconnect');
const home = mkdtempSync(join(tmpdir(), 'plumbline-browser-'));
const { address, end } = await rehearse(home);
if (process.connected) process.send?.({ home, address } satisfies Rehearsal);
await left;
await end();
process.exit(0);
