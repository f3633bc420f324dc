import { describe, expect, it } from 'vitest';
import type { Asset, Kind, Venue } from '../../domain/market';
import { formatMinute, minute, type Minute } from '../../domain/minute';
import { analyse } from '../analyse';
import { orderOfEvents, whoMovedFirst, type EventOrder } from './orderOfEvents';
import { bar, flat, marketOf, questionOf, type Slot } from '../testing/markets';
import { scorecardsOf } from './scorecard';
import type { Analysis } from '../types';

/** Three calm venues at 100, and two that stray: binance to 40 and 94 in its lows, gate to 103 in its highs. */
function strayed(minutes = 12): Analysis {
  const calm = Array.from({ length: minutes }, (): Slot => flat(100));
  const binance = calm.map((slot, i): Slot =>
    i === 3 ? bar(100, 100, 40, 97) : i === 4 ? bar(97, 100, 94, 100) : slot,
  );
  const gate = calm.map((slot, i): Slot => (i === 6 ? bar(100, 103, 100, 100) : slot));
  const books = ['bybit', 'kraken', 'okx'].map((venue) => marketOf(`${venue} ATOM/USD`, calm));
  return analyse({
    question: questionOf(minutes),
    markets: [marketOf('binance ATOM/USD', binance), marketOf('gate ATOM/USD', gate), ...books],
    rateMarkets: [],
  });
}

describe('a scorecard', () => {
  it('counts the minutes beyond 1, 2, 5, 10, 25 and 50 % to either side, and those outside every other venue', () => {
    const [binance, , gate] = [...scorecardsOf(strayed())].sort((a, b) => (a.market.venue < b.market.venue ? -1 : 1));
    // Lows of 40 and 94 against 100: −60 % and −6 %.
    expect(binance).toMatchObject({
      episodes: 1,
      worstRank: 1,
      measuredMinutes: 12,
      minutesBeyond: [2, 2, 2, 1, 1, 1],
      minutesOutside: 2,
    });
    expect(binance?.deepest?.peak).toBe(40 / 100 - 1);
    // Closed at −3 % in one minute of the episode.
    expect(binance?.areaPctMinutes).toBeCloseTo(3, 12);
    expect(gate).toMatchObject({ episodes: 1, worstRank: 2, minutesBeyond: [1, 1, 0, 0, 0, 0], minutesOutside: 1 });
  });

  it('counts a minute at a level as one beyond it, and none short of it', () => {
    const calm = Array.from({ length: 4 }, (): Slot => flat(100));
    // −50 % and +25 % to the bit, and one unit in the last place less of the first.
    const strays: readonly Slot[] = [
      bar(100, 100, 50, 100),
      bar(100, 125, 100, 100),
      bar(100, 100, 50.00000000000001, 100),
    ];
    const books = ['bybit', 'kraken', 'okx'].map((venue) => marketOf(`${venue} ATOM/USD`, calm));
    const markets = [marketOf('binance ATOM/USD', [...strays, flat(100)]), ...books];
    const analysis = analyse({ question: questionOf(4), markets, rateMarkets: [] });
    const [binance] = scorecardsOf(analysis);
    expect(binance?.minutesBeyond).toEqual([3, 3, 3, 3, 3, 1]);
    // The same as the window counts them, minute by minute.
    expect([...(analysis.rows[0]?.minutesBeyond ?? [])]).toEqual([3, 3, 3, 3, 3, 1]);
  });

  it('of a venue that never strayed has no rank and no deepest', () => {
    const okx = scorecardsOf(strayed()).find(({ market }) => market.venue === 'okx');
    expect(okx).toMatchObject({
      episodes: 0,
      deepest: undefined,
      worstRank: undefined,
      minutesOutside: 0,
      areaPctMinutes: 0,
    });
  });
});

describe('the order of events', () => {
  it("names each venue's first minute beyond 1, 5 and 10 %, from its reference and from its own level before", () => {
    const orders = orderOfEvents(strayed());
    const firsts = orders.map(({ market, strayed: minutes }) => [
      market.venue,
      ...minutes.map((minute) => (minute === undefined ? '-' : formatMinute(minute))),
    ]);
    expect(firsts[0]).toStrictEqual(['binance', '2025-10-10T21:23Z', '2025-10-10T21:23Z', '2025-10-10T21:23Z']);
    expect(firsts.slice(1).map(([venue, ...rest]) => [venue, new Set(rest)])).toStrictEqual(
      ['bybit', 'gate', 'kraken', 'okx'].map((venue) => [venue, new Set(['-'])]),
    );
    expect(orders[0]?.fell.map((minute) => (minute === undefined ? '-' : formatMinute(minute)))).toStrictEqual([
      '2025-10-10T21:23Z',
      '2025-10-10T21:23Z',
      '2025-10-10T21:23Z',
    ]);
  });

  it('takes the median of the first five traded closes as the level before', () => {
    // 100: of six closes it were 102, of which 100 is 2 % below, and 91 is 10.8 %.
    const slots = [100, 100, 100, 104, 104, 104, 91, 89.9].map((price) => flat(price));
    const { from } = questionOf(1).range;
    const markets = [marketOf('binance ATOM/USD', slots)];
    const [binance] = orderOfEvents(analyse({ question: questionOf(slots.length), markets, rateMarkets: [] }));
    expect(binance?.fell).toStrictEqual([6, 6, 7].map((slot) => minute(from + slot)));
  });

  it('puts neither of two markets of a venue first that moved in the same minute: they stay as shown', () => {
    const order = (kind: Kind, venue: string, first: Minute | undefined): EventOrder => ({
      market: { venue: venue as Venue, base: 'ATOM' as Asset, quote: 'USDT', kind },
      strayed: [first, undefined, undefined],
      fell: [],
      episodes: 0,
      recovered: undefined,
    });
    const [spot, perp] = [order('spot', 'okx', minute(5)), order('perp', 'okx', minute(5))];
    expect([whoMovedFirst(spot, perp), whoMovedFirst(perp, spot)]).toStrictEqual([0, 0]);
    const never = (['spot', 'perp', 'mark'] as const).map((kind) => order(kind, 'okx', undefined));
    for (const a of [spot, perp, order('spot', 'gate', minute(5)), order('spot', 'gate', minute(4)), ...never])
      for (const b of [spot, perp, order('mark', 'gate', minute(5)), ...never])
        expect(whoMovedFirst(a, b) + whoMovedFirst(b, a)).toBe(0);
    const gate = order('spot', 'gate', minute(5));
    expect([...never, perp, spot, gate].sort(whoMovedFirst)).toStrictEqual([gate, perp, spot, ...never]);
  });

  it('tells the minute a venue was back, and nothing where the window ended before', () => {
    const back = (analysis: Analysis): string | undefined => {
      const minute = orderOfEvents(analysis).find(({ market }) => market.venue === 'binance')?.recovered;
      return minute === undefined ? undefined : formatMinute(minute);
    };
    expect(back(strayed())).toBe('2025-10-10T21:25Z');
    expect(back(strayed(6))).toBeUndefined();
  });

  it('tells no minute where a venue strayed and then fell silent: nobody saw it come back', () => {
    const calm = Array.from({ length: 45 }, (): Slot => flat(100));
    // Astray in minute 3, then 31 minutes without a trade, which close the episode, then calm.
    const binance = calm.map((slot, i): Slot => (i === 3 ? flat(40) : i > 3 && i <= 34 ? undefined : slot));
    const books = ['bybit', 'kraken', 'okx'].map((venue) => marketOf(`${venue} ATOM/USD`, calm));
    const analysis = analyse({
      question: questionOf(45),
      markets: [marketOf('binance ATOM/USD', binance), ...books],
      rateMarkets: [],
    });
    expect(analysis.episodes.map(({ censored }) => censored)).toStrictEqual(['gap']);
    expect(orderOfEvents(analysis)[0]?.recovered).toBeUndefined();
  });
});
