import fc from 'fast-check';
import type { Slot } from '../markets';

/** Units of the quote for one dollar, roughly: so that converted prices meet and ties occur. */
export const PER_DOLLAR: Readonly<Record<string, number>> = {
  USD: 1,
  USDT: 1,
  USDC: 1,
  FDUSD: 1,
  EUR: 0.875,
  KRW: 1408,
};

/** USD for a unit of each quote, minute by minute of the active ones, against its usual worth. */
export type Worth = Readonly<Record<string, readonly number[]>>;

interface Depeg {
  readonly quote: string;
  readonly from: number;
  readonly minutes: number;
  readonly worth: number;
}

/** A stablecoin falls, for a minute or for long; a currency moves a little. */
export const anyWorth = (active: number): fc.Arbitrary<Worth> =>
  fc
    .array(
      fc.record({
        quote: fc.constantFrom('USDT', 'USDC', 'FDUSD', 'EUR', 'KRW'),
        from: fc.nat(Math.max(0, active - 1)),
        minutes: fc.constantFrom(1, 1, 2, 5, 20, 60),
        worth: fc.constantFrom(0.995, 0.98, 0.9, 0.87, 0.5, 1.02, 1.25),
      }),
      { maxLength: 6 },
    )
    .map((depegs: readonly Depeg[]) =>
      Object.fromEntries(
        Object.keys(PER_DOLLAR).map((quote) => {
          const worth = new Array<number>(active).fill(1);
          for (const depeg of depegs)
            if (depeg.quote === quote)
              for (let i = depeg.from; i < Math.min(active, depeg.from + depeg.minutes); i += 1) worth[i] = depeg.worth;
          return [quote, worth];
        }),
      ),
    );

/** A slot at so many times its prices; its base volume stays. */
export function times(slot: Slot, factor: number): Slot {
  if (slot === undefined || typeof slot === 'string') return slot;
  const { open = NaN, high = NaN, low = NaN, close = NaN, quoteVolume = NaN } = slot;
  return {
    ...slot,
    open: open * factor,
    high: high * factor,
    low: low * factor,
    close: close * factor,
    quoteVolume: quoteVolume * factor,
  };
}
