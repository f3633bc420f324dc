/** The nearest rank: the least of the values that `percent` of a hundred of them do not exceed. NaN where there are none. */
export function percentileOf(values: readonly number[], percent: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? NaN;
}
