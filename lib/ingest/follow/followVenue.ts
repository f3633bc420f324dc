import { nameOf, pairOf, type Asset, type Market, type Venue } from '../../domain/market';
import { epochMs, plus, type Minute } from '../../domain/minute';
import type { Ledger } from '../../domain/observation';
import { waitBefore, type Patience } from '../venue/backoff';
import { connect, type ConnectOptions, type VenueConnection } from '../venue/connect';
import { MarketUnknown, RetryLater, VenueError, VenueRefused } from '../venue/errors';
import type { FollowRequest } from './follow';
import { FollowedMarket, type MarketContext } from './followMarket';
import { nextRoundMs, waitAfter } from './followSchedule';
import { hearingOut } from './followSilence';
import { sourceOf } from '../run/jobs';
import { comparedQuotes, marketsFor } from '../paging/plan';
import { Writer } from '../run/writer';

/** `away`: not delivering for now (network, overload, maintenance), asked again soon; `refused`: a geo-block or ban, asked again rarely. */
export type FollowState = 'connecting' | 'catching-up' | 'following' | 'away' | 'refused';

/** One venue as it is followed. */
export interface FollowedVenue {
  readonly venue: Venue;
  readonly state: FollowState;
  readonly markets: readonly Market[];
  /** The newest minute up to which nothing of any of its markets is missing; undefined before the first round. */
  readonly newest: Minute | undefined;
  /** From the end of that minute until now, by the venue's clock. */
  readonly lagSeconds: number | undefined;
  readonly rounds: number;
  /** Recorded for the first time. */
  readonly candles: number;
  /** Minutes that said otherwise when they were asked for again: each a revision. */
  readonly corrections: number;
  /** For people; may be empty. */
  readonly note: string;
}

/** What the venues followed together share. */
export interface FollowRun {
  readonly venue: Venue;
  readonly request: FollowRequest;
  readonly ledger: Ledger;
  readonly now: () => number;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  readonly connecting: ConnectOptions;
  /** Told each round, and each change of state once. */
  readonly show: (followed: FollowedVenue) => void;
  /** Told what is given up or refused, one line each. */
  readonly tell: (line: string) => void;
  /** Told once, when the venue has given its list: the assets it lists. */
  readonly listed: (assets: readonly Asset[]) => void;
}

/** A request is made so often in a row before its market is left for this round: more is for a venue that is away. */
const ATTEMPTS = 3;
/** So many markets in a row that fail are the venue's failure. */
const FAILURES_IN_A_ROW = 3;
/** A longer wait than this, asked for by the venue, is its being away. */
const LONGEST_WAIT_MS = 300_000;
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
  #failures = 0;
  #now: FollowedVenue;

  constructor(readonly run: FollowRun) {
    this.#now = {
      venue: run.venue,
      state: 'connecting',
      markets: [],
      newest: undefined,
      lagSeconds: undefined,
      rounds: 0,
      candles: 0,
      corrections: 0,
      note: '',
    };
    this.#writer = new Writer(
      hearingOut(run.ledger, () => (this.#connection === undefined ? run.now() : this.#connection.clockMs())),
    );
  }

  get current(): FollowedVenue {
    return this.#now;
  }

  get #served(): readonly FollowedMarket[] {
    return this.#markets.filter(({ market }) => !this.#unserved.has(market));
  }

  #stopped(): boolean {
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
    while (!this.#stopped()) {
      try {
        const connection = await this.#open();
        await this.#round(connection);
        this.#failures = 0;
        if (!this.#stopped())
          await this.#sleep(nextRoundMs(connection.clockMs(), run.request.everyMinutes) - connection.clockMs());
      } catch (error) {
        if (!(error instanceof VenueError)) throw error;
        if (!this.#stopped()) await this.#setBack(error);
      }
    }
  }

  async #sleep(ms: number): Promise<void> {
    const { patience, signal } = this.run;
    await patience.sleep(ms, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  /** Leaves the venue alone for a while; says so once, however long it lasts. */
  async #setBack(error: VenueError): Promise<void> {
    const state = error instanceof VenueRefused ? 'refused' : 'away';
    if (this.#now.state !== state) {
      this.#failures = 0;
      this.#change({ state, note: error.message });
    }
    this.#failures += 1;
    await this.#sleep(waitAfter(error, this.#failures, this.run.patience.random));
  }

  /** The connection, with the venue's list at most a day old. An old list serves where a new one does not come. */
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
    const { assets } = run.request;
    const markets = marketsFor(assets, listed, run.request.kinds, connection.capability.quotes);
    const before = new Map(this.#markets.map((one) => [nameOf(one.market), one]));
    this.#markets = markets.map((market) => before.get(nameOf(market)) ?? new FollowedMarket(market));
    this.#unserved.clear();
    this.#connection = connection;
    this.#listedAtMs = run.now();
    if (known === undefined) {
      this.#tellUncertain(connection);
      run.listed(assets.filter((asset) => markets.some(({ base }) => base === asset)));
    }
    return connection;
  }

  /** Tickers that may mean an asset asked for are not guessed at. */
  #tellUncertain(connection: VenueConnection): void {
    const quotes = comparedQuotes(connection.capability.quotes);
    const nowMs = connection.clockMs();
    for (const { candidates, quote, range, refusal } of connection.uncertain()) {
      const isAsked = quotes.includes(quote) && candidates.some((asset) => this.run.request.assets.includes(asset));
      if (isAsked && epochMs(range.from) <= nowMs && nowMs < epochMs(range.to))
        this.run.tell(`${this.run.venue}: ${refusal}`);
    }
  }

  /** Asks, and again after a wait where that may help. */
  async #patiently<T>(ask: () => Promise<T>): Promise<T> {
    const { patience, signal } = this.run;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask();
      } catch (error) {
        // A venue that was away is asked once: if it still is, nothing is gained by asking on.
        const isLast = attempt >= ATTEMPTS || this.#failures > 0 || signal.aborted;
        if (!(error instanceof RetryLater) || isLast || (error.waitMs !== undefined && error.waitMs > LONGEST_WAIT_MS))
          throw error;
        await patience.sleep(waitBefore(attempt, error.waitMs, patience.random), signal);
      }
    }
  }

  #context(connection: VenueConnection): MarketContext {
    const { run } = this;
    return {
      pager: {
        connection,
        writer: this.#writer,
        now: run.now,
        signal: run.signal,
        patiently: (ask) => this.#patiently(ask),
        random: run.patience.random,
      },
      sources: { rest: sourceOf(run.request, 'rest'), trades: sourceOf(run.request, 'trades') },
      from: run.request.from,
      behind: (minutes) => {
        if (this.#now.state !== 'catching-up')
          this.#change({ state: 'catching-up', note: `${String(minutes)} minutes behind` });
      },
    };
  }

  /** A round of every market. Rejects with a `VenueError` where the venue as a whole does not deliver. */
  async #round(connection: VenueConnection): Promise<void> {
    const { run } = this;
    const context = this.#context(connection);
    const corrected: string[] = [];
    const unanswered: string[] = [];
    let [candles, corrections, inARow] = [0, 0, 0];
    let failure: VenueError | undefined;
    for (const followed of this.#served) {
      if (this.#stopped()) return;
      try {
        const round = await followed.round(context);
        candles += round.candles;
        corrections += round.corrections;
        if (round.corrections > 0) corrected.push(`${pairOf(followed.market)} ${String(round.corrections)}`);
        for (const line of round.givenUp) run.tell(line);
        this.#failures = 0;
        inARow = 0;
      } catch (error) {
        if (!(error instanceof VenueError)) throw error;
        if (error instanceof MarketUnknown) {
          this.#unserved.add(followed.market);
          run.tell(
            `${nameOf(followed.market)}: ${error.message}; asked for again with the venue's next list, within a day`,
          );
          continue;
        }
        inARow += 1;
        if (
          error.next !== 'ask-again' ||
          this.#failures > 0 ||
          inARow >= Math.min(FAILURES_IN_A_ROW, this.#served.length)
        ) {
          this.#count(candles, corrections);
          throw error;
        }
        failure = error;
        unanswered.push(`${pairOf(followed.market)} (${error.message})`);
      }
    }
    if (this.#stopped()) return;
    this.#count(candles, corrections);
    if (failure !== undefined && unanswered.length === this.#served.length) throw failure;
    this.#change({
      state: 'following',
      markets: this.#served.map(({ market }) => market),
      rounds: this.#now.rounds + 1,
      ...this.#lag(connection),
      note: [
        ...(corrected.length === 0 ? [] : [`corrected: ${corrected.join(', ')}`]),
        ...(unanswered.length === 0 ? [] : [`no answer: ${unanswered.join(', ')}`]),
      ].join('; '),
    });
  }

  #count(candles: number, corrections: number): void {
    this.#now = {
      ...this.#now,
      candles: this.#now.candles + candles,
      corrections: this.#now.corrections + corrections,
    };
  }

  #lag(connection: VenueConnection): Pick<FollowedVenue, 'newest' | 'lagSeconds'> {
    const ends = this.#served.flatMap(({ newest }) => newest ?? []);
    if (ends.length === 0) return { newest: undefined, lagSeconds: undefined };
    const newest = Math.min(...ends) as Minute;
    return { newest, lagSeconds: (connection.clockMs() - epochMs(plus(newest, 1))) / 1_000 };
  }
}
