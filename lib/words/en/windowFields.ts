/** The two fields in which a window is typed. */
export const windowFields = {
  from: 'From, UTC',
  to: 'To, UTC (not included)',
  example: '2025-10-10 21:20',
  show: 'Show',
} as const;

/** The longest window that a form takes. */
export const atMostDays = (days: number): string => `at most ${String(days)} days`;
