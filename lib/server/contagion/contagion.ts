import { firstFallOf } from '../../analysis/contagion/firstFall';
import { leftOutOf } from '../../analysis/contagion/leftOut';
import { behindOf, orderOfFalls, type FallOrder } from '../../analysis/contagion/order';
import { knownAt, ownLevelOf, type OwnLevel } from '../../analysis/contagion/ownLevel';
import { ownShareOf, type Leveled } from '../../analysis/contagion/ownShare';
import { marketKey } from '../../analysis/markets/marketKey';
import { oneSourceEach } from '../../analysis/markets/sources';
import type { ContagionAnswer, ContagionBook, FallAnswer, OwnShareAnswer } from '../../api/contagion';
import { symbolOf } from '../../domain/asset';
import { houseOf } from '../../domain/asset/reading';
import {
  type Contagion,
  FALL_LEVELS,
  type FirstFall,
  LEAST_OWN_LEVEL_CLOSES,
  OWN_LEVEL_MINUTES,
} from '../../domain/contagion';
import { formatInstant } from '../../domain/instant';
import { compositionsIn, type Composition } from '../../domain/marks/composition';
import { pairOf, type Source } from '../../domain/market';
import type { MarketColumns } from '../../domain/marketColumns';
import { METHOD_VERSION, quoteRank } from '../../domain/method';
import { moveOf } from '../../domain/exact';
import type { LeftOut } from '../../domain/leftOut';
import {
  clampedMinute,
  daysIn,
  formatMinute,
  plus,
  wholeDays,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import { defaultQuestion } from '../../domain/question';
import { columnsOf } from '../../store/days/candles';
import { noAssetProblem } from '../coverage/coverage';
import type { Context } from '../context';
import { leftOutAnswer } from '../deviations/leftOut';
import { questionRests } from '../deviations/questionRests';
import { orNull } from '../deviations/rows';
import { answer, type Outcome } from '../http/outcome';
import { atOneMoment } from '../moment';
import { rateDaysAt } from '../rates/rateDays';
import { ratePairsOf } from '../rates/rateMarkets';

/** A book with its own level. */
interface Book extends Leveled {
  readonly columns: MarketColumns & { readonly source: Source };
  readonly own: OwnLevel;
}

/**
 * Which books of an asset fell first, at each level: an order of minutes, and of nothing else. Whole UTC days are read, for by these the method tells second names and namesakes, which
 * are in no order. All from one moment of the database.
 */
export function contagion(context: Context, asked: Contagion): Promise<Outcome<ContagionAnswer>> {
  const { asset, asOf } = asked;
  const minutes = { from: beforeOf(asked.range).from, to: asked.range.to };
  const read = wholeDays(minutes);
  return atOneMoment(
    context,
    asOf,
    async (moment) => {
      const wanted = moment.markets.filter(({ market }) => market.base === asset);
      if (wanted.length === 0) return noAssetProblem(asset, asOf);
      const stored = await columnsOf(moment.snapshot, wanted, read, { asOf });
      const days = daysIn(read);
      const rates = await rateDaysAt(moment, { days, pairs: ratePairsOf(wanted) });
      const leftOut = leftOutOf(stored, days, (day) => rates(day).beforeNamesakes);
      return answer(answerOf(context, asked, oneSourceEach(stored, minutes), leftOut));
    },
    questionRests({ ...defaultQuestion(asset, minutes), reference: { kind: 'others' }, asOf }),
  );
}

/** The minutes that make each book's own level; fewer, or none, where minutes begin. */
const beforeOf = ({ from }: MinuteRange): MinuteRange => ({ from: clampedMinute(from - OWN_LEVEL_MINUTES), to: from });

function answerOf(
  { simulated }: Context,
  { asset, range, asOf }: Contagion,
  chosen: readonly MarketColumns[],
  leftOut: readonly LeftOut[],
): ContagionAnswer {
  const before = beforeOf(range);
  const gone = new Set(leftOut.map(({ market }) => marketKey(market)));
  const books = chosen
    .filter(({ market }) => !gone.has(marketKey(market)))
    .map((columns): Book => {
      const own = ownLevelOf(columns, before);
      return { columns, own, level: own.level };
    });
  const falls = FALL_LEVELS.map((fall) => books.map(({ columns, level }) => firstFallOf(columns, level, fall, range)));
  const orders = falls.map(orderOfFalls);
  return {
    method: METHOD_VERSION,
    simulated,
    asset,
    name: symbolOf(asset),
    from: formatMinute(range.from),
    to: formatMinute(range.to),
    asOf: asOf === undefined ? null : formatInstant(asOf),
    levelMinutes: OWN_LEVEL_MINUTES,
    leastCloses: LEAST_OWN_LEVEL_CLOSES,
    levels: [...FALL_LEVELS],
    books: books.map((book, i) =>
      bookAnswerOf(
        book,
        range,
        orders.map((order, k) => fallAnswerOf(falls[k]?.[i] as FirstFall, order, book.level)),
      ),
    ),
    orders: orders.map(({ first, firsts, maybe }, k) => ({
      level: FALL_LEVELS[k] as number,
      first: minuteOrNull(first),
      firsts: [...firsts],
      maybe: [...maybe],
    })),
    leftOut: leftOut.map(leftOutAnswer),
    ownShares: compositionsIn(asset, range).map((composition) => ownShareAnswerOf(composition, books, range)),
  };
}

const minuteOrNull = (minute: Minute | undefined): string | null =>
  minute === undefined ? null : formatMinute(minute);

function bookAnswerOf({ columns, own }: Book, range: MinuteRange, falls: FallAnswer[]): ContagionBook {
  const { market, source, candles } = columns;
  let [silent, unknown] = [0, 0];
  let lowest: { minute: Minute; low: number } | undefined;
  for (let at = range.from; at < range.to; at = plus(at, 1)) {
    const slot = at - candles.range.from;
    const known = knownAt(candles, market.kind, slot);
    if (known === 'silent') silent += 1;
    if (known === 'unknown') unknown += 1;
    const low = candles.low[slot] as number;
    if (known === 'price' && (lowest === undefined || low < lowest.low)) lowest = { minute: at, low };
  }
  return {
    venue: market.venue,
    market: pairOf(market),
    kind: market.kind,
    source,
    level: orNull(own.level),
    closes: own.closes,
    lowest:
      lowest === undefined
        ? null
        : { minute: formatMinute(lowest.minute), low: lowest.low, ratio: orNull(moveOf(lowest.low, own.level)) },
    silent,
    unknown,
    falls,
  };
}

function fallAnswerOf(fall: FirstFall, { first }: FallOrder, level: number): FallAnswer {
  const behind = behindOf(fall, first);
  const fell = fall.kind === 'fell' ? fall : undefined;
  return {
    state: fall.kind,
    seen: minuteOrNull(fell?.seen),
    earliest: 'earliest' in fall ? formatMinute(fall.earliest) : null,
    low: fell?.low ?? null,
    ratio: fell === undefined ? null : moveOf(fell.low, level),
    behindLeast: behind?.least ?? null,
    behindMost: behind?.most ?? null,
  };
}

/** Of the venue's spot books the first by quote; of the indexes of its house one in the same quote. */
function ownShareAnswerOf(
  { venue, ownWeight, publisher, published }: Composition,
  books: readonly Book[],
  range: MinuteRange,
): OwnShareAnswer {
  const said = { venue, weight: ownWeight, publisher, published };
  const [spot] = books
    .filter(({ columns: { market } }) => market.venue === venue && market.kind === 'spot')
    .sort((a, b) => quoteRank(a.columns.market.quote) - quoteRank(b.columns.market.quote));
  if (spot === undefined) return { ...said, at: null };
  const index = books.find(
    ({ columns: { market } }) =>
      market.kind === 'index' && houseOf(market.venue) === venue && market.quote === spot.columns.market.quote,
  );
  const found = ownShareOf(ownWeight, spot, index, range);
  if (found === undefined) return { ...said, at: null };
  const named = ({ columns: { market } }: Book) => ({ venue: market.venue, market: pairOf(market) });
  return {
    ...said,
    at: {
      minute: formatMinute(found.minute),
      spot: { ...named(spot), ...found.spot },
      index: index === undefined || found.index === undefined ? null : { ...named(index), ...found.index },
      part: found.part,
      share: found.share ?? null,
    },
  };
}
