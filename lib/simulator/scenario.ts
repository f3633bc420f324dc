import type { Candle, CandleColumns } from '../domain/candle';
import type { Market } from '../domain/market';
import type { Minute, MinuteRange } from '../domain/minute';

/** One market of a scenario, with the decimals its venue writes. */
export interface SimulatedMarket extends Market {
  readonly priceDecimals: number;
  readonly volumeDecimals: number;
}

/** A made-up course of events that the simulator serves. It is a rehearsal: no figure of it is an observation. */
export interface Scenario {
  readonly name: string;
  /** The minutes the scenario knows; outside them no market has traded. */
  readonly range: MinuteRange;
  /** The simulator's clock unless it is given another, in milliseconds since 1970. */
  readonly nowMs: number;
  readonly markets: readonly SimulatedMarket[];
  /** The market's candles over `range`; NaN where no trade happened. Made on first use and kept. */
  candles(market: SimulatedMarket): CandleColumns;
}

/** The candle in a slot of a scenario's columns, or undefined where no trade happened. */
export function candleAt(columns: CandleColumns, slot: number): Candle | undefined {
  const open = columns.open[slot];
  if (open === undefined || Number.isNaN(open)) return undefined;
  const read = (field: Float64Array): number => field[slot] ?? NaN;
  return {
    minute: (columns.range.from + slot) as Minute,
    open,
    high: read(columns.high),
    low: read(columns.low),
    close: read(columns.close),
    baseVolume: read(columns.baseVolume),
    quoteVolume: read(columns.quoteVolume),
    trades: read(columns.trades),
  };
}
