import { describe, expect, it } from 'vitest';
import type { Kind, Venue } from '../../../domain/market';
import type { MarketColumns } from '../../../domain/marketColumns';
import { minute, MINUTES_PER_DAY } from '../../../domain/minute';
import { flat, marketOf, type Slot } from '../markets';
import { ask, MIDNIGHT, steady } from './asked';
import type { Asked } from './question';
import { readMethod } from './reading';

const from = MIDNIGHT;
const NOON = minute(MIDNIGHT + 720);
const times = (minutes: number, slot: Slot): readonly Slot[] => new Array<Slot>(minutes).fill(slot);

/** Ten minutes from midnight, of one price; base volume as said. */
const book = (name: string, volume: number, kind: Kind = 'spot', at = from): MarketColumns =>
  marketOf(name, times(10, flat(4, volume)), { from: at, kind });

/** The books shown at noon, long after all of them fell silent. */
function shown(
  markets: readonly MarketColumns[],
  asked: Partial<Asked> = {},
  rateMarkets: readonly MarketColumns[] = [],
) {
  const { series } = readMethod({ question: ask(1, asked, NOON), markets, rateMarkets });
  return series.flatMap(({ books }) =>
    books.map(({ market }) => `${market.venue} ${market.quote}${market.kind === 'spot' ? '' : ` ${market.kind}`}`),
  );
}

/** USDT and EUR by one leg each, of a venue that has nothing else, in the first ten minutes. */
const RATES = [steady('bitstamp USDT/USD', 1, 10, from), steady('bitstamp EUR/USD', 1.25, 10, from)];

describe("a venue's book of a UTC day, by hand", () => {
  it('is that of the greatest base volume of the whole day, whatever window is asked for', () => {
    expect(shown([book('okx ATOM/USD', 1), book('okx ATOM/USDT', 2)], {}, RATES)).toStrictEqual(['okx USDT']);
    expect(shown([book('okx ATOM/USD', 3), book('okx ATOM/USDT', 2)], {}, RATES)).toStrictEqual(['okx USD']);
    // The day before belongs to another day.
    const before = book('okx ATOM/USDT', 90, 'spot', minute(MIDNIGHT - 10));
    expect(shown([book('okx ATOM/USD', 1), before], {}, RATES)).toStrictEqual(['okx USD']);
  });

  it('is one whose rate was measured in nine minutes of ten, where there is any such', () => {
    // USDT is at assumed parity, KRW has no rate.
    expect(shown([book('okx ATOM/USD', 1), book('okx ATOM/USDT', 2)])).toStrictEqual(['okx USD']);
    expect(shown([book('okx ATOM/KRW', 9), book('okx ATOM/USDT', 2)])).toStrictEqual(['okx KRW']);
    const nine = [steady('bitstamp USDT/USD', 1, 9, from)];
    const eight = [steady('bitstamp USDT/USD', 1, 8, from)];
    expect(shown([book('okx ATOM/USD', 1), book('okx ATOM/USDT', 2)], {}, nine)).toStrictEqual(['okx USDT']);
    expect(shown([book('okx ATOM/USD', 1), book('okx ATOM/USDT', 2)], {}, eight)).toStrictEqual(['okx USD']);
    // OKX's own pair is no leg of its own books.
    expect(
      shown([book('okx ATOM/USD', 1), book('okx ATOM/USDT', 2)], {}, [steady('okx USDT/USD', 1, 10, from)]),
    ).toStrictEqual(['okx USD']);
  });

  it('of equal volume is USD, then USDT, then USDC, then by the alphabet; an unknown volume is 0', () => {
    const all = ['TRY', 'EUR', 'USDC', 'USDT', 'USD'].map((quote) => book(`okx ATOM/${quote}`, 1));
    const rates = [...RATES, steady('bitstamp USDC/USD', 1, 10, from), steady('bitstamp TRY/USD', 0.02, 10, from)];
    for (const [i, expected] of ['USD', 'USDT', 'USDC', 'EUR', 'TRY'].entries())
      expect(shown(all.slice(0, 5 - i), {}, rates)[0]).toBe(`okx ${i < 3 ? expected : i === 3 ? 'EUR' : 'TRY'}`);
    const unknown = marketOf('okx ATOM/USD', times(10, { open: 4, high: 4, low: 4, close: 4, trades: 2 }), { from });
    expect(shown([unknown, book('okx ATOM/USDT', 0.1)], {}, RATES)).toStrictEqual(['okx USDT']);
  });

  it('traded, where any did', () => {
    const silent = marketOf('okx ATOM/USD', times(10, undefined), { from });
    expect(shown([silent, book('okx ATOM/KRW', 1)])).toStrictEqual(['okx KRW']);
    expect(shown([silent])).toStrictEqual(['okx USD']);
  });

  it('is a contract only where no spot book traded that day, or beside it where the reader says so', () => {
    const perp = book('okx ATOM/USDT', 9, 'perp');
    const silent = marketOf('okx ATOM/USD', times(10, undefined), { from });
    expect(shown([perp, book('okx ATOM/USD', 1)])).toStrictEqual(['okx USD']);
    expect(shown([perp, silent])).toStrictEqual(['okx USDT perp']);
    const choice = [{ venue: 'okx' as Venue, quote: 'USDT', kind: 'perp' as const }];
    expect(shown([perp, book('okx ATOM/USD', 1)], { markets: choice })).toStrictEqual(['okx USD', 'okx USDT perp']);
  });

  it("is the reader's where he chose one that takes part", () => {
    const choice = [{ venue: 'okx' as Venue, quote: 'KRW', kind: 'spot' as const }];
    expect(shown([book('okx ATOM/USD', 9), book('okx ATOM/KRW', 1)], { markets: choice })).toStrictEqual(['okx KRW']);
    const alias = [{ venue: 'coinbase' as Venue, quote: 'USDC', kind: 'spot' as const }];
    const coinbase = [book('coinbase ATOM/USD', 1), book('coinbase ATOM/USDC', 1)];
    expect(shown(coinbase, { markets: alias })).toStrictEqual(['coinbase USD']);
  });

  it('is by the source that answered most of that day', () => {
    const rest = marketOf('okx ATOM/USD', times(10, flat(4)), { from });
    const file = marketOf('okx ATOM/USD', times(11, flat(5)), { from, source: 'file' });
    const ui = marketOf('okx ATOM/USD', times(99, flat(6)), { from, source: 'ui' });
    const { series } = readMethod({ question: ask(1, {}, from), markets: [ui, rest, file], rateMarkets: [] });
    expect(series[0]?.books).toMatchObject([{ source: 'file', otherSources: ['rest', 'ui'] }]);
    expect(series[0]?.minutes.get(from)?.price?.low).toBe(5);
    const equal = marketOf('okx ATOM/USD', times(10, flat(5)), { from, source: 'file' });
    const preferred = readMethod({ question: ask(1, {}, from), markets: [ui, equal, rest], rateMarkets: [] });
    expect(preferred.series[0]?.books).toMatchObject([{ source: 'rest', otherSources: ['file', 'ui'] }]);
  });
});

describe('over several days', () => {
  /** OKX trades most in USD on the first day, in USDT on the second; the whole of both is asked for. */
  const two = [
    ['USD', 5, 1],
    ['USDT', 1, 5],
  ].map(([quote, first, second]) =>
    marketOf(
      `okx ATOM/${String(quote)}`,
      [...times(MINUTES_PER_DAY, flat(4, Number(first))), ...times(5, flat(4, Number(second)))],
      { from },
    ),
  );
  const rates = [steady('bitstamp USDT/USD', 1, MINUTES_PER_DAY + 5, from)];
  const last = minute(MIDNIGHT + MINUTES_PER_DAY - 3);

  it('each day has its own book, in one row, and every stretch is named', () => {
    const { series } = readMethod({ question: ask(6, {}, last), markets: two, rateMarkets: rates });
    const noon = minute(last + 3);
    expect(series).toHaveLength(1);
    expect(series[0]?.books).toMatchObject([
      { from: last, to: noon, market: { quote: 'USD' } },
      { from: noon, to: noon + 3, market: { quote: 'USDT' } },
    ]);
    expect([...(series[0]?.minutes.values() ?? [])].map(({ usd }) => usd.rule)).toStrictEqual([
      ...times(3, undefined).map(() => 'usd'),
      ...times(3, undefined).map(() => 'thin'),
    ]);
  });

  it('a book chosen by the reader stands on all of them', () => {
    const markets = [{ venue: 'okx' as Venue, quote: 'USD', kind: 'spot' as const }];
    const { series } = readMethod({ question: ask(6, { markets }, last), markets: two, rateMarkets: rates });
    expect(series[0]?.books).toMatchObject([{ from: last, to: last + 6, market: { quote: 'USD' } }]);
  });
});

describe('without a rate', () => {
  it('the quote is compared that most venues have a book in, aliases not counted', () => {
    const named = (...names: readonly string[]): readonly MarketColumns[] => names.map((name) => book(name, 1));
    const raw = { rate: 'none' } as const;
    expect(shown(named('okx ATOM/USDT', 'gate ATOM/USDT', 'gate ATOM/USD', 'kraken ATOM/USD'), raw)).toStrictEqual([
      'gate USD',
      'kraken USD',
    ]);
    expect(shown(named('okx ATOM/EUR', 'gate ATOM/EUR', 'gate ATOM/USD'), raw)).toStrictEqual(['gate EUR', 'okx EUR']);
    expect(
      shown(
        named(
          'coinbase ATOM/USD',
          'coinbase ATOM/USDC',
          'gate ATOM/USDC',
          'okx ATOM/USDT',
          'kraken ATOM/USDT',
          'kraken ATOM/USD',
        ),
        raw,
      ),
    ).toStrictEqual(['coinbase USD', 'kraken USD']);
    const againstOne = { ...raw, reference: { kind: 'venue', venue: 'okx' as Venue } } as const;
    expect(shown(named('okx ATOM/EUR', 'gate ATOM/USDT', 'kraken ATOM/USDT'), againstOne)).toStrictEqual(['okx EUR']);
  });
});
