/** The web API's addresses, written once for both ends. `query` is a query string without `?`. */
/** The feed of alerts. */
export const ALERT_FEED = '/alerts.atom';

export const apiRoutes = {
  overview: '/api/v1/overview',
  progress: '/api/v1/progress',
  /** With an asset also how each of its markets was kept, day by day. */
  coverage: (asset?: string): string => (asset === undefined ? '/api/v1/coverage' : `/api/v1/coverage?asset=${asset}`),
  /** The replies an asset's candles were read from; query: asset, from, to, limit. */
  replies: (query: string): string => `/api/v1/coverage/replies?${query}`,
  /** One of them, as it came. */
  reply: (asset: string, sha256: string): string => `/api/v1/coverage/replies/${asset}/${sha256}`,
  /** query: asset, from, to, limit; each may be left out. */
  revisions: (query: string): string => (query === '' ? '/api/v1/revisions' : `/api/v1/revisions?${query}`),
  /** The methodology page's worked examples; query: asset, minute; each may be left out. */
  method: (query: string): string => (query === '' ? '/api/v1/method' : `/api/v1/method?${query}`),
  /** query: that of deviations. */
  scorecards: (query: string): string => `/api/v1/scorecards?${query}`,
  /** query: from, to, reference, rank, limit, assets, venues, kinds, side, certainty, depth, peers. */
  scan: (query: string): string => `/api/v1/scan?${query}`,
  /** query: from, to. */
  league: (query: string): string => `/api/v1/league?${query}`,
  venues: (query: string): string => `/api/v1/venues?${query}`,
  /** query: from, to, assets, asOf. */
  lows: (query: string): string => `/api/v1/lows?${query}`,
  events: '/api/v1/events',
  /** query: yardstick, asOf. */
  event: (event: string, query: string): string =>
    query === '' ? `/api/v1/events/${event}` : `/api/v1/events/${event}?${query}`,
  /** query: asset, from, to, venues, markets, reference, bloc, rate, minPeers, enter. */
  deviations: (query: string): string => `/api/v1/deviations?${query}`,
  /** The same as binary columns. */
  columns: (query: string): string => `/api/v1/deviations?${query}&format=columns`,
  /** query: venues, markets, reference, bloc, rate, minPeers. */
  minute: (asset: string, minute: string, query: string): string => `/api/v1/minutes/${asset}/${minute}?${query}`,
  /** The public keys with which the instance seals and sealed. */
  keys: '/.well-known/plumbline-keys.json',
  /** What the view of an address gives now; query: address. */
  verification: (query: string): string => `/api/v1/verifications?${query}`,
  /** Its picture drawn anew; query: address, size, theme, density. */
  verificationPictures: (query: string): string => `/api/v1/verifications/pictures?${query}`,
  /** What its books were before; query: address. */
  verificationStates: (query: string): string => `/api/v1/verifications/states?${query}`,
  /** What was said later of published statements; query: asset, which may be left out. */
  errata: (query: string): string => (query === '' ? '/api/v1/errata' : `/api/v1/errata?${query}`),
  /** What became of the figures whose digest an address names; path and query: those of a permalink. */
  pinned: (asset: string, query: string): string => `/api/v1/pinned/${asset}?${query}`,
  pinnedMinute: (asset: string, minute: string, query: string): string => `/api/v1/pinned/${asset}/${minute}?${query}`,
  /** The exhibits of a pack: query: view, as often as there are exhibits; zone, lang. */
  packs: '/api/v1/packs',
  /** What all of them are, as OpenAPI 3.1. */
  openapi: '/api/v1/openapi.json',
  /** query: url, format, maxwidth, maxheight. */
  oembed: (query: string): string => `/api/v1/oembed?${query}`,
  /** query: that of a permalink. */
  picture: (asset: string, query: string): string => `/api/v1/charts/${asset}.png?${query}`,
  minutePicture: (asset: string, minute: string, query: string): string =>
    `/api/v1/charts/${asset}/${minute}.png?${query}`,
} as const;
