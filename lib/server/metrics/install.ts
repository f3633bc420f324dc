import { failureText } from '../../domain/failure';
import { openDatabase, type Database } from '../../store/connection/database';
import { poolCounts } from '../../store/connection/poolCounts';
import { datasetOf } from '../../store/dataset/dataset';
import { readProgress } from '../../store/ingestProgress';
import { venueFigures } from '../../store/inspection/venueFigures';
import { metricsAddressUnknown, metricsNotServed } from '../../words/en/metrics';
import { databaseOf } from '../databaseOf';
import { atEnd } from '../ending';
import { counts } from '../watch/counts';
import { figuresBy, type Figures } from './figures';
import { readMetricsAddress, serveMetrics } from './listen';
import type { Metrics } from './metrics';

type Env = Readonly<Record<string, string | undefined>>;

declare global {
  var plumblineMetrics: Metrics | undefined;
}

/** What is asked here must not wait behind analyses. */
const CONNECTIONS = 1;
const PATIENCE_MS = 2_000;

/** Tells metrics where PLUMBLINE_METRICS says, if it says so. Comes to one line where it cannot be read; that its port is taken is logged, and the app serves on. */
export async function installMetrics(env: Env): Promise<string | undefined> {
  const address = readMetricsAddress(env['PLUMBLINE_METRICS'] ?? '');
  if (!address.ok) return metricsAddressUnknown(address.error);
  if (address.value === undefined || globalThis.plumblineMetrics !== undefined) return undefined;
  const { Metrics } = await import('./metrics');
  const metrics = new Metrics({ counts: counts(), figures: figuresIn(databaseOf(env)?.url ?? ''), now: Date.now });
  globalThis.plumblineMetrics = metrics;
  globalThis.plumblineAnswered = metrics.answered;
  await serveMetrics(address.value, metrics).catch((failure: unknown) => {
    const { host, port } = address.value ?? {};
    console.warn(metricsNotServed(`${String(host)}:${String(port)}`, failureText(failure)));
  });
  return undefined;
}

function figuresIn(url: string): () => Promise<Figures | undefined> {
  if (url === '') return () => Promise.resolve(undefined);
  const database = openDatabase(url, { connections: CONNECTIONS, patienceMs: PATIENCE_MS });
  atEnd(database.close);
  counts().pools.set('metrics', () => poolCounts(database));
  return figuresBy({ ask: () => figuresOf(database, Date.now()) });
}

/** `nowMs`: ms since 1970. */
export async function figuresOf(database: Database, nowMs: number): Promise<Figures> {
  const dataset = await datasetOf(database);
  const venues = await venueFigures(database);
  const ingest = await readProgress(database, nowMs);
  return {
    simulated: dataset === 'rehearsal',
    venues,
    ingest:
      ingest === undefined
        ? undefined
        : {
            running: ingest.running,
            failedVenues: ingest.venues.filter(({ state }) => state === 'failed' || state === 'refused').length,
          },
  };
}
