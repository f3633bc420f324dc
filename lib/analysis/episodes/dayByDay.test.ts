import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../domain/market';
import {
  dayOf,
  daysIn,
  minute,
  minuteRange,
  MINUTES_PER_DAY,
  minutesIn,
  startOf,
  type Day,
  type MinuteRange,
} from '../../domain/minute';
import type { Question } from '../../domain/question';
import { analyse } from '../analyse';
import { oneSourceEach } from '../markets/choose';
import { flat, marketOf, questionOf, type Slot } from '../testing/markets';
import { rateOf, type Rate } from '../rates/rate';
import type { Analysis, AnalysisInput, Episode, MarketColumns, VenueSeries } from '../types';
import { DayByDay } from './dayByDay';
import { measureDay } from './measureDay';

const FIRST = dayOf(minute(Date.UTC(2025, 9, 9) / 60_000));
const DAYS = 4;
const from = startOf(FIRST);
const WINDOW = minuteRange(from, minute(from + DAYS * MINUTES_PER_DAY));
const dayRange = (day: Day): MinuteRange => minuteRange(startOf(day), startOf((day + 1) as Day));

/** A market's days: calm, with a few stretches astray, silent or never asked, some of them over midnight. */
interface Stretch {
  readonly at: number;
  readonly minutes: number;
  readonly state: number | 'silent' | 'unasked';
}

const anyStretch: fc.Arbitrary<Stretch> = fc.record({
  at: fc.oneof(
    fc.integer({ min: 0, max: DAYS * MINUTES_PER_DAY - 1 }),
    fc
      .tuple(fc.integer({ min: 1, max: DAYS - 1 }), fc.integer({ min: -12, max: 3 }))
      .map(([day, off]) => day * MINUTES_PER_DAY + off),
  ),
  minutes: fc.oneof(
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 25, max: 45 }),
    fc.constantFrom(MINUTES_PER_DAY, 2 * MINUTES_PER_DAY),
  ),
  state: fc.constantFrom<Stretch['state']>(0.9, 0.95, 0.985, 1.04, 1.5, 'silent', 'unasked'),
});

const LEVEL = 4;
/** Small moves, the same again and again: made once, for whole days of them are laid out in every case. */
const CALM = Array.from({ length: 3 * 5 }, (_, i) => flat(LEVEL * (1 + ((i * 7) % 3) / 2_000), 1 + (i % 5)));
const slotsAt = (state: number): readonly Slot[] =>
  Array.from({ length: 3 * 7 }, (_, i) => flat(LEVEL * state * (1 + ((i * 5) % 3) / 1_000), 1 + (i % 7)));

function slotsOf(stretches: readonly Stretch[]): readonly Slot[] {
  const slots = Array.from({ length: DAYS * MINUTES_PER_DAY }, (_, i) => CALM[i % CALM.length]);
  for (const { at, minutes, state } of stretches) {
    const away = state === 'silent' ? [undefined] : state === 'unasked' ? ['unasked' as const] : slotsAt(state);
    for (let i = at; i < Math.min(slots.length, at + minutes); i += 1) slots[i] = away[i % away.length];
  }
  return slots;
}

const anyMarket = (name: string): fc.Arbitrary<MarketColumns> =>
  fc.array(anyStretch, { maxLength: 5 }).map((stretches) => marketOf(name, slotsOf(stretches), { from }));

/** One book a venue, in dollars: no day can choose otherwise than another. */
const anyPlainInput: fc.Arbitrary<AnalysisInput> = fc
  .tuple(
    anyMarket('binance ATOM/USD'),
    anyMarket('bitget ATOM/USD'),
    anyMarket('coinbase ATOM/USD'),
    anyMarket('kraken ATOM/USD'),
    anyMarket('okx ATOM/USD'),
  )
  .map((markets) => ({ question: questionOf(1, { range: WINDOW }), markets, rateMarkets: [] }));

/** Venues with several books and sources in several quotes: days choose for themselves. */
const anyInput: fc.Arbitrary<AnalysisInput> = fc
  .tuple(
    anyMarket('binance ATOM/USDT'),
    anyMarket('binance ATOM/USDC'),
    anyMarket('okx ATOM/USD'),
    anyMarket('coinbase ATOM/USD'),
    anyMarket('kraken ATOM/USD'),
    anyMarket('okx ATOM/USD').map((one): MarketColumns => ({ ...one, source: 'archive' })),
  )
  .map((markets) => ({ question: questionOf(1, { range: WINDOW }), markets, rateMarkets: [] }));

const ratesOf = (input: AnalysisInput, day: MinuteRange) => (range: MinuteRange) => {
  const markets = oneSourceEach(input.rateMarkets, day);
  return (quote: string): Rate => rateOf(quote, range, markets);
};

const dayInput = (input: AnalysisInput, day: Day): AnalysisInput => ({
  ...input,
  question: { ...input.question, range: dayRange(day) },
});

function inDays(
  input: AnalysisInput,
  days: readonly Day[],
  isFirst: (day: Day) => boolean,
): { readonly episodes: readonly Episode[]; readonly clean: readonly Day[] } {
  const run = new DayByDay(
    'ATOM' as Asset,
    input.question.enter,
    input.markets.map(({ market }) => market),
  );
  const clean: Day[] = [];
  for (const day of days) {
    run.take(measureDay(dayInput(input, day), ratesOf(input, dayRange(day))), isFirst(day));
    if (run.isClean) clean.push(day);
  }
  return { episodes: run.finish(), clean };
}

const ALL = daysIn(WINDOW);
const isFirstDay = (day: Day): boolean => day === FIRST;

/** The minute in which a recovery is seen: the third measured one from its first on (method, section 5); Infinity: not in the window. */
function seenAt({ market, peakMinute, recoveryMinutes }: Episode, { question, series }: Analysis): number {
  if (recoveryMinutes === undefined) return Infinity;
  const { dClose } = series.find(
    (one) => one.market.venue === market.venue && one.market.quote === market.quote,
  ) as VenueSeries;
  let measured = 0;
  for (let at = peakMinute + recoveryMinutes; at < question.range.to; at += 1) {
    if (!Number.isNaN(dClose[at - question.range.from])) measured += 1;
    if (measured === 3) return at;
  }
  return Infinity;
}

/** A recovery is looked for until the day after the last minute is over. */
const withinReach = (episode: Episode, analysis: Analysis): Episode =>
  seenAt(episode, analysis) >= startOf((dayOf(minute(episode.end - 1)) + 2) as Day)
    ? { ...episode, recoveryMinutes: undefined }
    : episode;

const byStart = (all: readonly Episode[]): readonly Episode[] =>
  [...all].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));

/** The episodes that lie within the day: as an analysis of the day alone gives them, and of those given. */
function withinDay(
  input: AnalysisInput,
  day: Day,
  episodes: readonly Episode[],
): { readonly expected: readonly Episode[]; readonly actual: readonly Episode[] } {
  const { from: begin, to: end } = dayRange(day);
  const analysis = analyse(dayInput(input, day));
  const nameOf = ({ market, side }: Episode): string => `${market.venue} ${market.quote} ${side}`;
  // What began before midnight is one episode here and another there.
  const carried = episodes.filter(({ start, end: over }) => start < begin && over > begin).map(nameOf);
  const isWithin = (episode: Episode): boolean =>
    episode.start > begin &&
    episode.start < end &&
    ['none', 'gap'].includes(episode.censored) &&
    episode.end <= end - 31 &&
    !carried.includes(nameOf(episode)) &&
    seenAt(episode, analysis) < end;
  return { expected: byStart(analysis.episodes).filter(isWithin), actual: episodes.filter(isWithin) };
}

const RUNS = { numRuns: 100 };
const TIMEOUT_MS = 60_000;

describe('episodes over days measured one by one', () => {
  it('are those of the whole window, where every day chooses alike', { timeout: TIMEOUT_MS }, () => {
    let met = 0;
    fc.assert(
      fc.property(anyPlainInput, (input) => {
        const analysis = analyse(input);
        const whole = byStart(analysis.episodes);
        met += whole.filter(({ start, end }) => dayOf(start) !== dayOf(minute(end - 1))).length;
        expect(inDays(input, ALL, isFirstDay).episodes).toStrictEqual(
          whole.map((episode) => withinReach(episode, analysis)),
        );
      }),
      RUNS,
    );
    expect(met).toBeGreaterThan(20);
  });

  it(
    'are those that an analysis of the day alone gives, where they lie within the day, and begin anew from any midnight at which nothing is open and nothing recovers',
    { timeout: TIMEOUT_MS },
    () => {
      let [withinDays, anew] = [0, 0];
      fc.assert(
        fc.property(anyInput, (input) => {
          const { episodes, clean } = inDays(input, ALL, isFirstDay);
          for (const day of ALL) {
            const { expected, actual } = withinDay(input, day, episodes);
            withinDays += expected.length;
            expect(actual).toStrictEqual(expected);
          }
          for (const day of clean) {
            anew += 1;
            const rest = ALL.filter((one) => one > day);
            expect(inDays(input, rest, () => false).episodes).toStrictEqual(
              episodes.filter(({ start }) => start >= startOf((day + 1) as Day)),
            );
          }
        }),
        RUNS,
      );
      expect(withinDays).toBeGreaterThan(30);
      expect(anew).toBeGreaterThan(30);
    },
  );

  it('close where whole days are not held, and nothing runs on over them', () => {
    const astray = slotsOf([{ at: 1_430, minutes: 2 * MINUTES_PER_DAY, state: 0.9 }]);
    const markets = [
      marketOf('binance ATOM/USD', astray, { from }),
      ...['kraken', 'okx', 'coinbase'].map((venue) => marketOf(`${venue} ATOM/USD`, slotsOf([]), { from })),
    ];
    const input = { question: questionOf(1, { range: WINDOW }), markets, rateMarkets: [] };
    const held = ALL.filter((_, i) => i !== 1);
    const { episodes } = inDays(input, held, (day) => day === FIRST || day === FIRST + 2);
    expect(episodes.map(({ start, end, censored }) => [start - from, end - from, censored])).toEqual([
      [1_430, 1_440, 'gap'],
      [2 * 1_440, 2 * 1_440 + 1_430, 'start'],
    ]);
  });

  it('hold a wrapped asset against its underlying by the ratio of the day before each day', () => {
    const question: Question = questionOf(1, {
      asset: 'WBETH' as Asset,
      range: WINDOW,
      reference: { kind: 'wrapped' },
      enter: 0.01,
    });
    const level = (day: number): number => 1.08 + day * 0.01;
    const wrapped = Array.from({ length: minutesIn(WINDOW) }, (_, i): Slot =>
      flat(4_000 * level(Math.floor(i / MINUTES_PER_DAY)) * (i === 3 * MINUTES_PER_DAY + 700 ? 0.5 : 1)),
    );
    const input: AnalysisInput = {
      question,
      rateMarkets: [],
      markets: [marketOf('binance WBETH/USD', wrapped, { from })],
      underlyingMarkets: ['coinbase', 'kraken', 'okx'].map((venue) =>
        marketOf(
          `${venue} ETH/USD`,
          Array.from({ length: minutesIn(WINDOW) }, () => flat(4_000)),
          { from },
        ),
      ),
    };
    const { episodes } = inDays(input, ALL.slice(1), () => false);
    const wick = episodes.find(({ peakMinute }) => peakMinute === startOf((FIRST + 3) as Day) + 700);
    // Of day 3 the ratio is day 2's, 1.10; its price stands at 1.11, the wick at half of that.
    expect(wick?.peak).toBeCloseTo((1.11 * 0.5) / 1.1 - 1, 12);
    expect(wick?.peakReference).toBeCloseTo(4_400, 9);
  });
});
