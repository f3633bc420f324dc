import { describe, expect, it } from 'vitest';
import { searchOf } from './query';
import { comparisonPath, readComparison, sharedComparePath } from './compare';

const WINDOW = { from: '2025-10-10T21:00Z', to: '2025-10-10T22:00Z' };
const read = (markets: string | undefined, window: Readonly<Record<string, string>> = WINDOW) =>
  readComparison({ markets, ...window });

describe('the address of a comparison', () => {
  it('comes back as it was written, markets in the reader’s order', () => {
    const markets =
      'okx:ATOM/USDT,binance:ATOM/USDT,binanceusdm:ATOM/USDT:perp,binance:ATOM/USDT:ui,okx:ATOM/USDT:mark';
    const found = read(markets);
    if (!found.ok) throw new Error('refused');
    const path = comparisonPath(found.value);
    expect(path).toContain(`/compare?markets=${markets}&from=2025-10-10T21:00Z`);
    expect(readComparison(Object.fromEntries(new URLSearchParams(path.split('?')[1])))).toEqual(found);
  });

  it.each([
    ['binance:ATOM', 'not-a-compared-market'],
    ['binance:ATOM/USDT:future', 'not-a-compared-market'],
    ['binance:ATOM/USDT:perp:x', 'not-a-compared-market'],
    ['binance:ATOM/USDT', 'compared-count'],
    ['binance:ATOM/USDT,binance:ATOM/USDT', 'compared-count'],
    ['', 'compared-count'],
    ['a1:A/B,a2:A/B,a3:A/B,a4:A/B,a5:A/B,a6:A/B,a7:A/B', 'compared-count'],
  ])('refuses %s', (markets, kind) => {
    const found = read(markets);
    expect(found.ok ? undefined : found.error.kind).toBe(kind);
  });

  it('takes a week, and no longer window', () => {
    const two = 'binance:ATOM/USDT,okx:ATOM/USDT';
    expect(read(two, { from: '2025-10-03T00:00Z', to: '2025-10-10T00:00Z' }).ok).toBe(true);
    const found = read(two, { from: '2025-10-03T00:00Z', to: '2025-10-10T00:01Z' });
    expect(found.ok ? undefined : found.error.kind).toBe('range-too-long');
  });

  it('is taken as typed, and shared in its one spelling', () => {
    const typed = searchOf({
      markets: 'a1:A/B,a2:A/B',
      from: '2025-10-10 21:00',
      to: '2025-10-10 22:00 UTC',
      asOf: '',
    });
    expect(sharedComparePath(typed)).toBe('/compare?markets=a1:A/B,a2:A/B&from=2025-10-10T21:00Z&to=2025-10-10T22:00Z');
  });
});
