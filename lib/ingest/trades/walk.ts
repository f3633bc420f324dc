import type { Market } from '../../domain/market';
import {
  epochMs,
  formatMinute,
  MINUTE_MS,
  minuteAt,
  minuteRange,
  minutesIn,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { Answer, Provenance } from '../../domain/observation';
import { replyWords } from '../../words/en/replies';
import type { PagerOptions } from '../paging/pager';
import type { NoteMissing } from '../record/missing';
import { noteSetAside } from '../record/setAside';
import type { Trade, TradePage, TradesFrom } from '../venue/connection';
import type { TradeFacts } from '../venues/capability';
import { GrowingMinutes, volumesIn } from './minutes';

/**
 * So many minutes before its start a range is asked, until a page holds a trade before the start and so shows that none is
 * missing in between: a minute, an hour, a day.
 */
const LEADS = [1, 60, 1_440] as const;

/** Minutes are finished one behind the newest trade: an id may be given out a moment before a time. */
const GUARD_MINUTES = 1;

type Identified = Trade & { readonly id: string };

/** What ends a walk before its range does. */
export class Broken extends Error {}

/** The venue sent no trade where one was due: worth asking once more when some time has passed. */
export class Silent extends Broken {}

/** Where a venue counts its ids up by one, a page that skips one lacks a trade. */
function assertConsecutive(trades: readonly Identified[]): void {
  trades.forEach(({ id }, i) => {
    const before = trades[i - 1]?.id;
    if (before !== undefined && before !== id && !comesNext(before, id))
      throw new Broken(replyWords.skippedInPage(before));
  });
}

const comesNext = (id: string, next: string): boolean =>
  /^\d+$/.test(id) && /^\d+$/.test(next) && BigInt(next) === BigInt(id) + 1n;

/** One range of minutes on its way from trades to candles. */
export class Walk {
  readonly #minutes: GrowingMinutes;
  /** The first minute not yet handed over. */
  from: Minute;
  #last: Identified | undefined;
  #replies: Provenance[] = [];
  #contract: TradePage['contract'];
  #unproven: { readonly range: MinuteRange; readonly isSilent: boolean } | undefined;

  constructor(
    readonly market: Market,
    readonly range: MinuteRange,
    readonly facts: TradeFacts,
    readonly options: PagerOptions,
    readonly note: NoteMissing,
  ) {
    this.#minutes = new GrowingMinutes(facts.countOf ?? (() => 1));
    this.from = range.from;
  }

  /** The beginning that no page proved, if any: cut off, or without a trade before it to prove the silence. */
  get unproven(): { readonly range: MinuteRange; readonly isSilent: boolean } | undefined {
    return this.#unproven;
  }

  async #page(from: TradesFrom): Promise<TradePage & { readonly trades: readonly Identified[] }> {
    const { connection, patiently } = this.options;
    const page = await patiently(() => connection.trades(this.market, from));
    const trades = page.trades.filter(
      (trade): trade is Identified => trade.id !== undefined && Number.isInteger(trade.ms) && trade.ms >= 0,
    );
    if (trades.length < page.trades.length) throw new Broken(replyWords.unidentified);
    if (this.facts.link === 'consecutive') assertConsecutive(trades);
    this.#replies.push(page.provenance);
    this.#contract = page.contract;
    return { ...page, trades };
  }

  /** Adds a page's trades; answers whether any is new. */
  #addTrades(trades: readonly Identified[]): boolean {
    let fresh = false;
    for (const trade of trades) {
      const again = this.#last !== undefined && trade.id === this.#last.id;
      if (again) continue;
      if (trade.ms < epochMs(this.from)) {
        if (this.#last !== undefined && trade.ms < this.#last.ms)
          throw new Broken(replyWords.lateTrade(formatMinute(minuteAt(trade.ms))));
        continue;
      }
      if (this.#minutes.add(trade)) fresh = true;
    }
    const newest = trades.at(-1);
    if (newest !== undefined && newest.id !== this.#last?.id) fresh = true;
    this.#last = newest ?? this.#last;
    return fresh;
  }

  /** The first page: asked further and further before the start, until it shows that nothing is missing from there on. */
  async start(): Promise<void> {
    const startMs = epochMs(this.range.from);
    for (const lead of LEADS) {
      this.#replies = [];
      const sinceMs = Math.max(0, startMs - lead * MINUTE_MS);
      const { trades } = await this.#page({ sinceMs });
      const first = trades[0];
      const proven = first !== undefined && first.ms < startMs;
      const furthest = lead === LEADS[LEADS.length - 1];
      if (!proven && !furthest) continue;
      if (first === undefined) {
        // An empty window says nothing of what comes after it; where there is no window it says nothing at all.
        if (this.facts.windowMinutes === undefined) throw new Silent(replyWords.noTrade);
        await this.#skip(sinceMs + this.facts.windowMinutes * MINUTE_MS);
        return;
      }
      if (!proven && trades.length >= this.facts.cap) this.#leaveOut(trades);
      else if (!proven) this.#leaveOutBefore(minuteAt(first.ms));
      this.#addTrades(trades);
      return;
    }
  }

  /** Asks window after window until one holds a trade or lies beyond the range. */
  async #skip(fromMs: number): Promise<void> {
    const { windowMinutes } = this.facts;
    if (windowMinutes === undefined) return;
    for (let sinceMs = fromMs; sinceMs < epochMs(this.range.to); sinceMs += windowMinutes * MINUTE_MS) {
      const { trades } = await this.#page({ sinceMs });
      const [first] = trades;
      if (first === undefined) continue;
      if (first.ms >= epochMs(this.range.from)) this.#leaveOutBefore(minuteAt(first.ms));
      this.#addTrades(trades);
      return;
    }
    throw new Silent(replyWords.noTrade);
  }

  /** Before the first trade of all there is none to show that the replies without one were honest: nothing is known of those minutes. */
  #leaveOutBefore(first: Minute): void {
    if (first <= this.from) return;
    this.from = Math.min(first, this.range.to) as Minute;
    this.#unproven = { range: minuteRange(this.range.from, this.from), isSilent: true };
  }

  /** A full page that begins inside the range may have been cut there, or may not have heeded the time at all. */
  #leaveOut(trades: readonly Identified[]): void {
    const first = minuteAt(trades[0]?.ms ?? NaN);
    if (first >= this.range.to)
      throw new Broken(replyWords.otherTrades(formatMinute(first), formatMinute(minuteAt(trades.at(-1)?.ms ?? NaN))));
    this.from = (first + 1) as Minute;
    this.#unproven = { range: minuteRange(this.range.from, this.from), isSilent: false };
  }

  /** The page after a trade. One without any trade is asked for again: every honest one repeats that trade or goes on after it. */
  async #pageAfter({ id, ms, raw }: Identified): Promise<readonly Identified[]> {
    const from = { next: this.facts.next({ id, timestampMs: ms, raw }) };
    const { trades } = await this.#page(from);
    if (trades.length > 0 || this.facts.link === 'exclusive') return trades;
    const again = await this.#page(from);
    if (again.trades.length === 0) throw new Silent(replyWords.noTradeAfter(id));
    return again.trades;
  }

  /** The next page; false: there is no trade after the last one known. */
  async next(): Promise<boolean> {
    const last = this.#last;
    if (last === undefined) return false;
    const trades = await this.#pageAfter(last);
    const repeats = trades.some((trade) => trade.id === last.id);
    if (!repeats && !this.#follows(last, trades)) throw new Broken(replyWords.skippedBetweenPages(last.id));
    const fresh = this.#addTrades(trades);
    if (!fresh && trades.length >= this.facts.cap) throw new Broken(replyWords.samePage(last.id));
    return fresh;
  }

  /** Whether a page that does not repeat the last trade goes on where it was. */
  #follows(last: Identified, trades: readonly Identified[]): boolean {
    const { link = 'overlap' } = this.facts;
    const first = trades[0];
    if (link === 'exclusive') return true;
    return link === 'consecutive' && first !== undefined && comesNext(last.id, first.id);
  }

  /** Whether a trade lies beyond the range's end. */
  get beyond(): boolean {
    return this.#last !== undefined && this.#last.ms >= epochMs(this.range.to);
  }

  /** The end of the minute of the last trade: whole once no trade follows it, and the last of which anything is known then. */
  get heard(): Minute {
    const last = this.#last === undefined ? this.from : ((minuteAt(this.#last.ms) + 1) as Minute);
    return Math.min(Math.max(last, this.from), this.range.to) as Minute;
  }

  /** The end of the minutes that are whole. */
  get whole(): Minute {
    if (this.beyond) return this.range.to;
    const reached = this.#last === undefined ? this.from : Math.max(this.from, minuteAt(this.#last.ms) - GUARD_MINUTES);
    return Math.min(reached, this.range.to) as Minute;
  }

  /** Hands over the minutes up to `to`, and notes those without a candle because a trade of theirs cannot be read. */
  async flush(to: Minute): Promise<void> {
    if (to <= this.from) return;
    const { writer, source, now, recorded, again = false } = this.options;
    const asked = minuteRange(this.from, to);
    const { candles, quarantined } = this.#minutes.take(this.from, to, volumesIn(this.#contract));
    noteSetAside(asked, { candles, quarantined, areTrades: true }, this.note);
    const answer: Answer = {
      market: this.market,
      source,
      asked,
      candles,
      quarantined,
      askedAtMs: now(),
      provenance: this.#replies,
    };
    // The minutes after `to` begin on the same page.
    this.#replies = this.#replies.slice(-1);
    this.from = to;
    await writer.add(
      [answer],
      (counted) => {
        recorded({
          minutes: minutesIn(asked),
          candles: candles.length,
          quarantined: quarantined.length,
          recorded: counted,
        });
      },
      again,
    );
  }
}
