import type { Candle } from '../domain/candle';
import { epochMs, MINUTE_MS, minuteAt, type Minute } from '../domain/minute';
import { pairOf, parsePair, type Market, type Venue } from '../domain/market';
import { errorOfCcxt, MarketUnknown, RetryLater } from './errors';
import { openDoor, type FetchDoor } from './fetchDoor';
import type { Page, PageRow } from './page';
import type { Capability } from './venues/capability';
import { VENUES } from './venues/table';

/** As much of a ccxt market as we read. */
interface CcxtMarket {
  readonly symbol: string;
  readonly base: string;
  readonly quote: string;
  readonly spot: boolean;
  readonly active?: boolean;
}

/** As much of a ccxt class as we use. */
interface CcxtExchange {
  urls: { api: unknown };
  milliseconds: () => number;
  fetchImplementation: FetchDoor['fetchImplementation'];
  fetchMarkets(): Promise<readonly CcxtMarket[]>;
  setMarkets(markets: readonly CcxtMarket[]): unknown;
  market(symbol: string): CcxtMarket;
  fetchTime(): Promise<number | undefined>;
  fetchOHLCV(symbol: string, timeframe: '1m', since: number, limit: number): Promise<unknown>;
  parseOHLCV(row: unknown, market: CcxtMarket): readonly (number | undefined)[];
}

export interface ConnectOptions {
  readonly now: () => number;
  /** Another server that speaks for every venue: `https://api.venue` becomes `{origin}/{venue}/api.venue`. */
  readonly origin?: string;
  /** Whether ccxt keeps to the venue's rate limit. Default: yes, unless `origin` says that no venue is asked. */
  readonly throttle?: boolean;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** One venue, through its ccxt class. Every method rejects with a `VenueError` when the venue does not deliver. */
export interface VenueConnection {
  readonly venue: Venue;
  readonly capability: Capability;
  /** The spot markets the venue lists, delisted ones included where it still lists them. One request or two. */
  markets(): Promise<readonly Market[]>;
  /** Asks for `rows` minutes from `since` on. `markets` comes first. */
  page(market: Market, since: Minute, rows: number): Promise<Page>;
  /** Asks the venue for its time. */
  time(): Promise<void>;
  /** The venue's clock, by the latest reply's `Date` header carried on by ours; ours alone before any reply. */
  clockMs(): number;
}

/** Longer than the slowest honest reply seen (market lists of 2 MB), short enough to ask again. */
const TIMEOUT_MS = 20_000;

/** Every `https://` of ccxt's address tree, pointed at another server that keeps venue and host in the path. */
function readdressed(tree: unknown, base: string): unknown {
  if (typeof tree === 'string') return tree.replace(/^https:\/\//, base);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, readdressed(value, base)]));
}

async function openExchange(venue: Venue, capability: Capability, door: FetchDoor, clockMs: () => number, options: ConnectOptions): Promise<CcxtExchange> {
  const { default: ccxt } = await import('ccxt');
  const Exchange = (ccxt as unknown as Readonly<Record<string, new (config: object) => CcxtExchange>>)[capability.ccxtClass];
  if (Exchange === undefined) throw new Error(`ccxt has no class ${capability.ccxtClass}`);
  const exchange = new Exchange({
    enableRateLimit: options.throttle ?? options.origin === undefined,
    // The door keeps the time limit; ccxt's own must not fire first and hide the cause.
    timeout: 2 * (options.timeoutMs ?? TIMEOUT_MS),
    options: { ...capability.spotOnly },
  });
  if (options.origin !== undefined) exchange.urls.api = readdressed(exchange.urls.api, `${options.origin}/${venue}/`);
  exchange.fetchImplementation = door.fetchImplementation;
  // ccxt chooses between recent and history endpoints by this clock: it is the venue's.
  exchange.milliseconds = clockMs;
  return exchange;
}

/** A raw row's field: venues write rows as lists or as objects. */
function fieldAt(row: unknown, at: number | string | undefined): unknown {
  return at === undefined || typeof row !== 'object' || row === null ? undefined : (row as Readonly<Record<number | string, unknown>>)[at];
}

/** NaN where the row says nothing readable: the hole of a candle. */
function numberAt(row: unknown, at: number | string | undefined): number {
  const value = fieldAt(row, at);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

function closedOf(row: unknown, capability: Capability): boolean | undefined {
  const mark = capability.closedMark;
  const value = fieldAt(row, mark?.at);
  if (mark === undefined) return undefined;
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number' ? String(value) === mark.closed : undefined;
}

/** A row as ccxt's own class reads it, with what its six floats drop picked from the raw row. */
function rowOf(row: unknown, exchange: CcxtExchange, market: CcxtMarket, capability: Capability): PageRow {
  const [time = NaN, open = NaN, high = NaN, low = NaN, close = NaN, baseVolume = NaN] = typeof row === 'object' && row !== null ? exchange.parseOHLCV(row, market) : [];
  const candle: Omit<Candle, 'minute'> = {
    open, high, low, close, baseVolume, quoteVolume: numberAt(row, capability.quoteVolumeAt), trades: numberAt(row, capability.tradesAt),
  };
  const whole = Number.isInteger(time) && time >= 0 && time % MINUTE_MS === 0 && time < LAST_MS;
  return { minute: whole ? minuteAt(time) : undefined, candle, closed: closedOf(row, capability), raw: row };
}

/** The year 9999: what a minute can name. */
const LAST_MS = Date.UTC(9999, 11, 31);

/** Opens a venue. Throws for a venue the table does not hold; asks nothing yet. */
export async function connect(venue: Venue, options: ConnectOptions): Promise<VenueConnection> {
  const capability = VENUES.get(venue);
  if (capability === undefined) throw new RangeError(`${venue} is not served`);
  const { now } = options;
  const door = openDoor({ fetch: options.fetch ?? fetch, now, timeoutMs: options.timeoutMs ?? TIMEOUT_MS, signal: options.signal });
  let ahead: number | undefined;
  const clockMs = (): number => now() + (ahead ?? NO_OFFSET);
  const exchange = await openExchange(venue, capability, door, clockMs, options);
  const symbols = new Map<string, string>();

  async function asked<T>(ask: () => Promise<T>): Promise<T> {
    const before = door.last();
    try {
      return await ask();
    } catch (error) {
      const reply = door.last();
      throw errorOfCcxt(error, reply === before ? undefined : reply?.status);
    } finally {
      const clock = door.last()?.venueClockMs;
      if (clock !== undefined) ahead = clock - now();
    }
  }

  async function markets(): Promise<readonly Market[]> {
    const listed = await asked(() => exchange.fetchMarkets());
    // A reply of another shape reaches ccxt as a list without markets: no venue is empty.
    if (listed.length === 0) throw new RetryLater('its list of markets is empty', undefined);
    exchange.setMarkets(listed);
    const found = new Map<string, Market>();
    // Of two books of one pair the one in trade comes first.
    for (const market of [...listed].sort((a, b) => Number(b.active !== false) - Number(a.active !== false))) {
      const pair = parsePair(`${market.base}/${market.quote}`);
      if (!market.spot || !pair.ok || found.has(pairOf(pair.value))) continue;
      found.set(pairOf(pair.value), { venue, ...pair.value, kind: 'spot' });
      symbols.set(pairOf(pair.value), market.symbol);
    }
    return [...found.values()];
  }

  async function page(market: Market, since: Minute, rows: number): Promise<Page> {
    const symbol = symbols.get(pairOf(market));
    if (symbol === undefined) throw new MarketUnknown('the venue does not list it');
    if (rows < 1 || rows > (capability?.rowsAsked ?? rows)) throw new RangeError(`${String(rows)} rows asked of ${venue}`);
    await asked(() => exchange.fetchOHLCV(symbol, '1m', epochMs(since), rows));
    const reply = door.last();
    // ccxt's own list is already filtered by `since`: only the body shows whether the venue heeded it.
    const raw = reply === undefined ? undefined : capability?.rowsIn(JSON.parse(reply.body));
    if (reply === undefined || raw === undefined || capability === undefined) throw new RetryLater('the reply has no list of candles', undefined);
    const known = exchange.market(symbol);
    return {
      rows: raw.map((row) => rowOf(row, exchange, known, capability)), filled: raw.length >= capability.cap,
      venueClockMs: reply.venueClockMs ?? now(), url: reply.url,
    };
  }

  const time = async (): Promise<void> => {
    await asked(() => exchange.fetchTime());
  };

  return { venue, capability, markets, page, time, clockMs };
}

/** Before the first reply the venue's clock is taken to be ours. */
const NO_OFFSET = 0;
