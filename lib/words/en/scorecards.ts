import { formatLevel, utc } from './numbers';

export const scorecards = {
  title: 'Each venue in this window',
  label: 'Scorecards',
  lead: (from: string, to: string): string =>
    `Minutes in which a venue’s low or high deviated by at least each level, out of the minutes measured. “How unusual” compares its deepest peak with its own deviations from ${utc(from)} to ${utc(to)} UTC; z is that distance in robust standard deviations of at least one basis point.`,
  tooLong: (days: number): string =>
    `Scorecards and the order of events need every minute, so they cover windows of at most ${String(days)} days.`,
  windowTooLong: (days: number, most: number): string =>
    `Scorecards need every minute, so they cover at most ${String(most)} days; this window has ${String(days)}: choose a shorter one`,
  loading: 'Measuring this window and the days before it…',
} as const;

export const scorecardHeads = {
  market: 'Venue, market',
  deepest: 'Deepest',
  at: 'At, UTC',
  rank: 'Rank',
  rankHint: 'Place among the episodes of all venues in the window',
  episodes: 'Episodes',
  beyond: (level: number): string => `${formatLevel(level)}\nmin`,
  outside: 'Outside all\nothers, min',
  outsideHint: 'Minutes below or above every other venue',
  measured: 'Measured,\nmin',
  area: 'Area, %·min',
  unusual: 'How unusual',
} as const;

export const orderOfEvents = {
  title: 'Who moved first',
  label: 'Who moved first',
  lead: 'The first minute in which a venue’s low was this far below its reference, and below its own first closes in the window. The first to fall comes first. One-minute candles show order, not cause: they say nothing about what happened within a minute, and the first to move need not have moved the others. Times: UTC.',
  note: 'Who moved first is an order of one-minute candles, not causality: they say nothing about what happened within a minute, and the first to move need not have moved the others.',
  market: 'Venue, market',
  strayed: (level: number): string => `${formatLevel(level)} below\nthe reference`,
  fell: (level: number): string => `Fell\n${formatLevel(level)}`,
  recovered: 'Recovered from its\nlast episode',
} as const;
