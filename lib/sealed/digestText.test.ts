import { describe, expect, it } from 'vitest';
import { differingParameters, readDigestText } from './digestText';

/** Lines of docs/digest.md. */
const TEXT = `plumbline-digest 4
method 2
asset ATOM
from 2025-10-10T20:00Z
to 2025-10-11T00:00Z
enter 0.02
nature USDT stable USD
nature USDC stable USD
alias coinbase ATOM/USDC ATOM/USD
market binance ATOM/USDT spot file 2025-10-10T00:00Z 2025-10-11T00:00Z 5d2c
rate-market binance BTC/USDT spot rest 2025-10-10T00:00Z 2025-10-12T00:00Z 03fe
`;

describe('the text of a digest', () => {
  it('is read into books and parameters', () => {
    const { parameters, books } = readDigestText(TEXT);
    expect([...parameters]).toEqual([
      ['plumbline-digest', '4'],
      ['method', '2'],
      ['asset', 'ATOM'],
      ['from', '2025-10-10T20:00Z'],
      ['to', '2025-10-11T00:00Z'],
      ['enter', '0.02'],
      ['nature USDT', 'stable USD'],
      ['nature USDC', 'stable USD'],
      ['alias coinbase ATOM/USDC', 'ATOM/USD'],
    ]);
    expect([...books.values()]).toMatchObject([
      {
        role: 'market',
        wanted: { market: { venue: 'binance', base: 'ATOM', quote: 'USDT', kind: 'spot' }, source: 'file' },
        hash: '5d2c',
      },
      { role: 'rate-market', wanted: { source: 'rest' }, hash: '03fe' },
    ]);
    const range = books.get('market binance ATOM/USDT spot file 2025-10-10T00:00Z 2025-10-11T00:00Z')?.range;
    expect(range && range.to - range.from).toBe(1_440);
  });

  it('takes a book’s line of another form for a parameter, and reads on', () => {
    const { parameters, books } = readDigestText('market binance\nmarket a A/B moon rest x y z\n');
    expect([parameters.get('market'), books.size]).toEqual(['a A/B moon rest x y z', 0]);
  });

  it('names each parameter that is another, new or gone', () => {
    const other = TEXT.replace('enter 0.02', 'enter 0.01').replace(
      'stable USD\nnature USDC',
      'plain\nvenues *\nnature USDC',
    );
    expect(differingParameters(readDigestText(TEXT), readDigestText(other))).toEqual([
      { name: 'enter', was: '0.02', now: '0.01' },
      { name: 'nature USDT', was: 'stable USD', now: 'plain' },
      { name: 'venues', was: null, now: '*' },
    ]);
  });

  it('does not call a parameter what follows from a book that came in: the nature of its quote, its alias', () => {
    const line = 'market coinbase ATOM/USDC spot rest 2025-10-10T00:00Z 2025-10-11T00:00Z 77e0\n';
    const [before, after] = [TEXT.replace(/nature USDC.*\nalias.*\n/, ''), `${TEXT}${line}`];
    expect(differingParameters(readDigestText(before), readDigestText(after))).toEqual([]);
    expect(differingParameters(readDigestText(after), readDigestText(before))).toEqual([]);
    // Where both have the book, a table of aliases that says otherwise is a parameter.
    const without = after.replace(/alias.*\n/, '');
    expect(differingParameters(readDigestText(without), readDigestText(after))).toEqual([
      { name: 'alias coinbase ATOM/USDC', was: null, now: 'ATOM/USD' },
    ]);
  });
});
