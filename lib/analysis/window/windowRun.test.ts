import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CANDLE_FIELDS, isTraded, type CandleColumns } from '../../domain/candle';
import { RATE_MARGIN } from '../../domain/method';
import { isComputed } from '../../domain/market';
import { minute, minuteRange, minutesIn, overlap, type MinuteRange } from '../../domain/minute';
import type { Reference } from '../../domain/question';
import { analyse } from '../analyse';
import { oneSourceEach } from '../markets/choose';
import { medianOf } from '../reference/order';
import { anyCase } from '../testing/anyCase';
import { anyInput } from '../testing/anyMarkets';
import { flat, marketOf, questionOf, rangeOf, DEEPEST_MINUTE, type Slot } from '../testing/markets';
import { hasPrice } from '../markets/prices';
import { rateOf, RULE, type Rate } from '../rates/rate';
import { scorecardsOf } from '../scorecards/scorecard';
import {
  MISSING,
  RATE_RULES,
  type AnalysisInput,
  type ChosenSource,
  type MarketColumns,
  type VenueSeries,
} from '../types';
import { withRatioDay } from '../reference/underlying';
import { planOf, summariesAsColumns, type LongPlan, type MarketSummary } from './plan';
import { LongRun, ratiosOf } from './run';
import { medianBySelection } from './select';

const CASES = 250;
/** For a slow machine: a hang, not a wait, is what it ends. */
const TIMEOUT_MS = 60_000;

/** Only what lies in the range: what a reader of chunks gets. */
function cut({ range, answered, ...columns }: CandleColumns, part: MinuteRange): CandleColumns {
  const [from, to] = [part.from - range.from, part.to - range.from];
  const fields = Object.fromEntries(CANDLE_FIELDS.map((field) => [field, columns[field].slice(from, to)])) as Record<
    (typeof CANDLE_FIELDS)[number],
    Float64Array
  >;
  return { range: part, answered: answered.slice(from, to), ...fields };
}

const columnsOf = (all: readonly MarketColumns[], { market, source }: ChosenSource): CandleColumns => {
  const found = all.find((one) => one.market === market && one.source === source);
  if (found === undefined) throw new Error('a market was chosen that is not there');
  return found.candles;
};

const cutTo = (chosen: readonly ChosenSource[], all: readonly MarketColumns[], part: MinuteRange) =>
  chosen.map((one) => ({ ...one, candles: cut(columnsOf(all, one), part) }));

function ratesIn(input: AnalysisInput, plan: LongPlan, range: MinuteRange): (quote: string) => Rate {
  const slots = minutesIn(range);
  if (input.question.rate === 'none')
    return () => ({ value: new Float64Array(slots).fill(1), rule: new Uint8Array(slots).fill(RULE.none) });
  const around = minuteRange(minute(range.from - RATE_MARGIN), minute(range.to + RATE_MARGIN));
  const near = plan.rateMarkets.flatMap((one) => {
    const candles = columnsOf(input.rateMarkets, one);
    const part = overlap(around, candles.range);
    return part === undefined ? [] : [{ ...one, candles: cut(candles, part) }];
  });
  return (quote) => rateOf(quote, range, near);
}

/** The summaries a store could give without a reader of candles: what is not needed is not said. */
const summaries = (all: readonly MarketColumns[], window: MinuteRange): readonly MarketSummary[] =>
  all.map(({ market, source, candles }) => {
    const inside = cut(candles, window);
    const slots = [...inside.low.keys()];
    const sum = slots.reduce(
      (total, slot) =>
        isTraded(inside, slot) && !Number.isNaN(inside.baseVolume[slot])
          ? total + (inside.baseVolume[slot] as number)
          : total,
      0,
    );
    return {
      market,
      source,
      answered: inside.answered.reduce((total, mark) => total + mark, 0),
      hasPrice: slots.some((slot) => hasPrice(inside, isComputed(market.kind), slot)),
      baseVolume: sum,
    };
  });

const summarised = (input: AnalysisInput): AnalysisInput => {
  const { range } = input.question;
  return {
    question: input.question,
    markets: summariesAsColumns(summaries(input.markets, range), range),
    rateMarkets: summariesAsColumns(summaries(input.rateMarkets, range), range),
    ...(input.underlyingMarkets === undefined
      ? {}
      : { underlyingMarkets: summariesAsColumns(summaries(input.underlyingMarkets, range), range) }),
  };
};

/** Float64Array and Uint8Array columns of a series. */
const COLUMNS = [
  'open',
  'high',
  'low',
  'close',
  'usdVolume',
  'baseVolume',
  'rate',
  'rateRule',
  'referenceLow',
  'referenceHigh',
  'referenceClose',
  'dispersion',
  'peers',
  'dLow',
  'dHigh',
  'dClose',
  'outside',
  'missing',
] as const;

/** Which columns of a chunk differ anywhere from the whole window's, bit for bit. */
const differing = (chunk: VenueSeries, whole: VenueSeries | undefined, shift: number): readonly string[] =>
  COLUMNS.filter((name) => !chunk[name].every((value, slot) => Object.is(value, whole?.[name][slot + shift]))).map(
    (name) => `${chunk.venue} ${name}`,
  );

function expectSame(input: AnalysisInput, sizes: readonly number[]): void {
  const whole = analyse(input);
  const plan = planOf(summarised(input));
  const { range } = input.question;
  const day = minuteRange(withRatioDay(range).from, minute(range.from + 1));
  const under = input.underlyingMarkets ?? [];
  const ratios =
    input.question.reference.kind !== 'wrapped'
      ? []
      : ratiosOf(plan, {
          rows: cutTo(plan.rows, input.markets, day),
          underlying: cutTo(plan.underlying, under, day),
          rates: ratesIn(input, plan, day),
        });
  const run = new LongRun(plan, ratios);
  for (let from: number = range.from, i = 0; from < range.to; i += 1) {
    const to = Math.min(range.to, from + (sizes[i % sizes.length] ?? NaN));
    const part = minuteRange(minute(from), minute(to));
    const chunk = run.measure({
      range: part,
      rates: ratesIn(input, plan, part),
      rows: cutTo(plan.rows, input.markets, part),
      underlying: cutTo(plan.underlying, under, part),
    });
    expect(chunk.series.flatMap((one, place) => differing(one, whole.series[place], from - range.from))).toEqual([]);
    for (const episode of chunk.touched) episode.addVolumes(chunk);
    from = to;
  }
  const long = run.analysis();
  const { series, ...said } = whole;
  const { markets, ...streamed } = long;
  expect(streamed).toStrictEqual(said);
  const scorecards = scorecardsOf(whole);
  expect(markets).toStrictEqual(
    series.map(({ market, source, otherSources, missing, rateRule, rate }, place) => ({
      market,
      source,
      otherSources,
      missing: Uint32Array.from(MISSING, (_, code) => missing.filter((why) => why === code).length),
      rateMinutes: Uint32Array.from(RATE_RULES, (_, code) => rateRule.filter((rule) => rule === code).length),
      rateMedian: medianOf([...rate].filter((value) => !Number.isNaN(value))),
      minutesBeyond: Uint32Array.from(scorecards[place]?.minutesBeyond ?? []),
      minutesOutside: scorecards[place]?.minutesOutside,
    })),
  );
}

const anySizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 20, max: 90 })), {
  minLength: 1,
  maxLength: 6,
});
const anyReference = fc.constantFrom<Reference | undefined>(
  undefined,
  undefined,
  { kind: 'all' },
  { kind: 'vwm' },
  { kind: 'peg' },
);

describe('a window analysed chunk by chunk', () => {
  it(
    'says to the bit what the whole window at once says: episodes, falls, notes, every column',
    { timeout: TIMEOUT_MS },
    () => {
      fc.assert(
        fc.property(fc.oneof(anyInput, anyCase('others')), anySizes, anyReference, (input, sizes, reference) => {
          // The wrapped reference has a test of its own: it needs the day before the window.
          const kind =
            input.question.reference.kind === 'wrapped' ? { kind: 'others' as const } : input.question.reference;
          const { markets, rateMarkets } = input;
          expectSame({ markets, rateMarkets, question: { ...input.question, reference: reference ?? kind } }, sizes);
        }),
        { numRuns: CASES },
      );
    },
  );

  it(
    'holds a wrapped asset against its underlying by the ratio of the day before the window, in every chunk',
    { timeout: TIMEOUT_MS },
    () => {
      const DAY = 1_440;
      const from = minute(DEEPEST_MINUTE - DAY);
      const anyMinutes = fc.array(
        fc.constantFrom<Slot>(
          'unasked',
          undefined,
          flat(4_100),
          flat(4_102, 3),
          flat(4_094.5),
          flat(2_000),
          flat(4_300),
        ),
        { minLength: 5, maxLength: 60 },
      );
      const book = (name: string, slots: readonly Slot[], minutes: number, scale: number): MarketColumns =>
        marketOf(
          name,
          Array.from({ length: DAY + minutes }, (_, i) => {
            const slot = slots[i % slots.length];
            return typeof slot === 'object' ? flat((slot.close ?? NaN) * scale, slot.baseVolume) : slot;
          }),
          { from },
        );
      const anyBooks = (base: string, venues: readonly string[], minutes: number, scale: number) =>
        fc.tuple(
          ...venues.map((venue) => anyMinutes.map((slots) => book(`${venue} ${base}/USD`, slots, minutes, scale))),
        );
      const anyWrapped = fc.integer({ min: 1, max: 80 }).chain((minutes) =>
        fc
          .record({
            markets: anyBooks('WBETH', ['binance', 'bybit'], minutes, 1.08),
            underlyingMarkets: anyBooks('ETH', ['binance', 'coinbase', 'kraken', 'okx'], minutes, 1),
            question: fc
              .constantFrom(2, 3)
              .map((minPeers) =>
                questionOf(minutes, { asset: 'WBETH' as never, reference: { kind: 'wrapped' }, minPeers, enter: 0.01 }),
              ),
          })
          .map((all): AnalysisInput => ({ ...all, rateMarkets: [] })),
      );
      fc.assert(fc.property(anyWrapped, anySizes, expectSame), { numRuns: 40 });
    },
  );

  it('finds one and the same episode where it is cut in two, and its volumes', () => {
    const prices = [100, 100, 100, 90, 100, 100, 90, 89, 100, 100, 100, 100];
    const astray = marketOf(
      'binance ATOM/USD',
      prices.map((price) => flat(price, price)),
    );
    const calm = ['kraken', 'okx', 'coinbase'].map((venue) =>
      marketOf(
        `${venue} ATOM/USD`,
        prices.map(() => flat(100)),
      ),
    );
    const input = { question: questionOf(prices.length), markets: [astray, ...calm], rateMarkets: [] };
    for (let size = 1; size <= prices.length; size += 1) expectSame(input, [size]);
    const [episode] = analyse(input).episodes;
    expect(episode).toMatchObject({
      spanMinutes: 5,
      minutesBeyond: 3,
      baseVolume: 90 + 100 + 100 + 90 + 89,
      recoveryMinutes: 1,
    });
  });
});

describe('summaries', () => {
  it('choose the source that answered most minutes, however many they are', () => {
    const window = rangeOf(1_000);
    const { market } = marketOf('okx ATOM/USDT', [undefined]);
    const all = [
      ['rest', 600],
      ['archive', 601],
      ['trades', 300],
    ] as const;
    const columns = summariesAsColumns(
      all.map(([source, answered]) => ({ market, source, answered, hasPrice: true, baseVolume: 1 })),
      window,
    );
    expect(oneSourceEach(columns, window).map(({ source, otherSources }) => [source, otherSources])).toEqual([
      ['archive', ['rest', 'trades']],
    ]);
  });
});

describe('the median by selection', () => {
  it('is the median by sorting', () => {
    const values = fc.array(fc.oneof(fc.double({ noNaN: true, min: -10, max: 10 }), fc.constantFrom(0, 1, 1, 2)), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(values, (some) => {
        expect(medianBySelection(Float64Array.from(some)) === medianOf(some) || some.length === 0).toBe(true);
      }),
    );
    expect(medianBySelection(Float64Array.of())).toBeNaN();
    expect(medianBySelection(new Float64Array(10_001).fill(1))).toBe(1);
  });
});
