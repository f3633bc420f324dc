/** The round steps a scale may have, times a power of ten. */
const ROUND = [1, 2, 2.5, 5, 10] as const;

/** Round values inside `[least, most]`, about `wanted` of them, evenly apart; none where the interval is empty or not finite. */
export function linearTicks(least: number, most: number, wanted: number): readonly number[] {
  const step = roundStep(least, most, wanted);
  if (step === undefined) return [];
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(step)));
  const first = Math.ceil(least / step - 1e-9);
  const count = Math.floor(most / step + 1e-9) - first + 1;
  // Rounded, because 3 × 0.1 is not 0.3 in a float64; adding 0 turns −0 into 0.
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toFixed(Math.min(100, decimals))) + 0);
}

/** A step a little finer than asked for is taken rather than one twice as coarse. */
const NEAR_ENOUGH = 0.8;

function roundStep(least: number, most: number, wanted: number): number | undefined {
  const rough = (most - least) / Math.max(1, wanted);
  if (!(rough > 0) || !Number.isFinite(rough)) return undefined;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (ROUND.find((round) => round * power >= rough * NEAR_ENOUGH) ?? 10);
}

/** The digits of a decade that may carry a tick, from few ticks to many. */
const DECADES: readonly (readonly number[])[] = [[1], [1, 3], [1, 2, 5], [1, 2, 3, 5, 7]];

/**
 * Round values for a logarithmic scale between two positive prices: powers of ten, with digits between them while there
 * is room; for less than one decade the ticks of a linear scale. None where a bound is not above 0.
 */
export function logTicks(least: number, most: number, wanted: number): readonly number[] {
  if (!(least > 0) || !(most > least)) return [];
  const [low, high] = [Math.floor(Math.log10(least)), Math.ceil(Math.log10(most))];
  if (most / least < 10) return linearTicks(least, most, wanted);
  const sets = DECADES.map((digits) =>
    Array.from({ length: high - low + 1 }, (_, i) => digits.map((digit) => Number(`${digit}e${low + i}`)))
      .flat()
      .filter((tick) => tick >= least && tick <= most),
  );
  const fitting = sets.filter((ticks) => ticks.length <= wanted * 1.5).at(-1);
  if (fitting !== undefined) return fitting;
  const powers = sets[0] ?? [];
  const every = Math.ceil(powers.length / wanted);
  return powers.filter((_, i) => i % every === 0);
}
