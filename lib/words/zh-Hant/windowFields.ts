export const windowFields = {
  from: '開始，UTC',
  to: '結束，UTC（不含）',
  example: '2025-10-10 21:20',
  show: '顯示',
} as const;

export const atMostDays = (days: number): string => `最多 ${String(days)} 天`;
