import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CANDLE_FIELDS, PRICE_FIELDS } from '../domain/candle';
import { minute } from '../domain/minute';
import { analyse } from './analyse';
import { anyInput } from './testing/anyMarkets';
import { bar, DEEPEST_MINUTE, flat, marketOf, questionOf, type Slot } from './testing/markets';
import { expectSame } from './testing/same';
import { MISSING, type Analysis, type MarketColumns, type VenueSeries } from './types';

const RUNS = { numRuns: 150 };
/** For a slow machine: a hang, not a wait, is what it ends. */
const TIMEOUT = { timeout: 60_000 };

const DEVIATIONS = ['dLow', 'dHigh', 'dClose', 'outside'] as const;
const REFERENCES = ['referenceLow', 'referenceHigh', 'referenceClose', 'dispersion'] as const;

/** Every price and quote volume times a factor. */
const multiplied = (columns: MarketColumns, factor: number): MarketColumns => ({
  ...columns,
  candles: {
    ...columns.candles,
    ...Object.fromEntries(
      [...PRICE_FIELDS, 'quoteVolume' as const].map((field) => [
        field,
        columns.candles[field].map((value) => value * factor),
      ]),
    ),
  },
});

describe('whatever the markets', () => {
  it(
    'multiplying every price by a power of two changes no deviation, no hole and no episode, to the bit',
    TIMEOUT,
    () => {
      fc.assert(
        fc.property(anyInput, fc.integer({ min: -40, max: 40 }), (input, power) => {
          const factor = 2 ** power;
          const before = analyse(input);
          const after = analyse({ ...input, markets: input.markets.map((one) => multiplied(one, factor)) });
          const ratios = (series: VenueSeries): unknown => [
            series.venue,
            ...DEVIATIONS.map((name) => series[name]),
            series.missing,
            series.peers,
          ];
          expectSame(after.series.map(ratios), before.series.map(ratios));
          expect(after.episodes).toStrictEqual(
            before.episodes.map((episode) => ({
              ...episode,
              peakPrice: episode.peakPrice * factor,
              peakReference: episode.peakReference * factor,
              usdVolume: episode.usdVolume * factor,
              blocs:
                episode.blocs === undefined
                  ? undefined
                  : { usd: episode.blocs.usd * factor, usdt: episode.blocs.usdt * factor },
            })),
          );
          expect([after.market, after.falls]).toStrictEqual([before.market, before.falls]);
        }),
        RUNS,
      );
    },
  );

  it('a venue never affects its own reference', TIMEOUT, () => {
    fc.assert(
      fc.property(anyInput, fc.nat(), fc.double({ min: 0.001, max: 1_000, noNaN: true }), (input, which, factor) => {
        const before = analyse(input);
        const self = before.series[which % before.series.length];
        if (self === undefined) return;
        const after = analyse({
          ...input,
          markets: input.markets.map((one) => (one.market.venue === self.venue ? multiplied(one, factor) : one)),
        });
        const own = after.series.find(({ venue }) => venue === self.venue);
        for (const name of [...REFERENCES, 'peers'] as const) expectSame(own?.[name], self[name], name);
      }),
      RUNS,
    );
  });

  it('episodes of one venue and side never overlap, lie in the window, and hold their peak', TIMEOUT, () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { episodes, question } = analyse(input);
        const last = new Map<string, number>();
        for (const { venue, side, start, end, peakMinute, peak } of [...episodes].sort((a, b) => a.start - b.start)) {
          const key = `${venue} ${side}`;
          expect(start).toBeGreaterThanOrEqual(last.get(key) ?? question.range.from);
          expect(end).toBeLessThanOrEqual(question.range.to);
          expect(peakMinute >= start && peakMinute < end).toBe(true);
          expect(side === 'below' ? -peak : peak).toBeGreaterThanOrEqual(question.enter);
          last.set(key, end);
        }
      }),
      RUNS,
    );
  });

  it('episodes come deepest first, ties by area, each with an id of its own', TIMEOUT, () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { episodes } = analyse(input);
        episodes.slice(1).forEach((episode, i) => {
          const deeper = episodes[i];
          if (deeper === undefined) return;
          const [now, before] = [Math.abs(episode.peak), Math.abs(deeper.peak)];
          expect(before > now || (before === now && deeper.areaPctMinutes >= episode.areaPctMinutes)).toBe(true);
        });
        expect(new Set(episodes.map(({ id }) => id)).size).toBe(episodes.length);
      }),
      RUNS,
    );
  });

  it(
    'no hole became a number: every measured minute has a traded candle, and nothing else has a deviation',
    TIMEOUT,
    () => {
      fc.assert(
        fc.property(anyInput, (input) => {
          const wrong: string[] = [];
          for (const series of analyse(input).series) {
            const own = input.markets.find(
              ({ market, source }) => market === series.market && source === series.source,
            )?.candles;
            series.missing.forEach((missing, i) => {
              const slot = own === undefined ? NaN : input.question.range.from + i - own.range.from;
              const amounts = [own?.baseVolume[slot], own?.quoteVolume[slot], own?.trades[slot]].map(Number);
              const isPriced = !Number.isNaN(Number(own?.close[slot]));
              const traded = amounts.some((amount) => amount > 0) || (isPriced && amounts.every(Number.isNaN));
              const shown = traded || MISSING[missing] === 'moved';
              const where = `${series.venue}, minute ${String(i)}`;
              if (missing === 0 && !traded) wrong.push(`${where}: measured without a trade`);
              for (const name of DEVIATIONS)
                if (Number.isNaN(series[name][i]) !== (missing !== 0)) wrong.push(`${where}: ${name}`);
              for (const name of ['rawLow', 'rawHigh', 'rawOpen', 'rawClose'] as const)
                if (Number.isNaN(series[name][i]) !== !shown) wrong.push(`${where}: ${name}`);
              for (const name of ['low', 'open', 'usdVolume'] as const)
                if (!traded && !Number.isNaN(series[name][i])) wrong.push(`${where}: ${name}`);
            });
          }
          expect(wrong).toStrictEqual([]);
        }),
        RUNS,
      );
    },
  );

  it('the order in which markets come changes nothing', TIMEOUT, () => {
    const reordered = anyInput.chain((input) =>
      fc
        .tuple(
          fc.shuffledSubarray([...input.markets], { minLength: input.markets.length }),
          fc.shuffledSubarray([...input.rateMarkets], { minLength: input.rateMarkets.length }),
        )
        .map(([markets, rateMarkets]) => ({ input, other: { ...input, markets, rateMarkets } })),
    );
    fc.assert(
      fc.property(reordered, ({ input, other }) => {
        expectSame(analyse(other), analyse(input));
      }),
      RUNS,
    );
  });

  it('the same minutes on another day give the same numbers', TIMEOUT, () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: -10_000, max: 10_000 }), (input, days) => {
        const away = days * 1_440;
        const moved = (one: MarketColumns): MarketColumns => ({
          ...one,
          candles: { ...one.candles, range: shifted(one.candles.range, away) },
        });
        const after = analyse({
          question: { ...input.question, range: shifted(input.question.range, away) },
          markets: input.markets.map(moved),
          rateMarkets: input.rateMarkets.map(moved),
        });
        const before = analyse(input);
        const numbers = ({ series, market, falls }: ReturnType<typeof analyse>): unknown => [
          series.map((one) => [...DEVIATIONS, 'rate', 'uncertainty', 'missing'].map((name) => one[name as 'rate'])),
          market,
          falls,
        ];
        expectSame(numbers(after), numbers(before));
        expect(after.episodes.map(({ start, end, peak }) => [start - away, end - away, peak])).toStrictEqual(
          before.episodes.map(({ start, end, peak }) => [start, end, peak]),
        );
      }),
      RUNS,
    );
  });
});

const shifted = (range: MarketColumns['candles']['range'], by: number): MarketColumns['candles']['range'] => ({
  from: minute(range.from + by),
  to: minute(range.to + by),
});

describe('the deepest minute, 2025-10-10T21:20Z', () => {
  // Binance, Kraken and Coinbase as yanagihalab/atom-flash-crash-research gives them; the other offshore venues' lows "about 1.5–1.6".
  const markets = [
    marketOf('binance ATOM/USDT', [
      { open: 1.863, high: 2.283, low: 0.001, close: 1.997, baseVolume: 98_726.74, trades: 1_582 },
    ]),
    marketOf('bybit ATOM/USDT', [bar(1.9, 2.2, 1.5, 2)]),
    marketOf('okx ATOM/USDT', [bar(1.9, 2.25, 1.6, 2.1)]),
    marketOf('gate ATOM/USDT', [bar(1.9, 2.25, 1.6, 2.1)]),
    marketOf('kraken ATOM/USD', [bar(3.3745, 3.3745, 3, 3.3239)]),
    marketOf('coinbase ATOM/USD', [bar(3.56, 3.594, 3.56, 3.594, 2_425.45)]),
  ];
  const analysis = analyse({ question: questionOf(1), markets, rateMarkets: [] });

  it("finds Binance's ATOM at 0.001 against 1.6, the others' median: 99.9375 % below", () => {
    const [deepest] = analysis.episodes;
    // 0.001 ÷ 1.6 − 1; the lows of the others are 1.5, 1.6, 1.6, 3, 3.56.
    expect(deepest).toMatchObject({
      venue: 'binance',
      side: 'below',
      peakMinute: DEEPEST_MINUTE,
      peakPrice: 0.001,
      peakReference: 1.6,
      peersAtPeak: 5,
      baseVolume: 98_726.74,
    });
    expect(deepest?.peak).toBeCloseTo(-0.999375, 12);
    // No other venue traded below 1.5.
    expect(deepest?.peakOutside).toBeCloseTo(0.001 / 1.5 - 1, 12);
  });

  it('holds low against low, high against high and close against close', () => {
    const binance = analysis.series.find(({ venue }) => venue === 'binance');
    // Highs of the others: 2.2, 2.25, 2.25, 3.3745, 3.594; closes: 2, 2.1, 2.1, 3.3239, 3.594.
    expect(binance?.referenceHigh[0]).toBe(2.25);
    expect(binance?.referenceClose[0]).toBe(2.1);
    expect(binance?.dHigh[0]).toBeCloseTo(2.283 / 2.25 - 1, 12);
    expect(binance?.dClose[0]).toBeCloseTo(1.997 / 2.1 - 1, 12);
    // |2 − 2.1|, 0, 0, |3.3239 − 2.1|, |3.594 − 2.1|: the middle one is 0.1.
    expect(binance?.dispersion[0]).toBeCloseTo(1.4826 * 0.1, 12);
  });

  it("leaves Binance out of its own reference and keeps it in everybody else's", () => {
    // Bybit's others: 0.001, 1.6, 1.6, 3, 3.56.
    const bybit = analysis.series.find(({ venue }) => venue === 'bybit');
    expect(bybit?.referenceLow[0]).toBe(1.6);
    expect(bybit?.outside[0]).toBe(0);
  });

  it('says that the parity of USDT was assumed', () => {
    expect(analysis.notes).toContainEqual(expect.objectContaining({ kind: 'assumed-parity', quotes: ['USDT'] }));
  });
});

it("an asset of which nothing is held gives empty series, and no number for the market's fall", () => {
  const analysis = analyse({ question: questionOf(3), markets: [], rateMarkets: [] });
  expect([analysis.series, analysis.episodes, analysis.falls]).toStrictEqual([[], [], []]);
  expect(analysis.market.fall).toBeNaN();
});

it('a minute nobody asked for, one without trade, one with a filler, one that moved, one set aside and one without peers are different facts', () => {
  const peers = ['kraken', 'coinbase', 'okx'].map((venue) =>
    marketOf(`${venue} ATOM/USD`, [flat(4), flat(4), flat(4), flat(4), flat(4), undefined]),
  );
  const moved = { ...zeroVolume(4), low: 0.9 };
  const binance = marketOf('binance ATOM/USD', [
    'unasked',
    undefined,
    { ...zeroVolume(4) },
    moved,
    'set-aside',
    flat(4),
  ]);
  const { series } = analyse({ question: questionOf(6), markets: [...peers, binance], rateMarkets: [] });
  const [own] = series;
  expect([...(own?.missing ?? [])].map((why) => MISSING[why])).toStrictEqual([
    'not-fetched',
    'no-trade',
    'no-trade',
    'moved',
    'set-aside',
    'too-few-peers',
  ]);
  for (const field of ['low', 'close'] as const)
    expect([...(own?.[field] ?? [])]).toStrictEqual([NaN, NaN, NaN, NaN, NaN, 4]);
  // What moved is shown, and takes no part.
  expect([...(own?.rawLow ?? [])]).toStrictEqual([NaN, NaN, NaN, 0.9, NaN, 4]);
  expect([...(own?.open ?? [])]).toStrictEqual([NaN, NaN, NaN, NaN, NaN, 4]);
});

describe('five minutes whose low is 0.9 where four venues stand at 1.99', () => {
  const calm = bar(2, 2.01, 1.99, 2);
  const venues = ['bitstamp', 'coinbase', 'gemini', 'kraken'];
  const asked = (low: Slot, kraken: Slot = calm): Analysis =>
    analyse({
      question: questionOf(7),
      markets: [
        ...venues.map((venue) =>
          marketOf(`${venue} ATOM/USD`, Array<Slot>(7).fill(venue === 'kraken' ? kraken : calm)),
        ),
        marketOf('bitfinex ATOM/USD', [calm, low, low, low, low, low, calm]),
      ],
      rateMarkets: [],
    });
  const lowOf = (volume: Partial<Record<'baseVolume' | 'trades', number>>): Slot => ({
    open: 2,
    high: 2.01,
    low: 0.9,
    close: 2,
    ...volume,
  });
  const bitfinex = ({ series }: Analysis): VenueSeries | undefined => series.find(({ venue }) => venue === 'bitfinex');

  it('at volume 0 are no trade and no episode, and are told as moved, with their prices', () => {
    const analysis = asked(lowOf({ baseVolume: 0 }));
    const own = bitfinex(analysis);
    expect([...(own?.missing ?? [])].filter((why) => MISSING[why] === 'moved')).toHaveLength(5);
    expect([analysis.episodes, own?.rawLow[3], own?.low[3]]).toStrictEqual([[], 0.9, NaN]);
    // Nor are they anybody's peer.
    expect(analysis.series.find(({ venue }) => venue === 'kraken')?.peers[3]).toBe(3);
  });

  it('of unknown volume are traded, measured and an episode, whose volume is unknown', () => {
    const analysis = asked(lowOf({}));
    const [episode, ...others] = analysis.episodes;
    expect([episode?.venue, episode?.spanMinutes, episode?.peak, others]).toStrictEqual([
      'bitfinex',
      5,
      0.9 / 1.99 - 1,
      [],
    ]);
    expect([episode?.baseVolume, episode?.usdVolume, episode?.volumeShare]).toStrictEqual([NaN, NaN, NaN]);
    expect(analysis.series.find(({ venue }) => venue === 'kraken')?.peers[3]).toBe(4);
  });

  it('have a share of the volume, unless that of another venue is unknown', () => {
    const [known] = asked(lowOf({ baseVolume: 3 })).episodes;
    // In USD: 5 × 3 × 2 of 5 × 3 × 2 and four times 5 × 10 × 2.
    expect([known?.baseVolume, known?.usdVolume, known?.volumeShare]).toStrictEqual([15, 30, 30 / 430]);
    const [unknown] = asked(lowOf({ baseVolume: 3 }), { open: 2, high: 2.01, low: 1.99, close: 2 }).episodes;
    expect([unknown?.baseVolume, unknown?.usdVolume, unknown?.volumeShare]).toStrictEqual([15, 30, NaN]);
  });
});

const zeroVolume = (price: number): object =>
  Object.fromEntries(CANDLE_FIELDS.map((field) => [field, PRICE_FIELDS.some((name) => name === field) ? price : 0]));
