import type { Market, Source } from '../../domain/market';
import {
  minuteAt,
  minuteRange,
  minutesIn,
  overlap,
  plus,
  subtract,
  union,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import { gapWords } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import { attemptsOf, linesOf, type Missing } from '../record/missing';
import { closedBefore } from '../paging/page';
import { bringIn, type PagerOptions } from '../paging/pager';
import { bringInTrades } from '../trades/bringIn';
import { servesTrades } from '../venues/capability';

/** So many of the latest minutes are asked for again in every round: trades booked late reach a candle within seconds or a few minutes. */
const RECHECK_MINUTES = 10;

/** Up to here behind, what is missing and what is asked again fit one page at every venue (the smallest cap is 100 rows). */
const ONE_PAGE_MINUTES = 60;

/** Stored minutes are looked for so far back: an older end is another study's, not an interruption of this one. */
const LOOK_BACK_MINUTES = 1_440;

/** Where nothing is stored that far back, the first round begins an hour ago: something to see, one page. */
const FRESH_MINUTES = 60;

/** A hole that the venue does not fill however often it is asked is given up after so many rounds, and named. */
const HOLE_ROUNDS = 10;

/**
 * A minute for which a venue sends no row so soon after its end may be one whose row is not out yet. Nobody says how late rows
 * may be; a minute later the next one has its rows at every venue seen.
 */
const ROW_IS_OUT_MS = 60_000;

/** What a round of a market needs to know. */
export interface MarketContext {
  readonly pager: Omit<PagerOptions, 'source' | 'again' | 'olderElsewhere' | 'recorded' | 'seen' | 'isLate' | 'waits'>;
  readonly sources: { readonly rest: Source; readonly trades: Source };
  /** The first minute ever asked for; undefined: from the end of what is stored. */
  readonly from: Minute | undefined;
  /** Called with every page of a market so far behind that more than one is asked for: not before the venue answers. */
  readonly behind: (minutes: number) => void;
}

/** What a round of a market came to. */
interface MarketRound {
  readonly candles: number;
  /** Minutes that say otherwise than before. */
  readonly corrections: number;
  /** One line for each range given up. */
  readonly givenUp: readonly string[];
}

/** One market as it is followed. */
export class FollowedMarket {
  /** The first minute that is not answered; undefined before the first round. */
  #frontier: Minute | undefined;
  /** Up to here the venue has answered, if only without a row: silence that a later row may prove to be no trade. */
  #heard: Minute | undefined;
  #hole: { readonly from: Minute; readonly rounds: number } | undefined;

  constructor(readonly market: Market) {}

  /** The newest minute up to which the venue has answered, silence that is not proven yet included; undefined before the first round. */
  get newest(): Minute | undefined {
    return this.#frontier === undefined || this.#frontier === 0
      ? undefined
      : plus(this.#answeredTo(this.#frontier), -1);
  }

  /** The first minute of a silence that no row has proven yet and that is no longer young; undefined: there is none. */
  get silentSince(): Minute | undefined {
    const { frontier, heard } = { frontier: this.#frontier, heard: this.#heard };
    return frontier !== undefined && heard !== undefined && heard - frontier >= RECHECK_MINUTES ? frontier : undefined;
  }

  #answeredTo(frontier: Minute): Minute {
    return this.#heard === undefined ? frontier : (Math.max(frontier, this.#heard) as Minute);
  }

  /**
   * Brings in everything up to the newest closed minute and asks for the latest ones again. Rejects with a `VenueError`
   * when the venue stops delivering: what is then still missing is asked for by a later round.
   */
  async round(context: MarketContext): Promise<MarketRound> {
    const end = closedBefore(context.pager.connection.clockMs());
    this.#frontier ??= context.from ?? (await this.#endOfStored(context, end));
    const counts = { candles: 0, corrections: 0 };
    const missing: Missing[] = [];
    try {
      const recheckFrom = Math.max(
        end - RECHECK_MINUTES,
        ...(context.from === undefined ? [] : [context.from]),
      ) as Minute;
      const isFarBehind = this.#answeredTo(this.#frontier) < end - ONE_PAGE_MINUTES;
      if (isFarBehind) {
        missing.push(...(await this.#catchUp(minuteRange(this.#frontier, recheckFrom), context, counts)));
      }
      const from = isFarBehind ? recheckFrom : (Math.min(this.#firstAsked(end, context), recheckFrom) as Minute);
      if (from < end) missing.push(...(await this.#ask(minuteRange(from, end), context, counts)));
    } finally {
      await context.pager.writer.drained();
    }
    if (context.pager.signal?.aborted === true) return { ...counts, givenUp: [] };
    return { ...counts, givenUp: await this.#settle(end, missing, context) };
  }

  /** From the row before what is missing on, so that a later one proves the silence between them; at most a page back. */
  #firstAsked(end: Minute, { pager }: MarketContext): Minute {
    const { rowsAsked, leadMinutes } = pager.connection.rules(this.market);
    const frontier = this.#frontier ?? end;
    const before = this.#heard === undefined ? 0 : 1;
    return Math.max(frontier - before, end - rowsAsked + leadMinutes) as Minute;
  }

  /** The first minute that is not stored after one of the last day that is. */
  async #endOfStored(context: MarketContext, end: Minute): Promise<Minute> {
    const lastDay = minuteRange(plus(end, -LOOK_BACK_MINUTES), end);
    const answered = await this.#answered(lastDay, context);
    const [first] = answered;
    if (first === undefined) return plus(end, -FRESH_MINUTES);
    const [hole] = subtract(minuteRange(first.from, end), answered);
    return hole === undefined ? end : hole.from;
  }

  async #answered(range: MinuteRange, { pager, sources }: MarketContext): Promise<readonly MinuteRange[]> {
    const { ledger } = pager.writer;
    return union([
      ...(await ledger.answered(this.market, sources.rest, range)),
      ...(await ledger.answered(this.market, sources.trades, range)),
    ]);
  }

  /** The latest minutes, answered or not. */
  #ask(
    range: MinuteRange,
    { pager, sources }: MarketContext,
    counts: { candles: number; corrections: number },
  ): Promise<readonly Missing[]> {
    return bringIn(this.market, range, {
      ...pager,
      source: sources.rest,
      again: true,
      waits: true,
      recorded: ({ recorded }) => {
        if (recorded === undefined) return;
        counts.candles += recorded.added;
        counts.corrections += recorded.revised;
      },
    });
  }

  /** What of a longer range is missing; what the candle history no longer reaches is built from trades where these are served. */
  async #catchUp(
    range: MinuteRange,
    { pager, sources, behind }: MarketContext,
    counts: { candles: number },
  ): Promise<readonly Missing[]> {
    const recorded: PagerOptions['recorded'] = ({ candles }) => {
      counts.candles += candles;
      behind(minutesIn(range) + RECHECK_MINUTES);
    };
    const older: MinuteRange[] = [];
    const fallsBack = servesTrades(pager.connection.capability, this.market.kind);
    const missing = [
      ...(await bringIn(this.market, range, {
        ...pager,
        source: sources.rest,
        recorded,
        ...(fallsBack ? { olderElsewhere: (part: MinuteRange) => older.push(part) } : {}),
      })),
    ];
    for (const part of older)
      missing.push(...(await bringInTrades(this.market, part, { ...pager, source: sources.trades, recorded })));
    return missing;
  }

  /** Moves the frontier to the first minute still to be had; names what is not to be had, and notes it in the ledger. */
  async #settle(end: Minute, missing: readonly Missing[], context: MarketContext): Promise<readonly string[]> {
    const givenUp: Missing[] = [];
    this.#heard = undefined;
    while (this.#frontier !== undefined && this.#frontier < end) {
      const range = minuteRange(this.#frontier, end);
      const hole = subtract(range, await this.#answered(range, context))[0];
      this.#frontier = hole === undefined ? end : hole.from;
      if (hole === undefined) break;
      const silence = this.#silenceAtEnd(hole, end, missing, context);
      if (silence !== undefined) this.#hear(end, context);
      // Young holes are asked for again with every round, and so is silence as far as one page reaches.
      if (hole.from >= end - RECHECK_MINUTES || (silence !== undefined && silence.from === hole.from)) break;
      const old = minuteRange(hole.from, Math.min(hole.to, silence?.from ?? end - RECHECK_MINUTES) as Minute);
      const why = missing.find((one) => one.range !== undefined && overlap(one.range, old) !== undefined);
      const outcome = why?.unanswered?.outcome === 'not-served' ? 'not-served' : 'failed';
      const rounds = this.#hole?.from === hole.from ? this.#hole.rounds + 1 : 1;
      this.#hole = { from: hole.from, rounds };
      if (outcome === 'failed' && rounds < HOLE_ROUNDS && silence === undefined) break;
      givenUp.push({
        venue: this.market.venue,
        market: this.market,
        range: old,
        cause: why?.cause ?? gapWords.rounds(rounds),
        mend: mend.repair,
        unanswered: { source: context.sources.rest, outcome },
      });
      this.#frontier = old.to;
    }
    await context.pager.writer.ledger.attempted(attemptsOf(givenUp, context.pager.now()));
    return linesOf(givenUp);
  }

  /**
   * The part of a hole that a later row may still prove to be without a trade: up to the newest minute, at a venue that omits such
   * minutes, and within one page, which then holds the row before it and the one after.
   */
  #silenceAtEnd(
    hole: MinuteRange,
    end: Minute,
    missing: readonly Missing[],
    { pager }: MarketContext,
  ): MinuteRange | undefined {
    const { rowsAsked, leadMinutes, emptyMinutes } = pager.connection.rules(this.market);
    const isSilent = missing.some(
      (one) => one.isSilent === true && one.range !== undefined && overlap(one.range, hole) !== undefined,
    );
    if (emptyMinutes === 'flat' || !isSilent || hole.to < end) return undefined;
    const from = Math.max(hole.from, end - rowsAsked + leadMinutes + RECHECK_MINUTES) as Minute;
    return from < end ? minuteRange(from, end) : undefined;
  }

  /** Takes note that the venue has answered up to where rows are out. */
  #hear(end: Minute, { pager }: MarketContext): void {
    this.#heard = Math.min(end, minuteAt(pager.connection.clockMs() - ROW_IS_OUT_MS)) as Minute;
  }
}
