import type { Known } from '../../analysis/days/day';
import type { Leg, RatePair } from '../../analysis/rates/legs';
import { ascending } from '../../domain/ascending';
import { grouped } from '../../domain/grouped';
import { dayOf, formatMinute, minutesIn, partsByDay, plus, startOf, type MinuteRange } from '../../domain/minute';
import type { Question } from '../../domain/question';
import { ruleAt } from '../../domain/rate';
import type { Wanted } from '../../store/days/candles';
import { orNull } from '../deviations/rows';

const HEAD = 'venue,quote,minute,rule,rate,uncertainty,legs,each\n';

/** The legs of longer windows would be most of a bundle; `check.mjs` computes them from the candles all the same. */
const MOST_MINUTES_WITH_LEGS = 720;

/** Whether the rates of a bundle come with their legs. */
export const hasLegs = (range: MinuteRange): boolean => minutesIn(range) <= MOST_MINUTES_WITH_LEGS;

/** The pairs of a venue and a quote whose rates a bundle says: those of the books of the asset, and of what it wraps; of USD none, and none where raw quotes are compared. */
export const bundledPairs = (
  { rate }: Pick<Question, 'rate'>,
  books: readonly Pick<Wanted, 'market'>[],
): readonly RatePair[] =>
  rate === 'none'
    ? []
    : [...grouped(books, ({ market: { venue, quote } }) => `${venue} ${quote}`)]
        .sort(([a], [b]) => ascending(a, b))
        .flatMap(([, [first]]) => first ?? [])
        .map(({ market: { venue, quote } }) => ({ venue, quote }))
        .filter(({ quote }) => quote !== 'USD');

/**
 * Rates minute by minute, as CSV, a row for each pair and minute. `legs`: how many the minute's own median rests on; `each`: all of them, by venue,
 * pair as it is read, and USD per unit of the quote.
 */
export function ratesCsv(rates: Known['rates'], pairs: readonly RatePair[], range: MinuteRange): string {
  const rows = [HEAD];
  for (const { venue, quote } of pairs) {
    for (const { from, to } of partsByDay(range)) {
      const day = rates(dayOf(from));
      const { rule, value, uncertainty, legs } = day.rate(quote, venue);
      for (let minute = from; minute < to; minute = plus(minute, 1)) {
        const slot = minute - startOf(dayOf(minute));
        const each = hasLegs(range) ? day.legsAt(quote, venue, slot).map(legText) : [];
        const cells = [
          ruleAt(rule[slot]),
          orNull(value[slot]),
          orNull(uncertainty[slot]),
          legs[slot],
          each.join(' | '),
        ];
        rows.push(`${[venue, quote, formatMinute(minute), ...cells.map((cell) => String(cell ?? ''))].join(',')}\n`);
      }
    }
  }
  return rows.join('');
}

const legText = ({ venue, pair, value, isDropped }: Leg): string =>
  `${isDropped ? 'dropped ' : ''}${venue} ${pair} ${String(value)}`;
