import { epochMs, minuteAt, type Minute, type MinuteRange } from '../../domain/minute';
import type { Market, Venue } from '../../domain/market';
import { TIMEFRAMES, type Timeframe } from '../../domain/timeframe';
import { replyWords } from '../../words/en/replies';
import { venueErrorWords } from '../../words/en/venueErrors';
import { candleRules, type CandleRules, type Capability } from '../venues/capability';
import { VENUES } from '../venues/table';
import { candlePage } from './candlePage';
import type { PageOf, TradePage, TradesFrom, VenueConnection } from './connection';
import { MarketUnknown, RetryLater } from './errors';
import { Exchange, type ConnectOptions } from './exchange';
import { keyOf, listingsOf, partAt, type ListedPart, type Listing, type Listings, type Uncertain } from './listings';
import type { Page } from './page';
import type { CcxtMarket } from './row';
import { contractListed, tradePage } from './tradePage';

export type { Trade, TradePage, VenueConnection } from './connection';
export type { ConnectOptions } from './exchange';

/** Opens a venue. Throws for a venue the table does not list; asks nothing yet. */
export async function connect(venue: Venue, options: ConnectOptions): Promise<VenueConnection> {
  const capability = VENUES.get(venue);
  if (capability === undefined) throw new RangeError(`${venue} is not served`);
  return new Connection(venue, capability, options, await Exchange.open(venue, capability, options, undefined));
}

class Connection implements VenueConnection {
  #list: readonly CcxtMarket[] = [];
  #listings: Listings = { byKey: new Map(), uncertain: [] };
  /** The ticker whose trades were asked for last, market by market: a next page goes on with it. */
  readonly #tradedBy = new Map<string, ListedPart>();

  constructor(
    readonly venue: Venue,
    readonly capability: Capability,
    readonly options: ConnectOptions,
    readonly exchange: Exchange,
  ) {}

  async markets(): Promise<readonly Market[]> {
    let found: readonly CcxtMarket[] = [];
    await this.exchange.replyTo(async () => {
      found = await this.exchange.ccxt.fetchMarkets();
    });
    // A reply of another shape reaches ccxt as a list without markets: no venue is empty.
    if (found.length === 0) throw new RetryLater(replyWords.noMarkets, undefined);
    this.#useList(found);
    return [...this.#listings.byKey.values()].map(({ market }) => market);
  }

  #useList(list: readonly CcxtMarket[]): void {
    this.exchange.ccxt.setMarkets(list);
    this.#list = list;
    this.#listings = listingsOf(this.venue, this.capability, list, this.options.kinds ?? ['spot']);
  }

  uncertain(): readonly Uncertain[] {
    return this.#listings.uncertain;
  }

  #listing(market: Market): Listing {
    const found = this.#listings.byKey.get(keyOf(market));
    if (found === undefined) throw new MarketUnknown(venueErrorWords.notListed);
    return found;
  }

  partsOf(market: Market, range: MinuteRange): readonly MinuteRange[] {
    const edges = this.#listing(market)
      .parts.flatMap((part) => [part.range.from, part.range.to])
      .filter((edge) => edge > range.from && edge < range.to);
    const cuts = [range.from, ...[...new Set(edges)].sort((a, b) => a - b), range.to];
    return cuts.slice(1).map((to, i) => ({ from: cuts[i] as Minute, to }));
  }

  rules(market: Market): CandleRules {
    return candleRules(this.capability, market.kind, this.#listing(market).parts.at(-1)?.inverse === true);
  }

  listedFrom(market: Market): Minute | undefined {
    const ms = this.#listing(market).parts.map(({ createdMs }) => createdMs);
    const known = ms.filter((one) => one !== undefined);
    // Of several tickers the oldest counts, and one that says nothing may be the oldest.
    return known.length === 0 || known.length < ms.length ? undefined : minuteAt(Math.min(...known));
  }

  timeframes(): readonly Timeframe[] {
    const { timeframes } = this.exchange.ccxt;
    return TIMEFRAMES.filter((timeframe) => timeframes !== undefined && Object.hasOwn(timeframes, timeframe));
  }

  async page(market: Market, since: Minute, rows: number, { display, timeframe }: PageOf = {}): Promise<Page> {
    const { symbol } = partAt(this.#listing(market), since);
    const rules = this.rules(market);
    if (rows < 1 || rows > rules.rowsAsked) throw new RangeError(`${String(rows)} rows asked of ${this.venue}`);
    return candlePage(this.exchange, this.capability, {
      symbol,
      sinceMs: epochMs(since),
      rows,
      rules,
      display: display === true,
      timeframe,
    });
  }

  contract(market: Market): TradePage['contract'] {
    const part = this.#listing(market).parts.at(-1);
    return part === undefined ? undefined : contractListed(this.exchange, part);
  }

  async trades(market: Market, from: TradesFrom): Promise<TradePage> {
    const listing = this.#listing(market);
    const before = 'next' in from ? this.#tradedBy.get(keyOf(market)) : undefined;
    const part = before ?? partAt(listing, minuteAt('sinceMs' in from ? from.sinceMs : this.clockMs()));
    this.#tradedBy.set(keyOf(market), part);
    return tradePage(this.exchange, this.capability, part, from);
  }

  async time(): Promise<void> {
    await this.exchange.replyTo(() => this.exchange.ccxt.fetchTime());
  }

  clockMs(): number {
    return this.exchange.clockMs();
  }

  async another(): Promise<VenueConnection> {
    const { venue, capability, options } = this;
    const exchange = await Exchange.open(venue, capability, options, this.exchange.aheadMs);
    const other = new Connection(venue, capability, options, exchange);
    other.#useList(this.#list);
    return other;
  }
}
