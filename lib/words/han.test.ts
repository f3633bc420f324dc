import { expect, it } from 'vitest';
import { han, spaced } from './han';

it.each([
  ['比Coinbase低3 %以上', '比 Coinbase 低 3 % 以上'],
  ['比 Coinbase 低', '比 Coinbase 低'],
  ['其他5家交易所（ATOM）', '其他 5 家交易所（ATOM）'],
  ['中位數−3 %、±3 %', '中位數 −3 %、±3 %'],
  ['中位數', '中位數'],
  ['', ''],
])('%s is printed as %s', (given, printed) => {
  expect(spaced(given)).toBe(printed);
});

it('what is put in may be of either script', () => {
  const deviation = (reference: string): string => han`與${reference}的偏離`;
  expect([deviation('OKX'), deviation('中位數')]).toEqual(['與 OKX 的偏離', '與中位數的偏離']);
});
