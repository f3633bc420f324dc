export const embedded = {
  source: (venues: string): string => `來源：${venues} 的 1 分鐘 K 線，由 Plumbline 儲存。`,
  open: '在 Plumbline 查看',
  nothing: '此處沒有儲存該網址的資料。',
} as const;
