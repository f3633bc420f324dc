import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Venue } from '../../domain/market';
import { minute, minuteRange } from '../../domain/minute';
import type { Reference } from '../../domain/question';
import { analyse } from '../analyse';
import { rowNameOf } from '../testing/cases/agree';
import { renamed, scaled } from '../testing/cases/changed';
import { changedBooks, secondNames, withoutSecondNames } from '../testing/cases/copies';
import { anyInput, DOLLARS, MIXED, VENUES, zoomed } from '../testing/cases/input';
import { Met } from '../testing/cases/situations';
import { expectSame } from '../testing/same';
import type { Analysis, VenueSeries } from '../types';

/** The same cases in every run, so that what they have to meet is met. `SEED=… npm run unit` looks at others. */
const RUNS = { numRuns: 12, seed: Number(process.env['SEED'] ?? 1) };
/** For a slow machine: a hang, not a wait, is what it ends. */
const TIMEOUT = { timeout: 120_000 };

const RATES = ['rate', 'rateRule', 'rateUncertainty', 'legs'] as const;
const REFERENCES = ['referenceLow', 'referenceHigh', 'referenceClose', 'dispersion', 'peers'] as const;
const COLUMNS = [
  ...(['rawOpen', 'rawHigh', 'rawLow', 'rawClose', 'baseVolume', 'quoteVolume', 'trades'] as const),
  ...(['open', 'high', 'low', 'close', 'usdVolume'] as const),
  ...RATES,
  ...REFERENCES,
  ...(['dLow', 'dHigh', 'dClose', 'outside', 'uncertainty', 'weak', 'missing'] as const),
];

const anyKind = fc.constantFrom<Reference['kind']>('others', 'others', 'all', 'vwm', 'venue', 'peg', 'wrapped');
const anyMixed = anyKind.chain((kind) => anyInput({ kind, copies: true, quotes: MIXED }));

/** Every number there is; `notes` and what was left out are words about them. */
const numbersOf = ({ series, episodes, market, falls, ratios }: Analysis): unknown => ({
  series: series.map((one) => [rowNameOf(one), one.books, ...COLUMNS.map((name) => one[name])]),
  episodes,
  market,
  falls,
  ratios,
});

describe('whatever the markets', () => {
  it('a second name of a stored book changes no number by a bit, whatever its candles say', TIMEOUT, () => {
    let checked = 0;
    fc.assert(
      fc.property(anyMixed, fc.constantFrom(Infinity, 10, 2), (input, every) => {
        const without = changedBooks(input, withoutSecondNames);
        const beside = changedBooks(without, (columns) => [...columns, ...secondNames(columns, every)]);
        const after = analyse(beside);
        expectSame(numbersOf(after), numbersOf(analyse(without)));
        if (after.leftOut.some(({ why }) => why === 'alias')) checked += 1;
      }),
      RUNS,
    );
    expect(checked).toBeGreaterThan(0);
  });

  it("a venue's prices never move the rate its own books are converted by", TIMEOUT, () => {
    const met = new Met();
    fc.assert(
      fc.property(anyMixed, fc.constantFrom(...VENUES), anyFactors, (input, venue, factors) => {
        const before = analyse(input);
        const after = analyse(scaled(input, (market) => (market.venue === venue ? factors : undefined)));
        for (const own of before.series.filter((one) => one.venue === venue)) {
          const other = sameRow(after, own);
          for (const name of RATES) expectSame(other?.[name], own[name], `${rowNameOf(own)} ${name}`);
          met.add(new Set(['a rate', own.rate.some((rate) => rate !== 1) ? 'no dollar' : 'dollars']));
        }
      }),
      { ...RUNS, numRuns: 2 * RUNS.numRuns },
    );
    expect(met.rare(['a rate', 'no dollar'], 4)).toStrictEqual([]);
  });

  it('nor its reference, where every peer is quoted in USD', TIMEOUT, () => {
    let checked = 0;
    const anyOthers = fc
      .constantFrom<Reference['kind']>('others', 'vwm')
      .chain((kind) => anyInput({ kind, copies: false, quotes: DOLLARS }))
      .map((input) => ({
        ...input,
        question: { ...input.question, rate: 'usd' as const, minPeers: 2, venues: undefined },
      }));
    fc.assert(
      fc.property(anyOthers, fc.constantFrom(...VENUES), anyFactors, (input, venue, factors) => {
        const before = analyse(input);
        const isDollars = input.question.bloc === 'USD' || areDollars(before, venue);
        const after = analyse(scaled(input, (market) => (market.venue === venue ? factors : undefined)));
        if (!isDollars || (input.question.bloc !== 'USD' && !areDollars(after, venue))) return;
        for (const own of before.series.filter((one) => one.venue === venue)) {
          const other = sameRow(after, own);
          for (const name of REFERENCES) expectSame(other?.[name], own[name], `${rowNameOf(own)} ${name}`);
          if (own.referenceLow.some((price) => !Number.isNaN(price))) checked += 1;
        }
      }),
      { ...RUNS, numRuns: 2 * RUNS.numRuns },
    );
    expect(checked).toBeGreaterThan(4);
  });

  it('a zoom never changes a number: any part of a window gives what the window gives there', TIMEOUT, () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(anyMixed, unit, unit, (input, a, b) => {
        const { from, to } = input.question.range;
        const start = from + Math.floor(Math.min(a, b) * (to - from - 1));
        const end = Math.max(start + 1, from + Math.ceil(Math.max(a, b) * (to - from)));
        const whole = analyse(input);
        const part = analyse(zoomed(input, minuteRange(minute(start), minute(end))));
        for (const series of part.series) {
          const within = sameRow(whole, series);
          for (const name of COLUMNS)
            expectSame(series[name], within?.[name].slice(start - from, end - from), `${rowNameOf(series)} ${name}`);
        }
      }),
      { ...RUNS, numRuns: 2 * RUNS.numRuns },
    );
  });

  it('renaming venues changes nothing but names and the order that follows them', TIMEOUT, () => {
    fc.assert(
      fc.property(anyMixed, fc.constantFrom(-1, 1), (input, direction) => {
        const all = [...input.markets, ...input.rateMarkets, ...(input.underlyingMarkets ?? [])];
        const venues = [...new Set([...all.map(({ market }) => market.venue), ...(VENUES as Venue[])])].sort();
        // Coinbase's books have second names, no other venue's do.
        const names = new Map(
          venues.map((venue, i) => [
            venue,
            venue === 'coinbase' ? venue : (`${i % 2 === 0 ? 'a' : 'v'}${String(100 + direction * i)}` as Venue),
          ]),
        );
        const nameOf = (venue: Venue): Venue => names.get(venue) ?? venue;
        expectSame(
          byName(analyse(renamed(input, nameOf)), (venue) => venue),
          byName(analyse(input), nameOf),
        );
      }),
      RUNS,
    );
  });
});

/** A factor a minute, of at most ten percent: no price of a coin becomes that of another. */
const anyFactors = fc
  .array(fc.constantFrom(0.9, 0.95, 0.999, 1, 1.01, 1.1), { minLength: 1, maxLength: 7 })
  .map((factors) => (at: number) => factors[at % factors.length] ?? NaN);

const sameRow = ({ series }: Analysis, row: VenueSeries): VenueSeries | undefined =>
  series.find((one) => rowNameOf(one) === rowNameOf(row));

/** Whether every spot book of the others is quoted in USD. */
const areDollars = ({ series }: Analysis, venue: string): boolean =>
  series
    .filter((one) => one.venue !== venue && one.kind === 'spot')
    .every(({ books }) => books.every(({ market }) => market.quote === 'USD'));

/** Numbers by row, names aside. Shares are sums over the venues in the order of their names: all but the last bits. */
function byName(analysis: Analysis, nameOf: (venue: Venue) => Venue): unknown {
  const key = ({ venue, kind }: Pick<VenueSeries, 'venue' | 'kind'>): string =>
    rowNameOf({ venue: nameOf(venue), kind });
  const sorted = (rows: readonly (readonly [string, unknown])[]): unknown =>
    [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    series: sorted(
      analysis.series.map((one) => [
        key(one),
        [
          one.books.map(({ range, market, source, otherSources }) => [range, market.quote, source, otherSources]),
          ...COLUMNS.map((name) => one[name]),
        ],
      ]),
    ),
    episodes: sorted(
      analysis.episodes.map(({ id, venue, market, volumeShare, ...rest }) => [
        `${key({ venue, kind: rest.kind })} ${rest.side} ${String(rest.start)}`,
        { ...rest, quote: market.quote, named: id !== '', share: Math.round(volumeShare * 1e9) },
      ]),
    ),
    falls: sorted(
      analysis.falls.map(({ fall, excess }, i) => [key(analysis.series[i] as VenueSeries), { fall, excess }]),
    ),
    market: analysis.market,
    currency: analysis.currency,
  };
}
