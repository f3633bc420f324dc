import fc from 'fast-check';
import type { Slot } from './markets';

/** A stretch of like minutes: markets stray and fall silent for a while, not minute by minute. */
export interface Run {
  readonly minutes: number;
  readonly state: 'traded' | 'silent' | 'filler' | 'unasked' | 'set-aside';
  /** Half percents from the market's level. */
  readonly strayed: number;
  /** Where the minute's wobble begins. */
  readonly seed: number;
  /** No wobble at all: prices tie, and lie exactly on a level. */
  readonly still: boolean;
  /** What the source says of a traded minute's volume; `crumb`: trades too small for the volume it shows. */
  readonly volume: 'base' | 'both' | 'quote' | 'trades' | 'crumb' | 'unknown';
}

const anyRun: fc.Arbitrary<Run> = fc.record({
  minutes: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 6 }) },
    { weight: 1, arbitrary: fc.integer({ min: 28, max: 34 }) },
  ),
  state: fc.oneof(
    { weight: 8, arbitrary: fc.constant('traded' as const) },
    {
      weight: 3,
      arbitrary: fc.constantFrom('silent' as const, 'filler' as const, 'unasked' as const, 'set-aside' as const),
    },
  ),
  strayed: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: -6, max: 6 }) },
    { weight: 1, arbitrary: fc.constantFrom(-199, -100, -60, -50, -25, 50, 80) },
  ),
  seed: fc.nat(999),
  still: fc.constantFrom(false, false, true),
  volume: fc.constantFrom('both', 'both', 'both', 'base', 'base', 'quote', 'trades', 'crumb', 'unknown'),
});

/** −2 to 2 tenths of a percent, often 0, so that venues tie. */
const wobble = (seed: number, turn: number): number =>
  (((seed + turn * 7919) % 11) % 5 === 0 ? 0 : ((seed * 31 + turn * 17) % 5) - 2) / 1000;

/** After so many minutes a wobble begins anew. */
const WOBBLE_MINUTES = 11 * 5;
/** One plus the wobbles of the open, the close and two prices between, minute by minute. */
const [OPENS, CLOSES, SOME, OTHERS] = [1, 2, 3, 4].map((turn) =>
  Float64Array.from({ length: WOBBLE_MINUTES }, (_, seed) => 1 + wobble(seed, turn)),
) as [Float64Array, Float64Array, Float64Array, Float64Array];

/** Every slot has every field, a hole where the source does not say: slots of one shape are read several times faster. */
function slotOf({ state, strayed, seed, still, volume }: Run, i: number, level: number): Slot {
  if (state === 'unasked' || state === 'set-aside') return state;
  if (state === 'silent') return undefined;
  const price = level * (1 + strayed / 200);
  const at = (seed + i) % WOBBLE_MINUTES;
  const open = still ? price : price * (OPENS[at] as number);
  const close = still ? price : price * (CLOSES[at] as number);
  const a = still ? price : price * (SOME[at] as number);
  const b = still ? price : price * (OTHERS[at] as number);
  const amount = 1 + ((seed + i * 13) % 50);
  const [baseVolume, quoteVolume, trades] = volumesOf(state === 'filler' ? 'filler' : volume, amount, open, close);
  return {
    open,
    high: Math.max(open, close, a, b),
    low: Math.min(open, close, a, b),
    close,
    baseVolume,
    quoteVolume,
    trades,
  };
}

/** Base volume, quote volume and trades. */
function volumesOf(
  volume: Run['volume'] | 'filler',
  amount: number,
  open: number,
  close: number,
): readonly [number, number, number] {
  switch (volume) {
    case 'filler':
      return [0, 0, 0];
    case 'base':
      return [amount, NaN, NaN];
    case 'quote':
      return [NaN, amount * close, NaN];
    case 'crumb':
      return [0, 0, 2];
    case 'trades':
      return [NaN, NaN, 3];
    case 'unknown':
      return [NaN, NaN, NaN];
    case 'both':
      return [amount, amount * open, amount];
  }
}

/** `minutes` slots: the runs one after the other, again and again. */
export function slotsOf(runs: readonly Run[], minutes: number, level: number): readonly Slot[] {
  const slots: Slot[] = [];
  while (slots.length < minutes) {
    for (const run of runs) for (let i = 0; i < run.minutes; i += 1) slots.push(slotOf(run, slots.length, level));
  }
  return slots.slice(0, minutes);
}

/** Down to exactly half the level, to a quarter, to an eighth of it, and back: where episodes of 50 and 25 % begin and go on. */
const anyStep = fc
  .record({ minutes: fc.integer({ min: 1, max: 3 }), strayed: fc.constantFrom(-100, -50, -50, -25, -25, 0) })
  .map((step): Run => ({ ...step, state: 'traded', seed: 0, still: true, volume: 'both' }));

export const anyRuns = fc.oneof(
  { weight: 6, arbitrary: fc.array(anyRun, { minLength: 1, maxLength: 8 }) },
  { weight: 1, arbitrary: fc.array(anyStep, { minLength: 4, maxLength: 12 }) },
);
