import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Asset, Venue } from '../../domain/market';
import { minute } from '../../domain/minute';
import { restsOn } from '../../store/connection/reading';
import { Admission } from '../guard/admission';
import { guarding, whole } from '../guard/guard';
import { KeptAnswers } from '../kept/layer';
import { ROUTES, routeOf } from '../watch/route';
import type { Figures } from './figures';
import { Metrics } from './metrics';
import { readExposition, valueIn } from './testing/exposition';

const NOW_MS = 1_760_131_320_000;
const FIGURES: Figures = {
  simulated: true,
  ingest: { running: true, failedVenues: 2 },
  venues: [
    {
      venue: 'binance' as Venue,
      books: 12,
      currentBooks: 11,
      newestEnd: minute(NOW_MS / 60_000 - 3),
      answeredMinutes: 1_440,
      gapMinutes: 7,
      revisedMinutes: 5,
      quarantinedRows: 4,
    },
    {
      venue: 'okx' as Venue,
      books: 0,
      currentBooks: 0,
      newestEnd: null,
      answeredMinutes: 0,
      gapMinutes: 0,
      revisedMinutes: 0,
      quarantinedRows: 0,
    },
  ],
};
type SourcesOfMetrics = ConstructorParameters<typeof Metrics>[0];
const metricsOf = (sources: Partial<SourcesOfMetrics> = {}): Metrics =>
  new Metrics({
    counts: { pools: new Map() },
    figures: () => Promise.resolve(FIGURES),
    now: () => NOW_MS,
    ...sources,
  });

const servers: Server[] = [];
afterEach(() => {
  globalThis.plumblineAnswered = undefined;
  for (const one of servers.splice(0)) {
    one.closeAllConnections();
    one.close();
  }
});

/** An app behind guard and kept answers whose metrics are told; `hold`: what answers wait for. */
async function site(hold: Promise<unknown> = Promise.resolve()) {
  const admission = new Admission({ trust: { hops: 1 }, points: 100, mostMaking: 2 });
  const kept = new KeptAnswers({
    changesSince: () => Promise.resolve({ xmin: '1', books: [] }),
    build: 'one',
    admits: admission.made,
  });
  const metrics = metricsOf({
    counts: { pools: new Map(), kept: () => kept.counts, admission: () => admission.counts, analysisTasks: () => 3 },
  });
  globalThis.plumblineAnswered = metrics.answered;
  const app = whole((req: IncomingMessage, res) => {
    if (req.url !== '/api/v1/progress') restsOn({ bases: ['ATOM' as Asset] });
    void hold.then(() => res.setHeader('content-type', 'application/json').end('{}'));
  });
  const server = createServer((req, res) => {
    guarding({}, admission)(req, res, (asked, reply) => {
      kept.answer(asked, reply, app);
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const get = async (url: string, client = '198.51.100.7'): Promise<number | undefined> => {
    const { port } = server.address() as AddressInfo;
    const headers = { 'x-forwarded-for': client };
    const asked = request({ port, path: url, headers, agent: false }).end();
    const [reply] = (await once(asked, 'response')) as [IncomingMessage];
    reply.resume();
    await once(reply, 'close');
    return reply.statusCode;
  };
  return { get, value: async (key: string) => valueIn(await metrics.text(), key) };
}

describe('what the process counts', () => {
  it('moves with each answer, by route and status, and by where it came from', async () => {
    const { get, value } = await site();
    for (const url of ['/api/v1/overview', '/api/v1/overview', '/api/v1/progress', '/ATOM.zip?v=1', '/ATOM.zip?v=2'])
      await get(url);
    await expect.poll(() => value('plumbline_requests_in_flight')).toBe(0);
    expect(await value('plumbline_answers_total{route="/api/v1/overview",status="200"}')).toBe(2);
    expect(await value('plumbline_request_duration_seconds_count{route="/api/v1/overview"}')).toBe(2);
    expect(await value('plumbline_answers_total{route="/[view].zip",status="429"}')).toBe(1);
    expect(await value('plumbline_refusals_total{why="budget"}')).toBe(1);
    for (const [from, count] of Object.entries({ made: 2, memory: 1, alone: 1, shared: 0, disk: 0 }))
      expect(await value(`plumbline_kept_requests_total{from="${from}"}`), from).toBe(count);
    expect(await value('plumbline_kept_answers')).toBe(2);
    expect(await value('plumbline_kept_bytes')).toBeGreaterThan(4);
    expect(await value('plumbline_analysis_tasks')).toBe(3);
  });

  it('tells what is being made, what shares it, and what is turned away for it', async () => {
    const open = { let: (): void => undefined };
    const held = new Promise<void>((resolve) => {
      open.let = resolve;
    });
    const { get, value } = await site(held);
    const asked = ['/api/v1/overview', '/api/v1/coverage', '/api/v1/overview'].map((url) => get(url));
    await expect.poll(() => value('plumbline_requests_in_flight')).toBe(3);
    await expect.poll(() => value('plumbline_answers_in_making')).toBe(2);
    expect(await value('plumbline_answers_in_making_most')).toBe(2);
    expect(await get('/api/v1/venues')).toBe(503);
    expect(await value('plumbline_refusals_total{why="busy"}')).toBe(1);
    open.let();
    expect(await Promise.all(asked)).toEqual([200, 200, 200]);
    await expect.poll(() => value('plumbline_answers_in_making')).toBe(0);
    expect(await value('plumbline_kept_requests_total{from="shared"}')).toBe(1);
    expect(await value('plumbline_answers_total{route="/api/v1/venues",status="503"}')).toBe(1);
  });

  it('tells the connections of each pool', async () => {
    const pools = new Map([['answers', () => ({ busy: 3, idle: 1, waiting: 7, most: 8 })]]);
    const metrics = metricsOf({ counts: { pools } });
    const text = await metrics.text();
    expect(valueIn(text, 'plumbline_pool_connections{pool="answers",state="busy"}')).toBe(3);
    expect(valueIn(text, 'plumbline_pool_connections{pool="answers",state="idle"}')).toBe(1);
    expect(valueIn(text, 'plumbline_pool_waiting{pool="answers"}')).toBe(7);
    expect(valueIn(text, 'plumbline_pool_connections_most{pool="answers"}')).toBe(8);
    // A thread that ended has none.
    pools.clear();
    expect(valueIn(await metrics.text(), 'plumbline_pool_waiting{pool="answers"}')).toBeUndefined();
  });

  it('has a bounded number of series, whatever is asked for', async () => {
    const metrics = metricsOf();
    const random = (): string => Math.random().toString(36).slice(2);
    const series = async (): Promise<number> => readExposition(await metrics.text()).samples.length;
    const empty = await series();
    const ask = (times: number): void => {
      for (let i = 0; i < times; i += 1) {
        const url = ['', 'api/v1/', 'api/v1/charts/', 'events/', 'ATOM/', '_next/', 'embed/', 'a/b/c/'][i % 8];
        const form = ['', '.png', '.csv', '.php', '?x='][i % 5];
        const route = routeOf(`/${String(url)}${random()}${String(form)}${random()}`);
        metrics.answered({ route, status: [200, 304, 400, 404, 429, 499, 500, 503][i % 8] ?? 200, ms: i });
      }
    };
    ask(10_000);
    const first = await series();
    ask(10_000);
    expect((await series()) - first).toBeLessThan(first / 10);
    // For each route nine buckets, sum and count, and as many statuses as there are.
    expect((await series()) - empty).toBeLessThan(ROUTES.length * (11 + 8));
  });
});

describe('what the database says', () => {
  it('is told by venue', async () => {
    const text = await metricsOf().text();
    const of = (name: string, venue = 'binance') => valueIn(text, `plumbline_venue_${name}{venue="${venue}"}`);
    expect(of('lag_seconds')).toBe(180);
    expect(of('newest_timestamp_seconds')).toBe(NOW_MS / 1_000 - 180);
    expect([of('books'), of('books_current')]).toEqual([12, 11]);
    expect([of('answered_minutes'), of('gap_minutes')]).toEqual([1_440, 7]);
    expect([of('revised_minutes'), of('quarantined_rows')]).toEqual([5, 4]);
    expect([of('lag_seconds', 'okx'), of('books', 'okx')]).toEqual([undefined, 0]);
    expect(valueIn(text, 'plumbline_database_up')).toBe(1);
    expect(valueIn(text, 'plumbline_simulated')).toBe(1);
    expect(valueIn(text, 'plumbline_ingest_running')).toBe(1);
    expect(valueIn(text, 'plumbline_ingest_failed_venues')).toBe(2);
  });

  it('is left out where it does not answer, which is told; and is there again once it does', async () => {
    let found: Figures | undefined = FIGURES;
    const metrics = metricsOf({ figures: () => Promise.resolve(found) });
    const whenUp = await metrics.text();
    found = undefined;
    const text = await metrics.text();
    expect(valueIn(text, 'plumbline_database_up')).toBe(0);
    expect(readExposition(text).samples.filter(({ name }) => /venue|simulated|ingest/.test(name))).toEqual([]);
    found = FIGURES;
    const again = readExposition(await metrics.text()).samples.filter(({ name }) => name.startsWith('plumbline_'));
    expect(again).toEqual(readExposition(whenUp).samples.filter(({ name }) => name.startsWith('plumbline_')));
  });

  it('says nothing of an ingest’s venues where none ever ran', async () => {
    const text = await metricsOf({ figures: () => Promise.resolve({ ...FIGURES, ingest: undefined }) }).text();
    expect(valueIn(text, 'plumbline_ingest_running')).toBe(0);
    expect(valueIn(text, 'plumbline_ingest_failed_venues')).toBeUndefined();
  });
});

describe('the text', () => {
  it('is what Prometheus reads: buckets that only grow, up to the count', async () => {
    const metrics = metricsOf();
    for (const ms of [0.2, 3, 3, 700, 90_000]) metrics.answered({ route: '/lows', status: 200, ms });
    const { samples, types } = readExposition(await metrics.text());
    expect(types.get('plumbline_request_duration_seconds')).toBe('histogram');
    const buckets = samples.filter(({ name }) => name === 'plumbline_request_duration_seconds_bucket');
    expect(buckets.map(({ value }) => value)).toEqual([1, 3, 3, 3, 3, 4, 4, 4, 5]);
    expect(buckets.at(-1)?.labels).toContain('le="+Inf"');
  });

  it('is refused by the reader of these tests where it is wrong', () => {
    expect(() => readExposition('a 1\n')).toThrow('no sample of a known type');
    expect(() => readExposition('# TYPE a gauge\na{b=c} 1\n')).toThrow('no sample of a known type');
    expect(() => readExposition('# TYPE a gauge\na 1\na 2\n')).toThrow('told twice');
  });
});

describe('docs/operations.md', () => {
  const text = readFileSync(path.join(import.meta.dirname, '..', '..', '..', 'docs', 'operations.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `(plumbline_\w+)`(?: by (?:`\w+`(?:, )?)+)? \| (\w+) \|/gm)];
  const own = async () =>
    [...readExposition(await metricsOf().text()).types].filter(([name]) => name.startsWith('plumbline_'));

  it('says of every metric what it means, and of no other', async () => {
    expect(rows.map(([, name, type]) => [name, type]).sort()).toEqual((await own()).sort());
  });

  it('has a scrape and rules whose metrics there are', async () => {
    const names = new Set((await own()).map(([name]) => name));
    const examples = [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, yaml = '']) => parse(yaml) as object);
    expect(examples.map((one) => Object.keys(one))).toEqual([['scrape_configs'], ['groups']]);
    const used = JSON.stringify(examples).match(/plumbline_\w+/g) ?? [];
    expect(used.length).toBeGreaterThan(5);
    for (const name of used) expect(names, name).toContain(name.replace(/_(?:bucket|count|sum)$/, ''));
  });
});
