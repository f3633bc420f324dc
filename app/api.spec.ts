import { expect, test } from '@playwright/test';
import { coverageAnswer, repliesAnswer } from '../lib/api/coverage';
import { deviationsAnswer } from '../lib/api/deviations';
import { minuteAnswer } from '../lib/api/minute';
import { overviewAnswer } from '../lib/api/overview';
import { problem } from '../lib/api/problem';
import { progressAnswer } from '../lib/api/progress';
import { revisionsAnswer } from '../lib/api/revisions';
import { strictly } from '../lib/api/testing/strictly';

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const WINDOW = 'asset=ATOM&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

const answers = [
  ['/api/v1/overview', overviewAnswer],
  ['/api/v1/progress', progressAnswer],
  ['/api/v1/coverage', coverageAnswer],
  ['/api/v1/coverage?asset=WBETH', coverageAnswer],
  ['/api/v1/coverage/replies?asset=ATOM', repliesAnswer],
  ['/api/v1/revisions', revisionsAnswer],
  [`/api/v1/revisions?${WINDOW}&limit=5`, revisionsAnswer],
  [`/api/v1/deviations?${WINDOW}`, deviationsAnswer],
  [`/api/v1/deviations?${WINDOW}&reference=venue:coinbase&venues=binance,coinbase&rate=none`, deviationsAnswer],
  ['/api/v1/minutes/ATOM/2025-10-10T21:20Z', minuteAnswer],
  ['/api/v1/minutes/atom/2025-10-10T21%3A20Z?minPeers=2', minuteAnswer],
] as const;

for (const [path, contract] of answers) {
  test(`${path} keeps its contract and says that it is simulated`, async ({ request }) => {
    const reply = await request.get(address(path));
    expect(reply.status(), await reply.text()).toBe(200);
    expect(reply.headers()['x-plumbline-simulated']).toBe('SIMULATED');
    const answer = strictly(contract).parse(await reply.json());
    expect(answer.simulated).toBe(true);
  });
}

test('columns of a long window come packed and say so, to the reader who is told how far they are as to the next', async ({
  request,
}) => {
  const path = '/api/v1/deviations?asset=ATOM&from=2025-09-01T00:00Z&to=2025-10-11T00:00Z&enter=0.0213&format=columns';
  const accept = 'application/vnd.plumbline.columns, application/x-ndjson';
  for (const reader of ['first', 'second']) {
    const reply = await request.get(address(path), { headers: { accept, 'accept-encoding': 'br' } });
    expect([reply.status(), reply.headers()['content-encoding']], reader).toEqual([200, 'br']);
    const lines = (await reply.body()).toString('latin1').replace(/^(\{"progress":[\d.]+\}\n)*/, '');
    expect(lines.slice(0, 4), reader).toBe('PLBC');
  }
});

for (const path of [
  '/api/v1/coverage?asset=NOPE',
  '/api/v1/coverage?colour=red',
  '/api/v1/coverage/replies',
  '/api/v1/coverage/replies/ATOM/abc',
  `/api/v1/coverage/replies/ATOM/${'0'.repeat(64)}`,
  '/api/v1/revisions?asset=NOPE',
  '/api/v1/revisions?limit=0',
  '/api/v1/revisions?from=2025-10-01T00:00Z&to=2025-12-01T00:00Z',
  `/api/v1/deviations?${WINDOW}&from=2025-10-10T20:00Z`,
  '/api/v1/minutes/ATOM/yesterday',
  '/api/v1/charts/ATOM.gif',
  '/ATOM.csv?from=2025-09-01T00:00Z&to=2025-10-01T00:00Z',
  '/ATOM.md?scale=cubic',
  '/api/nope',
  '/api/v1/nope',
  '/lows.zip?from=garbage',
  '/lows.csv?from=garbage',
  '/events/1999-01-01.csv',
]) {
  test(`${path} is refused in the shape of a problem`, async ({ request }) => {
    const reply = await request.get(address(path));
    expect(reply.status()).toBeGreaterThanOrEqual(400);
    expect(reply.status()).toBeLessThan(500);
    expect(problem.parse(await reply.json()).error.message).not.toContain('\n');
  });
}

test('a hole in an answer is null with its reason beside it', async ({ request }) => {
  const reply = await request.get(address(`/api/v1/deviations?${WINDOW.replace('ATOM', 'WBETH')}`));
  const { series } = deviationsAnswer.parse(await reply.json());
  for (const one of series) {
    one.missing.forEach((reason, i) => {
      expect(one.dLow[i] === null).toBe(reason !== null);
    });
  }
  expect(new Set(series.flatMap(({ missing }) => missing))).toContain('too-few-peers');
});

for (const [form, type, begins] of [
  ['png', 'image/png', '\x89PNG'],
  ['svg', 'image/svg+xml', '<svg '],
  ['csv', 'text/csv', 'asset,venue,market,'],
  ['json', 'application/json', '{"address":"'],
  ['parquet', 'application/vnd.apache.parquet', 'PAR1'],
  ['md', 'text/markdown', '# SIMULATED'],
  ['zip', 'application/zip', 'PK'],
] as const) {
  for (const view of ['/ATOM', '/ATOM/2025-10-10T21:20Z']) {
    test(`${view}.${form} is the view in that form, and says that it is simulated`, async ({ request }) => {
      const path = `${view}.${form}?from=2025-10-10T21:00Z&to=2025-10-10T22:00Z`;
      const reply = await request.get(address(path), { headers: { 'accept-language': 'ko-KR' } });
      expect(reply.status()).toBe(200);
      expect(reply.headers()['content-type']).toContain(type);
      expect(reply.headers()['content-disposition']).toMatch(/filename="SIMULATED-plumbline-ATOM-2025-10-10T/);
      expect(reply.headers()['x-plumbline-simulated']).toBe('SIMULATED');
      expect((await reply.body()).toString('latin1').slice(0, begins.length)).toBe(begins);
      const { etag } = reply.headers();
      const again = await request.get(address(path), { headers: { 'if-none-match': etag ?? '' } });
      expect(again.status()).toBe(304);
    });
  }
}

const LIST_WINDOW = 'from=2025-10-10T21:00Z&to=2025-10-10T22:00Z';
const TABLES = [
  ['/events', 'event,from,to,assets,'],
  ['/events/2025-10-10', 'asset,venue,market,'],
  [`/lows?${LIST_WINDOW}`, 'asset,venue,unranked,'],
  [`/scan?${LIST_WINDOW}`, 'asset,venue,market,'],
  [`/compare?markets=binance:ATOM/USDT,okx:ATOM/USDT&${LIST_WINDOW}`, 'market,against,minute,'],
  [`/venues?${LIST_WINDOW}`, 'venue,assets,'],
  [`/venues/binance?${LIST_WINDOW}`, 'asset,venue,market,'],
] as const;
for (const [path, head] of TABLES) {
  test(`${path} comes as a table, and says of which page, and when its data last changed`, async ({ request }) => {
    const reply = await request.get(address(path.replace(/(?=\?|$)/, '.csv')));
    expect(reply.status()).toBe(200);
    expect((await reply.text()).startsWith(head)).toBe(true);
    const headers = reply.headers();
    expect(headers['content-type']).toContain('text/csv');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="SIMULATED-plumbline-/);
    expect(headers['x-plumbline-simulated']).toBe('SIMULATED');
    expect(headers['link']).toMatch(
      /^<[^>]*\/(events|lows|scan|compare|venues)[^>]*>; rel="alternate"; type="text\/html"$/,
    );
    expect(Date.parse(headers['last-modified'] ?? '')).toBeLessThanOrEqual(Date.now());
  });
}

test('a short address leads to the form behind it', async ({ request }) => {
  const reply = await request.get(address('/-/Bo651GMCJptNohfUMP2cgZzYB.csv'), { maxRedirects: 0 });
  expect(reply.status()).toBe(307);
  expect(reply.headers()['location']).toMatch(/\/ATOM\/2025-10-10T21:20Z\.csv\?v=/);
});
