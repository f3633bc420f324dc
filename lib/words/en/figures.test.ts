import { describe, expect, it } from 'vitest';
import {
  count,
  distance,
  peerStrength,
  plainPercent,
  price,
  pricesAlike,
  rawPrice,
  signedPercent,
  span,
  unbroken,
  utc,
} from './figures';
import { missingWords } from './missing';

const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

describe('figures as people read them', () => {
  it('writes a ratio as percent with a true minus', () => {
    expect(plain(signedPercent(-0.9997))).toBe('−99.97 %');
    expect(plain(signedPercent(0.05))).toBe('+5.00 %');
  });

  it('puts no sign on what rounds to nothing', () => {
    expect(plain(signedPercent(-0.00001))).toBe('0.00 %');
    expect(plain(signedPercent(0))).toBe('0.00 %');
  });

  it('writes a level without needless decimals', () => {
    expect(plain(plainPercent(0.02))).toBe('2 %');
    expect(plain(plainPercent(0.125))).toBe('12.5 %');
  });

  it('keeps the digits of a tiny price and groups those of a large one', () => {
    expect(price(0.000001)).toBe('0.000001');
    expect(price(3.594)).toBe('3.594');
    expect(price(103_456.789)).toBe('103,456.79');
  });

  it('writes a column with its points under one another', () => {
    expect([0.001, 3.594, 3.11437].map(pricesAlike([0.001, 3.594, 3.11437]))).toEqual([
      '0.00100',
      '3.59400',
      '3.11437',
    ]);
    expect([103_456.7, 91_210].map(pricesAlike([103_456.7, 91_210]))).toEqual(['103,456.70', '91,210.00']);
  });

  it('does not round a tiny price away for the sake of its column', () => {
    expect(pricesAlike([0.000001, 3.594])(0.000001)).toBe('0.000001');
    expect(pricesAlike([null, null])(3.5)).toBe('3.50');
  });

  it('says the distance as the signed figure beside it does', () => {
    expect(plain(distance(-0.99968))).toBe('99.97 %');
    expect(plain(distance(0.05))).toBe('5.00 %');
  });

  it('writes a raw price as the venue said it', () => {
    expect(rawPrice(0.1152)).toBe('0.1152');
    expect(rawPrice(430.65)).toBe('430.65');
  });

  it('writes spans in the unit a person would use', () => {
    expect(plain(span(5))).toBe('5 min');
    expect(plain(span(65))).toBe('1 h 05 min');
    expect(plain(span(240))).toBe('4 h');
  });

  it('shows a minute as the address says it, whatever the time zone of the reader', () => {
    expect(utc('2025-10-10T21:20Z')).toBe('2025-10-10 21:20');
  });

  it('says in words why a number is missing', () => {
    expect(missingWords('too-few-peers')).toBe('too few peers');
  });

  it('calls two peers weak', () => {
    expect([2, 3, 4, 5].map(peerStrength)).toEqual(['weak', 'fair', 'fair', 'strong']);
  });

  it('keeps a figure and its unit on one line', () => {
    expect(unbroken('At 21:20 UTC it traded 99.94 % below, at 0.001 USD')).toBe(
      'At 21:20\u00A0UTC it traded 99.94\u00A0% below, at 0.001\u00A0USD',
    );
  });

  it('groups whole numbers', () => {
    expect(count(34_560)).toBe('34,560');
  });
});
