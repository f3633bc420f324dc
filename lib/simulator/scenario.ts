import type { Candle, CandleColumns } from '../domain/candle';
import type { Market } from '../domain/market';
import type { Minute, MinuteRange } from '../domain/minute';

/** One market of a scenario, with the decimals its venue writes. */
export interface SimulatedMarket extends Market {
  readonly priceDecimals: number;
  readonly volumeDecimals: number;
}

/** What one contract is worth. */
export interface Contract {
  /** The currency it is settled in: the quote of a linear contract, the base of an inverse one. */
  readonly settle: string;
  readonly size: number;
  /** What `size` counts: units of the base, or of the quote. */
  readonly of: 'base' | 'quote';
}

/**
 * A perpetual contract of a scenario, or the mark or index price of one. Perps trade whole contracts; mark and index
 * prices have no volume and no trades (NaN), and a price in every minute.
 */
export interface ContractMarket extends SimulatedMarket {
  readonly contract: Contract;
}

/** A made-up course of events that the simulator serves. It is a rehearsal: no figure of it is an observation. */
export interface Scenario {
  readonly name: string;
  /** The minutes the scenario knows; outside them no market has traded. */
  readonly range: MinuteRange;
  /** The simulator's clock unless it is given another, in milliseconds since 1970. */
  readonly nowMs: number;
  /** The spot markets. */
  readonly markets: readonly SimulatedMarket[];
  /** Perpetual contracts, and the mark and index prices of them. Absent: none. */
  readonly derivatives?: readonly ContractMarket[];
  /**
   * What a display API shows instead of a market's candle, minute by minute: as a venue that "corrects the display" of
   * abnormal prices and leaves its candles. Absent: nothing is corrected.
   */
  readonly shown?: (market: SimulatedMarket, candle: Candle) => Candle;
  /**
   * What a venue gives instead of a longer candle that it edited afterwards, its span in minutes: its minutes stay as they
   * were. Absent: none was edited.
   */
  readonly edited?: (market: SimulatedMarket, minutes: number, candle: Candle) => Candle;
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
