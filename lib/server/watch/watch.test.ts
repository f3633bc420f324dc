import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Admission } from '../guard/admission';
import { guarding, whole } from '../guard/guard';
import { KeptAnswers } from '../kept/layer';
import { guarded } from '../http/reply';
import { logOf, takeConsole } from '../log/log';

const lines: string[] = [];
let server: Server;
let giveBack: () => void;

/** A route of the app that breaks down with all that it knows of its request, as frameworks quote what they could not read. */
async function broken({ headers, url = '' }: IncomingMessage): Promise<Response> {
  const quoted = [...Object.values(headers), ...url.split(/[/?&=]/)].map((one) => `received "${String(one)}"`);
  return guarded(() => Promise.reject(new Error(`of ${JSON.stringify(headers)} at ${url}; ${quoted.join(' and ')}`)));
}

/** An answer whose end the web framework waits for as often as it does for a page at its most: router, proxy, renderer and writer, some of them twice. */
const FRAMED = '/api/v1/progress?framed';
const FRAMEWORK_WAITS = 8;
const NEVER = '/api/v1/overview';

beforeEach(async () => {
  lines.length = 0;
  const log = logOf({ PLUMBLINE_LOG: 'debug' }, { write: (line: string) => void lines.push(line) });
  if (!log.ok) throw new Error(log.error);
  globalThis.plumblineLog = log.value;
  giveBack = takeConsole(log.value);
  const admission = new Admission({ trust: { hops: 0 }, points: 0 });
  const kept = new KeptAnswers({
    changesSince: () => Promise.resolve({ xmin: '1', books: [] }),
    build: 'one',
    admits: admission.made,
  });
  const app = whole(async (req: IncomingMessage, res) => {
    if (req.url === NEVER) return;
    if (req.url === FRAMED) for (let i = 0; i < FRAMEWORK_WAITS; i++) res.once('close', () => undefined);
    const reply = req.url?.startsWith('/api/v1/progress') === true ? new Response('{}') : await broken(req);
    res.writeHead(reply.status, Object.fromEntries(reply.headers)).end(await reply.text());
  });
  server = createServer((req, res) => {
    guarding({}, admission)(req, res, (asked, answer) => {
      kept.answer(asked, answer, app);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  giveBack();
  globalThis.plumblineLog = undefined;
  server.closeAllConnections();
  server.close();
});

async function get(path: string, headers: Readonly<Record<string, string>> = {}) {
  const { port } = server.address() as AddressInfo;
  const [reply] = (await once(request({ port, path, headers, agent: false }).end(), 'response')) as [IncomingMessage];
  reply.resume();
  await once(reply, 'close');
  return { status: reply.statusCode, id: reply.headers['x-request-id'] };
}

const objects = (): readonly Record<string, unknown>[] =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>);

/** What readers send, and what must stand in no line of the log. */
const READERS = {
  authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9',
  cookie: 'session=3f2a91; name=jane',
  referer: 'https://mail.example/inbox/jane',
  'user-agent': 'Mozilla/5.0 (Janes-phone)',
  'x-forwarded-for': '198.51.100.7',
  'x-request-id': 'deadbeefdeadbeef',
  'next-action': 'jane-lost-4000',
};

describe('an answer', () => {
  it('has an id that its failure has in the log too, with the stack', async () => {
    const { status, id } = await get('/api/v1/lows');
    expect(status).toBe(500);
    await expect.poll(() => lines.length).toBe(2);
    const [failure, answer] = objects();
    expect([failure?.['id'], answer?.['id']]).toEqual([id, id]);
    expect(failure).toHaveProperty('err.stack', expect.stringContaining('watch.test.ts'));
    expect(answer).toMatchObject({ level: 'warn', msg: 'answer', route: '/api/v1/lows', method: 'GET', status: 500 });
  });

  it('has an id of its own each time, kept or not', async () => {
    const ids = [];
    for (const path of ['/api/v1/progress', '/api/v1/progress', '/api/v1/progress?x=1', '/healthz'])
      ids.push((await get(path)).id);
    expect(new Set(ids).size).toBe(4);
  });

  it('is logged by its route, and with nothing that its reader sent', async () => {
    const paths = ['/ATOM?note=Jane+Doe+lost+4000', '/api/v1/lows?fills=4000&jane', '/Jane/Doe/4000', '/jane@x.org'];
    for (const path of paths) {
      const { id } = await get(path, READERS);
      expect(id).not.toBe(READERS['x-request-id']);
    }
    await expect.poll(() => objects().filter(({ msg }) => msg === 'answer').length).toBe(paths.length);
    expect(objects().flatMap(({ route }) => route ?? [])).toEqual(['/[asset]', '/api/v1/lows', 'other', 'other']);
    const all = lines.join('');
    expect(all).toContain('"err"');
    expect(all).not.toMatch(/jane|4000|eyJ|3f2a91|mail\.example|Mozilla|198\.51|127\.0\.0\.1|deadbeef/i);
  });

  it('is no leak to the runtime, though many wait for its end', async () => {
    const warned: string[] = [];
    const note = ({ name }: Error) => void warned.push(name);
    process.on('warning', note);
    await get(FRAMED);
    await expect.poll(() => objects().filter(({ msg }) => msg === 'answer').length).toBe(1);
    process.off('warning', note);
    expect(warned).toEqual([]);
  });

  it('whose reader goes away is told as such', async () => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ port, path: NEVER, agent: false }).end();
    await once(server, 'request');
    asked.destroy();
    await once(asked, 'error');
    await expect.poll(() => objects().map(({ status }) => status)).toEqual([499]);
  });
});
