/** `2025-10-10 21:20` of an ISO minute. */
const plain = (iso: string): string => iso.replace('T', ' ').replace('Z', '');

/** The page of an asset in a link's preview. `from`, `to`: ISO minutes. */
export const assetPageWords = {
  previewTitle: (name: string): string => `${name} across exchanges`,
  description: (name: string, { from, to }: { readonly from: string; readonly to: string }): string =>
    `${name} across exchanges, ${plain(from)} to ${plain(to)} UTC: how far each price strayed from the market, and for how long.`,
} as const;

/** The page of one minute. */
export const minutePageWords = {
  title: (name: string, minute: string): string => `${name}, ${plain(minute)} UTC`,
  /** Where the minute's own sentence is not to be had. */
  description: (name: string): string => `${name} across exchanges in one minute.`,
  invalidTitle: 'Not a valid minute',
} as const;
