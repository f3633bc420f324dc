export const FOLLOW = {
  summary: 'keep fetching the newest closed minutes until stopped',
  from: 'first minute, UTC (default: the first gap in the last 24 hours, or one hour ago if there is no data)',
  every: 'minutes between rounds, 1 to 1440 (default: 1)',
} as const;
