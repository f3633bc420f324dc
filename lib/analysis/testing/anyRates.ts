import fc from 'fast-check';
import type { Kind, Source } from '../../domain/market';
import type { Minute } from '../../domain/minute';
import type { MarketColumns } from '../types';
import { anyRuns, slotsOf } from './anySlots';
import { marketOf } from './markets';

/** Units of the quote for one dollar, roughly: so that converted prices meet and ties occur. */
export const PER_DOLLAR: Readonly<Record<string, number>> = { USD: 1, USDT: 1, USDC: 1, EUR: 0.875, KRW: 1408 };
const LEGS = [
  'BTC/USD',
  'BTC/USDT',
  'BTC/EUR',
  'BTC/KRW',
  'ETH/USD',
  'ETH/USDT',
  'ETH/EUR',
  'ETH/KRW',
  'USDT/USD',
  'USDC/USD',
  'EUR/USD',
];
const LEVELS: Readonly<Record<string, number>> = { BTC: 112_000, ETH: 3_840, USDT: 1, USDC: 1, EUR: 1 / 0.875 };

export const anySource = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Source>('rest') },
  { weight: 1, arbitrary: fc.constantFrom<Source>('archive', 'trades', 'simulated') },
);
export const anyKind = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Kind>('spot') },
  { weight: 1, arbitrary: fc.constant<Kind>('perp') },
);

/** What no two columns of one window may share. */
export const identity = ({ market, source }: MarketColumns): string => JSON.stringify([market, source]);

/** A market strays less where it makes a rate: by quarters of what an asset does. */
const CALMER = 4;

/** Up to four venues of up to every leg, with holes, over `minutes` from a minute on. */
export function anyRateMarkets(from: Minute, minutes: number): fc.Arbitrary<readonly MarketColumns[]> {
  const leg = (pair: string): fc.Arbitrary<readonly MarketColumns[]> => {
    const [base = '', quote = ''] = pair.split('/');
    const level = (LEVELS[base] ?? NaN) * (base === 'EUR' ? 1 : (PER_DOLLAR[quote] ?? NaN));
    const one = fc
      .record({
        venue: fc.constantFrom('binance', 'coinbase', 'kraken', 'okx'),
        source: anySource,
        kind: anyKind,
        runs: anyRuns,
      })
      .map(({ venue, source, kind, runs }) =>
        marketOf(
          `${venue} ${pair}`,
          slotsOf(
            runs.map((run) => ({ ...run, strayed: run.strayed / CALMER })),
            minutes,
            level,
          ),
          { source, kind, from },
        ),
      );
    return fc.uniqueArray(one, { selector: identity, maxLength: 4 });
  };
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.tuple(...LEGS.map(leg)).map((legs) => legs.flat()) },
  );
}
