import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestInto } from '../processes/ingestRun';
import { freePort } from '../processes/port';
import { startWebServer } from '../processes/webServer';
import type { Asset, Venue } from '../domain/market';
import { minuteAt, minuteRange } from '../domain/minute';
import { CRASH_2025_10_10, type Preset } from '../ingest/run/presets';
import { removeEmbedded } from '../store/embedded/server';
import { databaseUrls, readyDatabase } from '../store/connection/urls';

/** A wrapped asset is compared with its underlying times their ratio over the day before: on its venue, and on enough others. */
const DAY_BEFORE: Preset = {
  assets: ['WBETH', 'BNSOL', 'ETH', 'SOL'].map((code) => code as Asset),
  venues: ['binance', 'okx', 'coinbase', 'bitstamp', 'htx'].map((venue) => venue as Venue),
  windows: [minuteRange(minuteAt(Date.UTC(2025, 9, 9, 20)), minuteAt(Date.UTC(2025, 9, 10, 20)))],
};

/**
 * Before the browser tests: a throwaway database, the event's own window ingested from the simulator through ccxt, the
 * built app over it. After them: all of it gone.
 */
export default async function rehearsalForTests(): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'plumbline-browser-'));
  const urls = await databaseUrls({ ...process.env, DATABASE_URL: undefined, PLUMBLINE_HOME: home }, () => undefined);
  const database = await readyDatabase(urls, 'rehearsal');
  const dataset = {
    name: 'rehearsal',
    context: { database, simulated: true },
    url: urls.rehearsal,
    close: () => database.close(),
  } as const;
  for (const request of [{ ...CRASH_2025_10_10, windows: CRASH_2025_10_10.windows.slice(0, 1) }, DAY_BEFORE]) {
    const report = await ingestInto(dataset, request, {
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    if (report.missing.length > 0) throw new Error(`the rehearsal is incomplete: ${report.missing.join('; ')}`);
  }
  const web = await startWebServer({
    root: process.cwd(),
    port: await freePort(),
    databaseUrl: urls.rehearsal,
    logFolder: join(home, 'logs'),
  });
  process.env['PLUMBLINE_ADDRESS'] = web.address;
  return async () => {
    web.stop();
    await web.ended;
    await database.close();
    await removeEmbedded(home);
    rmSync(home, { recursive: true, force: true });
  };
}
