import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { LeftOutMarket } from '@/lib/api/leftOut';
import { LeftOutTable } from './LeftOutTable';

const alias: LeftOutMarket = {
  venue: 'coinbase',
  market: 'BTC/USDC',
  kind: 'spot',
  source: 'rest',
  why: 'alias',
  aliasOf: 'BTC/USD',
  factor: null,
  days: ['2023-03-11'],
};
const drawn = (markets: readonly LeftOutMarket[]): string => renderToStaticMarkup(<LeftOutTable markets={markets} />);

describe('the table of markets left out', () => {
  it('says of each why, and on which UTC days', () => {
    const html = drawn([
      alias,
      {
        ...alias,
        venue: 'gate',
        market: 'LEO/USDT',
        why: 'suspected namesake',
        aliasOf: null,
        factor: 0.034,
        days: ['2025-10-10', '2025-10-11'],
      },
    ]);
    expect(html).toContain('second name of BTC/USD</td><td class="max-md:hidden">on 2023-03-11');
    expect(html).toContain(
      'suspected to be another coin or unit: 0.034 times the other venues’ median</td><td class="max-md:hidden">on two UTC days, 2025-10-10 to 2025-10-11',
    );
  });

  it('is not there where every market takes part', () => {
    expect(drawn([])).toBe('');
  });
});
