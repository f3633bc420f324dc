import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CandleValues } from '../../domain/candle';
import { plus, startOf, type Day, type Minute } from '../../domain/minute';
import { openingsIn, timeframeMinutes, TIMEFRAMES } from '../../domain/timeframe';
import { bar, flat, marketOf, type Slot } from '../testing/markets';
import { compareTimeframe, type LongerHistory, type TimeframeComparison } from './compare';
import { foldOf } from './fold';

/** 2025-10-10T00:00Z. */
const MIDNIGHT: Minute = startOf(20_371 as Day);
const FILLER: Slot = { open: 3, high: 3, low: 3, close: 3, baseVolume: 0, quoteVolume: 0, trades: 0 };

const columnsOf = (slots: readonly Slot[]): ReturnType<typeof marketOf>['candles'] =>
  marketOf('binance ATOM/USDT', slots, { from: MIDNIGHT }).candles;

const row = (
  open: number,
  high: number,
  low: number,
  close: number,
  rest: Partial<NonNullable<CandleValues>> = {},
): CandleValues => ({
  open,
  high,
  low,
  close,
  baseVolume: NaN,
  quoteVolume: NaN,
  trades: NaN,
  ...rest,
});

const gave = (...answers: readonly [CandleValues, ...CandleValues[]]): LongerHistory => ({
  open: MIDNIGHT,
  observations: answers.map((said, i) => ({ said, observedAtMs: i })) as unknown as LongerHistory['observations'],
});

/** Five minutes: 3 to 4.5, dipping to 0.001, 50 traded. */
const CRASH: readonly Slot[] = [
  bar(4, 4.5, 3.9, 4.2, 10),
  undefined,
  FILLER,
  bar(4.1, 4.2, 0.001, 3.3, 25),
  bar(3.3, 3.4, 3.2, 3, 15),
];

const against = (
  slots: readonly Slot[],
  ...answers: readonly [CandleValues, ...CandleValues[]]
): ReturnType<typeof compareTimeframe> => compareTimeframe(columnsOf(slots), '5m', [gave(...answers)], false);

describe('a venue’s 5m candle against its minutes', () => {
  it('agrees where it is the fold of the traded ones: first open, extremes, last close, sum of volume', () => {
    expect(against(CRASH, row(4, 4.5, 0.001, 3, { baseVolume: 50 }))).toEqual({
      compared: 1,
      agreeing: 1,
      unanswered: 0,
      disagreements: [],
    });
  });

  it('disagrees where its low was raised afterwards, and both values are reported', () => {
    const found = against(CRASH, row(4, 4.5, 1.5, 3, { baseVolume: 50 }));
    expect([found.compared, found.agreeing]).toEqual([1, 0]);
    expect(found.disagreements).toMatchObject([
      {
        open: MIDNIGHT,
        folded: { low: 0.001 },
        observation: { said: { low: 1.5 } },
        stands: true,
        difference: { kind: 'values', fields: ['low'], price: 1499 },
      },
    ]);
  });

  it('disagrees by neighbouring floats of a price, and by more than a billionth of a volume', () => {
    const said = (close: number, baseVolume: number): TimeframeComparison =>
      against(CRASH, row(4, 4.5, 0.001, close, { baseVolume }));
    expect(said(3, 50 * (1 + 0.9e-9)).agreeing).toBe(1);
    expect(said(3, 50 * (1 + 1.1e-9)).disagreements).toMatchObject([
      { difference: { fields: ['baseVolume'], price: 0 } },
    ]);
    expect(said(3 + 2 ** -51, 50).disagreements).toMatchObject([{ difference: { fields: ['close'] } }]);
  });

  it('is not compared with minutes of which one was not answered', () => {
    expect(against([...CRASH.slice(0, 4), 'unasked'], row(4, 4.5, 1.5, 3, { baseVolume: 50 }))).toEqual({
      compared: 0,
      agreeing: 0,
      unanswered: 1,
      disagreements: [],
    });
  });

  it('is not compared with minutes of which one moved at volume 0: what was traded in it is not known', () => {
    const moved: Slot = { open: 3, high: 3, low: 0.9, close: 3, baseVolume: 0, quoteVolume: 0, trades: 0 };
    expect(against([...CRASH.slice(0, 4), moved], row(4, 4.5, 1.5, 3, { baseVolume: 50 }))).toMatchObject({
      compared: 0,
      unanswered: 1,
      disagreements: [],
    });
  });

  it('compares no volume with that of minutes of unknown volume', () => {
    const unknown: Slot = { open: 3, high: 3, low: 3, close: 3 };
    const said = row(3, 3, 3, 3, { baseVolume: 50, trades: 9 });
    expect(against([unknown, unknown, undefined, undefined, undefined], said).agreeing).toBe(1);
    expect(against([unknown, unknown, undefined, undefined, undefined], row(3, 3, 2, 3)).disagreements).toHaveLength(1);
  });

  it('of a span without a trade is none, however the venue says so', () => {
    const silent = [undefined, FILLER, undefined, undefined, FILLER];
    expect(against(silent, undefined).agreeing).toBe(1);
    expect(against(silent, row(3, 3, 3, 3, { baseVolume: 0, trades: 0 })).agreeing).toBe(1);
    expect(against(silent, row(3, 3, 3, 3, { baseVolume: 1 })).disagreements).toMatchObject([
      { difference: { kind: 'one-has-none', without: 'a' } },
    ]);
  });

  it('that is missing where minutes traded disagrees', () => {
    expect(against(CRASH, undefined).disagreements).toMatchObject([
      { difference: { kind: 'one-has-none', without: 'b' } },
    ]);
  });

  it('compares a volume only where every traded minute and the candle say it', () => {
    const half: readonly Slot[] = [
      { ...flatSlot, baseVolume: 5, trades: 2 },
      { ...flatSlot, trades: 2 },
      flat(3),
      ...Array<Slot>(2),
    ];
    expect(against(half, row(3, 3, 3, 3, { baseVolume: 99, trades: 99 })).agreeing).toBe(1);
  });

  it('that was right before it was edited is reported with the answer that stands; wrong before, with the one that does not', () => {
    const [right, wrong] = [row(4, 4.5, 0.001, 3), row(4, 4.5, 1.5, 3)];
    expect(against(CRASH, right, wrong).disagreements.map(({ stands }) => stands)).toEqual([true]);
    const mended = against(CRASH, wrong, right);
    expect([mended.agreeing, mended.disagreements.map(({ stands }) => stands)]).toEqual([1, [false]]);
  });
});

const flatSlot = { open: 3, high: 3, low: 3, close: 3 };

describe('the candle of an index, whose minutes nobody traded', () => {
  it('is the fold of all of them', () => {
    const prices: readonly Slot[] = [1, 5, 2, 4, 3].map((price) => row(price, price, price, price));
    const compared = (said: CandleValues): TimeframeComparison =>
      compareTimeframe(columnsOf(prices), '5m', [gave(said)], true);
    expect(compared(row(1, 5, 1, 3)).agreeing).toBe(1);
    expect(compared(row(1, 4, 1, 3)).disagreements).toHaveLength(1);
  });
});

/** A second fold, written from the method alone: the rows are listed, the untraded ones thrown away, the rest sorted. */
function secondFold(slots: readonly Slot[], from: number, to: number): readonly number[] | undefined {
  const traded = slots
    .slice(from, to)
    .filter((slot) => typeof slot === 'object')
    .filter(({ baseVolume = 0, quoteVolume = 0, trades = 0 }) => baseVolume > 0 || quoteVolume > 0 || trades > 0);
  const of = (field: 'open' | 'high' | 'low' | 'close' | 'baseVolume'): number[] =>
    traded.map((slot) => slot[field] ?? NaN);
  const [open] = of('open');
  if (open === undefined) return undefined;
  const [low] = of('low').sort((a, b) => a - b);
  const [high] = of('high').sort((a, b) => b - a);
  return [open, high ?? NaN, low ?? NaN, of('close').at(-1) ?? NaN, of('baseVolume').reduce((sum, one) => sum + one)];
}

const cents = fc.integer({ min: 1, max: 9_999 });
const anySlot: fc.Arbitrary<Slot> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ prices: fc.tuple(cents, cents, cents, cents), tenths: fc.integer({ min: 0, max: 50 }) })
      .map(({ prices, tenths }): Slot => {
        const [low, open, close, high] = prices.map((price) => price / 100).sort((a, b) => a - b) as typeof prices;
        return bar(open, high, low, close, tenths / 10);
      }),
  },
  { weight: 2, arbitrary: fc.constant(undefined) },
);

describe('the fold', () => {
  it.each(TIMEFRAMES)('of %s is a second reading of the method', (timeframe) => {
    const step = timeframeMinutes(timeframe);
    fc.assert(
      fc.property(fc.array(anySlot, { minLength: step, maxLength: Math.max(2 * step, 40) }), (slots) => {
        const columns = columnsOf(slots);
        for (const open of openingsIn(columns.range, timeframe)) {
          const folded = foldOf(columns, { from: open, to: plus(open, step) }, false);
          const second = secondFold(slots, open - MIDNIGHT, open - MIDNIGHT + step);
          const first = folded && [folded.open, folded.high, folded.low, folded.close, folded.baseVolume];
          expect(first?.slice(0, 4)).toEqual(second?.slice(0, 4));
          expect(first?.[4] ?? 1).toBeCloseTo(second?.[4] ?? 1, 9);
        }
      }),
      { numRuns: timeframe === '1d' ? 3 : 40 },
    );
  });
});
