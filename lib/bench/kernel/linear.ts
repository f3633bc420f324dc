import { minutesIn } from '../../domain/minute';
import { medianOf } from '../../analysis/reference/order';
import { firstMinutes, LEVELS, MINUTES_PER_YEAR, randomBooks, unknownVenues } from '../books/randomBooks';
import { oneToOne, workOn } from './work';

const VENUES = [2, 4, 8, 12, 24] as const;
const DAY = 1_440;
const WINDOWS = [
  { name: '1 day', minutes: DAY },
  { name: '30 days', minutes: 30 * DAY },
  { name: '90 days', minutes: 90 * DAY },
  { name: '1 year', minutes: MINUTES_PER_YEAR },
] as const;

/** Short windows are worked on until as many venue-minutes went by as a month of twelve venues has, for one alone is too short to time. */
const LEAST_WORK = 12 * 30 * DAY;
/** Odd, so that the median is a time that was measured. */
const RUNS = 5;

/** Nanoseconds a venue-minute, candles to episodes, in memory of a run before. */
function costOf(venues: number, minutes: number): number {
  const range = firstMinutes(minutes);
  const books = randomBooks(unknownVenues(venues), LEVELS.ATOM, range);
  const rate = oneToOne(range);
  const size = venues * minutesIn(range);
  const turns = Math.max(1, Math.ceil(LEAST_WORK / size));
  // The first run fills the memory.
  const room = workOn(books, range, rate);
  const times = Array.from({ length: RUNS }, () => {
    const began = performance.now();
    for (let turn = 0; turn < turns; turn += 1) workOn(books, range, rate, room);
    return performance.now() - began;
  });
  return (medianOf(times) * 1e6) / (turns * size);
}

/** What a venue-minute costs in the kernel, over few and many venues and minutes: linear where the columns do not rise. */
export function benchLinear(say: (line: string) => void): string {
  // The engine compiles a function after it ran hot.
  costOf(12, 30 * DAY);
  const rows = VENUES.map((venues) => {
    say(`linear: ${String(venues)} venues`);
    return `| ${String(venues)} | ${WINDOWS.map(({ minutes }) => costOf(venues, minutes).toFixed(0)).join(' | ')} |`;
  });
  return [
    '## Cost by venues and minutes',
    '',
    `Nanoseconds a venue-minute in the kernel, candles to episodes; median of ${String(RUNS)} runs in memory of a run before.`,
    '',
    `| venues | ${WINDOWS.map(({ name }) => name).join(' | ')} |`,
    `| ---: |${' ---: |'.repeat(WINDOWS.length)}`,
    ...rows,
    '',
  ].join('\n');
}
