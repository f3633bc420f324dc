import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Candle } from '../../domain/candle';
import { epochMs, minuteAt, type Minute, type MinuteRange } from '../../domain/minute';
import type { Kind, Market, Venue } from '../../domain/market';
import type { Provenance } from '../../domain/observation';
import { keyOf, listingsOf, partAt, type ListedPart, type Listing, type Listings, type Uncertain } from './listings';
import { errorOfCcxt, MarketUnknown, RetryLater } from './errors';
import { openDoor, provenanceOf, type FetchDoor, type Reply } from './fetchDoor';
import type { Page } from '../paging/page';
import { candleOf, closedOf, type CcxtMarket } from '../paging/row';
import { candleRules, type CandleRules, type Capability } from '../venues/capability';
import { VENUES } from '../venues/table';

/** As much of a ccxt class as we use. */
interface CcxtExchange {
  urls: { api: unknown };
  milliseconds: () => number;
  fetchImplementation: FetchDoor['fetchImplementation'];
  parseJson: (text: string) => unknown;
  parseOHLCVs: (rows: unknown) => unknown;
  parseTrades: (rows: unknown) => unknown;
  fetchMarkets(): Promise<readonly CcxtMarket[]>;
  setMarkets(markets: readonly CcxtMarket[]): unknown;
  market(symbol: string): CcxtMarket;
  fetchTime(): Promise<number | undefined>;
  fetchOHLCV(symbol: string, timeframe: '1m', since: number, limit: number, params: object): Promise<unknown>;
  fetchTrades(symbol: string, since: number | undefined, limit: number, params: object): Promise<unknown>;
  parseOHLCV(row: unknown, market: CcxtMarket): readonly (number | undefined)[];
  parseTrade(row: unknown, market: CcxtMarket): CcxtTrade;
}

/** As much of a ccxt trade as we read. */
interface CcxtTrade {
  readonly id?: string;
  readonly timestamp?: number;
  readonly price?: number;
  readonly amount?: number;
}

export interface ConnectOptions {
  readonly now: () => number;
  /** The kinds of markets wanted: contracts are listed only where they are. Default: spot. */
  readonly kinds?: readonly Kind[];
  /** Another server that speaks for every venue: `https://api.venue` becomes `{origin}/{venue}/api.venue`. */
  readonly origin?: string;
  /** Whether ccxt keeps to the venue's rate limit. Default: yes, unless `origin` says that no venue is asked. */
  readonly throttle?: boolean;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** One public trade, read by the venue's ccxt class; what cannot be read is NaN. */
export interface Trade {
  readonly id: string | undefined;
  readonly ms: number;
  readonly price: number;
  /** In base, or in contracts where `TradePage.contractSize` says so. */
  readonly amount: number;
  readonly raw: unknown;
}

/** One reply to a request for trades, oldest first. */
export interface TradePage {
  readonly trades: readonly Trade[];
  /** Undefined: amounts are in base. Else what one contract is worth, and in which currency. */
  readonly contract: { readonly size: number; readonly worthIn: 'base' | 'quote' } | undefined;
  readonly venueClockMs: number;
  readonly provenance: Provenance;
}

/** One venue, through its ccxt class. Every method rejects with a `VenueError` when the venue does not deliver. */
export interface VenueConnection {
  readonly venue: Venue;
  readonly capability: Capability;
  /**
   * The markets of the kinds wanted that the venue lists, delisted ones included where it still lists them; of several books
   * or contracts of one base and quote one: those in trade first, linear contracts before inverse ones.
   */
  markets(): Promise<readonly Market[]>;
  /** The listed tickers of which it is not certain which asset they mean: not among the markets. `markets` comes first. */
  uncertain(): readonly Uncertain[];
  /** The parts of a range in which a listed market goes by one ticker each: a renamed asset is asked for part by part. */
  partsOf(market: Market, range: MinuteRange): readonly MinuteRange[];
  /** How the candles of a listed market are asked for. */
  rules(market: Market): CandleRules;
  /** Asks for `rows` minutes from `since` on; `display`: of the venue's display candles. `markets` comes first. */
  page(market: Market, since: Minute, rows: number, display?: boolean): Promise<Page>;
  /** Asks for trades, from an instant on or after a page (`TradeFacts.next`). `markets` comes first. */
  trades(
    market: Market,
    from: { readonly sinceMs: number } | { readonly next: Readonly<Record<string, unknown>> },
  ): Promise<TradePage>;
  /** Asks the venue for its time. */
  time(): Promise<void>;
  /** The venue's clock, by the latest reply's `Date` header carried on by ours; ours alone before any reply. */
  clockMs(): number;
  /** A further connection to the same venue, with the same list of markets: only where nobody's limits are strained. */
  another(): Promise<VenueConnection>;
}

/** Longer than the slowest honest reply seen (market lists of 2 MB), short enough to ask again. */
const TIMEOUT_MS = 20_000;

/** Before the first reply the venue's clock is taken to be ours. */
const NO_OFFSET = 0;

/** Where ccxt's package lies. Its entry would load every venue's class: 200 MB and most of a second, of which one is used. */
const CCXT = createRequire(import.meta.url)
  .resolve('ccxt')
  .replace(/([\\/]node_modules[\\/]ccxt)[\\/].*$/, '$1');

/** What reads the replies, by the package's own word: ccxt's `version` is one behind it. */
const READER = `ccxt ${(createRequire(import.meta.url)(join(CCXT, 'package.json')) as { readonly version: string }).version}`;

type CcxtClass = new (config: object) => CcxtExchange;

/** One venue's class, from its own file. */
async function classOf(name: string): Promise<CcxtClass> {
  const file = (await import(pathToFileURL(join(CCXT, 'js', 'src', `${name}.js`)).href)) as {
    readonly default?: CcxtClass;
  };
  if (file.default === undefined) throw new Error(`ccxt has no class ${name}`);
  return file.default;
}

/** Every `https://` of ccxt's address tree, pointed at another server that keeps venue and host in the path. */
function readdressed(tree: unknown, base: string): unknown {
  if (typeof tree === 'string') return tree.replace(/^https:\/\//, base);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, readdressed(value, base)]));
}

const wantsContracts = (kinds: readonly Kind[]): boolean => kinds.some((kind) => kind !== 'spot');

async function openExchange(
  venue: Venue,
  capability: Capability,
  door: FetchDoor,
  clockMs: () => number,
  options: ConnectOptions,
): Promise<CcxtExchange> {
  const Exchange = await classOf(capability.ccxtClass);
  const exchange = new Exchange({
    enableRateLimit: options.throttle ?? options.origin === undefined,
    // The door keeps the time limit; ccxt's own must not fire first and hide the cause.
    timeout: 2 * (options.timeoutMs ?? TIMEOUT_MS),
    options: { ...(wantsContracts(options.kinds ?? []) ? capability.withPerps : capability.spotOnly) },
  });
  if (options.origin !== undefined) exchange.urls.api = readdressed(exchange.urls.api, `${options.origin}/${venue}/`);
  exchange.fetchImplementation = door.fetchImplementation;
  // ccxt chooses between recent and history endpoints by this clock: it is the venue's.
  exchange.milliseconds = clockMs;
  return exchange;
}

/** Opens a venue. Throws for a venue the table does not hold; asks nothing yet. */
export async function connect(venue: Venue, options: ConnectOptions): Promise<VenueConnection> {
  return connectWith(venue, options, undefined);
}

/** What the connections to one venue know together. */
interface Known {
  readonly list: readonly CcxtMarket[];
  /** By how much the venue's clock is ahead of ours. */
  readonly aheadMs: number | undefined;
}

async function connectWith(venue: Venue, options: ConnectOptions, known: Known | undefined): Promise<VenueConnection> {
  const served = VENUES.get(venue);
  if (served === undefined) throw new RangeError(`${venue} is not served`);
  const capability = served;
  const { now } = options;
  const door = openDoor({
    fetch: options.fetch ?? fetch,
    now,
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    signal: options.signal,
  });
  let ahead = known?.aheadMs;
  const clockMs = (): number => now() + (ahead ?? NO_OFFSET);
  const exchange = await openExchange(venue, capability, door, clockMs, options);
  let listings: Listings = { byKey: new Map(), uncertain: [] };
  /** The ticker whose trades were asked for last, market by market: a next page goes on with it. */
  const tradedBy = new Map<string, ListedPart>();
  let list: readonly CcxtMarket[] = [];

  // Candle replies are parsed once, at the door, and their rows are read here: ccxt would read every number twice more. All
  // else goes ccxt's own way (its parser keeps the digits of large whole numbers, such as trade ids).
  const parseJson = exchange.parseJson.bind(exchange);
  let rowsOnly = false;
  exchange.parseJson = (text) => (rowsOnly && door.last()?.body === text ? door.last()?.json : parseJson(text));
  exchange.parseOHLCVs = () => [];
  let tradeRows: readonly unknown[] | undefined;
  const capturedTrades = (): readonly unknown[] | undefined => {
    const rows = tradeRows;
    tradeRows = undefined;
    return rows;
  };
  exchange.parseTrades = (rows) => {
    tradeRows = Array.isArray(rows) ? (rows as readonly unknown[]) : undefined;
    return [];
  };

  async function asked<T>(ask: () => Promise<T>): Promise<Reply> {
    const before = door.last();
    try {
      await ask();
    } catch (error) {
      const reply = door.last();
      throw errorOfCcxt(error, reply === before ? undefined : reply?.status);
    } finally {
      const clock = door.last()?.venueClockMs;
      if (clock !== undefined) ahead = clock - now();
    }
    const reply = door.last();
    if (reply === undefined || reply === before) throw new RetryLater('nothing was asked', undefined);
    return reply;
  }

  function take(found: readonly CcxtMarket[]): readonly Market[] {
    exchange.setMarkets(found);
    list = found;
    listings = listingsOf(venue, capability, found, options.kinds ?? ['spot']);
    return [...listings.byKey.values()].map(({ market }) => market);
  }

  async function markets(): Promise<readonly Market[]> {
    let found: readonly CcxtMarket[] = [];
    await asked(async () => {
      found = await exchange.fetchMarkets();
    });
    // A reply of another shape reaches ccxt as a list without markets: no venue is empty.
    if (found.length === 0) throw new RetryLater('its list of markets is empty', undefined);
    return take(found);
  }

  function listing(market: Market): Listing {
    const found = listings.byKey.get(keyOf(market));
    if (found === undefined) throw new MarketUnknown('the venue does not list it');
    return found;
  }

  const rules = (market: Market): CandleRules =>
    candleRules(capability, market.kind, listing(market).parts.at(-1)?.inverse === true);

  function partsOf(market: Market, range: MinuteRange): readonly MinuteRange[] {
    const edges = listing(market)
      .parts.flatMap((part) => [part.range.from, part.range.to])
      .filter((edge) => edge > range.from && edge < range.to);
    const cuts = [range.from, ...[...new Set(edges)].sort((a, b) => a - b), range.to];
    return cuts.slice(1).map((to, i) => ({ from: cuts[i] as Minute, to }));
  }

  /** Asks for display candles by the method of the class that ccxt makes of the endpoint's name. */
  function displayed(symbol: string, sinceMs: number, rows: number): Promise<unknown> {
    const { display } = capability;
    if (display === undefined) throw new MarketUnknown('the venue has no display candles');
    const method = (exchange as unknown as Readonly<Record<string, unknown>>)[display.ccxtMethod];
    if (typeof method !== 'function') throw new Error(`ccxt's ${capability.ccxtClass} has no ${display.ccxtMethod}`);
    return (method as (request: object) => Promise<unknown>).call(
      exchange,
      display.request(exchange.market(symbol).id, sinceMs, rows),
    );
  }

  async function page(market: Market, since: Minute, rows: number, display = false): Promise<Page> {
    const { symbol } = partAt(listing(market), since);
    const facts = rules(market);
    const params = { ...facts.params, ...facts.paramsFor?.(epochMs(since), rows) };
    if (rows < 1 || rows > facts.rowsAsked) throw new RangeError(`${String(rows)} rows asked of ${venue}`);
    let reply: Reply;
    rowsOnly = true;
    try {
      reply = await asked(() =>
        display
          ? displayed(symbol, epochMs(since), rows)
          : exchange.fetchOHLCV(symbol, '1m', epochMs(since), rows, params),
      );
    } finally {
      rowsOnly = false;
    }
    // ccxt's own list would be filtered by `since`: only the body shows whether the venue heeded it.
    const raws = facts.rowsIn(reply.json);
    if (raws === undefined) throw new RetryLater('the reply has no list of candles', undefined);
    const contract = exchange.market(symbol);
    const candles: Candle[] = [];
    const open: Minute[] = [];
    for (const raw of raws) {
      const read = typeof raw === 'object' && raw !== null ? exchange.parseOHLCV(raw, contract) : [];
      const candle = candleOf(raw, read, facts, contract);
      candles.push(candle);
      if (facts.closedMark !== undefined && closedOf(raw, facts.closedMark) === false && !Number.isNaN(candle.minute))
        open.push(candle.minute);
    }
    return {
      candles,
      raws,
      open,
      venueClockMs: reply.venueClockMs ?? now(),
      provenance: provenanceOf(reply, READER),
    };
  }

  async function trades(
    market: Market,
    from: { readonly sinceMs: number } | { readonly next: Readonly<Record<string, unknown>> },
  ): Promise<TradePage> {
    const part =
      'sinceMs' in from
        ? partAt(listing(market), minuteAt(from.sinceMs))
        : (tradedBy.get(keyOf(market)) ?? partAt(listing(market), minuteAt(clockMs())));
    tradedBy.set(keyOf(market), part);
    const { symbol, inverse } = part;
    const cap = capability.trades?.cap;
    if (cap === undefined) throw new MarketUnknown('the venue serves no trades to build from');
    capturedTrades();
    const reply = await asked(() =>
      'next' in from
        ? exchange.fetchTrades(symbol, undefined, cap, from.next)
        : exchange.fetchTrades(symbol, from.sinceMs, cap, {}),
    );
    const contract = exchange.market(symbol);
    const told = capturedTrades();
    if (told === undefined && !emptied(reply)) throw new RetryLater('the reply has no list of trades', undefined);
    const read = (told ?? []).map((raw): Trade => {
      const { id, timestamp = NaN, price = NaN, amount = NaN } = exchange.parseTrade(raw, contract);
      return { id, ms: timestamp, price, amount, raw };
    });
    const size = contract.contractSize;
    return {
      trades: read.sort(byPlace),
      contract:
        contract.swap === true && size !== undefined && capability.trades?.amount !== 'base'
          ? { size, worthIn: inverse ? 'quote' : 'base' }
          : undefined,
      venueClockMs: reply.venueClockMs ?? now(),
      provenance: provenanceOf(reply, READER),
    };
  }

  const time = async (): Promise<void> => {
    await asked(() => exchange.fetchTime());
  };
  if (known !== undefined) take(known.list);
  return {
    venue,
    capability,
    markets,
    uncertain: () => listings.uncertain,
    partsOf,
    rules,
    page,
    trades,
    time,
    clockMs,
    another: () => connectWith(venue, options, { list, aheadMs: ahead }),
  };
}

/** ccxt leaves some venues' empty list of trades unread. An empty list of errors is not one. */
const emptied = (reply: Reply): boolean =>
  /\[\s*\]/.test(reply.body.replace(/"errors?"\s*:\s*\[\s*\]/, '')) && reply.body.length < EMPTY_REPLY;
/** A reply without a trade is the frame of an answer: a name or two and an empty list. */
const EMPTY_REPLY = 500;

const byPlace = (a: Trade, b: Trade): number => {
  if (a.ms !== b.ms) return a.ms - b.ms;
  if (a.id === undefined || b.id === undefined || a.id === b.id) return 0;
  // Ids of one length compare as text; of two lengths the shorter is the smaller number.
  return a.id.length === b.id.length ? (a.id < b.id ? -1 : 1) : a.id.length - b.id.length;
};
