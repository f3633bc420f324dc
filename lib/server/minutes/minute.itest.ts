import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minuteAnswer } from '../../api/minute';
import type { Venue } from '../../domain/market';
import type { Question } from '../../domain/question';
import { at, range } from '../../store/testing/testAnswers';
import type { Context } from '../context';
import { minuteOf } from './minute';
import {
  asset,
  fourVenues,
  type FourVenues,
  NINE,
  question,
  SILENT,
  UNASKED,
  valueOf,
  WICK,
} from '../testing/fourVenues';

let stored: FourVenues;
let context: Context;
beforeAll(async () => {
  stored = await fourVenues();
  ({ context } = stored);
});
afterAll(() => stored.drop());

describe('one minute', () => {
  const minute = async (m: number, change: Partial<Question> = {}): Promise<ReturnType<typeof minuteAnswer.parse>> =>
    minuteAnswer.parse(valueOf(await minuteOf(context, question(change), at(NINE + m))));

  it('is stated in a sentence, with every venue’s raw and converted candle', async () => {
    const found = await minute(WICK);
    expect(found.sentence).toBe(
      'On 2025-10-10 at 21:01 UTC, ATOM traded as low as 50 USD on Binance (ATOM/USD), 50.00 % below the median low of 3 other venues, 100 USD; no other venue traded lower that minute.',
    );
    expect(found).toMatchObject({ simulated: true, minute: '2025-10-10T21:01Z', currency: 'USD', reference: 'others' });
    const price = { open: 100, high: 100, low: 50, close: 100 };
    expect(found.venues[0]).toMatchObject({
      venue: 'binance',
      quote: 'USD',
      source: 'simulated',
      raw: price,
      converted: price,
      baseVolume: 10,
      quoteVolume: null,
      trades: null,
      rate: { rule: 'usd', value: 1 },
      reference: { low: 100, high: 100, close: 100 },
      peers: 3,
      dLow: -0.5,
      missing: null,
    });
  });

  it('claims nothing of venues that were left out by choice', async () => {
    const venuesOf = (...ids: readonly string[]): Partial<Question> => ({
      venues: ids as readonly Venue[],
      minPeers: 2,
    });
    const clause = async (...ids: readonly string[]): Promise<string | undefined> =>
      (await minute(WICK, venuesOf(...ids))).sentence.split('; ')[1];
    expect(await clause('binance', 'coinbase', 'kraken', 'okx')).toBe('no other venue traded lower that minute.');
    expect(await clause('binance', 'coinbase', 'okx')).toBe(
      'of the venues measured, no other traded lower that minute.',
    );
  });

  it('says why nobody is measured where that is so', async () => {
    expect((await minute(SILENT)).sentence).toBe(
      'On 2025-10-10 at 21:02 UTC no venue’s ATOM price could be measured: no trade (Binance); too few other venues to compare with (Coinbase, Kraken, OKX).',
    );
    expect((await minute(UNASKED)).venues[0]).toMatchObject({
      venue: 'binance',
      raw: { low: null },
      missing: 'not-fetched',
    });
    expect((await minute(2_000)).sentence).toBe(
      'On 2025-10-12 at 06:20 UTC no venue’s ATOM price could be measured: not fetched (Binance, Coinbase, Kraken, OKX).',
    );
  });

  it('shows what a venue said even where it cannot be converted', async () => {
    const upbit = (await minute(0, { asset: asset('DOGE') })).venues.find(({ venue: id }) => id === 'upbit');
    expect(upbit).toMatchObject({
      raw: { close: 340 },
      converted: { close: null },
      rate: { rule: 'none', value: null },
      missing: 'no-rate',
    });
  });

  it('does not depend on the window it was looked at in', async () => {
    expect((await minute(WICK, { range: range(NINE, NINE + 2) })).digest).toBe((await minute(WICK)).digest);
  });
});
