import { instant, type Instant } from '../../domain/instant';
import type { Venue } from '../../domain/market';
import { dayOf, startOf, wholeDays, MINUTES_PER_DAY, plus, type Day, type MinuteRange } from '../../domain/minute';
import { daysRead } from '../../domain/daysRead';
import type { Question } from '../../domain/question';
import { canonicalText, hashOfLeaves, observationsLeaf, type HashedMarket } from '../../evidence/digest';
import { dayChanges } from '../../store/answered/changeTimes';
import { marketsSince, type DatedMarket } from '../../store/coverage/storedCoverage';
import { candlesOf, type Wanted } from '../../store/days/candles';
import { questionMarkets } from '../deviations/analysisInput';
import { marketLeaves } from '../long/dayHashes';
import type { Moment } from '../moment';

export interface MostEarlier {
  readonly states: number;
  readonly days: number;
}
/** So many earlier states are looked at, the newest first, and so many days of books are read for them: what a follower adds each minute is not gone through for ever. */
export const MOST_EARLIER: MostEarlier = { states: 2_000, days: 4_000 };

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
  const changes = await dayChanges(snapshot, books, window);
  const times = [...new Set([...changes.map(({ at }) => at), ...stored.map(({ since }) => since)])].sort(
    (a, b) => b - a,
  );
  let [next, states, days] = [0, 0, 0];
  for (const time of times) {
    const asOf = instant(time - 1);
    const changed = new Map<Day, number[]>();
    for (; changes[next]?.at === time; next += 1) {
      const { place, day } = changes[next] as (typeof changes)[number];
      changed.set(day, [...(changed.get(day) ?? []), place]);
      days += 1;
    }
    states += 1;
    if (states > most.states || days > most.days) return { isCut: true };
    for (const [day, places] of changed) {
      const range = { from: startOf(day), to: plus(startOf(day), MINUTES_PER_DAY) };
      const wanted = places.map((place) => books[place] as DatedMarket);
      const columns = await candlesOf(snapshot, wanted, range, { asOf });
      columns.forEach((candles, i) => {
        leaves.set(wanted[i] as DatedMarket, day, observationsLeaf(candles, range));
      });
    }
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
  return { isCut: false };
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
