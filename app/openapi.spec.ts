import { expect, test } from '@playwright/test';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { createHash } from 'node:crypto';
import { addressOf, type ParametersOf } from '../lib/api/client/address';
import { plumbline, type ApiFile } from '../lib/api/client/client';
import { OPERATIONS, type Operation, type OperationId } from '../lib/api/client/operations';
import { faultsOf } from './testing/accessible';
import { sidewaysOf } from './testing/sideways';

// What the API answers, against the schemas it publishes, as another program reads them.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const WINDOW = { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' } as const;
const MINUTE = { asset: 'ATOM', minute: '2025-10-10T21:20Z' } as const;
const NO_DIGEST = `sha256:${'0'.repeat(64)}`;
const VIEW = `/ATOM/2025-10-10T21:20Z?v=3&m=2&from=${WINDOW.from}&to=${WINDOW.to}&venues=binance,coinbase,kraken,okx,bitstamp&reference=others&rate=usd&minPeers=3&enter=0.02&scale=auto`;

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get: {
          readonly operationId: string;
          readonly responses: Readonly<
            Record<
              string,
              { readonly content?: Readonly<Record<string, { readonly schema?: { readonly $ref: string } }>> }
            >
          >;
        };
      }
    >
  >;
  readonly components: AnySchemaObject;
}

/** At least one question of every address, as its client is asked. */
const ASKED: { readonly [Id in OperationId]: readonly ParametersOf<(typeof OPERATIONS)[Id]>[] } = {
  overview: [{}],
  progress: [{}],
  coverage: [{}, { asset: 'ATOM' }],
  replies: [{ asset: 'ATOM', limit: 5 }],
  // Found by `replies`.
  reply: [],
  revisions: [{}, { asset: 'FIL', ...WINDOW }],
  errata: [{}, { asset: 'FIL' }],
  alerts: [{}],
  method: [{}, { asset: 'WBETH' }],
  deviations: [
    { asset: 'ATOM', ...WINDOW },
    { asset: 'WBETH', ...WINDOW, resolution: 15 },
    { asset: 'ATOM', ...WINDOW, reference: 'venue:coinbase', rate: 'none', enter: 0.5 },
  ],
  minute: [MINUTE, { ...MINUTE, minPeers: 2, lang: 'ko' }],
  scorecards: [{ asset: 'ATOM', ...WINDOW }],
  scan: [WINDOW, { ...WINDOW, rank: 'area', side: 'below', depth: 0.1, limit: 3 }],
  lows: [WINDOW],
  marks: [
    { asset: 'WBETH', venue: 'binance', ...WINDOW, minPeers: 2 },
    { asset: 'USDE', venue: 'binance', ...WINDOW, ratio: 'others' },
  ],
  venues: [WINDOW],
  league: [{ day: '2025-10-10' }, { day: '2024-02-29' }],
  contagion: [
    { asset: 'ATOM', ...WINDOW },
    { asset: 'WBETH', from: '2025-10-10T21:00Z', to: '2025-10-10T22:00Z' },
  ],
  events: [{}],
  event: [{ event: '2025-10-10' }, { event: '2025-10-10', yardstick: 'luld-5' }],
  pinned: [{ asset: 'ATOM', ...WINDOW, digest: NO_DIGEST }],
  pinnedMinute: [{ ...MINUTE, ...WINDOW, digest: NO_DIGEST }],
  verification: [{ address: VIEW }],
  pictures: [{ address: VIEW, size: 'card', density: 1 }],
  states: [{ address: VIEW }],
  packs: [{ view: [VIEW] }],
  // Of an app without a public address.
  oembed: [],
  chart: [
    { asset: 'ATOM', form: 'csv', ...WINDOW },
    { asset: 'ATOM', form: 'png', ...WINDOW, size: 'card', density: 1 },
  ],
  minuteChart: [{ ...MINUTE, form: 'json', ...WINDOW }],
  list: [{ page: 'lows', form: 'md', ...WINDOW }],
  listBelow: [{ page: 'events', name: '2025-10-10', form: 'csv' }],
  openapi: [{}],
};
type AnyAsked = readonly (readonly [OperationId, readonly ParametersOf<Operation>[]])[];
type AnyMethod = (parameters: object, options: object) => Promise<unknown>;

test('every answer is what the description of the API says of it, and what its client takes; refusals too', async ({
  request,
}) => {
  const described = (await (await request.get(address('/api/v1/openapi.json'))).json()) as Described;
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false });
  ajv.addVocabulary(['components', 'schemas']);
  ajv.addSchema({ $id: 'api', components: described.components });
  const operations = new Map(Object.values(described.paths).map(({ get }) => [get.operationId, get]));
  expect([...operations.keys()].toSorted()).toEqual(Object.keys(ASKED).toSorted());
  const expectValid = (what: string, ref: string | undefined, body: unknown): void => {
    const validate = ajv.getSchema(`api${ref ?? ''}`);
    if (validate === undefined) throw new Error(`${what} has no schema`);
    void validate(body);
    expect(validate.errors ?? [], what).toEqual([]);
  };
  const client = plumbline(address('')) as unknown as Readonly<Record<OperationId, AnyMethod>>;
  for (const [id, questions] of Object.entries(ASKED) as unknown as AnyAsked) {
    const responses = operations.get(id)?.responses;
    const ref = responses?.['200']?.content?.['application/json']?.schema?.$ref;
    for (const parameters of questions) {
      const path = addressOf(OPERATIONS[id] as Operation, parameters);
      const answer = await client[id](parameters, {});
      if ('answer' in OPERATIONS[id]) {
        const reply = await request.get(address(path));
        expect(reply.status(), `${path} ${(await reply.text()).slice(0, 200)}`).toBe(200);
        expectValid(path, ref, await reply.json());
      } else {
        const { name, type, pieces } = answer as ApiFile;
        let bytes = 0;
        for await (const piece of pieces) bytes += piece.length;
        expect(bytes, path).toBeGreaterThan(100);
        expect(name, path).toMatch(/^SIMULATED-/);
        expect(Object.keys(responses?.['200']?.content ?? {}), path).toContain(type.replace(/;.*/, ''));
      }
      const refused = await request.get(address(`${path}${path.includes('?') ? '&' : '?'}colour=red`));
      expect(refused.status(), path).toBe(400);
      expectValid(path, responses?.['400']?.content?.['application/json']?.schema?.$ref, await refused.json());
      await expect(client[id]({ ...parameters, colour: 'red' }, {})).rejects.toMatchObject({
        name: 'Refused',
        status: 400,
        code: 'bad-request',
      });
    }
  }
});

test('the client hears how far long work is, gets a reply as it was sent, and lets go of an answer', async () => {
  const api = plumbline(address(''));
  const shares: number[] = [];
  // No other test asks for this level: what is kept tells no progress.
  const answer = await api.deviations(
    { asset: 'ATOM', from: '2025-09-01T00:00Z', to: '2025-10-11T00:00Z', enter: 0.0217 },
    { onProgress: (share) => shares.push(share) },
  );
  expect(answer.asset).toBe('ATOM');
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  const { replies } = await api.replies({ asset: 'ATOM', limit: 100 });
  const stored = replies.find(({ bodyKept }) => bodyKept);
  expect(stored).toBeDefined();
  const { type, pieces } = await api.reply({ asset: 'ATOM', sha256: stored?.sha256 ?? '' });
  expect(type).toContain('text/plain');
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  expect(hash.digest('hex')).toBe(stored?.sha256);
  const gone = new Error('gone on');
  await expect(api.overview({}, { signal: AbortSignal.abort(gone) })).rejects.toBe(gone);
});

test.describe('the reference of the API', () => {
  test('shows every address, and is reached from the foot of every page', async ({ page, request }) => {
    await page.goto(address('/verify'));
    await page.getByRole('contentinfo').getByRole('link', { name: 'API' }).click();
    await expect(page).toHaveURL(address('/api'));
    const described = (await (await request.get(address('/api/v1/openapi.json'))).json()) as Described;
    for (const path of Object.keys(described.paths))
      await expect(page.getByRole('heading', { level: 2, name: path, exact: true })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('fits a phone, and says in another language that its text is English', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address('/api?lang=ko'));
    await expect(page.getByRole('note')).toContainText('영어로만');
    expect(await sidewaysOf(page)).toEqual([]);
  });
});
