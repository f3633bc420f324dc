/** The pages beside those of assets, by their paths, in the order in which they are listed. */
export const PAGES = [
  'events',
  'scan',
  'lows',
  'venues',
  'compare',
  'method',
  'coverage',
  'revisions',
  'verify',
  'pack',
] as const;
