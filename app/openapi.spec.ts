import { expect, test } from '@playwright/test';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';
import { faultsOf } from './testing/accessible';
import { sidewaysOf } from './testing/sideways';

// What the API answers, against the schemas it publishes, as another program reads them.

const address = (path: string): string => `${process.env['PLUMBLINE_ADDRESS'] ?? ''}${path}`;
const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
const VIEW = `/ATOM/2025-10-10T21:20Z?v=3&m=2&${WINDOW}&venues=binance,coinbase,kraken,okx,bitstamp&reference=others&rate=usd&minPeers=3&enter=0.02&scale=auto`;
const PRINTED = new URLSearchParams({ address: VIEW }).toString();

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

/** At least one question of every address that answers in JSON, beside what is never there without data of a kind. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  overview: ['/api/v1/overview'],
  progress: ['/api/v1/progress'],
  coverage: ['/api/v1/coverage', '/api/v1/coverage?asset=ATOM'],
  replies: ['/api/v1/coverage/replies?asset=ATOM&limit=5'],
  revisions: ['/api/v1/revisions', `/api/v1/revisions?asset=FIL&${WINDOW}`],
  errata: ['/api/v1/errata', '/api/v1/errata?asset=FIL'],
  alerts: ['/api/v1/alerts'],
  method: ['/api/v1/method', '/api/v1/method?asset=WBETH'],
  deviations: [
    `/api/v1/deviations?asset=ATOM&${WINDOW}`,
    `/api/v1/deviations?asset=WBETH&${WINDOW}&resolution=15`,
    `/api/v1/deviations?asset=ATOM&${WINDOW}&reference=venue:coinbase&rate=none&enter=0.5`,
  ],
  minute: ['/api/v1/minutes/ATOM/2025-10-10T21:20Z', '/api/v1/minutes/ATOM/2025-10-10T21:20Z?minPeers=2&lang=ko'],
  scorecards: [`/api/v1/scorecards?asset=ATOM&${WINDOW}`],
  scan: [`/api/v1/scan?${WINDOW}`, `/api/v1/scan?${WINDOW}&rank=area&side=below&depth=0.1&limit=3`],
  lows: [`/api/v1/lows?${WINDOW}`],
  venues: [`/api/v1/venues?${WINDOW}`],
  league: ['/api/v1/league?day=2025-10-10', '/api/v1/league?day=2024-02-29'],
  events: ['/api/v1/events'],
  event: ['/api/v1/events/2025-10-10', '/api/v1/events/2025-10-10?yardstick=luld-5'],
  pinned: [`/api/v1/pinned/ATOM?${WINDOW}&digest=sha256:${'0'.repeat(64)}`],
  pinnedMinute: [`/api/v1/pinned/ATOM/2025-10-10T21:20Z?${WINDOW}&digest=sha256:${'0'.repeat(64)}`],
  verification: [`/api/v1/verifications?${PRINTED}`],
  pictures: [`/api/v1/verifications/pictures?${PRINTED}&size=card&density=1`],
  states: [`/api/v1/verifications/states?${PRINTED}`],
  // Of an app without a public address.
  oembed: [],
};

test('every answer is what the description of the API says of it, refusals too', async ({ request }) => {
  test.setTimeout(180_000);
  const described = (await (await request.get(address('/api/v1/openapi.json'))).json()) as Described;
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, validateFormats: false });
  ajv.addVocabulary(['components', 'schemas']);
  ajv.addSchema({ $id: 'api', components: described.components });
  const operations = Object.values(described.paths).map(({ get }) => get);
  const inJson = operations.filter(
    ({ responses }) => responses['200']?.content?.['application/json']?.schema !== undefined,
  );
  expect(inJson.map(({ operationId }) => operationId).toSorted()).toEqual(Object.keys(ASKED).toSorted());
  const expectValid = (what: string, ref: string | undefined, body: unknown): void => {
    const validate = ajv.getSchema(`api${ref ?? ''}`);
    if (validate === undefined) throw new Error(`${what} has no schema`);
    void validate(body);
    expect(validate.errors ?? [], what).toEqual([]);
  };
  for (const { operationId, responses } of inJson) {
    for (const path of ASKED[operationId] ?? []) {
      const reply = await request.get(address(path));
      expect(reply.status(), `${path} ${(await reply.text()).slice(0, 200)}`).toBe(200);
      expectValid(path, responses['200']?.content?.['application/json']?.schema?.$ref, await reply.json());
      const refused = await request.get(address(`${path}${path.includes('?') ? '&' : '?'}colour=red`));
      expect(refused.status(), path).toBe(400);
      expectValid(path, responses['400']?.content?.['application/json']?.schema?.$ref, await refused.json());
    }
  }
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
