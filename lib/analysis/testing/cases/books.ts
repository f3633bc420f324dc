import fc from 'fast-check';
import { isComputed, type Kind, type Source } from '../../../domain/market';
import type { MarketColumns } from '../../../domain/marketColumns';
import { anyRuns, slotsOf, type Run } from '../anySlots';
import { marketOf, type Slot } from '../markets';
import { spread, type Frame } from './frame';
import { PER_DOLLAR, times, type Worth } from './quotes';

/** What a book is made from. */
export interface Recipe {
  readonly venue: string;
  readonly base: string;
  readonly quote: string;
  readonly kind: Kind;
  readonly source: Source;
  readonly runs: readonly Run[];
  /** Of a namesake: so many times the price. */
  readonly unit: number;
  /** Asked about in all minutes of the world, with nothing traded but in the active ones. */
  readonly askedThroughout: boolean;
}

/** Dollars for a unit of a base. */
export const LEVELS: Readonly<Record<string, number>> = {
  ATOM: 4,
  USDE: 1,
  WBETH: 4_320,
  BTC: 112_000,
  ETH: 4_000,
  USDT: 1,
  USDC: 1,
  FDUSD: 1,
  EUR: 1 / 0.875,
  USD: 1,
};

const anyKind: fc.Arbitrary<Kind> = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Kind>('spot') },
  { weight: 1, arbitrary: fc.constantFrom<Kind>('perp', 'mark', 'index') },
);
const anySource: fc.Arbitrary<Source> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Source>('rest') },
  { weight: 1, arbitrary: fc.constantFrom<Source>('archive', 'trades', 'file', 'ui', 'simulated', 'simulated-ui') },
);

/** A book of one of those venues and quotes. */
export const anyRecipe = (
  base: string,
  venues: readonly string[],
  quotes: readonly string[],
  { kind = anyKind, source = anySource }: { kind?: fc.Arbitrary<Kind>; source?: fc.Arbitrary<Source> } = {},
): fc.Arbitrary<Recipe> =>
  fc.record({
    venue: fc.constantFrom(...venues),
    base: fc.constant(base),
    quote: fc.constantFrom(...quotes),
    kind,
    source,
    runs: anyRuns,
    unit: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constantFrom(1_000, 0.02) }),
    askedThroughout: fc.constantFrom(false, false, true),
  });

/** Computed prices have no volume, but where a source says 0. */
const computed = (slot: Slot): Slot => {
  if (slot === undefined || typeof slot === 'string' || slot.baseVolume === 0) return slot;
  return { ...slot, baseVolume: NaN, quoteVolume: NaN, trades: NaN };
};

/** Always there; and straying little, but for a few. */
const steady = (runs: readonly Run[]): readonly Run[] => runs.map((run) => ({ ...run, state: 'traded' }));

/** A rate's books stray less: by quarters of what an asset's do. */
const calmer = (runs: readonly Run[]): readonly Run[] => runs.map((run) => ({ ...run, strayed: run.strayed / 4 }));

/** A book by its recipe; its prices follow what the quote (and a currency as the base) is worth. */
export function bookOf(frame: Frame, worth: Worth, recipe: Recipe, calm: boolean): MarketColumns {
  const { venue, base, quote, kind, source, unit } = recipe;
  const level = (LEVELS[base] ?? NaN) * (PER_DOLLAR[quote] ?? NaN) * unit;
  const there = frame.steady ? steady(recipe.runs) : recipe.runs;
  const slots = slotsOf(calm ? calmer(there) : there, frame.active.length, level).map((slot, i) =>
    times(slot, (worth[base]?.[i] ?? 1) / (worth[quote]?.[i] ?? 1)),
  );
  const all = spread(
    frame,
    isComputed(kind) ? slots.map(computed) : slots,
    recipe.askedThroughout ? undefined : 'unasked',
  );
  return marketOf(`${venue} ${base}/${quote}`, all, { kind, source, from: frame.world.from });
}

/** What no two columns of one input may share. */
export const identity = ({ market, source }: MarketColumns): string => JSON.stringify([market, source]);

/** Of columns of one identity the first. */
export const each = (columns: readonly MarketColumns[]): readonly MarketColumns[] =>
  [...new Map([...columns].reverse().map((one) => [identity(one), one])).values()].reverse();
