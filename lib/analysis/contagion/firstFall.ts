import type { FirstFall } from '../../domain/contagion';
import { isAtMost, restOf } from '../../domain/exact';
import type { MarketColumns } from '../../domain/marketColumns';
import { plus, type MinuteRange } from '../../domain/minute';
import { knownAt } from './ownLevel';

/**
 * The first minute of a range whose low lies `fall` or further below the book's own level: low ≤ (1 − fall) × level, decided of the
 * decimals that low and level are printed as: 0.804 lies 20 % below 1.005. A level that is not above 0, or NaN: `no-level`.
 *
 * A minute of which nothing is known may have been it, so `earliest` is the first such minute before the one that was seen. In a minute without a trade
 * nobody traded so low; but where such minutes come right before the one seen, the price may have left meanwhile, and `earliest` is the first of them; the same before a minute of which nothing is known.
 */
export function firstFallOf(
  { market, candles }: MarketColumns,
  level: number,
  fall: number,
  range: MinuteRange,
): FirstFall {
  if (!(level > 0)) return { kind: 'no-level' };
  const minuteOf = (slot: number) => plus(candles.range.from, slot);
  const [first, end] = [range.from - candles.range.from, range.to - candles.range.from];
  const rest = restOf(fall);
  let unknown: number | undefined;
  let silent: number | undefined;
  for (let slot = first; slot < end; slot += 1) {
    const known = knownAt(candles, market.kind, slot);
    if (known === 'silent') silent ??= slot;
    if (known === 'unknown') unknown ??= silent ?? slot;
    if (known !== 'price') continue;
    const low = candles.low[slot] as number;
    if (isAtMost([low, 1], [rest, level]))
      return {
        kind: 'fell',
        earliest: minuteOf(Math.min(unknown ?? slot, silent ?? slot)),
        seen: minuteOf(slot),
        low,
      };
    silent = undefined;
  }
  return unknown === undefined ? { kind: 'held' } : { kind: 'unknown', earliest: minuteOf(unknown) };
}
