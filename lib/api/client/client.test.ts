import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openApi } from '../../server/openapi/document';
import { parsedAddress } from './testing/parsedAddress';
import { plumbline, Refused } from './client';
import { OPERATIONS } from './operations';

const ORIGIN = 'https://plumbline.example';
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.reject(new TypeError('fetch failed'));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const described = Object.entries((await openApi()).paths).map(([path, { get }]) => ({ path, ...get }));
type Method = (parameters: object) => Promise<unknown>;
const client = plumbline(`${ORIGIN}/`) as unknown as Readonly<Record<string, Method | undefined>>;

describe('the client', () => {
  it('has a method for each address that is described, and no other', () => {
    expect(Object.keys(client).toSorted()).toEqual(described.map(({ operationId }) => operationId).toSorted());
  });

  it.each(described)('asks for $operationId where it is described, with each parameter', async (operation) => {
    const { operationId, path, parameters } = operation;
    // Signs that mean something in an address, but in a list of values.
    const given = Object.fromEntries(
      parameters.filter(({ name }) => name !== 'format').map(({ name }) => [name, `${name}/&?#:é 1`]),
    );
    await expect(client[operationId]?.(given)).rejects.toMatchObject({
      name: 'Refused',
      code: 'unreachable',
      status: 0,
    });
    await expect(client[operationId]?.(given)).rejects.toBeInstanceOf(Refused);
    const [address = ''] = asked;
    expect(asked).toEqual([address, address]);
    const { base, segments, fields } = parsedAddress(address);
    expect(base).toBe(ORIGIN);
    const inPath = path
      .slice(1)
      .split('/')
      .map((segment) => segment.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(given[name])));
    expect(segments).toEqual(inPath);
    const query = parameters.filter((one) => one.in === 'query' && one.name !== 'format').map(({ name }) => name);
    expect(Object.fromEntries(fields)).toEqual(Object.fromEntries(query.map((name) => [name, given[name]])));
  });

  it.each(described)('checks $operationId by the schema that is described', async ({ operationId, responses }) => {
    const operation = OPERATIONS[operationId];
    const { content } = responses['200' as never] as { content: Record<string, { schema?: { $ref: string } }> };
    const ref = content['application/json']?.schema?.$ref;
    expect('answer' in operation ? `#/components/schemas/${operation.answer.name}` : undefined).toBe(ref);
    if ('answer' in operation) expect(await operation.answer.contract()).toHaveProperty('safeParse');
  });

  it('writes several values with commas between, but exhibits each by itself, and nothing of what is left out', async () => {
    const api = plumbline(ORIGIN);
    const window = { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };
    await api.scan({ ...window, kinds: ['spot', 'perp'], depth: 0.1, venues: [] }).catch(() => undefined);
    await api.packs({ view: ['/ATOM', '/DOGE?rate=none'] }).catch(() => undefined);
    await api.coverage().catch(() => undefined);
    expect(asked).toEqual([
      `${ORIGIN}/api/v1/scan?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z&venues=&kinds=spot,perp&depth=0.1`,
      `${ORIGIN}/api/v1/packs?view=%2FATOM&view=%2FDOGE%3Frate%3Dnone`,
      `${ORIGIN}/api/v1/coverage`,
    ]);
  });

  it('takes no more and no less than an address does', () => {
    const api = plumbline(ORIGIN);
    // @ts-expect-error Its window is missing.
    void api.lows({ from: '2025-10-10T20:00Z' }).catch(() => undefined);
    // @ts-expect-error There is no such parameter.
    void api.coverage({ colour: 'red' }).catch(() => undefined);
    // @ts-expect-error It tells no progress.
    void api.overview({}, { onProgress: () => undefined }).catch(() => undefined);
    // Who is not told by types is told by the server.
    expect(asked[1]).toBe(`${ORIGIN}/api/v1/coverage?colour=red`);
    expect(asked).toHaveLength(3);
  });
});
