import type { Candle } from '../../domain/candle';
import { minute, type Minute } from '../../domain/minute';
import type { Market } from '../../domain/market';
import type { Provenance } from '../../domain/observation';
import { UNREADABLE, type Page } from '../venue/page';

/** 2025-10-10T21:00Z. */
export const T: Minute = minute(29_335_500);
export const at = (offset: number): Minute => minute(T + offset);

export const ATOM: Market = {
  venue: 'binance' as Market['venue'],
  base: 'ATOM' as Market['base'],
  quote: 'USDT',
  kind: 'spot',
};

/** A row as a test makes it up: the candle, the row's own word on whether it is over, and its text. */
export interface TestRow {
  readonly candle: Candle;
  readonly closed: boolean | undefined;
  readonly raw: unknown;
}

/** A sound row, every value told apart by its minute. */
export const row = (offset: number, change: Partial<Omit<Candle, 'minute'>> = {}): TestRow => ({
  closed: undefined,
  raw: [offset],
  candle: {
    minute: at(offset),
    open: 3 + offset / 1000,
    high: 4 + offset / 1000,
    low: 2 + offset / 1000,
    close: 3.5,
    baseVolume: 10,
    quoteVolume: NaN,
    trades: NaN,
    ...change,
  },
});

/** The same row with a time that is no minute. */
export const timeless = (one: TestRow): TestRow => ({ ...one, candle: { ...one.candle, minute: UNREADABLE } });

export const rows = (from: number, to: number): readonly TestRow[] =>
  Array.from({ length: to - from }, (_, i) => row(from + i));

export const PROVENANCE: Provenance = {
  address: 'https://venue.example/candles',
  receivedAtMs: 0,
  sha256: '0'.repeat(64),
  reader: 'test',
  body: Buffer.from('[]'),
};

/** A reply a day later, so that everything is closed. */
export const pageOf = (list: readonly TestRow[], change: Partial<Page> = {}): Page => ({
  candles: list.map(({ candle }) => candle),
  raws: list.map(({ raw }) => raw),
  open: list.flatMap(({ candle, closed }) => (closed === false ? [candle.minute] : [])),
  misfits: new Map(),
  venueClockMs: (T + 1_440) * 60_000,
  provenance: PROVENANCE,
  ...change,
});
