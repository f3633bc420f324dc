import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPath, readList, type ListPage, type ListView } from './lists';
import { segmentsOf } from './segments';

const WINDOW = { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };

/** As the address of a list is read. */
function readBack(path: string): ListView {
  const { pathname, searchParams } = new URL(path, 'http://localhost');
  const [page = '', below] = segmentsOf(pathname) ?? [];
  return valueOf(page as ListPage, below, Object.fromEntries(searchParams));
}

function valueOf(page: ListPage, below: string | undefined, fields: Readonly<Record<string, string>>): ListView {
  const read = readList(page, below, fields);
  if (read?.ok !== true) throw new Error(JSON.stringify(read));
  return read.value;
}

const times = fc.constantFrom({}, { asOf: '2026-01-31T08:15:09.250Z' });
const some = (name: string, ...values: readonly string[]) =>
  fc.constantFrom({}, ...values.map((value) => ({ [name]: value })));
const anyList = fc.oneof(
  fc.constant(['events', undefined, {}] as const),
  fc
    .tuple(some('yardstick', 'luld-5'), times)
    .map(([yardstick, asOf]) => ['events', '2025-10-10', { ...yardstick, ...asOf }] as const),
  fc
    .tuple(some('assets', 'ATOM', 'ATOM,DOGE'), times)
    .map(([assets, asOf]) => ['lows', undefined, { ...WINDOW, ...assets, ...asOf }] as const),
  fc
    .tuple(
      some('reference', 'others', 'wrapped'),
      some('rank', 'area', 'volume'),
      some('limit', '1', '10000'),
      some('venues', 'binance', 'binance,okx'),
      some('kinds', 'spot', 'spot,perp'),
      some('side', 'below'),
      some('certainty', 'certain', 'within-rate'),
      some('depth', '0.1', '0.000001', '10'),
      some('peers', '3'),
      times,
    )
    .map((fields) => ['scan', undefined, Object.assign({}, WINDOW, ...fields) as Record<string, string>] as const),
  fc
    .tuple(fc.constantFrom('binance:ATOM/USDT,okx:ATOM/USDT:perp', 'binance:ATOM/USDT,binance:ATOM/USDT:ui'), times)
    .map(([markets, asOf]) => ['compare', undefined, { ...WINDOW, markets, ...asOf }] as const),
  fc.constant(['venues', undefined, WINDOW] as const),
  fc.constant(['venues', 'Binance', WINDOW] as const),
);

describe('the address of a list', () => {
  it('names all of it, and is read back as the same', () => {
    fc.assert(
      fc.property(anyList, ([page, below, fields]) => {
        const list = valueOf(page, below, fields);
        expect(readBack(listPath(list))).toEqual(list);
      }),
    );
  });

  it.each([
    ['lows', undefined, { ...WINDOW, rank: 'depth' }, 'unknown-name'],
    ['events', undefined, { from: WINDOW.from }, 'unknown-name'],
    ['compare', undefined, { ...WINDOW, markets: 'binance:ATOM/USDT,okx:ATOM/USDT', v: '3' }, 'unknown-name'],
    ['compare', undefined, WINDOW, 'compared-count'],
    ['scan', undefined, {}, 'range-end-missing'],
    ['venues', 'no venue', WINDOW, 'not-a-venue'],
    ['venues', 'binance', { ...WINDOW, from: 'garbage' }, 'not-a-time'],
  ] as const)('%s %s %j is refused', (page, below, fields, kind) => {
    expect(readList(page, below, fields)).toMatchObject({ ok: false, error: { kind } });
  });

  it('is none below a page that has nothing below it, nor of an event that is none', () => {
    expect(readList('lows', 'x', WINDOW)).toBeUndefined();
    expect(readList('events', '1999-01-01', {})).toBeUndefined();
  });
});
