import { analyse, knownOf } from '../../analysis/analyse';
import type { MarketColumns } from '../../analysis/types';
import { WindowRun } from '../../analysis/window/windowRun';
import type { DayBuffers } from '../../analysis/days/day';
import type { Asset, Market, Venue } from '../../domain/market';
import { LEG_BASES } from '../../domain/method';
import { minuteRange, minute, partsByDay, plus, MINUTES_PER_DAY, type MinuteRange } from '../../domain/minute';
import { defaultQuestion, type Question } from '../../domain/question';
import { deviationsOf, longDeviationsOf, type Deviations } from '../../server/deviations/deviationsAnswer';
import { SparseRows } from '../../server/long/sparseRows';
import { FIRST_MINUTE, firstMinutes, LEVELS, MINUTES_PER_YEAR, randomBooks } from '../books/randomBooks';

/** Sixteen venues as they are: four quote in USD, ten in USDT, two in USDC. */
const QUOTES = [
  ...new Array<string>(4).fill('USD'),
  ...new Array<string>(10).fill('USDT'),
  ...new Array<string>(2).fill('USDC'),
];
const VENUES = QUOTES.map((_, place) => `venue${String(place).padStart(2, '0')}` as Venue);

const marketsOf = (base: string): readonly Market[] =>
  QUOTES.flatMap((quote, place) => {
    const market = { venue: VENUES[place] as Venue, base: base as Asset, quote, kind: 'spot' } as const;
    // Venues that count in dollars have the legs in stablecoins too: without them there would be no rate.
    return quote === 'USD' && base !== 'ATOM'
      ? [market, { ...market, quote: 'USDT' }, { ...market, quote: 'USDC' }]
      : [market];
  });

/** Each piece at a level of its own, so that none repeats another. */
const booksOf = (base: keyof typeof LEVELS, range: MinuteRange, piece: number): readonly MarketColumns[] =>
  randomBooks(marketsOf(base), { ...LEVELS[base], price: LEVELS[base].price * (1 + piece / 2_000) }, range);

const questionOf = (range: MinuteRange): Question => ({ ...defaultQuestion('ATOM' as Asset, range), venues: VENUES });

const STAMP = { simulated: false, digest: `sha256:${'0'.repeat(64)}` };

const inputOf = (question: Question, days: MinuteRange, piece = 0) => ({
  question,
  markets: booksOf('ATOM', days, piece),
  rateMarkets: LEG_BASES.flatMap((base) =>
    booksOf(base, minuteRange(minute(days.from - MINUTES_PER_DAY), plus(days.to, MINUTES_PER_DAY)), piece),
  ),
});

/** Four hours of sixteen venues, every minute. */
export function fourHours(): Deviations {
  const from = plus(FIRST_MINUTE, 20 * 60);
  const question = questionOf(minuteRange(from, plus(from, 240)));
  return deviationsOf(analyse(inputOf(question, firstMinutes(MINUTES_PER_DAY))), STAMP);
}

/** So much of a year is in memory at once. */
const PIECE_DAYS = 30;

/** What a window of a year has where none is asked for. */
const YEAR_BUCKET = 1_440;

/** A year of sixteen venues, in the buckets of a long window. */
export function aYear(): Deviations {
  const question = questionOf(firstMinutes(MINUTES_PER_YEAR));
  const run = new WindowRun(question);
  const rows = new SparseRows(YEAR_BUCKET, MINUTES_PER_YEAR);
  let buffers: DayBuffers | undefined;
  const days = partsByDay(question.range);
  for (let at = 0; at < days.length; at += PIECE_DAYS) {
    const piece = days.slice(at, at + PIECE_DAYS);
    const [first, last] = [piece[0], piece.at(-1)];
    if (first === undefined || last === undefined) break;
    const known = knownOf(inputOf(question, minuteRange(first.from, last.to), at));
    for (const range of piece) {
      const day = run.measure(range, known, buffers);
      buffers = day;
      rows.take(day);
    }
  }
  const analysis = run.analysis();
  return longDeviationsOf(analysis, STAMP, YEAR_BUCKET, rows.seriesOf(analysis.rows));
}
