import type { BookState, EarlierStates } from '../../api/verification';
import type { CandleColumns } from '../../domain/candle';
import { minuteRange, overlap, partsByDay, wholeDay, dayOf, type Day, type MinuteRange } from '../../domain/minute';
import { hashOfLeaves, observationsLeaf } from '../../evidence/digest';
import { readDigestText, type BookLine } from '../../sealed/digestText';
import { candlesOf } from '../../store/days/candles';
import type { Context } from '../context';
import type { DeviationsOptions } from '../deviations/deviations';
import { differences } from '../earlier/differences';
import { earlierDays, type EarlierDay } from '../earlier/earlierDays';
import { answer, type Outcome } from '../http/outcome';
import { marketLeaves } from '../long/dayHashes';
import { atOneMoment, type Moment } from '../moment';
import { viewAnswersAt } from '../views/answers';
import type { AskedAddress } from './address';
import { factsOf } from './now';

/** So many minutes that differ are told: the first answer for a day is a thousand. */
const MOST_MINUTES = 20_000;

/** What the books of an address were before, state by state. `lines`: those of the digest's text that are looked at; undefined: all. */
export const earlierStates = (
  context: Context,
  { view }: AskedAddress,
  {
    lines,
    ...options
  }: Pick<DeviationsOptions, 'signal' | 'onProgress'> & { readonly lines?: ReadonlySet<string> } = {},
): Promise<Outcome<EarlierStates>> =>
  atOneMoment(context, view.question.asOf, async (moment) => {
    const found = await viewAnswersAt(moment, view, options);
    if (!found.ok) return found;
    const facts = factsOf(found.value);
    const books = [...readDigestText(facts.digestText ?? '').books].filter(([line]) => lines?.has(line) ?? true);
    return answer({ ...facts, books: await statesOf(moment, books, options) });
  });

/** All books go back to the same instant, as far as there is room: a picture was made at one. */
async function statesOf(
  moment: Moment,
  lines: readonly (readonly [line: string, book: BookLine])[],
  { signal, onProgress }: Pick<DeviationsOptions, 'signal' | 'onProgress'>,
): Promise<EarlierStates['books']> {
  const books: Book[] = [];
  for (const [line, { wanted, range }] of lines)
    if (range !== undefined && range.from < range.to) books.push(await Book.at(moment, line, wanted, range));
  const ranges = books.map(({ range }) => range);
  if (ranges.length === 0) return [];
  const window = minuteRange(least(ranges.map(({ from }) => from)), most(ranges.map(({ to }) => to)));
  let left = MOST_MINUTES;
  const wanted = books.map((book) => book.wanted);
  for await (const { days, share } of earlierDays(moment.snapshot, wanted, window, { until: moment.asOf })) {
    signal?.throwIfAborted();
    onProgress?.(share);
    for (const [place, book] of books.entries()) {
      const own = days.filter((one) => one.place === place);
      const state = own.length === 0 ? undefined : await book.before(own);
      if (state === undefined) continue;
      left -= state.minutes.length;
      // Of one that is too long not all that differs can be said.
      if (left < 0) return told(books);
      book.states.push(state);
    }
  }
  return told(books);
}

const told = (books: readonly Book[]): EarlierStates['books'] =>
  books.filter(({ states }) => states.length > 0).map(({ line, states }) => ({ line, states }));

const least = <T extends number>(all: readonly T[]): T => all.reduce((one, other) => (other < one ? other : one));
const most = <T extends number>(all: readonly T[]): T => all.reduce((one, other) => (other > one ? other : one));

/** A line of a digest, by the oldest state that was looked at. */
class Book {
  readonly states: BookState[] = [];
  readonly #moment: Moment;
  /** Of the days that were others already; any other is as it is now. */
  readonly #days = new Map<Day, CandleColumns>();
  readonly #leaves: Map<Day, Uint8Array>;
  #hash: string;

  private constructor(
    moment: Moment,
    readonly line: string,
    readonly wanted: BookLine['wanted'],
    readonly range: MinuteRange,
    leaves: readonly Uint8Array[],
  ) {
    this.#moment = moment;
    this.#leaves = new Map(partsByDay(range).map(({ from }, i) => [dayOf(from), leaves[i] as Uint8Array]));
    this.#hash = hashOfLeaves(leaves);
  }

  static async at(moment: Moment, line: string, wanted: BookLine['wanted'], range: MinuteRange): Promise<Book> {
    const { snapshot, fresh, asOf } = moment;
    const [leaves = []] = await marketLeaves(fresh, { snapshot, window: range, asOf }, [wanted], () => undefined);
    return new Book(moment, line, wanted, range, leaves);
  }

  /** The state in which these days were so, the earliest first; undefined: it is no other. */
  async before(days: readonly EarlierDay[]): Promise<BookState | undefined> {
    const minutes: BookState['minutes'] = [];
    for (const { day, candles } of days) {
      const part = overlap(this.range, candles.range);
      if (part === undefined) continue;
      minutes.push(...differences(candles, await this.#newer(day), part));
      this.#days.set(day, candles);
      this.#leaves.set(day, observationsLeaf(candles, part));
    }
    const hash = hashOfLeaves([...this.#leaves.values()]);
    if (hash === this.#hash) return undefined;
    this.#hash = hash;
    return { hash, minutes };
  }

  async #newer(day: Day): Promise<CandleColumns> {
    const { snapshot, asOf } = this.#moment;
    const [columns] = this.#days.has(day)
      ? [this.#days.get(day)]
      : await candlesOf(snapshot, [this.wanted], wholeDay(day), { asOf });
    if (columns === undefined) throw new TypeError('candles of one book were asked for, and none came');
    return columns;
  }
}
