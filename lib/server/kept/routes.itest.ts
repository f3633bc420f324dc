import fc from 'fast-check';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { GET as coverageRoute } from '../../../app/api/v1/coverage/route';
import { GET as deviationsRoute } from '../../../app/api/v1/deviations/route';
import { GET as minutesRoute } from '../../../app/api/v1/minutes/[asset]/[minute]/route';
import { changesSince } from '../../store/changes/changes';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, attempt, candle, range, spot } from '../../store/testing/testAnswers';
import { emptied } from '../../store/testing/emptied';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { columnsAddress } from '../../api/client/address';
import type { Asset } from '../../domain/market';
import { defaultQuestion } from '../../domain/question';
import { deviationsParameters } from '../../permalink/parameters';
import type { View } from '../../permalink/view';
import { collecting, Reading, type Rests } from '../../store/connection/reading';
import { appContext, type Context } from '../context';
import { deviationsColumns } from '../columns/deviationsColumns';
import { columnsResponse } from '../http/reply';
import { deviationsRequestIn } from '../http/request';
import { analysisWithPage } from '../pages/analysisWithPage';
import { KeptAnswers } from './layer';
import type { Handler } from './heldResponse';
import { openShelf } from './shelf/open';

let db: FreshDatabase;
let context: Context;
let server: Server;
let layer: KeptAnswers;
let home: string;
let made = 0;

const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-10T20:10Z';
const ATOM = `/api/v1/deviations?asset=ATOM&${WINDOW}`;
const ATOM_COLUMNS = `${ATOM}&format=columns`;
const ATOM_MINUTE = '/api/v1/minutes/ATOM/2025-10-10T20:03Z';
const COVERAGE = '/api/v1/coverage';

/** The window of a month, which the routes leave to the analysis thread. */
const LONG_FROM = 'from=2025-09-10';
async function longColumns(asked: Request): Promise<Response> {
  const read = deviationsRequestIn(new URL(asked.url));
  if (!read.ok) throw new Error(asked.url);
  return columnsResponse(await deviationsColumns(context, read.value.question, {}));
}

/** The routes themselves, without Next around them. */
const app: Handler = (request, response) => {
  made += 1;
  const url = `http://localhost${request.url ?? ''}`;
  const [, asset = '', minute = ''] = /minutes\/([^/]+)\/([^?]+)/.exec(url) ?? [];
  const asked = new Request(url, { headers: request.headers as Record<string, string> });
  const said = url.includes('/minutes/')
    ? minutesRoute(asked, { params: Promise.resolve({ asset, minute }) })
    : url.includes('/coverage')
      ? coverageRoute(asked)
      : url.includes(LONG_FROM)
        ? longColumns(asked)
        : deviationsRoute(asked);
  void said.then(async (reply) => {
    response.writeHead(reply.status, Object.fromEntries(reply.headers));
    response.end(Buffer.from(await reply.arrayBuffer()));
  });
};

/** What a process keeps, as after a start. */
const started = (): KeptAnswers =>
  new KeptAnswers({
    changesSince: (xmin) => changesSince(context.database, xmin),
    build: 'b',
    shelveFromMs: 0,
    openShelf: () =>
      openShelf({
        database: context.database,
        env: { PLUMBLINE_HOME: home },
        build: 'b',
        mostBytes: 10_000_000,
        say: (line) => {
          throw new Error(line);
        },
      }),
  });

beforeAll(async () => {
  db = await freshDatabase('real');
  vi.stubEnv('DATABASE_URL', db.url);
  context = await appContext();
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
  layer = started();
  server = createServer((request, response) => {
    if (request.headers['x-past-the-layer'] === undefined) layer.answer(request, response, app);
    else app(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
  await context.database.close();
  globalThis.plumblineContext = undefined;
  await db.drop();
});

async function body(path: string, headers: Record<string, string> = {}): Promise<string> {
  const asked = get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, path, headers });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return `${String(response.statusCode)} ${Buffer.concat(pieces).toString('latin1')}`;
}

/** Minutes of the window's day are 1,200 to 1,210. */
const EVENT = 1_200;
const DAY = 1_440;

const bookOf = (asset: string, venue: string) => spot(venue, asset, asset === 'ATOM' ? 'USDT' : 'USD');

/** Ten minutes of a venue's book, from so many minutes after 2025-10-10T00:00Z. */
const record = (asset: string, venue: string, from: number, price: number): Promise<unknown> =>
  ledgerOf(db).record([
    answer({
      market: bookOf(asset, venue),
      asked: range(from, from + 10),
      candles: Array.from({ length: 10 }, (_, i) => candle(at(from + i), price + i / 100)),
    }),
  ]);

beforeEach(async () => {
  await emptied(db);
  for (const venue of ['binance', 'kraken', 'okx', 'gate']) await record('ATOM', venue, EVENT, 4);
  for (const venue of ['binance', 'kraken', 'okx']) {
    await record('BTC', venue, EVENT, 100_000);
    await record('DOGE', venue, EVENT, 0.2);
  }
});

it('a page of a long window brings its chart once its answer is kept, until a candle of it is another', async () => {
  globalThis.plumblineKeptBody = layer.bodyOf;
  const question = { ...defaultQuestion('ATOM' as Asset, range(EVENT - 30 * DAY, EVENT + DAY)) };
  const view: View = { question, scale: 'auto', focus: undefined, lines: [], minute: undefined };
  const brought = async (): Promise<{ readonly isDrawn: boolean; readonly rests: Rests }> => {
    const reading = new Reading();
    const found = await collecting(reading, () => analysisWithPage(view, 920));
    return { isDrawn: found?.ok === true && found.value.drawn.wide.key !== '', rests: reading.rests };
  };
  // A page without its chart is not kept: the next reader's has one.
  expect(await brought()).toMatchObject({ isDrawn: false, rests: { isFleeting: true } });
  const address = columnsAddress(deviationsParameters(question));
  await body(address);
  const { isDrawn, rests } = await brought();
  expect({ isDrawn, isFleeting: rests.isFleeting, everything: rests.everything }).toEqual({
    isDrawn: true,
    isFleeting: false,
    everything: false,
  });
  expect(new Set(rests.books.map(({ market }) => market.base))).toEqual(new Set(['ATOM', 'BTC']));
  await record('ATOM', 'kraken', EVENT, 9);
  await body(COVERAGE);
  expect((await brought()).isDrawn).toBe(false);
  globalThis.plumblineKeptBody = undefined;
});

const PATHS = [ATOM, ATOM_COLUMNS, ATOM_MINUTE, COVERAGE];
const someWrites = (maxLength: number) =>
  fc.array(
    fc.record({
      asset: fc.constantFrom('ATOM', 'BTC', 'DOGE', 'ETH'),
      venue: fc.constantFrom('binance', 'kraken', 'bybit', 'htx'),
      minute: fc.constantFrom(EVENT - DAY, EVENT - 5, EVENT + 5, EVENT + DAY, EVENT + 4 * DAY),
      price: fc.integer({ min: 1, max: 9 }),
      isInVain: fc.boolean(),
    }),
    { minLength: 1, maxLength },
  );
type Write = ReturnType<typeof someWrites> extends fc.Arbitrary<(infer W)[]> ? W : never;

/** Touches nothing that ATOM's answers rest on: whatever else is tried, they are kept over it. */
const ELSEWHERE: Write[] = [5, 6].map((price) => ({
  asset: 'DOGE',
  venue: 'kraken',
  minute: EVENT + 5,
  price,
  isInVain: false,
}));

async function write({ asset, venue, minute, price, isInVain }: Write): Promise<void> {
  if (isInVain)
    await ledgerOf(db).attempted([attempt({ market: bookOf(asset, venue), asked: range(minute, minute + 3) })]);
  else await record(asset, venue, minute, price);
}

/** How many of the answers were kept; each must be what the routes say. */
async function rightAndKept(): Promise<number> {
  let kept = 0;
  for (const address of PATHS) {
    const before = made;
    const said = await body(address);
    if (made === before) kept += 1;
    expect(said).toBe(await body(address, { 'x-past-the-layer': '1' }));
  }
  return kept;
}

it('whatever is written, an answer is what the routes say at that moment', async () => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(someWrites(6), async (writes) => {
      for (const one of writes) {
        await write(one);
        kept += await rightAndKept();
      }
    }),
    { numRuns: 15, examples: [[ELSEWHERE]] },
  );
  expect(kept).toBeGreaterThan(0);
});

it('whatever is written while no process runs, an answer from disk is what the routes say after the start', async () => {
  let kept = 0;
  await fc.assert(
    fc.asyncProperty(someWrites(2), async (writes) => {
      await rightAndKept();
      await layer.shelved();
      for (const one of writes) await write(one);
      layer = started();
      kept += await rightAndKept();
    }),
    { numRuns: 15, examples: [[ELSEWHERE]] },
  );
  expect(kept).toBeGreaterThan(0);
});

it('after a start every answer that nothing was written to comes from disk', async () => {
  await rightAndKept();
  await layer.shelved();
  layer = started();
  expect(await rightAndKept()).toBe(PATHS.length);
});

it('a reader who leaves ends the question in the database; the next one has the right answer, and nothing half-made is kept', async () => {
  const waitingForLocks = async (): Promise<number> =>
    Number(
      (
        await db.pool.query<{ waiting: string }>(
          "SELECT count(*) AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        )
      ).rows[0]?.waiting,
    );
  const holder = await db.pool.connect();
  try {
    await holder.query('BEGIN; LOCK TABLE market_day IN ACCESS EXCLUSIVE MODE');
    const NOWHERE = `/api/v1/deviations?asset=NOWHERE&${WINDOW}`;
    const before = made;
    const address = `${ATOM}&minPeers=4`;
    const asked = [1, 2].map(() =>
      get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, path: address }),
    );
    for (const one of asked) one.on('error', () => undefined);
    while ((await waitingForLocks()) === 0);
    // Who asks later is answered after those before have joined, or have left.
    expect(await body(NOWHERE)).toMatch(/^404 /);
    asked[0]?.destroy();
    expect(await body(NOWHERE)).toMatch(/^404 /);
    expect(await waitingForLocks()).toBe(1);
    asked[1]?.destroy();
    while ((await waitingForLocks()) > 0);
    await holder.query('ROLLBACK');
    expect(await body(address)).toBe(await body(address, { 'x-past-the-layer': '1' }));
    await layer.shelved();
    expect(made - before).toBe(5);
  } finally {
    holder.release(true);
  }
});
