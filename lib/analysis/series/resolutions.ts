/**
 * The sizes of buckets, in minutes. All divide a UTC day, so that no bucket lies across two days and a window may be worked on day by
 * day.
 */
export const RESOLUTIONS = [5, 15, 30, 60, 120, 240, 720, 1_440] as const;

/** The least size with which `minutes` are at most `most` buckets: 1, every minute by itself, where that is enough; else the coarsest there is. */
export function resolutionFor(minutes: number, most: number): number {
  // A window that begins inside a bucket touches one more.
  const fits = (size: number): boolean => minutes / size + (size === 1 ? 0 : 1) <= most;
  return [1, ...RESOLUTIONS].find(fits) ?? RESOLUTIONS[RESOLUTIONS.length - 1] ?? 1;
}
