import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { marksAnswer, type MarksAnswer } from '../../api/marks';
import { readMarks } from '../../permalink/marks';
import { promised } from '../../domain/unit';
import { minuteRange, plus } from '../../domain/minute';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { marks } from './marks';

const FROM = at('2025-10-10T21:40Z');
/** The day before: an hour in which ratios are known. */
const BEFORE = at('2025-10-09T12:00Z');

let db: FreshDatabase;
let context: Context;

/** A venue's USD book: an hour of the day before at one price, then three minutes, null for one without a trade. */
function book(venue: string, asset: string, price: number, prices: readonly (number | null)[]) {
  return [
    answer({
      market: spot(venue, asset, 'USD'),
      asked: minuteRange(BEFORE, plus(BEFORE, 60)),
      candles: Array.from({ length: 60 }, (_, i) => candle(plus(BEFORE, i), price)),
    }),
    answer({
      market: spot(venue, asset, 'USD'),
      asked: minuteRange(FROM, plus(FROM, 3)),
      candles: prices.flatMap((close, i) =>
        close === null ? [] : [candle(plus(FROM, i), close, { low: close / 2, high: close * 2 })],
      ),
    }),
  ];
}

beforeAll(async () => {
  db = await freshDatabase('real');
  context = { database: db, simulated: false };
  const ledger = ledgerOf(db);
  await ledger.record([
    // Own ratio 4,320 ÷ 4,000 = 1.08; the others' 4,400 ÷ 4,000 = 1.1.
    ...book('binance', 'WBETH', 4_320, [4_320, 432, null]),
    ...book('gate', 'WBETH', 4_400, [4_300, 4_200, 4_100]),
    ...book('bitget', 'WBETH', 4_400, [4_304, null, 4_104]),
    ...book('binance', 'ETH', 9_000, [9_000, 9_000, 9_000]),
    ...book('gate', 'ETH', 4_000, [4_000, 3_800, 3_800]),
    ...book('bitget', 'ETH', 4_000, [4_000, 3_800, 3_800]),
    ...book('kraken', 'ETH', 4_000, [4_000, 3_800, null]),
    ...book('binance', 'USDE', 1, [1, 0.65, 0.9]),
    ...book('bybit', 'USDE', 1, [1, 0.92, 0.99]),
  ]);
});
afterAll(() => db.drop());

async function asked(more: Readonly<Record<string, string>> = {}): Promise<MarksAnswer> {
  const fields = {
    asset: 'WBETH',
    venue: 'binance',
    from: '2025-10-10T21:40Z',
    to: '2025-10-10T21:43Z',
    minPeers: '2',
  };
  const found = await marks(context, promised(readMarks({ ...fields, ...more })));
  if (!found.ok) throw new Error(found.message);
  return marksAnswer.parse(JSON.parse(JSON.stringify(found.value)));
}

describe('marks of a wrapped asset', () => {
  it('are those of the four readings, minute by minute, worked out by hand', async () => {
    const { readings, underlying, ratios, ratio, composition } = await asked();
    expect(ratios).toEqual({
      from: '2025-10-09T00:00Z',
      to: '2025-10-10T00:00Z',
      own: { ratio: 4_320 / 4_000, minutes: 60 },
      others: { ratio: 4_400 / 4_000, minutes: 60 },
    });
    expect(ratio).toEqual({ value: 4_320 / 4_000, source: 'own' });
    expect(composition).toEqual({ ownWeight: 0.2, publisher: 'Binance', published: '2025-10-06' });
    expect(readings.own).toMatchObject({ close: [4_320, 432, null], low: [2_160, 216, null], peers: null });
    expect(readings.own.holes).toEqual([null, null, 'no-trade']);
    // 4,300 and 4,304; gate alone; 4,100 and 4,104, whatever Binance did.
    expect(readings.others).toMatchObject({ close: [4_302, null, 4_102], peers: [2, 1, 2] });
    expect(readings.others.holes).toEqual([null, 'too-few-peers', null]);
    // Binance's own ETH, at 9,000, is left out.
    expect(underlying).toMatchObject({ asset: 'ETH', prices: { close: [4_000, 3_800, 3_800], peers: [3, 3, 2] } });
    expect(readings.ratio.close).toEqual([4_000 * 1.08, 3_800 * 1.08, 3_800 * 1.08]);
    // 0.2 × 4,320 + 0.8 × 4,320; 0.2 × 432 + 0.8 × 4,104 = 86.4 + 3,283.2
    expect(readings.index?.close[0]).toBeCloseTo(4_320, 9);
    expect(readings.index?.close[1]).toBeCloseTo(3_369.6, 9);
    expect(readings.index?.holes).toEqual([null, null, 'no-trade']);
    expect(readings.index?.uncertainty).toEqual([0, 0, null]);
  });

  it('say why the others’ median is empty, and recommend no choice that there is not', async () => {
    const said = 'Only two other venues have a spot market for WBETH here.';
    expect((await asked({ minPeers: '3' })).notes.join(' ')).toContain(said);
    const { notes } = await asked();
    expect(notes.join(' ')).not.toContain(said);
    expect(notes.join(' ')).not.toContain('as the reference');
  });

  it('say that minutes to come count as not fetched', async () => {
    const said = 'Some of these minutes are still to come: they count as not fetched.';
    expect((await asked()).notes).not.toContain(said);
    expect((await asked({ from: '2999-10-10T21:40Z', to: '2999-10-10T21:43Z' })).notes).toContain(said);
  });

  it('have no published index in a window beyond the days it is known for', async () => {
    const { composition, readings } = await asked({ to: '2025-10-11T00:01Z' });
    expect([composition, readings.index]).toEqual([null, null]);
  });

  it('go by the others’ ratio or by a given one where that is asked', async () => {
    expect((await asked({ ratio: 'others' })).readings.ratio.close[0]).toBe(4_000 * (4_400 / 4_000));
    const given = await asked({ ratio: '1.09' });
    expect(given.ratio).toEqual({ value: 1.09, source: 'given' });
    expect(given.readings.ratio.close[0]).toBe(4_000 * 1.09);
  });

  it('have no ratio where fewer than sixty minutes before know both, and say so in each minute', async () => {
    const { ratio, readings, underlying } = await asked({ ratioBefore: '2025-10-09T12:59Z', ratioMinutes: '60' });
    expect(ratio.value).toBeNull();
    expect(readings.ratio.holes).toEqual(['no-ratio', 'no-ratio', 'no-ratio']);
    expect(readings.index?.holes).toEqual(['no-ratio', 'no-ratio', 'no-trade']);
    expect(underlying.prices.close[0]).toBe(4_000);
  });

  it('have no index at a venue that published none', async () => {
    const { composition, readings } = await asked({ venue: 'gate' });
    expect([composition, readings.index]).toEqual([null, null]);
    expect(readings.own.close).toEqual([4_300, 4_200, 4_100]);
  });
});

describe('marks of what is pegged', () => {
  it('have 1 USD for the underlying, a ratio of 1 and no index', async () => {
    const { underlying, ratios, ratio, readings } = await asked({ asset: 'USDE' });
    expect(underlying).toMatchObject({
      asset: null,
      prices: { close: [1, 1, 1], uncertainty: [0, 0, 0], peers: null },
    });
    expect([ratios, ratio, readings.index]).toEqual([null, { value: 1, source: 'peg' }, null]);
    expect(readings.own.close).toEqual([1, 0.65, 0.9]);
    expect(readings.others.holes).toEqual(['too-few-peers', 'too-few-peers', 'too-few-peers']);
  });
});

it('a venue without a book, and an asset without data, are problems', async () => {
  await expect(asked({ venue: 'okx' })).rejects.toThrow('No data for WBETH on OKX');
  await expect(asked({ asset: 'BNSOL' })).rejects.toThrow(/BNSOL/);
});
