import fc from 'fast-check';
import { minute } from '../../domain/minute';
import type { Source, Venue } from '../../domain/market';
import type { AnalysisInput, MarketColumns } from '../types';
import { DEEPEST_MINUTE, marketOf, questionOf, type Slot } from './markets';

/** Both sides of the window the rates' smoothing looks at. */
const MARGIN = 2;
const WINDOW_VENUES = ['binance', 'bitget', 'coinbase', 'gate', 'kraken', 'upbit', 'kucoin'];
/** Units of the quote for one dollar, roughly: so that converted prices meet and ties occur. */
const PER_DOLLAR: Readonly<Record<string, number>> = { USD: 1, USDT: 1, USDC: 1, EUR: 0.875, KRW: 1408 };
const QUOTES = Object.keys(PER_DOLLAR);
const LEGS = ['BTC/USD', 'BTC/USDT', 'BTC/EUR', 'BTC/KRW', 'ETH/USD', 'ETH/USDT', 'ETH/EUR', 'ETH/KRW', 'USDT/USD', 'USDC/USD', 'EUR/USD'];

/** A stretch of like minutes: markets stray and fall silent for a while, not minute by minute. */
interface Run {
  readonly minutes: number;
  readonly state: 'traded' | 'silent' | 'filler' | 'unasked';
  /** Half percents from the market's level. */
  readonly strayed: number;
  /** Where the minute's wobble begins. */
  readonly seed: number;
  readonly volume: 'base' | 'both' | 'quote' | 'trades';
}

const anyRun: fc.Arbitrary<Run> = fc.record({
  minutes: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 6 }) }, { weight: 1, arbitrary: fc.integer({ min: 28, max: 34 }) }),
  state: fc.oneof({ weight: 8, arbitrary: fc.constant('traded' as const) }, { weight: 3, arbitrary: fc.constantFrom('silent' as const, 'filler' as const, 'unasked' as const) }),
  strayed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.integer({ min: -6, max: 6 }) }, { weight: 1, arbitrary: fc.constantFrom(-199, -60, 80) }),
  seed: fc.nat(999),
  volume: fc.constantFrom('both', 'both', 'base', 'quote', 'trades'),
});

/** −2 to 2 tenths of a percent, often 0, so that venues tie. */
const wobble = (seed: number, turn: number): number => (((seed + turn * 7919) % 11) % 5 === 0 ? 0 : ((seed * 31 + turn * 17) % 5) - 2) / 1000;

function slotOf(run: Run, i: number, level: number): Slot {
  if (run.state === 'unasked') return 'unasked';
  if (run.state === 'silent') return undefined;
  const price = (turn: number): number => level * (1 + run.strayed / 200) * (1 + wobble(run.seed + i, turn));
  const [open, close, a, b] = [price(1), price(2), price(3), price(4)];
  const prices = { open, close, high: Math.max(open, close, a, b), low: Math.min(open, close, a, b) };
  if (run.state === 'filler') return { ...prices, baseVolume: 0, quoteVolume: 0, trades: 0 };
  const baseVolume = 1 + ((run.seed + i * 13) % 50);
  if (run.volume === 'base') return { ...prices, baseVolume };
  if (run.volume === 'quote') return { ...prices, quoteVolume: baseVolume * close };
  return run.volume === 'trades' ? { ...prices, trades: 3 } : { ...prices, baseVolume, quoteVolume: baseVolume * open, trades: baseVolume };
}

/** `minutes` slots: the runs one after the other, again and again. */
function slotsOf(runs: readonly Run[], minutes: number, level: number): readonly Slot[] {
  const slots: Slot[] = [];
  while (slots.length < minutes) {
    for (const run of runs) for (let i = 0; i < run.minutes; i += 1) slots.push(slotOf(run, slots.length, level));
  }
  return slots.slice(0, minutes);
}

const anyRuns = fc.array(anyRun, { minLength: 1, maxLength: 8 });
const anySource = fc.oneof({ weight: 4, arbitrary: fc.constant('rest') }, { weight: 1, arbitrary: fc.constantFrom<Source>('archive', 'trades', 'simulated') });
const anyKind = fc.oneof({ weight: 6, arbitrary: fc.constant('spot') }, { weight: 1, arbitrary: fc.constant('perp') });
const anyQuote = fc.oneof({ weight: 3, arbitrary: fc.constantFrom('USDT', 'USD') }, { weight: 1, arbitrary: fc.constantFrom(...QUOTES) });

const from = minute(DEEPEST_MINUTE - MARGIN);

const identity = ({ market, source }: MarketColumns): string => JSON.stringify([market, source]);

/** Markets of ATOM, at most one of each name and source. */
function anyWindow(minutes: number): fc.Arbitrary<readonly MarketColumns[]> {
  const one = fc
    .record({ venue: fc.constantFrom(...WINDOW_VENUES), quote: anyQuote, kind: anyKind, source: anySource, runs: anyRuns })
    .map(({ venue, quote, kind, source, runs }) =>
      marketOf(`${venue} ATOM/${quote}`, slotsOf(runs, minutes + 2 * MARGIN, 4 * (PER_DOLLAR[quote] ?? NaN)), { kind, source, from }),
    );
  return fc.uniqueArray(one, { selector: identity, minLength: 1, maxLength: 8 });
}

const LEVELS: Readonly<Record<string, number>> = { BTC: 112_000, ETH: 3_840, USDT: 1, USDC: 1, EUR: 1 / 0.875 };

/** Up to four venues of up to every leg, with holes. */
function anyRateMarkets(minutes: number): fc.Arbitrary<readonly MarketColumns[]> {
  const leg = (pair: string): fc.Arbitrary<readonly MarketColumns[]> => {
    const [base = '', quote = ''] = pair.split('/');
    const level = (LEVELS[base] ?? NaN) * (base === 'EUR' ? 1 : (PER_DOLLAR[quote] ?? NaN));
    const one = fc
      .record({ venue: fc.constantFrom('binance', 'coinbase', 'kraken', 'okx'), source: anySource, kind: anyKind, runs: anyRuns })
      .map(({ venue, source, kind, runs }) =>
        marketOf(`${venue} ${pair}`, slotsOf(runs.map((run) => ({ ...run, strayed: run.strayed / 4 })), minutes + 2 * MARGIN, level), { source, kind, from }),
      );
    return fc.uniqueArray(one, { selector: identity, maxLength: 4 });
  };
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.tuple(...LEGS.map(leg)).map((legs) => legs.flat()) },
  );
}

/** Every branch of the method: holes, fillers, ties, few venues, several quotes and sources, perps, rates with holes. */
export const anyInput: fc.Arbitrary<AnalysisInput> = fc.integer({ min: 1, max: 90 }).chain((minutes) =>
  fc.record({
    markets: anyWindow(minutes),
    rateMarkets: anyRateMarkets(minutes),
    question: fc
      .record({
        venues: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.subarray(WINDOW_VENUES, { minLength: 1 }) }),
        yardstick: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...WINDOW_VENUES) }),
        rate: fc.constantFrom('usd' as const, 'usd' as const, 'none' as const),
        minPeers: fc.constantFrom(2, 3, 3),
        enter: fc.constantFrom(0.01, 0.02),
      })
      .map(({ venues, yardstick, rate, minPeers, enter }) =>
        questionOf(minutes, {
          venues: venues === undefined ? undefined : ([...venues].sort() as Venue[]),
          reference: yardstick === undefined ? { kind: 'others' } : { kind: 'venue', venue: yardstick as Venue },
          rate, minPeers, enter,
        }),
      ),
  }),
);
