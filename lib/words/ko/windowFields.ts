export const windowFields = {
  from: '시작, UTC',
  to: '끝, UTC(포함하지 않음)',
  example: '2025-10-10 21:20',
  show: '표시',
} as const;

export const atMostDays = (days: number): string => `최대 ${String(days)}일`;
