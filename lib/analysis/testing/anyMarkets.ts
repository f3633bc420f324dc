import fc from 'fast-check';
import type { Venue } from '../../domain/market';
import { minute } from '../../domain/minute';
import type { AnalysisInput, MarketColumns } from '../types';
import { anyKind, anyRateMarkets, anySource, identity, PER_DOLLAR } from './anyRates';
import { anyRuns, slotsOf } from './anySlots';
import { DEEPEST_MINUTE, marketOf, questionOf } from './markets';

/** Both sides of the window the rates' smoothing looks at. */
export const MARGIN = 2;
export const WINDOW_VENUES = ['binance', 'bitget', 'coinbase', 'gate', 'kraken', 'upbit', 'kucoin'];

export const anyQuote = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('USDT', 'USD') },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(PER_DOLLAR)) },
);

const from = minute(DEEPEST_MINUTE - MARGIN);

/** Markets of ATOM, at most one of each name and source. */
function anyWindow(minutes: number): fc.Arbitrary<readonly MarketColumns[]> {
  const one = fc
    .record({
      venue: fc.constantFrom(...WINDOW_VENUES),
      quote: anyQuote,
      kind: anyKind,
      source: anySource,
      runs: anyRuns,
    })
    .map(({ venue, quote, kind, source, runs }) =>
      marketOf(`${venue} ATOM/${quote}`, slotsOf(runs, minutes + 2 * MARGIN, 4 * (PER_DOLLAR[quote] ?? NaN)), {
        kind,
        source,
        from,
      }),
    );
  return fc.uniqueArray(one, { selector: identity, minLength: 1, maxLength: 8 });
}

/** Every branch of the method: holes, fillers, ties, few venues, several quotes and sources, perps, rates with holes. */
export const anyInput: fc.Arbitrary<AnalysisInput> = fc.integer({ min: 1, max: 90 }).chain((minutes) =>
  fc.record({
    markets: anyWindow(minutes),
    rateMarkets: anyRateMarkets(from, minutes + 2 * MARGIN),
    question: fc
      .record({
        venues: fc.oneof(
          { weight: 4, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.subarray(WINDOW_VENUES, { minLength: 1 }) },
        ),
        referenceVenue: fc.oneof(
          { weight: 3, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.constantFrom(...WINDOW_VENUES) },
        ),
        rate: fc.constantFrom('usd' as const, 'usd' as const, 'none' as const),
        minPeers: fc.constantFrom(2, 3, 3),
        enter: fc.constantFrom(0.01, 0.02),
      })
      .map(({ venues, referenceVenue, rate, minPeers, enter }) =>
        questionOf(minutes, {
          venues: venues === undefined ? undefined : ([...venues].sort() as Venue[]),
          reference:
            referenceVenue === undefined ? { kind: 'others' } : { kind: 'venue', venue: referenceVenue as Venue },
          rate,
          minPeers,
          enter,
        }),
      ),
  }),
);
