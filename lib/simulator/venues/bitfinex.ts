import { MINUTE_MS } from '../../domain/minute';
import { HOUR, MINUTE, MINUTES_15, MINUTES_5, UTC_DAY } from '../longer';
import { codesOf, marketOf, plain, spanOf, wholeOf, type Answer, type Ask, type VenueProfile } from '../profile';
import type { SimulatedMarket } from '../scenario';

/** "Number of records in response (max. 10000)"; 100 unless asked. */
const ROWS = { usual: 100, cap: 10_000 };

const TIMEFRAMES = { '1m': MINUTE, '5m': MINUTES_5, '15m': MINUTES_15, '1h': HOUR, '1D': UTC_DAY };

/** Names of three letters, where the currency's own has more; since then longer names came in, set off by a colon. */
const OWN_NAMES = new Map([
  ['ATOM', 'ATO'],
  ['USDT', 'UST'],
  ['USDC', 'UDC'],
]);
const ownName = (code: string): string => OWN_NAMES.get(code) ?? code;

/** `BTCUSD`, `ATOUST`, but `DOGE:USD`. */
function pairOf(market: SimulatedMarket): string {
  const [base, quote] = [ownName(market.base), ownName(market.quote)];
  return base.length > 3 || quote.length > 3 ? `${base}:${quote}` : `${base}${quote}`;
}

/** Errors are lists too, under HTTP 500; 10020 is a bad parameter. */
const wrong = (message: string): Answer => plain(['error', 10_020, message], 500);

/** A pair's details: only the least and greatest order are said. */
const info = (market: SimulatedMarket): unknown => [
  pairOf(market),
  [null, null, null, String(10 ** -market.volumeDecimals), '100000.0', null, null, null, null, null, null, null],
];

/** The configuration lists clients ask for, several at once, by name. Names not here are lists without an entry. */
const CONFIGURATIONS: Readonly<Record<string, (ask: Ask) => unknown>> = {
  'pub:info:pair': (ask) => ask.markets.map(info),
  'pub:list:currency': (ask) => codesOf(ask).map(ownName),
  'pub:map:currency:sym': (ask) =>
    codesOf(ask)
      .filter((code) => OWN_NAMES.has(code))
      .map((code) => [ownName(code), code]),
  'pub:map:currency:label': (ask) => codesOf(ask).map((code) => [ownName(code), code]),
};

/**
 * 100 rows unless asked, 10,000 at most; `start` and `end` in milliseconds, both inclusive on the open time; `sort=1` gives
 * the oldest of the range, oldest first, anything else the newest, newest first; columns time, open, close, high, low,
 * volume; a minute without a trade has no row; the open candle is served.
 */
function candles(ask: Ask): Answer {
  const { query, named } = ask;
  const market = marketOf(ask, named['symbol'] ?? null, (candidate) => `t${pairOf(candidate)}`);
  const span = spanOf(TIMEFRAMES, named['timeframe'] ?? null);
  if (span === undefined) return wrong('timeframe: invalid');
  if (market === undefined) return wrong('symbol: invalid');
  const limit = wholeOf(query, 'limit') ?? ROWS.usual;
  if (limit < 1 || limit > ROWS.cap) return wrong('limit: invalid');
  const [start, end] = [wholeOf(query, 'start'), wholeOf(query, 'end')];
  const oldestFirst = query.get('sort') === '1';
  return {
    kind: 'candles',
    market,
    span,
    limit,
    keep: oldestFirst ? 'oldest' : 'newest',
    order: oldestFirst ? 'ascending' : 'descending',
    // Without a start the oldest are reckoned from the listing, here from the beginning of time.
    from: start === undefined ? (oldestFirst ? 0 : undefined) : Math.ceil(start / MINUTE_MS),
    to: end === undefined ? undefined : Math.floor(end / MINUTE_MS) + 1,
    emptyMinutes: 'omitted',
    servesForming: true,
    write: (rows) =>
      rows.map((row) => [row.minute * MINUTE_MS, row.open, row.close, row.high, row.low, row.baseVolume]),
  };
}

export const bitfinex: VenueProfile = {
  venue: 'bitfinex',
  endpoints: [
    { path: /^\/v2\/candles\/trade:(?<timeframe>[^:/]+):(?<symbol>t[^/]+)\/hist$/, answer: candles },
    {
      path: /^\/v2\/conf\/(?<names>[a-z:,]+)$/,
      answer: (ask) => plain((ask.named['names'] ?? '').split(',').map((name) => CONFIGURATIONS[name]?.(ask) ?? [])),
    },
    // 1: the platform is operative.
    { path: /^\/v2\/platform\/status$/, answer: () => plain([1]) },
  ],
  unknownPath: plain(['error', 10_000, 'unknown endpoint'], 404),
};
