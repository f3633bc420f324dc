import { MINUTES_PER_DAY, minuteRange, type Minute, type MinuteRange } from './minute';

export const TIMEFRAMES = ['5m', '15m', '1h', '1d'] as const;
/** The spans of a venue's longer candles, each named by its OPEN time in UTC; a day begins at 00:00 UTC. */
export type Timeframe = (typeof TIMEFRAMES)[number];

const MINUTES: Readonly<Record<Timeframe, number>> = { '5m': 5, '15m': 15, '1h': 60, '1d': MINUTES_PER_DAY };

export const timeframeMinutes = (timeframe: Timeframe): number => MINUTES[timeframe];

/** From the first opening at or after the start of a range to the last end in it; undefined: no whole candle lies in it. */
export function wholeCandles({ from, to }: MinuteRange, timeframe: Timeframe): MinuteRange | undefined {
  const step = MINUTES[timeframe];
  const [first, end] = [Math.ceil(from / step) * step, Math.floor(to / step) * step];
  return first < end ? minuteRange(first as Minute, end as Minute) : undefined;
}

/** From the opening of the candle that a range begins in to the end of the one it ends in. */
export function touchedCandles({ from, to }: MinuteRange, timeframe: Timeframe): MinuteRange {
  const step = MINUTES[timeframe];
  return minuteRange((Math.floor(from / step) * step) as Minute, (Math.ceil(to / step) * step) as Minute);
}

/** The minutes of the candle that opens then. */
export const spanOfCandle = (open: Minute, timeframe: Timeframe): MinuteRange =>
  minuteRange(open, (open + MINUTES[timeframe]) as Minute);

/** The openings of the whole candles in a range, ascending. */
export function openingsIn(range: MinuteRange, timeframe: Timeframe): readonly Minute[] {
  const whole = wholeCandles(range, timeframe);
  if (whole === undefined) return [];
  const step = MINUTES[timeframe];
  return Array.from({ length: (whole.to - whole.from) / step }, (_, i) => (whole.from + i * step) as Minute);
}
