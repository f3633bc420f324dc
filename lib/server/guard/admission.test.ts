import { EventEmitter, once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { problem } from '../../api/problem';
import type { Asset } from '../../domain/market';
import { restsOn } from '../../store/connection/reading';
import { KeptAnswers } from '../kept/layer';
import { Admission, admissionOf, type AdmissionOptions } from './admission';
import { guarding, whole } from './guard';

const servers: Server[] = [];
afterEach(() => {
  for (const one of servers.splice(0)) {
    one.closeAllConnections();
    one.close();
  }
});

interface Reply {
  readonly status: number | undefined;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

/** An app behind the guard and the kept answers; `hold`: what answers wait for. */
async function site(options: Partial<AdmissionOptions>, hold: Promise<unknown> = Promise.resolve()) {
  let made = 0;
  const admission = new Admission({ trust: { hops: 1 }, points: 100, ...options });
  const kept = new KeptAnswers({
    changesSince: () => Promise.resolve({ xmin: '1', books: [] }),
    build: 'one',
    admits: admission.made,
  });
  const app = whole((req: IncomingMessage, res: ServerResponse) => {
    made += 1;
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
  const get = async (path: string, client = '198.51.100.7'): Promise<Reply> => {
    const { port } = server.address() as AddressInfo;
    const headers = client === '' ? {} : { 'x-forwarded-for': client };
    const asked = request({ port, path, headers, agent: false }).end();
    const [reply] = (await once(asked, 'response')) as [IncomingMessage];
    const body = (await buffer(reply)).toString('utf8');
    return { status: reply.statusCode, retryAfter: reply.headers['retry-after'], body };
  };
  return { get, made: () => made };
}

const YEAR = 'from=2025-01-01T00:00Z&to=2026-01-01T00:00Z';
const statuses = (replies: readonly Reply[]) => replies.map(({ status }) => status);

describe('a client that asks for much', () => {
  it('is refused with a problem that says when to ask again, and costs others nothing', async () => {
    const { get } = await site({});
    // A bundle is more than half of the budget: 50 points and one for the question.
    expect(statuses([await get('/ATOM.zip?v=1'), await get('/ATOM.zip?v=2')])).toEqual([200, 429]);
    const refused = await get('/ATOM.zip?v=3');
    expect(problem.parse(JSON.parse(refused.body)).error.code).toBe('too-many');
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(60);
    expect((await get('/ATOM.zip?v=4', '198.51.100.8')).status).toBe(200);
  });

  it('at once is answered each time, with what it asked for or with when to ask again', async () => {
    const { get } = await site({});
    const replies = await Promise.all(Array.from({ length: 40 }, (_, i) => get(`/ATOM.zip?v=${String(i)}`)));
    expect(new Set(statuses(replies))).toEqual(new Set([200, 429]));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('in the very same moment is not cut off', async () => {
    const admission = new Admission({ trust: { hops: 0 }, points: 100 });
    const asked = Array.from({ length: 4 }, (_, i) => {
      const req = { url: `/ATOM.zip?v=${String(i)}`, headers: {}, socket: { remoteAddress: '198.51.100.7' } };
      const res = Object.assign(new EventEmitter(), {
        closed: false,
        headersSent: false,
        status: 200,
        writeHead(status: number) {
          this.status = status;
        },
        end: () => undefined,
      });
      return { res, isIn: admission.made(req as IncomingMessage, res as unknown as ServerResponse) };
    });
    const isIn = await Promise.all(asked.map((one) => one.isIn));
    expect(isIn.filter(Boolean)).toHaveLength(2);
    expect(asked.map(({ res }) => res.status)).toEqual(isIn.map((one) => (one ? 200 : 429)));
  });

  it('has what is kept for a point, however much it cost to make', async () => {
    const { get, made } = await site({});
    const replies = [];
    for (let i = 0; i < 20; i += 1) replies.push(await get(`/api/v1/deviations?asset=ATOM&${YEAR}`));
    expect(new Set(statuses(replies))).toEqual(new Set([200]));
    expect(made()).toBe(1);
  });

  it('is refused small questions, too, once there were too many of them', async () => {
    const { get } = await site({ points: 10 });
    const replies = [];
    for (let i = 0; i < 12; i += 1) replies.push(await get('/api/v1/progress'));
    expect(statuses(replies)).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
  });

  it('is one client with all addresses of its /64, and another than whoever it says it is', async () => {
    const { get } = await site({ points: 2 });
    const same = [
      await get('/a', '2001:db8:1:2::1'),
      await get('/b', '2001:db8:1:2::2'),
      await get('/c', '2001:db8:1:2::3'),
    ];
    expect(statuses(same)).toEqual([200, 200, 429]);
    const said = [
      await get('/d', '1.1.1.1, 9.9.9.9'),
      await get('/e', '2.2.2.2, 9.9.9.9'),
      await get('/f', '3.3.3.3, 9.9.9.9'),
    ];
    expect(statuses(said)).toEqual([200, 200, 429]);
  });

  it('is not counted at the machine itself, nor where no bound is set, nor where it asks whether all is well', async () => {
    const own = await site({ points: 1 });
    expect(statuses([await own.get('/a', ''), await own.get('/b', '')])).toEqual([200, 200]);
    expect(statuses([await own.get('/healthz'), await own.get('/healthz'), await own.get('/readyz')])).toEqual([
      200, 200, 200,
    ]);
    const unbounded = await site({ points: 0 });
    expect(statuses([await unbounded.get('/ATOM.zip?v=1'), await unbounded.get('/ATOM.zip?v=2')])).toEqual([200, 200]);
  });
});

describe('a server with too much to make', () => {
  it('turns away what is not kept, says when to ask again, and sends what is', async () => {
    const open = { let: (): void => undefined };
    const { get } = await site({ mostMaking: 1 });
    expect((await get('/api/v1/overview')).status).toBe(200);
    const held = new Promise<void>((resolve) => {
      open.let = resolve;
    });
    const busy = await site({ mostMaking: 1 }, held);
    const first = busy.get('/api/v1/overview');
    // The same once more waits for the same work; another is turned away as soon as the first is begun.
    await expect.poll(busy.made).toBe(1);
    const joined = busy.get('/api/v1/overview');
    const refused = await busy.get('/api/v1/coverage');
    expect([refused.status, refused.retryAfter]).toEqual([503, '5']);
    expect(problem.parse(JSON.parse(refused.body)).error.code).toBe('unavailable');
    const page = await busy.get('/ATOM');
    expect([page.status, page.body.endsWith('\n')]).toEqual([503, true]);
    open.let();
    expect(statuses([await first, await joined])).toEqual([200, 200]);
    const again = busy.get('/api/v1/overview');
    expect((await again).status).toBe(200);
    await expect.poll(async () => (await busy.get('/api/v1/coverage')).status).toBe(200);
  });
});

describe('the settings of an operator', () => {
  it.each([
    [{ PLUMBLINE_TRUST_PROXY: 'yes' }, 'PLUMBLINE_TRUST_PROXY: "yes"'],
    [{ PLUMBLINE_RATE: 'many' }, 'PLUMBLINE_RATE: "many"'],
  ])('%j are named where they cannot be read', (env, line) => {
    const read = admissionOf(env);
    expect(read.ok ? '' : read.error).toContain(line);
  });

  it('may be left out', () => {
    expect(admissionOf({}).ok).toBe(true);
    expect(admissionOf({ PLUMBLINE_TRUST_PROXY: '10.0.0.0/8', PLUMBLINE_RATE: '0' }).ok).toBe(true);
  });
});
