import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison } from '../../domain/comparison';
import { readComparison } from '../../permalink/compare';
import { promised } from '../../domain/unit';
import type { Context } from '../context';
import { fourVenues, type FourVenues, SILENT, UNASKED, valueOf, WICK } from '../testing/fourVenues';
import { compared } from './compare';

let stored: FourVenues;
let context: Context;
beforeAll(async () => {
  stored = await fourVenues();
  ({ context } = stored);
});
afterAll(() => stored.drop());

const asked = (markets: string): Comparison =>
  promised(readComparison({ markets, from: '2025-10-10T21:00Z', to: '2025-10-10T21:12Z' }));

describe('a comparison of markets', () => {
  it('is the first against each of the others, low against low, and a hole where either has none', async () => {
    const { answer, columns } = valueOf(
      await compared(context, asked('binance:ATOM/USD,coinbase:ATOM/USD,okx:ATOM/USD')),
    );
    expect(answer).toMatchObject({ currency: 'USD', isConverted: false, simulated: true });
    const [coinbase, okx] = answer.spreads;
    expect(coinbase).toMatchObject({
      place: 1,
      close: { below: null, above: null },
      low: { below: { minute: '2025-10-10T21:01Z', ratio: -0.5, a: 50, b: 100 }, above: null },
      median: 0,
    });
    expect(okx?.close.below?.ratio).toBeCloseTo(100 / 104 - 1, 12);
    const [first] = columns;
    expect([WICK, SILENT, UNASKED].map((slot) => first?.close[slot])).toEqual([0, NaN, NaN]);
    expect((coinbase?.compared ?? NaN) + (coinbase?.missing ?? NaN)).toBe(12);
  });

  it('names the market of which nothing is stored', async () => {
    const found = await compared(context, asked('binance:ATOM/USD,okx:ATOM/USD:perp'));
    expect(found.ok ? undefined : found.message).toBe(
      'no candles of OKX ATOM/USD perpetual are stored for this window; bring them in with `plumbline ingest --rehearsal`',
    );
  });
});
