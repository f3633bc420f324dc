/** `2025-10-10 21:20` of an ISO minute. */
const plain = (iso: string): string => iso.replace('T', ' ').replace('Z', '');

export const assetPageWords = {
  previewTitle: (name: string): string => `${name} 거래소별 가격`,
  description: (name: string, { from, to }: { readonly from: string; readonly to: string }): string =>
    `${name} 거래소별 가격, ${plain(from)} ~ ${plain(to)} UTC: 각 가격이 시장에서 얼마나, 얼마 동안 벗어났는지 보여 줍니다.`,
} as const;

export const minutePageWords = {
  title: (name: string, minute: string): string => `${name}, ${plain(minute)} UTC`,
  description: (name: string): string => `특정 1분 동안의 ${name} 거래소별 가격.`,
  invalidTitle: '유효하지 않은 분',
} as const;
