import { expect, it } from 'vitest';
import { marketLabel, marketName, pairWords, venueAndKind } from './market';

it.each([
  ['binance', 'spot', 'Binance (ATOM/USDT)', 'Binance ATOM/USDT', 'Binance'],
  ['okx', 'perp', 'OKX (ATOM/USDT perpetual)', 'OKX ATOM/USDT perpetual', 'OKX perpetual'],
  ['bybit', 'mark', 'Bybit (ATOM/USDT mark price)', 'Bybit ATOM/USDT mark price', 'Bybit mark price'],
  ['cryptocom', 'index', 'Crypto.com (ATOM/USDT index)', 'Crypto.com ATOM/USDT index', 'Crypto.com index'],
] as const)('a %s %s market has its venue’s name and its kind', (venue, kind, name, label, short) => {
  const market = { venue, market: 'ATOM/USDT', kind };
  expect([marketName(market), marketLabel(market), venueAndKind(market)]).toEqual([name, label, short]);
});

it.each([
  ['spot', 'ATOM/USDT'],
  ['perp', 'ATOM/USDT perpetual'],
  ['mark', 'ATOM/USDT mark price'],
  ['index', 'ATOM/USDT index'],
] as const)('a %s market beside its venue reads "%s"', (kind, text) => {
  expect(pairWords({ market: 'ATOM/USDT', kind })).toBe(text);
});
