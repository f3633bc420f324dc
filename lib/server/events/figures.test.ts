import { describe, expect, it } from 'vitest';
import { emptyColumns, type CandleColumns } from '../../domain/candle';
import { at, market, range } from '../../domain/events/build';
import type { Check, PublishedFigure } from '../../domain/events/event';
import { figureAnswerOf, type Stored } from './figures';

const USDE = market('binance:USDE/USDT');
const HOUR = range('2025-10-10T21:00Z', '2025-10-10T22:00Z');

/** Candles of the hour's first minutes, one price each, holes where there is none. */
function candles(...prices: readonly number[]): CandleColumns {
  const columns = emptyColumns(HOUR);
  for (const field of ['open', 'high', 'low', 'close'] as const) columns[field].set(prices);
  return columns;
}
const stored = (columns: CandleColumns | undefined, deviation: number | null = null): Stored => ({
  columnsOf: () => (columns === undefined ? undefined : { market: USDE, source: 'rest', candles: columns }),
  deviationOf: () => deviation,
});
const held = (check: Check, of: Stored) => {
  const figure: PublishedFigure = { publisher: 'quantlet', check };
  return figureAnswerOf(figure, of);
};

describe('a published figure against stored candles', () => {
  const closes: Check = { kind: 'closes-below', market: USDE, range: HOUR, level: '0.99', minutes: '2' };

  it('counts the minutes that closed below a level, not at it', () => {
    expect(held(closes, stored(candles(0.98, 0.99, 0.65, NaN, 1)))).toMatchObject({
      verdict: 'same',
      measured: 2,
      minutes: 4,
      of: 60,
    });
    expect(held(closes, stored(candles(0.98, 0.99)))).toMatchObject({ verdict: 'other', measured: 1 });
    expect(held(closes, stored(candles()))).toMatchObject({ verdict: 'not-stored', measured: null });
    expect(held(closes, stored(undefined))).toMatchObject({ verdict: 'not-stored', measured: null });
  });

  it('takes the first of equal extremes, within its own range alone', () => {
    const within = range('2025-10-10T21:01Z', '2025-10-10T21:05Z');
    const of = stored(candles(0.1, 0.65, 0.65, 1.2, 1.2, 9));
    expect(held({ kind: 'low', market: USDE, range: within, price: '0.65' }, of)).toMatchObject({
      verdict: 'same',
      measured: 0.65,
      measuredMinute: '2025-10-10T21:01Z',
      minute: null,
    });
    expect(held({ kind: 'high', market: USDE, range: within, price: '1.3' }, of)).toMatchObject({
      verdict: 'other',
      measured: 1.2,
      measuredMinute: '2025-10-10T21:03Z',
    });
  });

  it('compares a deviation in percent with a ratio, where one could be measured', () => {
    const check: Check = { kind: 'deviation', market: USDE, at: at('2025-10-10T21:01Z'), percent: '-14.35' };
    const one = candles(1, 1);
    expect(held(check, stored(one, -0.14353))).toMatchObject({ verdict: 'same', measured: -0.14353 });
    expect(held(check, stored(one, -0.1))).toMatchObject({ verdict: 'other' });
    expect(held(check, stored(one))).toMatchObject({ verdict: 'not-compared', measured: null });
    expect(held(check, stored(candles(1), -0.14353))).toMatchObject({ verdict: 'not-stored', measured: null });
  });
});
