import type { CandleColumns } from '../../domain/candle';
import { MINUTE_MS } from '../../domain/minute';
import { candleAt, type SimulatedMarket } from '../scenario';
import { tradesOf, type Trade } from './made';
import { leastTrades } from './plan';

/** A trade with its place on the tape. */
export interface TapeRow extends Trade {
  /** Counts rows from the market's first; ids of venues are made of it. */
  readonly index: number;
  /** How many fills the row stands for, and how many came before it: on a tape of single trades 1 and `index`. */
  readonly fills: number;
  readonly fillsBefore: number;
}

/** Minutes whose trades are kept: a client reads a tape forward, page by page. */
const KEPT_MINUTES = 32;

/**
 * All trades of a market, in order, made minute by minute when they are asked for. `perRow` 1: every trade is a row; 2: two
 * trades in a row where the minute has enough of them, as a venue's aggregated tape has fewer rows than trades.
 */
export class Tape {
  private readonly rowsBefore: Float64Array;
  private readonly fillsBefore: Float64Array;
  private readonly made = new Map<number, readonly TapeRow[]>();

  constructor(
    private readonly market: SimulatedMarket,
    private readonly columns: CandleColumns,
    private readonly perRow: 1 | 2 = 1,
  ) {
    const slots = columns.open.length;
    this.rowsBefore = new Float64Array(slots + 1);
    this.fillsBefore = new Float64Array(slots + 1);
    for (let slot = 0; slot < slots; slot += 1) {
      const { rows, fills } = this.sizeOf(slot);
      this.rowsBefore[slot + 1] = (this.rowsBefore[slot] ?? NaN) + rows;
      this.fillsBefore[slot + 1] = (this.fillsBefore[slot] ?? NaN) + fills;
    }
  }

  /** The rows at `[from, to)` of the tape, oldest first; the ends are cut to the tape. */
  rows(from: number, to: number): readonly TapeRow[] {
    const end = Math.min(to, this.rowsBefore.at(-1) ?? NaN);
    const out: TapeRow[] = [];
    for (let at = Math.max(0, from); at < end;) {
      const slot = this.slotOfRow(at);
      const first = this.rowsBefore[slot] ?? NaN;
      const minute = this.minuteRows(slot).slice(at - first, end - first);
      out.push(...minute);
      at += minute.length;
    }
    return out;
  }

  /** How many rows are earlier than an instant: the index of the first at or after it. */
  before(timeUs: number): number {
    const slot = Math.floor(timeUs / (MINUTE_MS * 1_000)) - this.columns.range.from;
    if (slot < 0) return 0;
    if (slot >= this.columns.open.length) return this.rowsBefore.at(-1) ?? NaN;
    return (this.rowsBefore[slot] ?? NaN) + this.minuteRows(slot).filter((row) => row.timeUs < timeUs).length;
  }

  private sizeOf(slot: number): { rows: number; fills: number } {
    const candle = candleAt(this.columns, slot);
    if (candle === undefined) return { rows: 0, fills: 0 };
    const least = leastTrades(candle);
    const fills = Math.max(candle.trades, least);
    return { rows: Math.max(least, Math.ceil(fills / this.perRow)), fills };
  }

  private slotOfRow(row: number): number {
    let [low, high] = [0, this.rowsBefore.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.rowsBefore[middle] ?? NaN) <= row) low = middle;
      else high = middle;
    }
    return low;
  }

  private minuteRows(slot: number): readonly TapeRow[] {
    const known = this.made.get(slot);
    if (known !== undefined) return known;
    const rows = this.make(slot);
    const [oldest] = this.made.keys();
    if (this.made.size >= KEPT_MINUTES && oldest !== undefined) this.made.delete(oldest);
    this.made.set(slot, rows);
    return rows;
  }

  private make(slot: number): readonly TapeRow[] {
    const candle = candleAt(this.columns, slot);
    if (candle === undefined) return [];
    const { rows, fills } = this.sizeOf(slot);
    const double = fills - rows;
    let before = this.fillsBefore[slot] ?? NaN;
    const first = this.rowsBefore[slot] ?? NaN;
    // Field by field: a copy of a trade by its spread takes five times as long as making the trade.
    return tradesOf(candle, this.market, rows).map(
      ({ timeUs, price, amount, priceText, amountText, buyerTakes }, i) => {
        const fills = i < double ? 2 : 1;
        const fillsBefore = before;
        before += fills;
        return { timeUs, price, amount, priceText, amountText, buyerTakes, index: first + i, fills, fillsBefore };
      },
    );
  }
}

const tapes = new WeakMap<CandleColumns, Map<1 | 2, Tape>>();

/** The tape of a market's columns, made once. */
export function tapeOf(market: SimulatedMarket, columns: CandleColumns, perRow: 1 | 2 = 1): Tape {
  const known = tapes.get(columns) ?? new Map<1 | 2, Tape>();
  tapes.set(columns, known);
  const tape = known.get(perRow) ?? new Tape(market, columns, perRow);
  known.set(perRow, tape);
  return tape;
}
