import { count } from './numbers';

/** "자산 9개", "9분". */
const counted =
  (before: string, after: string) =>
  (value: number): string =>
    `${before}${count(value)}${after}`;

export const characterCount = counted('', '자');
export const minuteCount = counted('', '분');
export const assetCount = counted('자산 ', '개');
export const venueCount = counted('거래소 ', '곳');
export const marketCount = counted('마켓 ', '개');
export const candleCount = counted('캔들 ', '개');
export const episodeCount = counted('괴리 구간 ', '개');
export const rowCount = counted('', '행');
export const dayCount = counted('', '일');
export const bookCount = counted('마켓 ', '개');
