import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangedBook, Changes } from '../../store/changes/changes';
import { restsOn, type Rests } from '../../store/connection/reading';
import type { Asset, Market, Venue } from '../../domain/market';
import type { Day } from '../../domain/minute';
import { cancelSignal } from '../../store/connection/cancelling';
import { ANSWER_LATE } from '../../words/en/serverProblems';
import { lines as byLines } from '../http/stream';
import { KeptAnswers, type LayerOptions } from './layer';
import { NDJSON, sayPacking, sayPlainly } from '../http/plainly';
import { Making } from './making';
import type { Handler } from './heldResponse';
import { FolderShelf } from './shelf/folderShelf';
import type { Shelf } from './shelf/shelf';

const book = (base: string): Market => ({
  venue: 'kraken' as Venue,
  base: base as Asset,
  quote: 'USD',
  kind: 'spot',
});
const DAY = 20_000 as Day;
const changed = (base: string, rest: Partial<ChangedBook> = {}): ChangedBook => ({
  market: book(base),
  source: 'rest',
  version: 2,
  isNew: false,
  whole: false,
  wholeVersion: 1,
  days: [{ day: DAY, version: 2 }],
  ...rest,
});
const onDay: Partial<Rests> = {
  bases: ['ATOM' as Asset],
  books: [{ market: book('ATOM'), source: 'rest', first: DAY, last: DAY }],
};

const NONE = { memory: 0, disk: 0, shared: 0, made: 0, alone: 0 };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Site {
  /** Told with the next question, in order. */
  readonly writes: (ChangedBook[] | Error)[];
  made: number;
  readonly kept: KeptAnswers;
  /** Asks, and goes away then. */
  readonly leaveAfter: (path: string, headers: Record<string, string>, then: Promise<void>) => Promise<void>;
  readonly get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Reply>;
}

async function site(handler: Handler, options: Partial<LayerOptions> = {}): Promise<Site> {
  const writes: Site['writes'] = [];
  const changesSince = (): Promise<Changes> => {
    const next = writes.shift() ?? [];
    return next instanceof Error ? Promise.reject(next) : Promise.resolve({ xmin: '1', books: next });
  };
  const kept = new KeptAnswers({ changesSince, build: 'one', ...options });
  const own = createServer((req, res) => {
    kept.answer(req, res, (asked, reply) => {
      one.made += 1;
      return handler(asked, reply);
    });
  });
  servers.push(own);
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  const { port } = own.address() as AddressInfo;
  const one: Site = {
    writes,
    made: 0,
    kept,
    leaveAfter: async (path, headers, then) => {
      const asked = request({ host: '127.0.0.1', port, path, headers }).on('error', () => undefined);
      asked.end();
      await then;
      asked.destroy();
    },
    get: (path, headers = {}, method = 'GET') =>
      new Promise((resolve, reject) => {
        request({ host: '127.0.0.1', port, path, headers, method }, (reply) => {
          const parts: Buffer[] = [];
          reply.on('data', (part: Buffer) => parts.push(part));
          reply.on('end', () => {
            resolve({ status: Number(reply.statusCode), headers: reply.headers, body: Buffer.concat(parts) });
          });
        })
          .on('error', reject)
          .end();
      }),
  };
  return one;
}

const TEXT = JSON.stringify({ rows: Array.from({ length: 500 }, (_, i) => i) });
/** A little more than such an answer takes in memory, not packed. */
const BYTES = 4_500;
const answering =
  (rests: Partial<Rests> = onDay, status = 200, text = TEXT): Handler =>
  (_, res) => {
    restsOn(rests);
    res.writeHead(status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-plumbline-simulated': 'SIMULATED',
    });
    res.end(text);
  };
const PATH = '/api/v1/deviations?asset=ATOM';

describe('an answer', () => {
  it('is made once, and goes out as it was made, its simulated header too', async () => {
    const own = await site(answering());
    const [first, second] = [await own.get(PATH), await own.get(PATH)];
    expect(own.made).toBe(1);
    for (const reply of [first, second]) {
      expect(reply.body.toString()).toBe(TEXT);
      expect(reply.headers).toMatchObject({
        'x-plumbline-simulated': 'SIMULATED',
        'cache-control': 'no-cache',
        vary: 'accept-encoding',
      });
    }
  });

  it('is 304 to who has it, in whatever encoding, and without a body to HEAD', async () => {
    const own = await site(answering());
    const { headers } = await own.get(PATH, { 'accept-encoding': 'br' });
    const again = await own.get(PATH, { 'if-none-match': `"x", W/${String(headers.etag)}` });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await own.get(PATH, { 'if-none-match': '"other"' })).status).toBe(200);
    const head = await own.get(PATH, {}, 'HEAD');
    expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(TEXT.length)]);
    expect(own.made).toBe(1);
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*;q=0', undefined],
    ['', undefined],
  ])('asked for in %s is packed as %s', async (accepted, packed) => {
    const own = await site(answering());
    const reply = await own.get(PATH, { 'accept-encoding': accepted });
    expect(reply.headers['content-encoding']).toBe(packed);
    const plain =
      packed === 'br' ? brotliDecompressSync(reply.body) : packed === 'gzip' ? gunzipSync(reply.body) : reply.body;
    expect(plain.toString()).toBe(TEXT);
  });

  it('is packed in haste for its first reader, and well for those after the second', async () => {
    const own = await site(answering());
    const ask = (tag = ''): Promise<Reply> => own.get(PATH, { 'accept-encoding': 'br', 'if-none-match': tag });
    const [first, second] = [await ask(), await ask()];
    let later = await ask();
    while (later.headers.etag === first.headers.etag) later = await ask();
    expect(second.body).toEqual(first.body);
    expect(later.body.length).toBeLessThan(first.body.length);
    for (const { body, headers } of [first, later]) {
      expect(headers['content-encoding']).toBe('br');
      expect(brotliDecompressSync(body).toString()).toBe(TEXT);
      expect((await ask(headers.etag)).status).toBe(304);
    }
    expect(own.made).toBe(1);
  });

  it('that is a page is packed well for its first reader too', async () => {
    const own = await site((_, res) => {
      restsOn(onDay);
      res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(TEXT);
    });
    const [first, second] = [
      await own.get('/ATOM', { 'accept-encoding': 'br' }),
      await own.get('/ATOM', { 'accept-encoding': 'br' }),
    ];
    expect(first.body).toEqual(brotliCompressSync(TEXT, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
    expect(second.headers.etag).toBe(first.headers.etag);
  });

  it.each([
    ['image/svg+xml; charset=utf-8', 'br'],
    ['application/vnd.apache.parquet', 'br'],
    ['image/png', undefined],
    ['application/zip', undefined],
  ])('of the type %s is packed as %s', async (type, packed) => {
    const own = await site((_, res) => {
      restsOn(onDay);
      res.writeHead(200, { 'content-type': type }).end(TEXT);
    });
    expect((await own.get(PATH, { 'accept-encoding': 'br' })).headers['content-encoding']).toBe(packed);
  });

  it.each([
    ['a write to a day it rests on', changed('ATOM'), 2],
    ['a write to another day', changed('ATOM', { days: [{ day: (DAY + 1) as Day, version: 2 }] }), 1],
    ['a write to another asset', changed('OSMO'), 1],
    [
      'a new book of the asset',
      changed('ATOM', { market: { ...book('ATOM'), quote: 'EUR' }, isNew: true, days: [] }),
      2,
    ],
    ['a write that concerns no single day', changed('ATOM', { whole: true, days: [] }), 2],
  ])('after %s', async (_, write, made) => {
    const own = await site(answering());
    await own.get(PATH);
    own.writes.push([write]);
    await own.get(PATH);
    expect(own.made).toBe(made);
  });

  it('a write told of twice makes stale once', async () => {
    const own = await site(answering());
    await own.get(PATH);
    own.writes.push([changed('ATOM')], [changed('ATOM')]);
    await own.get(PATH);
    await own.get(PATH);
    expect(own.made).toBe(2);
  });

  it.each([
    ['of another status', answering(onDay, 404)],
    ['that rests on nothing that was told', answering({})],
    ['that is of this moment alone', answering({ ...onDay, isFleeting: true })],
  ])('%s is not kept', async (_, handler) => {
    const own = await site(handler);
    await own.get(PATH);
    expect((await own.get(PATH)).headers['cache-control']).toBe('no-store');
    expect(own.made).toBe(2);
  });

  it.each([
    ['/api/v1/progress', {}],
    [PATH, { accept: 'application/x-ndjson' }],
    ['/ATOM', { rsc: '1' }],
    ['/_next/static/a.js', {}],
  ])('at %s with %j is never kept', async (path, headers) => {
    const own = await site(answering());
    await own.get(path, headers);
    await own.get(path, headers);
    expect(own.made).toBe(2);
  });

  it('as of a moment that is past is asked about each time: what was answered before it may still be recorded', async () => {
    const own = await site(answering());
    const asOf = `${PATH}&asOf=2025-12-01T00:00:00Z`;
    const { headers } = await own.get(asOf);
    expect(headers['cache-control']).toBe('no-cache');
    expect((await own.get(asOf, { 'if-none-match': String(headers.etag) })).status).toBe(304);
    expect(own.made).toBe(1);
  });

  it('gives way to others where there is no room', async () => {
    const own = await site(answering(), { mostBytes: 4 * BYTES });
    await own.get(PATH);
    for (const asset of ['A', 'B', 'C', 'D']) await own.get(`/api/v1/deviations?asset=${asset}`);
    await own.get(PATH);
    expect(own.made).toBe(6);
  });

  it('takes less room once it is packed for its readers, so that more find room, and goes out plain all the same', async () => {
    const text = TEXT.repeat(20);
    const own = await site(answering(onDay, 200, text), { mostBytes: 5 * text.length });
    const paths = Array.from({ length: 20 }, (_, i) => `/api/v1/deviations?asset=A${String(i)}`);
    for (const packing of ['br', 'gzip', 'br'])
      for (const path of paths) await own.get(path, { 'accept-encoding': packing });
    expect(own.made).toBe(20);
    expect((await own.get(String(paths.at(-1)))).body.toString()).toBe(text);
    expect(own.made).toBe(20);
    for (const path of [...paths, ...paths]) await own.get(path);
    expect(own.made).toBeGreaterThan(20);
  });

  it('goes out in each encoding whatever it was first taken in, and is never empty where many take it at once', async () => {
    const encodings = ['br', 'gzip', 'identity'] as const;
    const plain = ({ headers, body }: Reply): string => {
      const of = { br: brotliDecompressSync, gzip: gunzipSync }[String(headers['content-encoding'])];
      return (of?.(body) ?? body).toString();
    };
    for (const first of encodings) {
      const own = await site(answering());
      expect(plain(await own.get(PATH, { 'accept-encoding': first }))).toBe(TEXT);
      const all = Array.from({ length: 30 }, (_, i) => own.get(PATH, { 'accept-encoding': encodings[i % 3] ?? first }));
      for (const reply of await Promise.all(all)) expect(plain(reply)).toBe(TEXT);
      expect(own.made).toBe(1);
    }
  });

  it('that would take more than half of the room is sent and not kept, and pushes out no other', async () => {
    const own = await site((req, res) => answering(onDay, 200, req.url === PATH ? TEXT.repeat(4) : TEXT)(req, res), {
      mostBytes: 3 * BYTES,
    });
    await own.get('/api/v1/deviations?asset=A');
    for (const _ of [1, 2]) expect((await own.get(PATH)).body.length).toBe(4 * TEXT.length);
    await own.get('/api/v1/deviations?asset=A');
    expect(own.made).toBe(3);
  });

  it('is asked of its maker where the database is gone, and made anew after', async () => {
    const own = await site(answering());
    await own.get(PATH);
    own.writes.push(new Error('gone'));
    expect((await own.get(PATH)).headers['cache-control']).toBe('no-store');
    await own.get(PATH);
    expect(own.made).toBe(3);
  });
});

describe('the same asked at once', () => {
  function signal(): { readonly given: Promise<void>; readonly give: () => void } {
    let give = (): void => undefined;
    const given = new Promise<void>((resolve) => (give = resolve));
    return {
      given,
      give: () => {
        give();
      },
    };
  }

  /** Answers when told to. */
  function waiting(): { readonly handler: Handler; readonly begun: Promise<void>; readonly go: () => void } {
    const begun = signal();
    const gate = signal();
    return {
      begun: begun.given,
      go: gate.give,
      handler: async (req, res) => {
        restsOn(onDay);
        begun.give();
        await gate.given;
        await answering()(req, res);
      },
    };
  }

  it('is made once', async () => {
    const { handler, begun, go } = waiting();
    const own = await site(handler);
    const all = Array.from({ length: 20 }, () => own.get(PATH));
    await begun;
    go();
    for (const reply of await Promise.all(all)) expect(reply.body.toString()).toBe(TEXT);
    expect(own.made).toBe(1);
  });

  it('is sent and not kept where a write overtook it', async () => {
    const { handler, begun, go } = waiting();
    const own = await site(handler);
    const first = own.get(PATH);
    await begun;
    own.writes.push([changed('ATOM')]);
    const second = own.get(PATH);
    go();
    expect((await first).body.toString()).toBe(TEXT);
    expect((await second).body.toString()).toBe(TEXT);
    expect(own.made).toBeGreaterThanOrEqual(2);
  });

  it('goes to all who came before a write, and is made anew for who came after', async () => {
    const { handler, begun, go } = waiting();
    let times = 0;
    const own = await site((req, res) => {
      if (req.url !== PATH) return answering()(req, res);
      times += 1;
      res.setHeader('x-time', String(times));
      return handler(req, res);
    });
    const timeOf = async (reply: Promise<Reply>) => (await reply).headers['x-time'];
    const before = [timeOf(own.get(PATH))];
    await begun;
    before.push(timeOf(own.get(PATH)), timeOf(own.get(PATH)));
    // Others are answered after those before them have joined.
    await own.get(`${PATH}&minPeers=2`);
    own.writes.push([changed('ATOM')]);
    await own.get(`${PATH}&minPeers=4`);
    const after = timeOf(own.get(PATH));
    await own.get(`${PATH}&minPeers=5`);
    go();
    expect(await Promise.all(before)).toEqual(['1', '1', '1']);
    expect(await after).toBe('2');
  });

  it('is begun when its turn is there; what is kept needs none', async () => {
    const { handler, begun, go } = waiting();
    const own = await site((req, res) => (req.url === PATH ? handler(req, res) : answering()(req, res)), {
      making: new Making({ atOnce: 1, placeMs: 60_000 }),
    });
    await own.get(`${PATH}&minPeers=4`);
    const first = own.get(PATH);
    await begun;
    const second = own.get(`${PATH}&minPeers=2`);
    await own.get(`${PATH}&minPeers=4`);
    expect(own.made).toBe(2);
    go();
    for (const reply of await Promise.all([first, second])) expect(reply.body.toString()).toBe(TEXT);
    expect(own.made).toBe(3);
  });

  it.each([{}, { accept: `application/vnd.plumbline.columns, ${NDJSON}` }])(
    'is told to come again where its turn does not come in time (%j)',
    async (headers) => {
      const making = new Making({ atOnce: 1, placeMs: 60_000 });
      let end = (): void => undefined;
      const before = making.take(new AbortController().signal, () => new Promise<void>((resolve) => (end = resolve)));
      const own = await site(answering(), { making, answerMs: 20 });
      const reply = await own.get(PATH, headers);
      expect(reply.status).toBe(503);
      expect(reply.body.toString()).toContain(ANSWER_LATE);
      expect(own.made).toBe(0);
      end();
      await before;
      // Its turn is free again; 20 ms are not enough for every answer of a busy machine.
      const patient = await site(answering(), { making });
      expect((await patient.get(PATH)).body.toString()).toBe(TEXT);
    },
  );

  it('takes nothing from one reader that others are shown', async () => {
    const own = await site((req, res) => {
      restsOn(onDay);
      res.writeHead(200, { 'content-type': 'text/html' });
      res.end(Object.keys(req.headers).sort().join(' '));
    });
    const odd = {
      'content-security-policy': "script-src 'nonce-x'",
      'x-forwarded-host': 'x.example',
      'if-none-match': '"x"',
    };
    expect((await own.get('/ATOM', odd)).body.toString()).toBe('host');
  });
});

describe('an answer told by lines', () => {
  const COLUMNS = 'application/vnd.plumbline.columns';
  const lines: Record<string, string> = { accept: `${COLUMNS}, application/x-ndjson` };

  /** Tells how far it is where that is wanted; the answer itself when let go of. */
  const telling =
    (go: Promise<void> = Promise.resolve()): Handler =>
    async (req, res) => {
      restsOn(onDay);
      const isByLines = req.headers.accept?.includes('ndjson') === true;
      res.writeHead(200, { 'content-type': COLUMNS });
      if (isByLines) res.write('{"progress":0.5}\n');
      await go;
      if (isByLines) sayPlainly(() => new Response(TEXT, { headers: { 'content-type': COLUMNS } }));
      res.end(TEXT);
    };

  it('tells the reader how far it is, and goes without that to whoever comes after', async () => {
    const own = await site(telling());
    expect((await own.get(PATH, lines)).body.toString()).toBe(`{"progress":0.5}\n${TEXT}`);
    for (const headers of [{}, lines]) {
      const after = await own.get(PATH, headers);
      expect([after.body.toString(), after.headers['content-type']]).toEqual([TEXT, COLUMNS]);
    }
    expect(own.made).toBe(1);
  });

  it('names how it is packed, which the web framework takes off it', async () => {
    const own = await site((_, res) => {
      restsOn(onDay);
      expect(sayPacking('br')).toBe(true);
      res.writeHead(200, { 'content-type': COLUMNS });
      sayPlainly(() => new Response(TEXT, { headers: { 'content-type': COLUMNS } }));
      res.end(brotliCompressSync(TEXT));
    });
    const first = await own.get(PATH, { ...lines, 'accept-encoding': 'br' });
    expect([first.headers['content-encoding'], brotliDecompressSync(first.body).toString()]).toEqual(['br', TEXT]);
    expect((await own.get(PATH, lines)).body.toString()).toBe(TEXT);
  });

  it('is made once for all who ask while it is made', async () => {
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const own = await site((req, res) => (req.url === PATH ? telling(gate)(req, res) : answering()(req, res)));
    const first = own.get(PATH, lines);
    await own.get(`${PATH}&minPeers=2`);
    const others = [own.get(PATH, lines), own.get(PATH)];
    await own.get(`${PATH}&minPeers=3`);
    go();
    expect((await first).body.toString()).toBe(`{"progress":0.5}\n${TEXT}`);
    for (const reply of await Promise.all(others)) expect(reply.body.toString()).toBe(TEXT);
    expect(own.made).toBe(3);
  });

  it('is begun again for the next where the reader it is told goes away', async () => {
    let begun = (): void => undefined;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    let times = 0;
    const own = await site((req, res) => {
      if (req.url !== PATH) return answering()(req, res);
      times += 1;
      if (times > 1) return telling()(req, res);
      res.write('{"progress":0.5}\n');
      begun();
    });
    const leaving = own.leaveAfter(PATH, lines, isBegun);
    await isBegun;
    const next = own.get(PATH, lines);
    await leaving;
    expect((await next).body.toString()).toBe(`{"progress":0.5}\n${TEXT}`);
    expect(times).toBe(2);
  });

  it('is made to its end where the reader it is told goes away and another waits', async () => {
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    let begun = (): void => undefined;
    const isBegun = new Promise<void>((resolve) => (begun = resolve));
    let gone = (): void => undefined;
    const isGone = new Promise<void>((resolve) => (gone = resolve));
    let signal: AbortSignal | undefined;
    const own = await site(async (req, res) => {
      if (req.url !== PATH) return answering()(req, res);
      restsOn(onDay);
      const reply = byLines(async (options) => {
        ({ signal } = options);
        await gate;
        return { ok: true, value: { json: new TextEncoder().encode(TEXT), simulated: false } };
      });
      res.writeHead(200, { 'content-type': NDJSON });
      const reader = (reply.body as ReadableStream<Uint8Array>).getReader();
      res.once('close', () => void reader.cancel().then(gone));
      res.write(' ');
      begun();
      for (let part = await reader.read(); !part.done; part = await reader.read()) res.write(part.value);
      res.end();
    });
    const lined = { accept: `application/json, ${NDJSON}` };
    const leaving = own.leaveAfter(
      PATH,
      lined,
      isBegun.then(() => own.get(`${PATH}&minPeers=2`)).then(() => undefined),
    );
    await isBegun;
    const other = own.get(PATH);
    await leaving;
    await isGone;
    expect(signal?.aborted).toBe(false);
    go();
    expect((await other).body.toString()).toBe(TEXT);
    expect((await own.get(PATH)).body.toString()).toBe(TEXT);
    expect(own.made).toBe(2);
  });

  it('that was refused is asked anew by each', async () => {
    const own = await site((_, res) => {
      restsOn(onDay);
      res.writeHead(200, { 'content-type': 'application/x-ndjson' });
      res.end('{"error":{}}\n');
    });
    await own.get(PATH, lines);
    expect((await own.get(PATH, lines)).body.toString()).toBe('{"error":{}}\n');
    expect(own.made).toBe(2);
  });
});

describe('an answer that took long', () => {
  let home: string;
  let versions: Map<string, string>;
  const opened: KeptAnswers[] = [];
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'plumbline-test-'));
    versions = new Map();
  });
  afterEach(async () => {
    // One that is put there later would lay the folder anew.
    await Promise.all(opened.splice(0).map((kept) => kept.shelved()));
    rmSync(home, { recursive: true, force: true });
  });

  const shelf = (): Promise<Shelf> =>
    FolderShelf.open({
      folder: path.join(home, 'kept'),
      mostBytes: 1_000_000,
      fingerprint: ({ bases }) => Promise.resolve(bases.map((base) => versions.get(base) ?? 'one').join()),
      say: () => undefined,
    });
  const started = async (handler: Handler = answering(), options: Partial<LayerOptions> = {}): Promise<Site> => {
    const one = await site(handler, { openShelf: shelf, shelveFromMs: 0, ...options });
    opened.push(one.kept);
    return one;
  };

  it('goes out after a restart without being made, packed as each reader takes it', async () => {
    const before = await started();
    const { headers } = await before.get(PATH);
    await before.kept.shelved();
    const after = await started();
    const again = await after.get(PATH, { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(again.body).toString()).toBe(TEXT);
    expect(again.headers['x-plumbline-simulated']).toBe('SIMULATED');
    expect((await after.get(PATH, { 'if-none-match': String(headers.etag) })).status).toBe(304);
    expect(after.made).toBe(0);
    expect(before.kept.counts.answers).toEqual({ ...NONE, made: 1 });
    expect(after.kept.counts.answers).toEqual({ ...NONE, disk: 1, memory: 1 });
  });

  it('is packed on the shelf, and takes up little of it', async () => {
    const text = TEXT.repeat(20);
    const before = await started(answering(onDay, 200, text));
    await before.get(PATH);
    await before.kept.shelved();
    const [file = ''] = readdirSync(path.join(home, 'kept'));
    expect(statSync(path.join(home, 'kept', file)).size).toBeLessThan(text.length / 5);
    const after = await started();
    expect((await after.get(PATH)).body.toString()).toBe(text);
    expect(after.made).toBe(0);
  });

  it('is given to a page that brings it along, from memory and from disk, and none is made for it', async () => {
    const before = await started();
    expect(await before.kept.bodyOf(PATH)).toBeUndefined();
    await before.get(PATH, { 'accept-encoding': 'br' });
    expect((await before.kept.bodyOf(PATH))?.toString()).toBe(TEXT);
    await before.kept.shelved();
    const after = await started();
    expect((await after.kept.bodyOf(PATH))?.toString()).toBe(TEXT);
    expect(await after.kept.bodyOf('/api/v1/progress')).toBeUndefined();
    expect(after.made).toBe(0);
    versions.set('ATOM', 'two');
    after.writes.push([changed('ATOM')]);
    await after.get('/api/v1/deviations?asset=DOGE');
    expect(await after.kept.bodyOf(PATH)).toBeUndefined();
  });

  it('is made anew after a restart where what it rests on was written meanwhile, and no other is', async () => {
    const other = '/api/v1/deviations?asset=OSMO';
    const handler: Handler = (req, res) =>
      answering(req.url === other ? { bases: ['OSMO' as Asset] } : onDay)(req, res);
    const before = await started(handler);
    for (const path of [PATH, other]) await before.get(path);
    await before.kept.shelved();
    versions.set('ATOM', 'two');
    const after = await started(handler);
    await after.get(other);
    expect(after.made).toBe(0);
    await after.get(PATH);
    expect(after.made).toBe(1);
  });

  it('is not put on the shelf where a write overtook it before its versions were read', async () => {
    const before = await started();
    await before.get(PATH);
    before.writes.push([changed('ATOM')]);
    versions.set('ATOM', 'two');
    await before.kept.shelved();
    const after = await started();
    await after.get(PATH);
    expect(after.made).toBe(1);
  });

  it('is one made from a hundred milliseconds on: what is made as fast as it is read is not put by', async () => {
    const before = await started(answering(), { shelveFromMs: 1_000_000 });
    await before.get(PATH);
    await before.kept.shelved();
    const after = await started();
    await after.get(PATH);
    expect(after.made).toBe(1);
  });

  it('goes out from disk where it is too large for memory', async () => {
    const own = await started(answering(), { mostBytes: BYTES });
    await own.get(PATH);
    await own.kept.shelved();
    expect((await own.get(PATH)).body.toString()).toBe(TEXT);
    expect(own.made).toBe(1);
  });

  it('has its shelf opened before the first request, and again where the database was away at the start', async () => {
    let opened = 0;
    const openShelf = (): Promise<Shelf> => {
      opened += 1;
      return shelf();
    };
    const own = await started(answering(), { openShelf });
    own.writes.push(new Error('away'));
    await own.kept.ready();
    expect(opened).toBe(0);
    await own.kept.ready();
    await own.get(PATH);
    expect(opened).toBe(1);
    own.writes.push(new Error('away'));
    await own.get(PATH);
    await own.get(PATH);
    expect(opened).toBe(2);
  });

  it('is made where there is no shelf, or one that fails', async () => {
    for (const openShelf of [
      () => Promise.resolve(undefined),
      async (): Promise<Shelf> =>
        Object.assign(await shelf(), { has: () => true, take: () => Promise.reject(new Error('gone')) }),
    ]) {
      const own = await started(answering(), { openShelf });
      expect((await own.get(PATH)).body.toString()).toBe(TEXT);
      expect(own.made).toBe(1);
    }
  });
});

describe('the work of an answer', () => {
  /** A handler that does nothing but wait for its end, and tells when it began and of its end. */
  function endless(): { readonly handler: Handler; readonly begun: Promise<void>; readonly ended: Promise<unknown> } {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    let end: (reason: unknown) => void = () => undefined;
    const ended = new Promise((resolve) => (end = resolve));
    return {
      begun,
      ended,
      handler: () => {
        restsOn(onDay);
        const signal = cancelSignal();
        signal?.addEventListener('abort', () => {
          end(signal.reason);
        });
        begin();
      },
    };
  }
  const NEVER_KEPT = '/api/v1/progress';

  it.each([PATH, NEVER_KEPT])('%s ends when its reader leaves, and the next one has it', async (path) => {
    const { handler, begun, ended } = endless();
    let times = 0;
    const own = await site((req, res) => ((times += 1) === 1 ? handler(req, res) : answering()(req, res)));
    await own.leaveAfter(path, {}, begun);
    expect(await ended).toMatchObject({ name: 'AbortError' });
    expect((await own.get(path)).body.toString()).toBe(TEXT);
  });

  it('ends when the last of its readers leaves, and not before', async () => {
    const { handler, begun, ended } = endless();
    let isEnded = false;
    void ended.then(() => (isEnded = true));
    const own = await site((req, res) => (req.url === PATH ? handler(req, res) : answering()(req, res)));
    let leave = (): void => undefined;
    const last = own.leaveAfter(PATH, {}, new Promise<void>((resolve) => (leave = resolve)));
    await begun;
    // Others are answered after whoever asked before them has joined, or has left.
    const first = own.leaveAfter(
      PATH,
      {},
      own.get(`${PATH}&minPeers=2`).then(() => undefined),
    );
    await first;
    await own.get(`${PATH}&minPeers=3`);
    expect(isEnded).toBe(false);
    leave();
    await last;
    expect(await ended).toMatchObject({ name: 'AbortError' });
  });

  it('ends where it takes too long: all its readers are told when to come again, and nothing is kept', async () => {
    const { handler, ended } = endless();
    let isSlow = true;
    const own = await site((req, res) => (isSlow ? handler(req, res) : answering()(req, res)), { answerMs: 20 });
    const replies = await Promise.all([own.get(PATH), own.get(PATH)]);
    expect(await ended).toMatchObject({ name: 'AnswerLate' });
    for (const { status, headers, body } of replies) {
      expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '60', 'no-store']);
      expect(JSON.parse(body.toString())).toEqual({ error: { code: 'unavailable', message: ANSWER_LATE } });
    }
    isSlow = false;
    // An answer that is made at once may still take 20 ms of a busy machine.
    await expect.poll(async () => (await own.get(PATH)).body.toString()).toBe(TEXT);
  });

  it('of what is kept for nobody ends as well where it takes too long', async () => {
    const { handler, ended } = endless();
    const own = await site(
      (req, res) => {
        handler(req, res);
        cancelSignal()?.addEventListener('abort', () => answering({}, 503)(req, res));
      },
      { answerMs: 1 },
    );
    expect((await own.get(NEVER_KEPT)).status).toBe(503);
    expect(await ended).toMatchObject({ name: 'AnswerLate' });
  });
});
