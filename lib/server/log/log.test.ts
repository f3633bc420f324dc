import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { asRequest, nameRequest } from './requestId';
import { logOf, takeConsole } from './log';

const lines: string[] = [];
const written = { write: (line: string) => void lines.push(line) };
afterEach(() => {
  lines.length = 0;
});

function log(env: Readonly<Record<string, string>> = {}) {
  const read = logOf(env, written);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}
const objects = (): readonly Record<string, unknown>[] =>
  lines.map((line) => JSON.parse(line) as Record<string, unknown>);

/** A console that stays a console for everybody else. */
const ownConsole = (): Console => ({ ...console });

describe('the log', () => {
  it('is a JSON object a line, with time, level and process, whatever is said', () => {
    const own = ownConsole();
    takeConsole(log(), own);
    own.error('cannot keep answers in /a\nb "c" \u2028 (no space)');
    own.warn('%s of %d', 'one', 2);
    own.log('');
    expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
    expect(objects().map(({ level, msg }) => [level, msg])).toEqual([
      ['error', 'cannot keep answers in /a\nb "c" \u2028 (no space)'],
      ['warn', 'one of 2'],
      ['info', ''],
    ]);
    expect(objects()[0]?.['time']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(objects()[0]?.['pid']).toBe(process.pid);
  });

  it('has a failure with its stack and causes, and nothing else that hangs on it', () => {
    const own = ownConsole();
    takeConsole(log(), own);
    const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    own.error(
      Object.assign(new TypeError('it broke', { cause }), { input: 'what a reader wrote', detail: 'Key (a)=(b)' }),
    );
    const [said] = objects();
    expect(said).toMatchObject({
      level: 'error',
      msg: 'it broke',
      err: { type: 'TypeError', cause: { code: 'ECONNREFUSED' } },
    });
    expect(said).toHaveProperty('err.stack', expect.stringContaining('log.test.ts'));
    expect(lines.join('')).not.toMatch(/reader wrote|Key/);
  });

  it('says of what a thread hands on the first line, and has the rest beside it', () => {
    const own = ownConsole();
    takeConsole(log(), own);
    own.error(new Error('Error: no such table\n    at somewhere'));
    expect(objects()[0]).toMatchObject({
      msg: 'Error: no such table',
      err: { message: 'Error: no such table\n    at somewhere' },
    });
  });

  it('ends where causes go round in a circle', () => {
    const own = ownConsole();
    takeConsole(log(), own);
    const failure = new Error('round');
    failure.cause = failure;
    own.error(failure);
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['', ['info', 'warn', 'error']],
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ])('PLUMBLINE_LOG=%s has the levels %j', (level, levels) => {
    const one = log({ PLUMBLINE_LOG: level });
    for (const name of ['debug', 'info', 'warn', 'error'] as const) one[name]('x');
    expect(objects().map((line) => line['level'])).toEqual(levels);
  });

  it('refuses a level that is none in one line', () => {
    const read = logOf({ PLUMBLINE_LOG: 'loud' }, written);
    expect(read.ok ? '' : read.error).toBe(
      'PLUMBLINE_LOG: "loud" is no level; it takes debug, info, warn, error or silent',
    );
  });

  it('names the request that is being answered, in whatever is awaited for it', async () => {
    const own = ownConsole();
    takeConsole(log(), own);
    const req = { headers: {} } as never;
    const id = nameRequest(req, false);
    await asRequest(req, async () => {
      await Promise.resolve();
      own.error(new Error('it broke'));
    });
    own.error('of no request');
    expect(objects().map((line) => line['id'])).toEqual([id, undefined]);
  });
});

it('nothing of the app writes past the log', () => {
  const root = path.join(import.meta.dirname, '..', '..', '..');
  const past = ['lib/server', 'lib/store', 'app', 'components'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => path.posix.join(folder, ...file.split(path.sep)))
      .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|itest|spec)\.|\/(?:testing|generated)\//.test(file))
      .filter((file) => /process\.std(?:out|err)\b/.test(readFileSync(path.join(root, file), 'utf8'))),
  );
  expect(past).toEqual(['lib/server/log/log.ts']);
});

describe('the id of a request', () => {
  const given = (id: string, isFromProxy: boolean) =>
    nameRequest({ headers: { 'x-request-id': id } } as never, isFromProxy);
  const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
  const PROXYS = '8d3f0c2a9b7e4d11a2c3d4e5f6071829';

  it('is a declared proxy’s, and else our own', () => {
    expect(given(PROXYS, true)).toBe(PROXYS);
    expect(given(PROXYS, false)).toMatch(UUID);
  });

  it.each(['', 'jane@example.org', 'jane-doe', 'abc', 'a'.repeat(65), 'deadbeef\n{"level":"error"}'])(
    'is our own where a proxy hands on what no proxy makes: %j',
    (id) => {
      expect(given(id, true)).toMatch(UUID);
    },
  );
});

const SECRETS = {
  DATABASE_URL: 'postgresql://owner:p%40ss%23wörd@db.example:5432/prices?sslmode=require',
  HTTPS_PROXY: 'http://squid:hunter22@10.0.0.9:3128',
  PLUMBLINE_WEBHOOK_SECRET: 'whsec-0123456789',
};

describe('what a log must not hold', () => {
  it.each<[string, string, RegExp]>([
    ['an address with its password', `cannot connect to ${SECRETS.DATABASE_URL}`, /owner|p%40ss|wörd/],
    ['the password as it is used', 'password "p@ss#wörd" was refused', /p@ss#wörd/],
    ['a proxy’s password', 'tunnel squid:hunter22 failed', /hunter22/],
    ['a shared secret', 'signature of whsec-0123456789 differs', /whsec-0123/],
    ['another address with a password', 'fetch https://jane:tr0ub4dor@venue.example/x failed', /jane|tr0ub4dor/],
    ['a header of credentials', 'request {\n authorization: Basic amFuZTpzZWNyZXQ=,\n accept: */* }', /amFuZT/],
    ['the same as JSON', '{"Authorization":"Bearer eyJhbGciOi.x.y","a":1}', /eyJ/],
    ['a bearer token alone', 'got Bearer abcdef.ghij', /abcdef/],
    ['a cookie', 'Cookie: session=3f2a; name=jane', /3f2a|jane/],
    ['the address of a client', 'x-forwarded-for: 198.51.100.7, 203.0.113.9', /198\.51|203\.0/],
    ['a browser', 'User-Agent: Mozilla/5.0 (Jane’s phone)', /Mozilla/],
    ['what a reader wrote behind a path', 'no answer for /ATOM?from=x&note=Jane+Doe+lost+4000', /Jane|4000/],
    ['the same of a whole address', 'Invalid URL https://plumbline.example/pack?view=/DOGE&name=Jane', /Jane|DOGE/],
    ['what could not be read as JSON', `Unexpected token 'J', "Jane lost "... is not valid JSON`, /Jane/],
    ['a mail address', 'said by jane.doe+trades@example.org', /jane|example\.org/],
  ])('%s is taken out', (_, text, gone) => {
    const one = log(SECRETS);
    const own = ownConsole();
    takeConsole(one, own);
    own.error(text);
    own.error(new Error(text, { cause: new Error(text) }));
    own.error('while it was made:', new Error(text));
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toMatch(gone);
    expect(lines.join('')).toContain('[…]');
  });

  it('is what a request brought, in whatever is said while it is answered', async () => {
    const own = ownConsole();
    takeConsole(log(), own);
    const url = '/events/janes-fills/2025-10-10T21:20Z?assets=ATOM&note=Jane%20Doe&sum=4000';
    const req = { url, headers: { cookie: 'id=3f2a91', 'next-action': 'drop table' } } as never;
    nameRequest(req, false);
    await asRequest(req, async () => {
      await Promise.resolve();
      own.warn('no "janes-fills" of ATOM at 2025-10-10T21:20Z in events.ts for Jane Doe, 4000, 3f2a91 or "drop table"');
    });
    expect(objects()[0]?.['msg']).toBe('no "[…]" of ATOM at 2025-10-10T21:20Z in events.ts for […], […], […] or "[…]"');
  });

  it('leaves what names no person: hosts, statements, frames of a stack', () => {
    const own = ownConsole();
    takeConsole(log(SECRETS), own);
    const text = 'cannot connect to the database prices at db.example:5432: connect ECONNREFUSED 10.0.0.2:5432';
    own.error(text);
    own.error(new Error('SELECT m.venue FROM market m'));
    expect(objects()[0]?.['msg']).toBe(text);
    expect(objects()[1]?.['msg']).toBe('SELECT m.venue FROM market m');
  });
});
