const HOURS = 'from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

/** What `npm run screenshots` photographs: a name, and the address in the app. Every page is there. */
export const PAGES = {
  start: '/',
  asset: '/ATOM',
  minute: '/ATOM/2025-10-10T21:20Z',
  events: '/events',
  event: '/events/2025-10-10',
  scan: '/scan',
  lows: '/lows',
  venues: '/venues',
  venue: '/venues/binance',
  league: '/league',
  compare: `/compare?markets=binance:ATOM/USDT,okx:ATOM/USDT&${HOURS}`,
  contagion: `/contagion?asset=ATOM&${HOURS}`,
  collateral: `/collateral?asset=WBETH&venue=binance&${HOURS}&minPeers=2`,
  audit: '/audit',
  orderlog: '/orderlog',
  pack: '/pack?view=/ATOM/2025-10-10T21:20Z',
  method: '/method',
  coverage: '/coverage',
  revisions: '/revisions',
  verify: '/verify',
  api: '/api',
  embed: '/embed/ATOM/2025-10-10T21:20Z',
};
