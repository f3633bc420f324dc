/** What is written as less than 0.0001 %. */
const LEAST_WRITTEN = 1e-6;
/** Half a hundredth of a percent. */
const HALF_STEP = 5e-5;

/**
 * The most that an uncertainty may be, as a ratio, of which columns bring what pages write: hundredths of a percent, of less two digits, of less than
 * 0.0001 % only that (docs/columns.md). Who judges a price of their own by it takes this: what lies beyond it lies beyond the exact one. 0 is exact.
 */
export function uncertaintyAtMost(written: number): number {
  if (written === 0 || Number.isNaN(written)) return written;
  if (written < LEAST_WRITTEN) return LEAST_WRITTEN;
  if (written >= HALF_STEP) return written + HALF_STEP;
  // Its second digit's half.
  return written + 10 ** (Math.floor(Math.log10(written)) - 1) / 2;
}
