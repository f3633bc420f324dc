import { count } from './numbers';

const counted =
  (noun: string) =>
  (value: number): string =>
    `${count(value)} ${noun}${value === 1 ? '' : 's'}`;

/** "1 asset", "9 assets", and the like. */
export const characterCount = counted('character');
export const minuteCount = counted('minute');
export const assetCount = counted('asset');
export const venueCount = counted('venue');
export const marketCount = counted('market');
export const candleCount = counted('candle');
export const episodeCount = counted('episode');
export const rowCount = counted('row');
export const dayCount = counted('day');
export const bookCount = counted('book');
