import { describe, expect, it } from 'vitest';
import { ALIAS_BOOKS, aliasOf, quotesOf } from './aliasBooks';
import { parsePair, parseVenue, type Kind, type Market } from './market';
import { dayOf, parseMinute } from './minute';
import { promised } from './unit';

const market = (venue: string, pair: string, kind: Kind = 'spot'): Market => ({
  venue: promised(parseVenue(venue)),
  ...promised(parsePair(pair)),
  kind,
});
const day = (text: string) => dayOf(promised(parseMinute(`${text}T00:00Z`)));

describe('alias books: one order book under two names', () => {
  it.each(['BTC', 'ATOM', 'EUR', 'USDT'])("Coinbase's %s/USDC is its USD book under a second name", (base) => {
    expect(aliasOf(market('coinbase', `${base}/USDC`))).toEqual(market('coinbase', `${base}/USD`));
  });
  it.each([
    ['coinbase', 'BTC/USD'],
    ['coinbase', 'BTC/USDT'],
    ['coinbase', 'BTC/EUR'],
    ['coinbase', 'USDC/EUR'],
    ['coinbaseinternational', 'BTC/USDC'],
    ['kraken', 'BTC/USDC'],
    ['binanceus', 'BTC/USDC'],
    ['bybit', 'BTC/USDC'],
    ['cryptocom', 'BTC/USDC'],
  ])('%s %s is a book of its own', (venue, pair) => {
    expect(aliasOf(market(venue, pair))).toBeUndefined();
  });
  it('a contract is no second name of a spot book', () => {
    expect(aliasOf(market('coinbase', 'BTC/USDC', 'perp'))).toBeUndefined();
  });
  it('USD against USDC is a pair of its own, not USD against itself', () => {
    expect(aliasOf(market('coinbase', 'USD/USDC'))).toBeUndefined();
  });
  it.each(['2023-03-11', '2025-10-10'])('holds on %s, a day on which it was measured or documented', (text) => {
    expect(aliasOf(market('coinbase', 'BTC/USDC'), day(text))).toEqual(market('coinbase', 'BTC/USD'));
  });
  it.each([
    ['coinbase', 'BTC/USDC', 'spot', ['USDC', 'USD']],
    ['coinbase', 'BTC/USDC', 'perp', ['USDC']],
    ['coinbase', 'USD/USDC', 'spot', ['USDC']],
    ['kraken', 'BTC/USDC', 'spot', ['USDC']],
  ] as const)('%s %s as %s is read in %j', (venue, pair, kind, quotes) => {
    expect(quotesOf(market(venue, pair, kind))).toEqual(quotes);
  });
  it('no book is a second name of a second name, and every row says where it is written down', () => {
    for (const { venue, first, second, sources } of ALIAS_BOOKS) {
      expect(ALIAS_BOOKS.some((other) => other.venue === venue && other.second === first)).toBe(false);
      expect(first).not.toBe(second);
      expect(sources.length).toBeGreaterThan(0);
    }
  });
});
