import type { Asset } from '../market';

/**
 * Levels of rulebooks, to hold depths against. None of them is a rule of the market it is held against.
 * `index-median`: Binance, futures price index: a source further than this from the median has weight 0. `index-clamp`: Binance, price
 * protection of the index: a source is held at this distance from the median. `luld-5`, `luld-10`: bands of the limit up-limit down plan
 * of US equities, by tier. `clearly-erroneous`: US exchanges' guidelines of 2009 for breaking trades, by price.
 */
export const YARDSTICKS = ['index-median', 'index-clamp', 'luld-5', 'luld-10', 'clearly-erroneous'] as const;
export type Yardstick = (typeof YARDSTICKS)[number];

/** One level of a rule: for these assets, or up to this price; without either, for all others. */
interface Step {
  readonly level: number;
  readonly assets?: readonly string[];
  /** In USD, included. */
  readonly upTo?: number;
}

const STEPS: Readonly<Record<Yardstick, readonly Step[]>> = {
  'index-median': [{ level: 0.05 }],
  'index-clamp': [{ level: 0.01, assets: ['ETH', 'BTC'] }, { level: 0.03 }],
  'luld-5': [{ level: 0.05 }],
  'luld-10': [{ level: 0.1 }],
  'clearly-erroneous': [{ level: 0.1, upTo: 25 }, { level: 0.05, upTo: 50 }, { level: 0.03 }],
};

/** The level for an asset at a reference price in USD, as a ratio without a sign. */
export function levelOf(yardstick: Yardstick, asset: Asset | string, reference: number): number {
  const step = STEPS[yardstick].find(
    ({ assets, upTo }) => (assets?.includes(asset) ?? true) && (upTo === undefined || reference <= upTo),
  );
  return step?.level ?? NaN;
}

/** Every level of a rule, nearest first: the lines to draw. */
export const levelsOf = (yardstick: Yardstick): readonly number[] =>
  STEPS[yardstick].map(({ level }) => level).sort((a, b) => a - b);

/** Whether a deviation goes beyond the rule's level. */
export const isBeyond = (
  yardstick: Yardstick,
  { asset, peak, peakReference }: { readonly asset: string; readonly peak: number; readonly peakReference: number },
): boolean => Math.abs(peak) > levelOf(yardstick, asset, peakReference);
