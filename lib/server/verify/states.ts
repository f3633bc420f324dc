import type { BookState, EarlierStates, ObservedMinute } from '../../api/verification';
import { ANSWERED, CANDLE_FIELDS, type CandleColumns, type CandleField } from '../../domain/candle';
import { instant, type Instant } from '../../domain/instant';
import { formatMinute, partsByDay, plus, type MinuteRange } from '../../domain/minute';
import { hashOfLeaves, observationsLeaf } from '../../evidence/digest';
import { readDigestText, type BookLine } from '../../sealed/digestText';
import { changeTimes } from '../../store/answered/changeTimes';
import { candlesOf } from '../../store/days/candles';
import type { Context } from '../context';
import type { DeviationsOptions } from '../deviations/deviations';
import { orNull } from '../deviations/rows';
import { answer, type Outcome } from '../http/outcome';
import { atOneMoment, type Moment } from '../moment';
import { viewAnswersAt } from '../views/answers';
import type { AskedAddress } from './address';
import { factsOf } from './now';

/**
 * How far is looked back: a book's newest changes, and of all books together the newest ones. What a follower corrects each minute is not gone through
 * for ever, and the first answer for a day is a thousand minutes.
 */
const MOST = { statesOfBook: 300, states: 2_000, minutes: 20_000 };

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

interface Book {
  readonly line: string;
  readonly wanted: BookLine['wanted'];
  readonly range: MinuteRange;
  readonly states: BookState[];
  /** The oldest state that was looked at. */
  seen: { readonly columns: CandleColumns; readonly hash: string } | undefined;
}

/** All books go back to the same instant, as far as there is room: a picture was made at one. */
async function statesOf(
  moment: Moment,
  lines: readonly (readonly [line: string, book: BookLine])[],
  { signal, onProgress }: Pick<DeviationsOptions, 'signal' | 'onProgress'>,
): Promise<EarlierStates['books']> {
  const books = lines.flatMap(([line, { wanted, range }]): readonly Book[] =>
    range === undefined || range.from >= range.to ? [] : [{ line, wanted, range, states: [], seen: undefined }],
  );
  const changes: { readonly book: Book; readonly time: Instant }[] = [];
  for (const book of books) {
    const times = await changeTimes(moment.snapshot, [book.wanted], book.range);
    const known = times.filter((time) => moment.asOf === undefined || time <= moment.asOf);
    changes.push(...known.slice(0, MOST.statesOfBook).map((time) => ({ book, time })));
  }
  changes.sort((one, other) => other.time - one.time);
  let minutes: number = MOST.minutes;
  const looked = changes.slice(0, MOST.states);
  for (const [i, { book, time }] of looked.entries()) {
    signal?.throwIfAborted();
    onProgress?.(i / looked.length);
    minutes -= await lookBack(moment, book, instant(time - 1));
    if (minutes < 0) {
      // Of this one not all that differs can be said.
      book.states.pop();
      break;
    }
  }
  return books.filter(({ states }) => states.length > 0).map(({ line, states }) => ({ line, states }));
}

/** Adds the state of a book just before something changed, if it is another. How many minutes of it differ from the next newer one. */
async function lookBack(moment: Moment, book: Book, then: Instant): Promise<number> {
  const newer = (book.seen ??= await stateOf(moment, book, moment.asOf));
  const state = await stateOf(moment, book, then);
  if (state.hash === newer.hash) return 0;
  const minutes = differences(state.columns, newer.columns);
  book.states.push({ hash: state.hash, minutes });
  book.seen = state;
  return minutes.length;
}

async function stateOf(
  { snapshot }: Moment,
  { wanted, range }: Book,
  asOf: Instant | undefined,
): Promise<NonNullable<Book['seen']>> {
  const [columns] = await candlesOf(snapshot, [wanted], range, { asOf });
  if (columns === undefined) throw new TypeError('candles of one book were asked for, and none came');
  return { columns, hash: hashOfLeaves(partsByDay(range).map((day) => observationsLeaf(columns, day))) };
}

/** The minutes in which two states of a book over the same range differ, each as it was and as it is. */
export function differences(was: CandleColumns, now: CandleColumns): BookState['minutes'] {
  const minutes: BookState['minutes'] = [];
  for (let slot = 0; slot < was.answered.length; slot += 1) {
    const [before, after] = [observedAt(was, slot), observedAt(now, slot)];
    const isSame =
      before.answered === after.answered && CANDLE_FIELDS.every((field) => Object.is(before[field], after[field]));
    if (!isSame) minutes.push({ minute: formatMinute(plus(was.range.from, slot)), was: before, now: after });
  }
  return minutes;
}

function observedAt(columns: CandleColumns, slot: number): ObservedMinute {
  const at = (field: CandleField): number | null => orNull(columns[field][slot]);
  return {
    answered: columns.answered[slot] === ANSWERED.yes,
    open: at('open'),
    high: at('high'),
    low: at('low'),
    close: at('close'),
    baseVolume: at('baseVolume'),
    quoteVolume: at('quoteVolume'),
    trades: at('trades'),
  };
}
