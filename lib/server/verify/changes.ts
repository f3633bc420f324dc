import type { ChangedBook, ObservedMinute } from '../../api/verification';
import { ANSWERED, CANDLE_FIELDS, type CandleColumns, type CandleField } from '../../domain/candle';
import { instant, type Instant } from '../../domain/instant';
import { pairOf } from '../../domain/market';
import { formatMinute, plus, type MinuteRange } from '../../domain/minute';
import { changeTimes } from '../../store/answered/changeTimes';
import { candlesOf } from '../../store/days/candles';
import { orNull } from '../deviations/rows';
import { hashedMarkets, NewDayHashes } from '../long/dayHashes';
import type { Moment } from '../moment';
import type { BookLine, DigestText } from './digestLines';

/** So many states are looked at, a book's newest first and all books together: what a follower corrects each minute is not gone through for ever. */
const MOST_STATES = { ofBook: 300, ofAll: 2_000 };

/**
 * Which books two texts of digests tell apart, and minute by minute what was and what is. What was is proven: a state that was stored here
 * and has the hash of the picture's line. The picture's books come first, in its order.
 */
export async function changedBooks(moment: Moment, was: DigestText, now: DigestText): Promise<readonly ChangedBook[]> {
  const changed: ChangedBook[] = [];
  const search = { left: MOST_STATES.ofAll };
  for (const [name, line] of was.books) {
    const other = now.books.get(name);
    if (other?.hash === line.hash) continue;
    const minutes = await changedMinutes(moment, line, search);
    changed.push(bookOf(line, other === undefined ? 'gone' : 'other', minutes));
  }
  for (const [name, line] of now.books) if (!was.books.has(name)) changed.push(bookOf(line, 'added', null));
  return changed;
}

const bookOf = (
  { role, wanted: { market, source } }: BookLine,
  change: ChangedBook['change'],
  minutes: ChangedBook['minutes'],
): ChangedBook => ({ role, venue: market.venue, market: pairOf(market), kind: market.kind, source, change, minutes });

/** How many states may still be looked at. */
interface Search {
  left: number;
}

/** The minutes that differ between the state with the line's hash and what is stored now; null: no such state was found. */
async function changedMinutes(moment: Moment, line: BookLine, search: Search): Promise<ChangedBook['minutes']> {
  const { wanted, range } = line;
  if (range === undefined) return null;
  const then = await stateWith(moment, line, range, search);
  if (then === undefined) return null;
  const { snapshot, asOf } = moment;
  const [before] = await candlesOf(snapshot, [wanted], range, { asOf: then });
  const [after] = await candlesOf(snapshot, [wanted], range, { asOf });
  return before === undefined || after === undefined ? null : differences(before, after);
}

/** The newest instant as of which the book has the line's hash. */
async function stateWith(
  { snapshot }: Moment,
  { wanted, hash }: BookLine,
  range: MinuteRange,
  search: Search,
): Promise<Instant | undefined> {
  const times = await changeTimes(snapshot, [wanted], range);
  for (const time of times.slice(0, Math.min(MOST_STATES.ofBook, search.left))) {
    search.left -= 1;
    // Just before something changed.
    const then = instant(time - 1);
    const [state] = await hashedMarkets(
      new NewDayHashes(),
      { snapshot, window: range, asOf: then },
      [wanted],
      () => undefined,
    );
    if (state?.hash === hash) return then;
  }
  return undefined;
}

function differences(was: CandleColumns, now: CandleColumns): NonNullable<ChangedBook['minutes']> {
  const minutes: NonNullable<ChangedBook['minutes']> = [];
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
