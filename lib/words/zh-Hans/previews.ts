/** `2025-10-10 21:20` of an ISO minute. */
const plain = (iso: string): string => iso.replace('T', ' ').replace('Z', '');

export const assetPageWords = {
  previewTitle: (name: string): string => `${name}：各交易所比较`,
  description: (name: string, { from, to }: { readonly from: string; readonly to: string }): string =>
    `${name} 在各交易所，${plain(from)} 至 ${plain(to)} UTC：各家价格偏离市场多远、持续多久。`,
} as const;

export const minutePageWords = {
  title: (name: string, minute: string): string => `${name}，${plain(minute)} UTC`,
  description: (name: string): string => `${name} 在各交易所的同一分钟。`,
  invalidTitle: '不是有效的分钟',
} as const;
