import { describe, expect, it } from 'vitest';
import * as english from './en/spelled';
import * as korean from './ko/spelled';
import * as simplified from './zh-Hans/spelled';
import * as traditional from './zh-Hant/spelled';

describe('what stands between', () => {
  it.each([
    ['English', english, 'Binance, OKX, Kraken', '21:20; 21:36', 'First. Second.'],
    ['Korean', korean, 'Binance, OKX, Kraken', '21:20; 21:36', 'First. Second.'],
    ['Traditional Chinese', traditional, 'Binance、OKX、Kraken', '21:20；21:36', 'First.Second.'],
    ['Simplified Chinese', simplified, 'Binance、OKX、Kraken', '21:20；21:36', 'First.Second.'],
  ])('entries, clauses and sentences in %s', (_, { joins }, items, clauses, sentences) => {
    expect(['Binance', 'OKX', 'Kraken'].join(joins.items)).toBe(items);
    expect(['21:20', '21:36'].join(joins.clauses)).toBe(clauses);
    expect(['First.', 'Second.'].join(joins.sentences)).toBe(sentences);
  });
});
