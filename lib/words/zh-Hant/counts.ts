import { count } from './numbers';

/** With the measure word of what is counted. */
const counted =
  (noun: string) =>
  (value: number): string =>
    `${count(value)} ${noun}`;

export const characterCount = counted('個字元');
export const minuteCount = counted('分鐘');
export const assetCount = counted('種資產');
export const venueCount = counted('家交易所');
export const marketCount = counted('個市場');
export const candleCount = counted('根 K 線');
export const episodeCount = counted('個偏離時段');
export const rowCount = counted('列');
export const dayCount = counted('天');
export const bookCount = counted('個市場');
