export const windowFields = {
  from: '开始，UTC',
  to: '结束，UTC（不含）',
  example: '2025-10-10 21:20',
  show: '显示',
} as const;

export const atMostDays = (days: number): string => `最多 ${String(days)} 天`;
