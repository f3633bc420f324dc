/** The pages beside those of assets, by their paths, in the order in which they are listed. */
export const PAGES = [
  'events',
  'scan',
  'lows',
  'venues',
  'league',
  'compare',
  'contagion',
  'method',
  'coverage',
  'revisions',
  'verify',
  'pack',
  'audit',
  'orderlog',
] as const;

/** Those in the menu, whose row has no more room; the others are in the foot of every page, in the palette, and linked from the page they belong to. */
export const MENU_PAGES = PAGES.filter((page) => page !== 'league' && page !== 'contagion' && page !== 'orderlog');
