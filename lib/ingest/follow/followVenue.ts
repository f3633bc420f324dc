import { nameOf, type Market } from '../../domain/market';
import { epochMs, plus, type Minute } from '../../domain/minute';
import { followLines, followNotes } from '../../words/en/follow';
import { marketText } from '../../words/en/market';
import { Writer } from '../record/writer';
import { sourceOf } from '../run/jobs';
import { comparedQuotes, marketsFor } from '../run/plan';
import { connect, type VenueConnection } from '../venue/connect';
import { RetryLater, VenueError, VenueRefused } from '../venue/errors';
import { notYetFollowed, type FollowedVenue } from './followedVenue';
import { FollowedMarket, type MarketContext } from './followMarket';
import { askPatiently, type FollowRun } from './followRun';
import { nextRoundMs, waitAfter } from './followSchedule';
import { roundOf } from './venueRound';
import { neverBack } from './neverBack';

export type { FollowedVenue } from './followedVenue';

/** Listings and delistings are looked for once a day. */
const RELIST_MS = 86_400_000;

/** A venue and its markets, followed until the signal is aborted. */
export class VenueFollower {
  #connection: VenueConnection | undefined;
  #writer: Writer;
  #listedAtMs = -Infinity;
  #markets: readonly FollowedMarket[] = [];
  /** Markets the venue does not serve, until its list is asked for anew. */
  readonly #unserved = new Set<Market>();
  /** In a row, of the venue as a whole. */
  #failures = 0;
  #now: FollowedVenue;
  /** What its answers are dated by. */
  readonly #askedAt: () => number;

  constructor(readonly run: FollowRun) {
    this.#now = notYetFollowed(run.venue);
    this.#writer = new Writer(run.ledger);
    this.#askedAt = neverBack(run.now);
  }

  get current(): FollowedVenue {
    return this.#now;
  }

  get #served(): readonly FollowedMarket[] {
    return this.#markets.filter(({ market }) => !this.#unserved.has(market));
  }

  #isStopped(): boolean {
    return this.run.signal.aborted;
  }

  #change(part: Partial<FollowedVenue>): void {
    this.#now = { ...this.#now, ...part };
    this.run.show(this.#now);
  }

  /** Rejects on a broken promise alone: a ledger that fails. */
  async follow(): Promise<void> {
    const { run } = this;
    this.#change({});
    while (!this.#isStopped()) {
      try {
        const connection = await this.#open();
        await this.#round(connection);
        this.#failures = 0;
        if (!this.#isStopped())
          await this.#sleep(nextRoundMs(connection.clockMs(), run.request.everyMinutes) - connection.clockMs());
      } catch (error) {
        if (!(error instanceof VenueError)) throw error;
        if (!this.#isStopped()) await this.#setBack(error);
      }
    }
  }

  async #sleep(ms: number): Promise<void> {
    const { patience, signal } = this.run;
    await patience.sleep(ms, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  /** Leaves the venue alone for a while; shows so once, however long it lasts. */
  async #setBack(error: VenueError): Promise<void> {
    const state = error instanceof VenueRefused ? 'refused' : 'away';
    if (this.#now.state !== state) {
      this.#failures = 0;
      this.#change({ state, note: error.message });
    }
    this.#failures += 1;
    await this.#sleep(waitAfter(error, this.#failures, this.run.patience.random));
  }

  /** The connection, with the venue's list at most a day old. An old list serves where a new one cannot be loaded. */
  async #open(): Promise<VenueConnection> {
    const { run } = this;
    const known = this.#connection;
    if (known !== undefined && run.now() - this.#listedAtMs < RELIST_MS) return known;
    const connection = await connect(run.venue, run.connecting);
    let listed: readonly Market[];
    try {
      listed = await this.#patiently(() => connection.markets());
    } catch (error) {
      if (known === undefined || !(error instanceof RetryLater)) throw error;
      this.#listedAtMs = run.now();
      return known;
    }
    this.#useList(connection, listed);
    return connection;
  }

  #useList(connection: VenueConnection, listed: readonly Market[]): void {
    const { run } = this;
    const { assets, kinds } = run.request;
    const isFirst = this.#connection === undefined;
    const markets = marketsFor(assets, listed, kinds, connection.capability.quotes);
    const before = new Map(this.#markets.map((one) => [nameOf(one.market), one]));
    this.#markets = markets.map((market) => before.get(nameOf(market)) ?? new FollowedMarket(market));
    this.#unserved.clear();
    this.#connection = connection;
    this.#listedAtMs = run.now();
    if (!isFirst) return;
    this.#nameUncertain(connection);
    run.listed({
      venue: run.venue,
      assets: assets.filter((asset) => markets.some(({ base }) => base === asset)),
      aheadMs: connection.clockMs() - run.now(),
    });
  }

  /** Tickers that may mean an asset asked for are not guessed at. */
  #nameUncertain(connection: VenueConnection): void {
    const { venue, request, line } = this.run;
    const quotes = comparedQuotes(connection.capability.quotes);
    const nowMs = connection.clockMs();
    for (const { candidates, quote, range, cause, mend } of connection.uncertain()) {
      const isAsked = quotes.includes(quote) && candidates.some((asset) => request.assets.includes(asset));
      if (isAsked && epochMs(range.from) <= nowMs && nowMs < epochMs(range.to))
        line(followLines.uncertain(venue, cause, mend));
    }
  }

  #patiently<T>(ask: () => Promise<T>): Promise<T> {
    return askPatiently(this.run, () => this.#failures > 0, ask);
  }

  #context(connection: VenueConnection): MarketContext {
    const { run } = this;
    return {
      pager: {
        connection,
        writer: this.#writer,
        now: this.#askedAt,
        signal: run.signal,
        patiently: (ask) => this.#patiently(ask),
        random: run.patience.random,
      },
      sources: { rest: sourceOf(run.request, 'rest'), trades: sourceOf(run.request, 'trades') },
      from: run.request.from,
      behind: (minutes) => {
        if (this.#now.state !== 'catching-up')
          this.#change({ state: 'catching-up', note: followNotes.behind(minutes) });
      },
    };
  }

  /** A round of every market. Rejects with a `VenueError` where the venue as a whole does not answer. */
  async #round(connection: VenueConnection): Promise<void> {
    const { line } = this.run;
    const { candles, corrections, note, failure } = await roundOf(this.#served, {
      line,
      context: this.#context(connection),
      isStopped: () => this.#isStopped(),
      isAway: () => this.#failures > 0,
      answered: () => {
        this.#failures = 0;
      },
      unserved: (market, error) => {
        this.#unserved.add(market);
        line(followLines.notServed(marketText(market), error.message));
      },
    });
    if (this.#isStopped()) return;
    this.#now = {
      ...this.#now,
      candles: this.#now.candles + candles,
      corrections: this.#now.corrections + corrections,
    };
    if (failure !== undefined) throw failure;
    this.#change({
      state: 'following',
      markets: this.#served.map(({ market }) => market),
      rounds: this.#now.rounds + 1,
      ...this.#lag(connection),
      note,
    });
  }

  #lag(connection: VenueConnection): Pick<FollowedVenue, 'newest' | 'lagSeconds'> {
    const ends = this.#served.flatMap(({ newest }) => newest ?? []);
    if (ends.length === 0) return { newest: undefined, lagSeconds: undefined };
    const newest = Math.min(...ends) as Minute;
    return { newest, lagSeconds: (connection.clockMs() - epochMs(plus(newest, 1))) / 1_000 };
  }
}
