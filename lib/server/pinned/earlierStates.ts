import type { Instant } from '../../domain/instant';
import type { Venue } from '../../domain/market';
import { dayOf, wholeDays, MINUTES_PER_DAY, type Day, type MinuteRange } from '../../domain/minute';
import { daysRead } from '../../domain/daysRead';
import type { Question } from '../../domain/question';
import { canonicalText, hashOfLeaves, observationsLeaf, type HashedMarket } from '../../evidence/digest';
import { marketsSince, type DatedMarket } from '../../store/coverage/storedCoverage';
import type { Wanted } from '../../store/days/candles';
import { questionMarkets } from '../deviations/analysisInput';
import { earlierDays, MOST_EARLIER, type MostEarlier } from '../earlier/earlierDays';
import { marketLeaves } from '../long/dayHashes';
import type { Moment } from '../moment';

/** What was stored up to the next change. */
export interface EarlierState {
  /** The last instant as of which it was so. */
  readonly asOf: Instant;
  /** Of the question's asset, sorted. */
  readonly venues: readonly Venue[];
  /** The text of a question's digest by that state. */
  readonly textOf: (question: Question) => string;
}

/** Every earlier state of what a view rests on, the newest first; at the end, whether there were more than are looked at. */
export async function* earlierStates(
  { snapshot, fresh }: Pick<Moment, 'snapshot' | 'fresh'>,
  asked: Question,
  most: MostEarlier = MOST_EARLIER,
): AsyncGenerator<EarlierState, { readonly isCut: boolean }, undefined> {
  const stored = await marketsSince(snapshot);
  const now = questionMarkets(stored, asked);
  if (now === undefined) return { isCut: false };
  const books = [...new Set([...now.markets, ...(now.underlyingMarkets ?? []), ...now.rateMarkets])];
  const window = daysOf(asked);
  const leaves = new Leaves(
    window.from,
    books,
    await marketLeaves(fresh, { snapshot, window, asOf: undefined }, books, () => undefined),
  );
  const walk = earlierDays(snapshot, books, window, { also: stored.map(({ since }) => since), most });
  for (;;) {
    const { value, done } = await walk.next();
    if (done === true) return value;
    const { asOf, days } = value;
    for (const { place, day, candles } of days)
      leaves.set(books[place] as DatedMarket, day, observationsLeaf(candles, candles.range));
    const then = stored.filter(({ since }) => since <= asOf);
    // Before the first answer of the asset there was nothing to show.
    if (questionMarkets(then, asked) === undefined) return { isCut: false };
    yield {
      asOf,
      venues: [
        ...new Set(then.filter(({ market }) => market.base === asked.asset).map(({ market }) => market.venue)),
      ].sort(),
      textOf: (question) => textOf(question, then, leaves),
    };
  }
}

/** The days that any digest of a view covers. */
function daysOf(question: Question): MinuteRange {
  const { markets, rates } = daysRead(question);
  return wholeDays({ from: markets.from < rates.from ? markets.from : rates.from, to: rates.to });
}

function textOf(question: Question, stored: readonly DatedMarket[], leaves: Leaves): string {
  const asked = questionMarkets(stored, question);
  const days = daysRead(question);
  return canonicalText({
    question,
    markets: leaves.lines(asked?.markets ?? [], days.markets),
    underlyingMarkets: leaves.lines(asked?.underlyingMarkets ?? [], days.markets),
    rateMarkets: leaves.lines(asked?.rateMarkets ?? [], days.rates),
  });
}

/** The leaves of the days of books, by one state. */
class Leaves {
  readonly #of: Map<Wanted, Uint8Array[]>;
  readonly #first: Day;

  constructor(from: MinuteRange['from'], books: readonly Wanted[], leaves: readonly (readonly Uint8Array[])[]) {
    this.#first = dayOf(from);
    this.#of = new Map(books.map((book, i) => [book, [...(leaves[i] ?? [])]]));
  }

  set(book: Wanted, day: Day, leaf: Uint8Array): void {
    const own = this.#of.get(book);
    if (own !== undefined) own[day - this.#first] = leaf;
    this.#lines.delete(book);
  }

  /** A book's lines by their days, until one of them changes. */
  readonly #lines = new Map<Wanted, Map<string, HashedMarket>>();

  lines(books: readonly Wanted[], { from, to }: MinuteRange): readonly HashedMarket[] {
    return books.map((book) => {
      const own = this.#lines.get(book) ?? new Map<string, HashedMarket>();
      this.#lines.set(book, own);
      const key = `${String(from)} ${String(to)}`;
      const line = own.get(key) ?? {
        market: book.market,
        source: book.source,
        from,
        to,
        hash: hashOfLeaves(
          (this.#of.get(book) ?? []).slice(
            dayOf(from) - this.#first,
            dayOf(from) - this.#first + (to - from) / MINUTES_PER_DAY,
          ),
        ),
      };
      own.set(key, line);
      return line;
    });
  }
}
