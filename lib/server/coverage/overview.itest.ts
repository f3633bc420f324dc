import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overviewAnswer } from '../../api/overview';
import { ledgerOf } from '../../store/ledger/ledger';
import { spot } from '../../store/testing/testAnswers';
import type { Context } from '../context';
import { overview } from './overview';
import { candles, fourVenues, type FourVenues, simulated, valueOf } from '../testing/fourVenues';

let stored: FourVenues;
let context: Context;
beforeAll(async () => {
  stored = await fourVenues();
  ({ context } = stored);
});
afterAll(() => stored.drop());

describe('the overview', () => {
  it('lists what is stored, its candles and the window it opens with, and the deepest first', async () => {
    const found = overviewAnswer.parse(valueOf(await overview(context)));
    const event = { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };
    expect(found.simulated).toBe(true);
    expect(found.assets.map(({ asset: code }) => code)).toEqual(['ATOM', 'DOGE', 'XRP']);
    // 10 of binance, 12 of coinbase, 11 of kraken, 12 of okx.
    expect(found.assets[0]).toMatchObject({
      venues: ['binance', 'coinbase', 'kraken', 'okx'],
      from: '2025-10-10T21:00Z',
      to: '2025-10-10T21:12Z',
      window: event,
      candles: 45,
    });
    expect(
      found.deepest.map(({ asset: code, venue: id, side, from, to, enter }) => [code, id, side, from, to, enter]),
    ).toEqual([
      ['ATOM', 'binance', 'below', event.from, event.to, 0.02],
      ['ATOM', 'okx', 'above', event.from, event.to, 0.02],
    ]);
  });

  it('is made anew once more candles are stored', async () => {
    await ledgerOf(stored.db).record([simulated(spot('gate', 'ATOM', 'USD'), 0, 1, candles(100, [0]))]);
    expect(valueOf(await overview(context)).assets[0]).toMatchObject({
      candles: 46,
      venues: ['binance', 'coinbase', 'gate', 'kraken', 'okx'],
    });
  });
});
