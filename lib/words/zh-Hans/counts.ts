import { count } from './numbers';

/** With the measure word of what is counted. */
const counted =
  (noun: string) =>
  (value: number): string =>
    `${count(value)} ${noun}`;

export const characterCount = counted('个字符');
export const minuteCount = counted('分钟');
export const assetCount = counted('种资产');
export const venueCount = counted('家交易所');
export const marketCount = counted('个市场');
export const candleCount = counted('根 K 线');
export const episodeCount = counted('个偏离时段');
export const rowCount = counted('行');
export const dayCount = counted('天');
export const bookCount = counted('个市场');
