import { minute, type Minute } from '../../domain/minute';
import type { Market } from '../../domain/market';
import type { Page, PageRow } from '../page';

/** 2025-10-10T21:00Z. */
export const T: Minute = minute(29_335_500);
export const at = (offset: number): Minute => minute(T + offset);

export const ATOM: Market = { venue: 'binance' as Market['venue'], base: 'ATOM' as Market['base'], quote: 'USDT', kind: 'spot' };

/** A sound row, every value told apart by its minute. */
export const row = (offset: number, change: Partial<PageRow['candle']> = {}): PageRow => ({
  minute: at(offset), closed: undefined, raw: [offset],
  candle: { open: 3 + offset / 1000, high: 4 + offset / 1000, low: 2 + offset / 1000, close: 3.5, baseVolume: 10, quoteVolume: NaN, trades: NaN, ...change },
});

export const rows = (from: number, to: number): readonly PageRow[] => Array.from({ length: to - from }, (_, i) => row(from + i));

/** A reply a day later, so that everything is closed. */
export const pageOf = (list: readonly PageRow[], change: Partial<Page> = {}): Page => ({
  rows: list, filled: false, venueClockMs: (T + 1_440) * 60_000, url: 'https://venue.example/candles', ...change,
});
