/** Minutes: what zones' distances from UTC are whole multiples of. */
export const ZONE_STEP = 15;

/** Minutes east of UTC of the westernmost zone and of the easternmost. */
export const ZONES_REACH = [-12 * 60, 14 * 60] as const;

/** Minutes east of UTC of zones whose name means one offset alone. */
export const NAMED_ZONES: ReadonlyMap<string, number> = new Map(
  Object.entries({ UTC: 0, GMT: 0, Z: 0, KST: 9, JST: 9, HKT: 8, SGT: 8, EST: -5, EDT: -4, CET: 1, CEST: 2 }).map(
    ([name, hours]) => [name, hours * 60],
  ),
);

/** Further names of zones. Some mean several: CST is China's, Central America's and Cuba's, IST India's, Ireland's and Israel's. */
export const UNREAD_ZONES: ReadonlySet<string> = new Set([
  'CST',
  'CDT',
  'IST',
  'BST',
  'PST',
  'PDT',
  'MST',
  'MDT',
  'WEST',
  'EET',
  'EEST',
  'MSK',
  'NPT',
  'AEST',
  'AEDT',
]);
