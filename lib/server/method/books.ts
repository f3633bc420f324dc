import { chooseBooks, tradedDay, type DayChoice } from '../../analysis/markets/choose';
import type { RateDay } from '../../analysis/rates/rateDay';
import type { AnalysisInput, DayBook, LeftOutBook } from '../../analysis/types';
import type { BookChoice, MethodExample } from '../../api/method';
import { ascending } from '../../domain/ascending';
import { grouped } from '../../domain/grouped';
import { nameOf, pairOf, type Venue } from '../../domain/market';
import { formatDay, wholeDay, type Day } from '../../domain/minute';
import { leftOutAnswer } from '../deviations/leftOut';

/** Who takes part on one UTC day, as the page tells it. */
export interface DayExample {
  readonly choice: MethodExample['choice'];
  readonly leftOut: MethodExample['leftOut'];
}

/** How a book was chosen on a day (of the venue given, where it has several; else of the one that has most), and who takes no part that day. */
export function dayExampleOf(
  { question, markets }: Pick<AnalysisInput, 'question' | 'markets'>,
  day: Day,
  rates: RateDay,
  venue: string | undefined,
): DayExample {
  const choice = chooseBooks(question, markets, wholeDay(day), rates);
  return { choice: choiceOf(choice, day, rates, venue) ?? null, leftOut: leftOutOn(day, choice, rates) };
}

function choiceOf(
  { spot, peers }: DayChoice,
  day: Day,
  rates: RateDay,
  venue: string | undefined,
): BookChoice | undefined {
  const books = [...grouped(spot, ({ market }) => market.venue)]
    .filter(([, own]) => own.length > 1)
    .sort(([a, own], [b, other]) => rank(a, venue) - rank(b, venue) || other.length - own.length || ascending(a, b))[0];
  if (books === undefined) return undefined;
  const [first, own] = books;
  const withVolume = (book: DayBook): BookChoice['books'][number] => {
    const { traded, rated, volume } = tradedDay(book, wholeDay(day), rates);
    return { market: pairOf(book.market), baseVolume: volume, traded, rated, isChosen: peers.includes(book) };
  };
  return {
    venue: first,
    day: formatDay(day),
    books: own.map(withVolume).sort((a, b) => b.baseVolume - a.baseVolume || ascending(a.market, b.market)),
  };
}

const rank = (venue: Venue, wanted: string | undefined): number => (venue === wanted ? 0 : 1);

/** Each market once, though it may stand in the asset's list and in that of the books that lend legs. */
function leftOutOn(day: Day, choice: DayChoice, rates: RateDay): MethodExample['leftOut'] {
  const all = new Map<string, LeftOutBook>();
  for (const one of [...choice.leftOut, ...rates.leftOut]) all.set(`${nameOf(one.market)} ${one.source}`, one);
  return [...all].sort(([a], [b]) => ascending(a, b)).map(([, one]) => leftOutAnswer({ ...one, days: [day] }));
}
