import type { Kind, Venue } from '../../domain/market';
import { venueErrorWords } from '../../words/en/venueErrors';
import type { Capability } from '../venues/capability';
import { classOf, type CcxtExchange } from './ccxt';
import { errorOfCcxt, RetryLater } from './errors';
import { openDoor, type FetchDoor, type Reply } from './fetchDoor';
import { isHere, loopbackFetch } from './loopback';
import { mayHoldLongNumber } from './longNumber';
import { fieldAt } from './row';

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

/** Longer than the slowest honest reply seen (market lists of 2 MB), short enough to ask again. */
const TIMEOUT_MS = 20_000;

/** Before the first reply the venue's clock is taken to be ours. */
const NO_OFFSET = 0;

/** Every `https://` of ccxt's address tree, pointed at another server that keeps venue and host in the path. */
function readdressed(tree: unknown, base: string): unknown {
  if (typeof tree === 'string') return tree.replace(/^https:\/\//, base);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, readdressed(value, base)]));
}

/** A field as ccxt took it from a row: text or a number. */
const numberIn = (field: unknown): number =>
  typeof field === 'number' ? field : typeof field === 'string' && field !== '' ? Number(field) : NaN;

const wantsContracts = (kinds: readonly Kind[]): boolean => kinds.some((kind) => kind !== 'spot');

async function newExchange(
  venue: Venue,
  capability: Capability,
  options: ConnectOptions,
  timeoutMs: number,
): Promise<CcxtExchange> {
  const Exchange = await classOf(capability.ccxtClass);
  const exchange = new Exchange({
    enableRateLimit: options.throttle ?? options.origin === undefined,
    // The door keeps the time limit; ccxt's own must not fire first and hide the cause.
    timeout: 2 * timeoutMs,
    options: { ...(wantsContracts(options.kinds ?? []) ? capability.withPerps : capability.spotOnly) },
  });
  if (options.origin !== undefined) exchange.urls.api = readdressed(exchange.urls.api, `${options.origin}/${venue}/`);
  return exchange;
}

/**
 * A venue's ccxt class behind our own door to the network: it makes the requests and reads markets, rows and trades one by one; the
 * replies themselves are taken at the door, so that nothing ccxt filters is lost.
 */
export class Exchange {
  /** By how much the venue's clock is ahead of ours, in ms; undefined before any reply. */
  #aheadMs: number | undefined;
  #readsRowsOnly = false;
  #tradeRows: readonly unknown[] | undefined;

  private constructor(
    readonly ccxt: CcxtExchange,
    readonly door: FetchDoor,
    readonly now: () => number,
    aheadMs: number | undefined,
  ) {
    this.#aheadMs = aheadMs;
    ccxt.fetchImplementation = door.fetchImplementation;
    // ccxt chooses between recent and history endpoints by this clock: it is the venue's.
    ccxt.milliseconds = () => this.clockMs();
    // Gate's range ends at this one at the latest: by a clock of ours that is behind, it would end before it begins.
    ccxt.seconds = () => Math.floor(this.clockMs() / 1_000);
    // Replies are parsed once, at the door. ccxt's own parser keeps the digits of large whole numbers, such as trade ids: a reply
    // that holds one goes its way, but for candles, of which no field is one.
    const parseJson = ccxt.parseJson.bind(ccxt);
    ccxt.parseJson = (text) => {
      const reply = door.last();
      const isList = typeof reply?.json === 'object' && reply.json !== null;
      if (!isList || reply.body !== text) return parseJson(text.trim());
      const isSafe = this.#readsRowsOnly || !mayHoldLongNumber(text) || !ccxt.hasUnsafeInteger(reply.json);
      return isSafe ? reply.json : parseJson(text.trim());
    };
    // It would trim each text, which copies a long one; what needs that is trimmed above.
    ccxt.onRestResponse = (...[, , , , , text]) => text;
    // Prices are text: ccxt would take each for a number in scientific notation first.
    const parseNumber = ccxt.parseNumber.bind(ccxt);
    ccxt.parseNumber = (value, otherwise) => {
      const number = typeof value === 'string' && value !== '' ? Number(value) : NaN;
      return Number.isNaN(number) ? parseNumber(value, otherwise) : number;
    };
    // A number stays one: ccxt would write it out and read it again, which takes the sign off -0; adding 0 does, too.
    const safeNumber = ccxt.safeNumber.bind(ccxt);
    ccxt.safeNumber = (row, key, otherwise) => {
      const value = fieldAt(row, key);
      return typeof value === 'number' && Number.isFinite(value) ? value + 0 : safeNumber(row, key, otherwise);
    };
    // Of a trade id, time, price and amount are read; ccxt would make its cost and fees of decimals a digit at a time.
    ccxt.safeTrade = ({ id, timestamp, price, amount }) => ({
      id,
      timestamp,
      price: numberIn(price),
      amount: numberIn(amount),
    });
    ccxt.parseOHLCVs = () => [];
    ccxt.parseTrades = (rows) => {
      this.#tradeRows = Array.isArray(rows) ? (rows as readonly unknown[]) : undefined;
      return [];
    };
  }

  static async open(
    venue: Venue,
    capability: Capability,
    options: ConnectOptions,
    aheadMs: number | undefined,
  ): Promise<Exchange> {
    const { now, signal, timeoutMs = TIMEOUT_MS, origin } = options;
    const ask = options.fetch ?? (origin !== undefined && isHere(origin) ? loopbackFetch : fetch);
    const door = openDoor({ fetch: ask, now, timeoutMs, signal });
    return new Exchange(await newExchange(venue, capability, options, timeoutMs), door, now, aheadMs);
  }

  get aheadMs(): number | undefined {
    return this.#aheadMs;
  }

  clockMs(): number {
    return this.now() + (this.#aheadMs ?? NO_OFFSET);
  }

  /** The reply to what `ask` asks through ccxt. Rejects with a `VenueError`. */
  async replyTo(ask: () => Promise<unknown>): Promise<Reply> {
    const before = this.door.last();
    try {
      await ask();
    } catch (error) {
      const reply = this.door.last();
      throw errorOfCcxt(error, reply === before ? undefined : reply?.status);
    } finally {
      const clock = this.door.last()?.venueClockMs;
      if (clock !== undefined) this.#aheadMs = clock - this.now();
    }
    const reply = this.door.last();
    if (reply === undefined || reply === before) throw new RetryLater(venueErrorWords.nothingSent, undefined);
    return reply;
  }

  /** The reply to a request for candles; its rows are read by whoever asks. */
  async replyWithRows(ask: () => Promise<unknown>): Promise<Reply> {
    this.#readsRowsOnly = true;
    try {
      return await this.replyTo(ask);
    } finally {
      this.#readsRowsOnly = false;
    }
  }

  /** The reply to a request for trades, and the rows ccxt found in it; undefined: it found no list. */
  async replyWithTrades(
    ask: () => Promise<unknown>,
  ): Promise<{ readonly reply: Reply; readonly rows: readonly unknown[] | undefined }> {
    this.#tradeRows = undefined;
    const reply = await this.replyTo(ask);
    return { reply, rows: this.#tradeRows };
  }
}
