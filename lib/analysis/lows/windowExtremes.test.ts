import { describe, expect, it } from 'vitest';
import { minute, partsByDay, startOf, type Day, type Minute } from '../../domain/minute';
import type { MarketColumns } from '../types';
import { rateDaysOf } from '../rates/rateDays';
import { bar, flat, marketOf, questionOf, type Slot } from '../testing/markets';
import { WindowRun } from '../window/windowRun';
import { WindowExtremes, type VenueExtremes } from './windowExtremes';

const MIDNIGHT = startOf(20_371 as Day);

/** The extremes of some minutes from a moment on, over these markets. */
function extremes(
  markets: readonly MarketColumns[],
  { from = MIDNIGHT, minutes = 4, rateMarkets = [] as readonly MarketColumns[] } = {},
): readonly VenueExtremes[] {
  const question = questionOf(minutes, { range: { from, to: minute(from + minutes) } });
  const run = new WindowRun(question);
  const extremesOf = new WindowExtremes();
  for (const range of partsByDay(question.range))
    extremesOf.take(run.measure(range, { markets, underlying: [], rates: rateDaysOf(rateMarkets) }));
  return extremesOf.venues();
}
const book = (name: string, slots: readonly Slot[], from: Minute = MIDNIGHT): MarketColumns =>
  marketOf(name, slots, { from });

describe("a venue's extremes in a window", () => {
  it('are its lowest low and its highest high, each at the first minute that has it', () => {
    const [binance] = extremes([
      book('binance ATOM/USD', [bar(4, 4, 3, 4), bar(4, 6, 2, 4), bar(4, 5, 2, 4), bar(4, 6, 3, 4)]),
    ]);
    expect(binance?.low).toMatchObject({ price: 2, minute: MIDNIGHT + 1, rateRule: 'usd', uncertainty: 0 });
    expect(binance?.high).toMatchObject({ price: 6, minute: MIDNIGHT + 1 });
    expect([binance?.notFetched, binance?.leftOut]).toEqual([0, 0]);
  });

  it('pass over minutes without a trade, and count those that nobody asked for', () => {
    const [binance] = extremes([book('binance ATOM/USD', [flat(4), flat(1, 0), undefined, 'unasked'])]);
    expect(binance?.low?.price).toBe(4);
    expect(binance?.notFetched).toBe(1);
  });

  it('count those of which what was sent could not be used', () => {
    const [binance] = extremes([book('binance ATOM/USD', [flat(4), 'set-aside', 'set-aside', 'unasked'])]);
    expect([binance?.setAside, binance?.notFetched]).toEqual([2, 1]);
  });

  it('are those of minutes of unknown volume, too, and not of minutes that moved at volume 0', () => {
    const [binance] = extremes([
      book('binance ATOM/USD', [
        flat(4),
        { open: 4, high: 4, low: 3, close: 4 },
        { open: 4, high: 9, low: 0.9, close: 4, baseVolume: 0 },
        flat(4),
      ]),
    ]);
    expect([binance?.low?.price, binance?.high?.price, binance?.notFetched]).toEqual([3, 4, 0]);
  });

  it('are in USD: a low in a minute without a rate takes no part', () => {
    // 1,300 KRW to 1 USD by bitstamp's direct pair in the first minute and the last; the rate of neighbours is not lent to the ones between.
    const direct = book('bitstamp USD/KRW', [flat(1_300), undefined, undefined, undefined]);
    const [upbit] = extremes([book('upbit ATOM/KRW', [flat(5_200), flat(13), flat(13), flat(13)])], {
      rateMarkets: [direct],
    });
    expect(upbit?.low).toMatchObject({ minute: MIDNIGHT, rateRule: 'thin' });
    expect(upbit?.low?.price).toBeCloseTo(4, 12);
    // One leg of one venue: nobody knows how far off it is.
    expect(upbit?.low?.uncertainty).toBeNaN();
    expect(upbit?.notFetched).toBe(0);
  });

  it('are taken over the book of each day, and name it', () => {
    const lateEvening = minute(MIDNIGHT - 2);
    // Before midnight the USDT book had the larger volume, after it the USD book.
    const usdt = book(
      'binance ATOM/USDT',
      [flat(4, 50), bar(4, 4, 3, 4, 50), flat(4, 1), bar(4, 9, 1, 4, 1)],
      lateEvening,
    );
    const usd = book(
      'binance ATOM/USD',
      [bar(4, 9, 1, 4, 2), flat(4, 2), flat(4, 80), bar(4, 5, 3.5, 4, 80)],
      lateEvening,
    );
    const rates = book(
      'okx USDT/USD',
      Array.from({ length: 4 }, () => flat(1)),
      lateEvening,
    );
    const [binance] = extremes([usdt, usd], { from: lateEvening, rateMarkets: [rates] });
    expect([binance?.low?.market.quote, binance?.low?.minute, binance?.low?.price]).toEqual([
      'USDT',
      lateEvening + 1,
      3,
    ]);
    expect([binance?.high?.market.quote, binance?.high?.price]).toEqual(['USD', 5]);
  });

  it('are not known of a venue that has no book on one of the days', () => {
    const lateEvening = minute(MIDNIGHT - 2);
    const found = extremes(
      [
        book('okx ATOM/USD', [flat(4), flat(4), flat(4), flat(4)], lateEvening),
        book('gate ATOM/USD', [flat(4), flat(4)], MIDNIGHT),
      ],
      { from: lateEvening },
    );
    expect(found.map(({ venue, notFetched }) => [venue, notFetched])).toEqual([
      ['gate', 2],
      ['okx', 0],
    ]);
  });

  it('are not known of a venue whose only book is suspected to name another coin that day', () => {
    const day = (venue: string, price: number): MarketColumns =>
      book(
        `${venue} ATOM/USD`,
        Array.from({ length: 300 }, () => flat(price)),
      );
    const found = extremes([day('binance', 4), day('gate', 4), day('okx', 4), day('mexc', 0.004)], { minutes: 300 });
    expect(found.map(({ venue, low, leftOut }) => [venue, low?.price, leftOut])).toEqual([
      ['binance', 4, 0],
      ['gate', 4, 0],
      ['mexc', undefined, 300],
      ['okx', 4, 0],
    ]);
  });

  it('are of spot alone: a contract shown in place of a book without a trade gives none', () => {
    const found = extremes([
      book('binance ATOM/USD', [undefined, undefined, undefined, 'unasked']),
      marketOf('binance ATOM/USDT', [flat(1), flat(1), flat(1), flat(1)], { kind: 'perp', from: MIDNIGHT }),
      marketOf('bitmex ATOM/USD', [flat(1), flat(1), flat(1), flat(1)], { kind: 'perp', from: MIDNIGHT }),
    ]);
    expect(found).toMatchObject([{ venue: 'binance', low: undefined, high: undefined, notFetched: 1, leftOut: 0 }]);
  });
});
