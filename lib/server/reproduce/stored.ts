import { analyse } from '../../analysis/analyse';
import { oneSourceEach } from '../../analysis/markets/sources';
import type { AnalysisInput } from '../../analysis/types';
import type { ReproducedRole } from '../../api/reproduction';
import type { Question } from '../../domain/question';
import type { MarketColumns } from '../../domain/marketColumns';
import { quotesOf } from '../../domain/aliasBooks';
import { ANSWERED, type CandleColumns } from '../../domain/candle';
import { nameOf, type Asset, type Market } from '../../domain/market';
import { RATE_MARGIN } from '../../domain/method';
import { clampedMinute, daysIn, minuteRange, overlap, plus, wholeDay, type MinuteRange } from '../../domain/minute';
import { columnsOf } from '../../store/days/candles';
import { provenanceOf, type Reply } from '../../store/replies/provenance';
import type { Context } from '../context';
import { noAssetProblem } from '../coverage/coverage';
import { analysisInputAt, missingDataProblem, questionMarkets } from '../deviations/analysisInput';
import { answer, type Outcome } from '../http/outcome';
import { atOneMoment } from '../moment';
import { lendsLegs } from '../rates/rateMarkets';

/** A market on which a view rests, with what is stored of it by the source that the view uses. */
export interface StoredBook extends MarketColumns {
  /** `book`: it stands for its venue. `rate-leg`: it may lend a leg to the rate of one that does, or to the price in USD of what such a leg is made of. */
  readonly role: ReproducedRole;
  readonly range: MinuteRange;
  /** The replies it was read from, oldest first; of minutes around the range too. */
  readonly replies: readonly Reply[];
}

/**
 * The books that stand for the venues of a question, in its range, by venue; behind them those on which their rates rest, in the minutes that a
 * rate's smoothing reaches. Those of an underlying are not among them, nor those that only decide which book is a namesake.
 */
export const storedBooks = (context: Context, question: Question): Promise<Outcome<readonly StoredBook[]>> =>
  atOneMoment(context, question.asOf, async (moment) => {
    const { asset, asOf } = question;
    const asked = questionMarkets(moment.markets, question);
    const input = asked === undefined ? undefined : await analysisInputAt(moment, question);
    if (asked === undefined || input === undefined) return noAssetProblem(asset, asOf);
    const missingData = missingDataProblem(question, asked);
    if (missingData !== undefined) return missingData;
    const own = analyse(input)
      .series.flatMap((series) => series.books)
      .map(({ market, source, range }) => ({ market, source, range, role: 'book' as const }));
    const books: StoredBook[] = [];
    const replies = new Map<Asset, readonly Reply[]>();
    for (const { market, source, range, role } of [...own, ...legsOf(question, input, own)]) {
      const of =
        replies.get(market.base) ??
        (await provenanceOf(moment.snapshot, { asset: market.base, range: around(question) }));
      replies.set(market.base, of);
      const read = (part: MinuteRange) => columnsOf(moment.snapshot, [{ market, source }], part, { asOf });
      for (const whole of await read(range)) {
        const part = role === 'book' ? range : answeredOf(whole.candles);
        if (part === undefined) continue;
        const [columns = whole] = part === range ? [whole] : await read(part);
        books.push({
          ...columns,
          role,
          range: part,
          replies: of.filter(
            (reply) => isOf(reply, market, source) && (asOf === undefined || reply.receivedAtMs <= asOf),
          ),
        });
      }
    }
    return answer(books);
  });

/** From the first answered minute to the last: a rate rests on no other. undefined: none was answered. */
function answeredOf({ range, answered }: CandleColumns): MinuteRange | undefined {
  const [first, last] = [answered.indexOf(ANSWERED.yes), answered.lastIndexOf(ANSWERED.yes)];
  return first < 0 ? undefined : minuteRange(plus(range.from, first), plus(range.from, last + 1));
}

/** The minutes that a rate's smoothing reaches (method, section 2). */
const around = ({ range: { from, to } }: Pick<Question, 'range'>): MinuteRange =>
  minuteRange(clampedMinute(from - RATE_MARGIN), clampedMinute(to + RATE_MARGIN));

type Asked = Pick<StoredBook, 'market' | 'source' | 'range' | 'role'>;

/** The books that may lend a leg to the quotes of those that stand for a venue; of one that stands for a venue itself, the minutes beside the question's. */
function legsOf(question: Question, { rateMarkets }: AnalysisInput, own: readonly Asked[]): readonly Asked[] {
  if (question.rate === 'none') return [];
  const quotes = new Set(own.flatMap(({ market }) => quotesOf(market)).filter((quote) => quote !== 'USD'));
  if (quotes.size === 0) return [];
  const range = around(question);
  const days = daysIn(range).map(wholeDay);
  const legs = days.flatMap((day) =>
    oneSourceEach(rateMarkets, day)
      .filter(({ market }) => isLegOf(market, quotes))
      .flatMap(({ market, source }) => {
        const part = overlap(day, range);
        return part === undefined ? [] : [{ market, source, range: part, role: 'rate-leg' as const }];
      }),
  );
  const joined = new Map<string, Asked>();
  for (const leg of legs) {
    const key = keyOf(leg);
    const before = joined.get(key);
    joined.set(key, before === undefined ? leg : { ...leg, range: minuteRange(before.range.from, leg.range.to) });
  }
  const mine = new Set(own.map(keyOf));
  return [...joined.values()].flatMap((leg) => (mine.has(keyOf(leg)) ? beside(leg, question.range) : [leg]));
}

const keyOf = ({ market, source }: Pick<Asked, 'market' | 'source'>): string => `${nameOf(market)} ${source}`;

/** A price in USD of what legs are made of, such a thing in one of the quotes, or one of them against USD itself. */
const isLegOf = (market: Market, quotes: ReadonlySet<string>): boolean =>
  lendsLegs(market, quotes) &&
  (market.quote === 'USD' || quotesOf(market).some((quote) => quote === 'USD' || quotes.has(quote)));

/** What of a leg's minutes lies outside a range. */
const beside = (leg: Asked, { from, to }: MinuteRange): readonly Asked[] => [
  ...(leg.range.from < from ? [{ ...leg, range: minuteRange(leg.range.from, from) }] : []),
  ...(leg.range.to > to ? [{ ...leg, range: minuteRange(to, leg.range.to) }] : []),
];

const isOf = (reply: Reply, market: Market, source: Reply['source']): boolean =>
  reply.source === source && nameOf(reply.market) === nameOf(market);
