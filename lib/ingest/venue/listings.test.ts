import { describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../../domain/market';
import { minuteAt } from '../../domain/minute';
import { listingsOf, partAt } from './listings';
import type { CcxtMarket } from './row';
import { capabilityOf, listItself } from '../venues/capability';

const CAPABILITY = capabilityOf('binance', { cap: 1000, emptyMinutes: 'flat', volume: 'base', rowsIn: listItself });
const book = (base: string, active = true): CcxtMarket => ({
  id: `${base}USDT`,
  symbol: `${base}/USDT`,
  base,
  quote: 'USDT',
  spot: true,
  active,
});
const on = (venue: string, ...bases: readonly string[]): ReturnType<typeof listingsOf> =>
  listingsOf(
    venue as Venue,
    CAPABILITY,
    bases.map((base) => book(base)),
    ['spot'],
  );
const symbolsOf = (venue: string, key: string, ...bases: readonly string[]): readonly string[] =>
  on(venue, ...bases)
    .byKey.get(key)
    ?.parts.map(({ symbol }) => symbol) ?? [];

describe('the markets a venue lists (trap 7)', () => {
  it('of a renamed asset are one: asked for by the old ticker before the renaming, by the new one after', () => {
    expect(symbolsOf('binance', 'spot POL/USDT', 'POL', 'MATIC')).toEqual(['MATIC/USDT', 'POL/USDT']);
    const listing = on('binance', 'POL', 'MATIC').byKey.get('spot POL/USDT');
    if (listing === undefined) throw new Error('POL is not listed');
    // Binance renamed MATIC to POL on 2024-09-13.
    expect(partAt(listing, minuteAt(Date.UTC(2024, 7, 1))).symbol).toBe('MATIC/USDT');
    expect(partAt(listing, minuteAt(Date.UTC(2025, 9, 10))).symbol).toBe('POL/USDT');
  });

  it('are never matched on a ticker that two assets go by: it is refused with both candidates named', () => {
    const { byKey, uncertain } = on('bithumb', 'TON', 'ATOM');
    expect([...byKey.keys()]).toEqual(['spot ATOM/USDT']);
    expect(uncertain).toHaveLength(1);
    expect(uncertain[0]?.candidates).toHaveLength(2);
    expect(uncertain[0]?.cause).toMatch(/^TON may be .* or /);
    expect(uncertain[0]?.mend).toMatch(/^say which in assets\.json/);
    expect(uncertain[0]?.candidates).toContain('TON' as Asset);
  });

  it('not in trade any more come after those that are', () => {
    const listings = listingsOf(
      'okx' as Venue,
      CAPABILITY,
      [{ ...book('ATOM', false), symbol: 'old' }, book('ATOM')],
      ['spot'],
    );
    expect(listings.byKey.get('spot ATOM/USDT')?.parts.map(({ symbol }) => symbol)).toEqual(['ATOM/USDT']);
  });
});
