import { ascending } from '../../domain/ascending';
import { grouped } from '../../domain/grouped';
import type { LeftOut } from '../../domain/leftOut';
import { wholeDay, type Day, type MinuteRange } from '../../domain/minute';
import { dayBooksOf } from '../markets/dayBooks';
import { marketKey } from '../markets/marketKey';
import { namesakesAmong } from '../markets/namesakes';
import { inUsd, namesakesOf, tradedCloses } from '../rates/legDay';
import type { LegTeller } from '../rates/legs';
import type { DayBook, LeftOutBook, MarketColumns } from '../types';

/**
 * The books of one base that take no part on some of these UTC days, by the method's own rules (section 2): second names, known and suspected, and
 * suspected namesakes. The method tells namesakes among spot books; a perpetual, a mark or an index is held against the other venues' spot books
 * in the same way. `legsOf`: with which the method tells namesakes of a day. `markets`: every book and source, over the whole days.
 */
export function leftOutOf(
  markets: readonly MarketColumns[],
  days: readonly Day[],
  legsOf: (day: Day) => LegTeller,
): readonly LeftOut[] {
  const each = days.flatMap((day) => leftOutOn(markets, wholeDay(day), legsOf(day)).map((book) => ({ book, day })));
  const byBook = grouped(each, ({ book: { market, why, of } }) =>
    [marketKey(market), why, of === undefined ? '' : marketKey(of)].join(' '),
  );
  return [...byBook]
    .sort(([a], [b]) => ascending(a, b))
    .flatMap(([, [first, ...more]]) =>
      first === undefined
        ? []
        : [
            {
              ...first.book,
              factor: furthest([first, ...more].flatMap(({ book: { factor } }) => factor ?? [])),
              days: [first.day, ...more.map(({ day }) => day)],
            },
          ],
    );
}

function leftOutOn(markets: readonly MarketColumns[], day: MinuteRange, legs: LegTeller): readonly LeftOutBook[] {
  const { books, leftOut } = dayBooksOf(markets, day);
  const namesakes = namesakesOf(books, day, legs);
  const gone = new Set(namesakes.map(({ market }) => marketKey(market)));
  const spot = books.filter(({ market }) => market.kind === 'spot' && !gone.has(marketKey(market)));
  const others = books.filter(({ market }) => market.kind !== 'spot');
  return [...leftOut, ...namesakes, ...namesakesBeside(spot, others, day, legs)];
}

/** Which of the contracts and computed prices lie as far from the other venues' spot books as a namesake must. */
function namesakesBeside(
  spot: readonly DayBook[],
  contracts: readonly DayBook[],
  day: MinuteRange,
  legs: LegTeller,
): readonly LeftOutBook[] {
  const closesOf = (book: DayBook) => ({
    venue: book.market.venue,
    closes: inUsd(tradedCloses(book, day), book, legs),
  });
  const spotCloses = contracts.length === 0 ? [] : spot.map(closesOf);
  return contracts.flatMap((book): readonly LeftOutBook[] => {
    const { market, source } = book;
    const beside = spotCloses.filter(({ venue }) => venue !== market.venue);
    const factor = namesakesAmong([closesOf(book), ...beside]).get(0);
    return factor === undefined ? [] : [{ market, source, why: 'suspected-namesake', of: undefined, factor }];
  });
}

/** The factor furthest from 1; undefined of none. */
const furthest = (factors: readonly number[]): number | undefined =>
  factors.toSorted((a, b) => Math.abs(Math.log(b)) - Math.abs(Math.log(a)))[0];
