import { epochMs } from '../../domain/minute';
import { CandleRows } from './candleRows';
import type { TradeRows } from './tradeRows';

/** A row as it is understood: times in ms since 1970, NaN where nothing is said. */
export type ShownRow =
  | {
      readonly kind: 'candle';
      readonly line: number;
      readonly ms: number;
      readonly open: number;
      readonly high: number;
      readonly low: number;
      readonly close: number;
      readonly baseVolume: number;
      readonly quoteVolume: number;
      readonly trades: number;
    }
  | {
      readonly kind: 'trade';
      readonly line: number;
      readonly ms: number;
      readonly price: number;
      readonly amount: number;
    };

export function shownRows(rows: CandleRows | TradeRows): readonly ShownRow[] {
  if (rows instanceof CandleRows)
    return rows.shown.map(({ line, candle: { minute, ...figures } }) => ({
      kind: 'candle',
      line: line.number,
      ms: epochMs(minute),
      ...figures,
    }));
  return rows.shown.map(({ line, ms, price, amount }) => ({ kind: 'trade', line: line.number, ms, price, amount }));
}
