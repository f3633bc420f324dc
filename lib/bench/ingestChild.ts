import { performance } from 'node:perf_hooks';
import { collectSooner } from '../processes/heap';
import type { Asset, Venue } from '../domain/market';
import { minuteAt, minuteRange, MINUTES_PER_DAY, plus } from '../domain/minute';
import { ingest } from '../ingest/run/ingest';
import { openDatabase } from '../store/connection/database';
import { ledgerOf } from '../store/ledger/ledger';
import { highWater } from './highWater';

// One ingest in a process of its own, so that its memory is its own. Arguments: the simulator's address, the days, whether raw
// replies are kept, and whether the heap is kept as small as `plumbline ingest` keeps it. Prints what it took as one JSON line.
const [origin = '', days = '365', keep = 'bodies', heap = 'small'] = process.argv.slice(2);
if (heap === 'small') collectSooner();
// Where the simulator's year begins.
const from = minuteAt(Date.UTC(2025, 0, 1));
const database = openDatabase(process.env['DATABASE_URL'] ?? '');
const before = performance.eventLoopUtilization();
const atWork = process.cpuUsage();
const began = performance.now();
const report = await ingest(
  {
    assets: ['BTC' as Asset],
    venues: ['binance' as Venue],
    windows: [minuteRange(from, plus(from, Number(days) * MINUTES_PER_DAY))],
    source: 'simulated',
  },
  { ledger: ledgerOf(database, { keepBodies: keep === 'bodies' }), now: Date.now, origin, throttle: false },
);
const ms = performance.now() - began;
const { utilization } = performance.eventLoopUtilization(before);
await database.close();
const { user, system } = process.cpuUsage(atWork);
const candles = report.venues.reduce((sum, venue) => sum + venue.candles, 0);
process.stdout.write(
  JSON.stringify({
    candles,
    ms,
    peak: highWater(),
    utilization,
    processorMs: (user + system) / 1000,
    missing: report.missing,
  }),
);
