import { describe, expect, it } from 'vitest';
import { readComparison } from './compare';
import { readScan } from './scan';
import { wrongFields } from './wrongFields';

const TWO = { markets: 'binance:ATOM/USDT,okx:ATOM/USDT', from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };

/** Of a comparison that is refused. */
function wrongOf(changes: Partial<typeof TWO>): readonly string[] {
  const asked = { ...TWO, ...changes };
  const read = readComparison(asked);
  if (read.ok) throw new Error('it was not refused');
  return wrongFields(read.error, asked);
}

describe('the fields that hold what is refused', () => {
  it.each([
    [{ markets: 'binance:ATOM/USDT, nonsense' }, ['markets']],
    [{ markets: 'binance:ATOM/USDT' }, ['markets']],
    [{ from: 'yesterday' }, ['from']],
    [{ to: '2025-02-30T00:00Z' }, ['to']],
    [{ from: TWO.to, to: TWO.from }, ['from', 'to']],
  ])('%j: %j', (changes, expected) => {
    expect(wrongOf(changes)).toEqual(expected);
  });

  it('are those of a list that has it as a part', () => {
    const asked = { from: TWO.from, to: TWO.to, venues: 'binance,no venue' };
    const read = readScan(asked);
    expect(read.ok ? [] : wrongFields(read.error, asked)).toEqual(['venues']);
  });
});
