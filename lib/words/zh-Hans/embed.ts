export const embedded = {
  source: (venues: string): string => `来源：${venues} 的 1 分钟 K 线，由 Plumbline 存储。`,
  open: '在 Plumbline 查看',
  nothing: '此处没有存储该网址的数据。',
} as const;
