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
  'collateral',
] as const;

const OUTSIDE_MENU: readonly string[] = ['league', 'contagion', 'orderlog', 'collateral'];

/** Those in the menu, whose row has no more room; the others are in the foot of every page, in the palette, and linked from the page they belong to. */
export const MENU_PAGES = PAGES.filter((page) => !OUTSIDE_MENU.includes(page));
