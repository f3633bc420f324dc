import type { Day } from '../../domain/minute';
import type { MarketColumns } from '../types';
import { legDayOf, type LegDay } from './legDay';
import { rateDayOf, type RateDay } from './rateDay';

/** The rates of any day, each made on first use, from rate markets in memory. Days beyond what the columns cover have no legs. */
export function rateDaysOf(markets: readonly MarketColumns[]): (day: Day) => RateDay {
  const legDays = new Map<Day, LegDay>();
  const legDay = (day: Day): LegDay => {
    const known = legDays.get(day) ?? legDayOf(markets, day);
    legDays.set(day, known);
    return known;
  };
  const rateDays = new Map<Day, RateDay>();
  return (day) => {
    const known =
      rateDays.get(day) ??
      rateDayOf(day === 0 ? undefined : legDay((day - 1) as Day), legDay(day), legDay((day + 1) as Day));
    rateDays.set(day, known);
    return known;
  };
}
