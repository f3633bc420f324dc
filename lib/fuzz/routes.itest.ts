import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { problem } from '../api/problem';
import { OPERATIONS } from '../api/client/operations';
import { NDJSON } from '../server/http/plainly';
import { AnalysisThread, type WorkerLike } from '../server/thread/thread';
import { run } from '../server/thread/tasks';
import { fourVenues, type FourVenues } from '../server/testing/fourVenues';
import { INTERNAL_ERROR } from '../words/en/serverProblems';
import { unseenIn } from '../domain/plainLine';
import { anyQuery, anyValue, queryOf } from './testing/addresses';
import { fuzzed } from './testing/fuzzed';

const ROOT = path.join(import.meta.dirname, '..', '..');
type Handler = (
  request: Request,
  context: { readonly params: Promise<Record<string, string | readonly string[]>> },
) => Response | Promise<Response>;

/** Every route of the app, as its folder names it: whoever adds one has it tried. */
const ROUTES = readdirSync(path.join(ROOT, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) => `/${path.dirname(file).split(path.sep).join('/')}`);

/** The names of the query that its description has, of all operations at a route. */
const namesAt = (route: string): readonly string[] => {
  const below = route.replace(/\[\.\.\.\w+\]$/, '').replaceAll(/\[(\w+)\]/g, '{$1}');
  const all: readonly { readonly path: string; readonly query: readonly string[] }[] = Object.values(OPERATIONS);
  return all
    .filter(({ path: at }) => (below.endsWith('/') ? at.startsWith(below) : at === below))
    .flatMap(({ query }) => query);
};

let site: FourVenues;
let home: string;
const handlers = new Map<string, Handler>();

/** The analysis thread's tasks, on this thread. */
function beside(): WorkerLike {
  const listeners: ((message: never) => void)[] = [];
  return {
    on: (event: string, listener: (message: never) => void) => (event === 'message' ? listeners.push(listener) : 0),
    postMessage: (message) => {
      if (message.kind !== 'task') return;
      const say = (more: object): void => {
        for (const listener of listeners) listener({ id: message.id, ...more } as never);
      };
      run(site.context, message.task, {}).then(
        (outcome) => {
          say({ kind: 'outcome', outcome });
        },
        (failure: unknown) => {
          say({ kind: 'failure', stack: failure instanceof Error ? failure.stack : String(failure) });
        },
      );
    },
  };
}

beforeAll(async () => {
  site = await fourVenues();
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-fuzz-'));
  vi.stubEnv('DATABASE_URL', site.db.url);
  vi.stubEnv('PLUMBLINE_HOME', home);
  globalThis.plumblineThread = new AnalysisThread(beside);
  for (const route of ROUTES) {
    const { GET } = (await import(pathToFileURL(path.join(ROOT, 'app', route, 'route.ts')).href)) as { GET: Handler };
    handlers.set(route, GET);
  }
});
afterAll(async () => {
  globalThis.plumblineThread = undefined;
  vi.unstubAllEnvs();
  await site.drop();
  rmSync(home, { recursive: true });
});

const HELD = [
  'ATOM',
  'DOGE',
  '2025-10-10T21:01Z',
  'lows',
  'scan',
  'compare',
  'events',
  'venues',
  'binance',
  '2025-10-10',
  'a'.repeat(64),
];
const anySegment = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...HELD) }, { weight: 2, arbitrary: anyValue });
const FORMS = ['', '.png', '.svg', '.csv', '.json', '.parquet', '.md', '.zip', '.exe'];
/** A window with data. */
const WINDOW = 'from=2025-10-10T21:00Z&to=2025-10-10T21:12Z';

interface Asked {
  readonly route: string;
  readonly segments: readonly string[];
  readonly form: string;
  readonly query: string;
  readonly isLines: boolean;
}

const asked: fc.Arbitrary<Asked> = fc.constantFrom(...ROUTES).chain((route) => {
  const names = namesAt(route);
  return fc.record({
    route: fc.constant(route),
    segments: fc.array(anySegment, { minLength: 1, maxLength: 3 }),
    form: fc.constantFrom(...FORMS),
    query: fc
      .tuple(
        fc.constantFrom('', WINDOW, `asset=ATOM&${WINDOW}`, 'asset=ATOM', 'address=/ATOM/2025-10-10T21:01Z'),
        names.length === 0 ? anyQuery : queryOf(names),
      )
      .map((parts) => parts.filter((part) => part !== '').join('&')),
    isLines: fc.boolean(),
  });
});

/** As Next hands the segments of a path to a route: still encoded. */
function paramsOf({ route, segments, form }: Asked): Record<string, string | readonly string[]> {
  const encoded = segments.map((segment) => encodeURIComponent(segment.replaceAll(/\p{Cs}/gu, '\ufffd')));
  const withForm = encoded.map((segment, i) => (i === encoded.length - 1 ? `${segment}${form}` : segment));
  let next = 0;
  return Object.fromEntries(
    [...route.matchAll(/\[(\.\.\.)?(\w+)\]/g)].map(([, rest, name = '']) => {
      next += 1;
      return [name, rest === undefined ? (encoded[(next - 1) % encoded.length] ?? '') : withForm];
    }),
  );
}

/** How often each status was given. */
const statuses = new Map<number, number>();

async function answered(one: Asked): Promise<void> {
  const handler = handlers.get(one.route);
  if (handler === undefined) throw new Error(one.route);
  const params = paramsOf(one);
  const at = one.route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => [params[name] ?? ''].flat().join('/'));
  const request = new Request(`http://localhost${at}?${one.query}`, { headers: one.isLines ? { accept: NDJSON } : {} });
  const response = await handler(request, { params: Promise.resolve(params) });
  const before = statuses.get(response.status);
  statuses.set(response.status, before === undefined ? 1 : before + 1);
  // Of oEmbed another format than JSON (its section 2.3.4).
  if (response.status !== 501) expect(response.status).toBeLessThan(500);
  for (const [, value] of response.headers) expect(value).toMatch(/^[\x20-\x7e]*$/);
  const file = response.headers.get('content-disposition');
  if (file !== null) expect(file).toMatch(/^(?:inline|attachment); filename="[\w.+-]+"$/);
  const body = Buffer.from(await response.arrayBuffer());
  expect(body.length).toBeLessThan(30_000_000);
  const type = response.headers.get('content-type');
  if (body.length > 0) expect(type).not.toBeNull();
  // Texts say how their letters are written (RFC 6838).
  if (type !== null && /^text\/|\+xml\b/.test(type)) expect(type).toContain('charset=utf-8');
  const text = body.toString('utf8', 0, 100_000);
  expect(text).not.toContain(INTERNAL_ERROR);
  if (response.status >= 400 && response.headers.get('content-type')?.startsWith('application/json') === true) {
    const { error } = problem.parse(JSON.parse(text));
    expect(error.message.length).toBeLessThan(6_000);
    expect(error.message).not.toMatch(/node_modules|\.ts:\d|SELECT |at \w+ \(/);
  }
}

describe('a route', () => {
  it('is found in the app’s folders, those of the description among them', () => {
    expect(ROUTES.length).toBeGreaterThan(30);
    expect(ROUTES.filter((route) => namesAt(route).length > 0).length).toBeGreaterThan(15);
  });

  fuzzed('answers or refuses, whatever its path, its query and its reader ask', {
    perMille: 60,
    of: asked,
    check: answered,
  });

  it('was answered in some of these cases, and refused in others', () => {
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 404]));
  });

  it('quotes what is wrong with a request so that no terminal obeys it', async () => {
    const handler = handlers.get('/api/v1/coverage');
    const response = await handler?.(new Request('http://localhost/api/v1/coverage?asset=%1b[2J%e2%80%ae'), {
      params: Promise.resolve({}),
    });
    // JSON writes the controls of a terminal as numbers; what turns letters round is quoted as it came.
    expect(unseenIn((await response?.text()) ?? '\u001b')).not.toContain('[U+001B]');
  });
});
