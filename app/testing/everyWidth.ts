const WINDOW = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

/** Pages that are measured at every width, and held to their policy on the same load. */
export const EVERY_WIDTH: readonly string[] = [
  '/',
  `/ATOM?${WINDOW}`,
  // Of many digits: prices and volumes in KRW.
  `/BTC/2025-10-10T21:20Z?${WINDOW}`,
  '/scan',
  '/events',
  '/events/2025-10-10',
  '/lows',
  '/venues',
  '/league',
  `/venues/binance?${WINDOW}`,
  '/compare',
  '/contagion?asset=ATOM&from=2025-10-10T21:00Z&to=2025-10-10T22:00Z',
  '/coverage',
  '/coverage?asset=ATOM',
  '/revisions',
  '/pack?view=/ATOM/2025-10-10T21:20Z&view=/NOPE',
  '/verify',
  '/audit',
  '/orderlog',
  `/collateral?asset=WBETH&venue=binance&${WINDOW}&minPeers=2`,
];
