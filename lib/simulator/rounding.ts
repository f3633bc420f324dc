/** Above it a number has no decimals left to round. */
const WHOLE_FROM = Number.MAX_SAFE_INTEGER;

/**
 * Rounds to decimals: a whole number over a power of ten, which is the number nearest to that decimal, as if it were read from
 * text, and several times as fast as `Number(value.toFixed(decimals))`. Numbers too large to have decimals that count stay as they are.
 */
export function rounder(decimals: number): (value: number) => number {
  const scale = Number(`1e${String(decimals)}`);
  return (value) => {
    const scaled = value * scale;
    return Math.abs(scaled) < WHOLE_FROM ? Math.round(scaled) / scale : value;
  };
}
