import { flawOf } from '../../domain/candle';
import { minuteAt, MINUTES_PER_DAY, type Minute } from '../../domain/minute';
import type { Places, TradeColumn } from './columns';
import { cellsOf, type Line } from './lines';
import type { FileRecorder } from './recorder';
import { FileRefused } from './refused';
import { msOf, type TimeUnit } from './time';
import { Growing } from '../trades/growing';
import { volumesOf, type VolumeUnit } from './volume';

/** Trades are written at most this late: a day later than their successors is no stray packet but an unsorted file. */
const LATEST_MINUTES = MINUTES_PER_DAY;
/** JSON numbers of 16 digits and more may not survive as numbers. */
const SAFE_DIGITS = 15;
/** What `toFixed` is given at most for one factor: venues write up to 18 decimals. */
const MOST_DECIMALS = 18;

/** Zeros at the end are not counted: with them a sum would keep the noise of its adding, and differ from the same trades asked of the venue. */
const decimalsOf = (text: string): number => {
  const dot = text.indexOf('.');
  return dot === -1 ? 0 : Math.min(MOST_DECIMALS, text.trim().replace(/0+$/, '').length - dot - 1);
};

/** A trade told alone. */
const ONE = 1;

/** How many trades a row stands for: its last id − its first + 1 where it names both; NaN where they give no whole number. */
function countOf(cells: readonly string[], places: Places<TradeColumn>): number {
  const [first, last] = [cells[places.first], cells[places.last]];
  if (first === undefined || last === undefined) return ONE;
  const count = /^\d+$/.test(first.trim()) && /^\d+$/.test(last.trim()) ? BigInt(last) - BigInt(first) + 1n : 0n;
  return Number(count);
}

interface RowOptions {
  readonly path: string;
  readonly places: Places<TradeColumn>;
  readonly unit: TimeUnit;
  readonly isUtc: boolean;
  readonly volumeUnit: VolumeUnit;
  readonly recorder: FileRecorder;
}

/** Builds 1m candles from the rows of a trade file. A trade told twice (same id in a minute) counts once. */
export class TradeRows {
  readonly #growing = new Map<Minute, Growing>();
  #newest: Minute | undefined;
  #recordedTo: Minute | undefined;
  #symbol: string | undefined;
  rows = 0;
  duplicates = 0;

  constructor(readonly options: RowOptions) {}

  async take(line: Line): Promise<void> {
    const { path, places, unit, isUtc, recorder } = this.options;
    this.rows += 1;
    const cells = cellsOf(line, path);
    const ms = msOf(cells[places.time] ?? '', unit, isUtc);
    if (Number.isNaN(ms)) {
      recorder.setAside(undefined, line.number, line.text, 'its time cannot be read');
      return;
    }
    const at = minuteAt(ms);
    if (this.#recordedTo !== undefined && at < this.#recordedTo) {
      throw new FileRefused(
        `${path}, line ${String(line.number)}: a trade more than a day older than one before it; sort the file by time, oldest first`,
      );
    }
    this.#sameMarket(cells[places.symbol], line);
    this.#add(at, ms, cells, line);
    if (this.#newest === undefined || at > this.#newest) {
      this.#newest = at;
      // Late trades may still come for a day: only what is two days old is closed, a day at a time.
      if (this.#growing.size > 2 * LATEST_MINUTES) await this.#record((at - LATEST_MINUTES) as Minute);
    }
  }

  async end(): Promise<void> {
    if (this.#newest !== undefined) await this.#record((this.#newest + 1) as Minute);
  }

  #sameMarket(symbol: string | undefined, line: Line): void {
    if (symbol === undefined || symbol === this.#symbol) return;
    if (this.#symbol !== undefined) {
      throw new FileRefused(
        `${this.options.path}, line ${String(line.number)}: trades of ${symbol.slice(0, 30)} after trades of ${this.#symbol.slice(0, 30)}; import one market a file`,
      );
    }
    this.#symbol = symbol;
  }

  #add(at: Minute, ms: number, cells: readonly string[], line: Line): void {
    const { places, recorder } = this.options;
    const priceText = cells[places.price] ?? '';
    const amountText = cells[places.amount] ?? '';
    const price = Number(priceText);
    const amount = Number(amountText);
    if (!(price > 0 && Number.isFinite(price)) || !(amount > 0 && Number.isFinite(amount))) {
      recorder.setAside(at, line.number, line.text, 'price or amount is not above 0');
      return;
    }
    const count = countOf(cells, places);
    if (!(count >= 1)) {
      recorder.setAside(at, line.number, line.text, 'its first and last trade ids give no number of trades');
      return;
    }
    const idText = cells[places.id];
    const id =
      idText === undefined || idText === ''
        ? undefined
        : idText.length <= SAFE_DIGITS && /^\d+$/.test(idText)
          ? Number(idText)
          : idText;
    const place = { ms, id };
    let growing = this.#growing.get(at);
    if (growing === undefined) {
      growing = new Growing(place, price);
      this.#growing.set(at, growing);
    }
    if (id !== undefined) {
      if (growing.ids.has(id)) {
        this.duplicates += 1;
        return;
      }
      growing.ids.add(id);
    }
    growing.add(place, price, amount, decimalsOf(priceText), decimalsOf(amountText), count);
  }

  async #record(to: Minute): Promise<void> {
    const { recorder, volumeUnit } = this.options;
    const closed = [...this.#growing.keys()].filter((at) => at < to).sort((a, b) => a - b);
    for (const at of closed) {
      const candle = this.#growing.get(at)?.candle(at, (amount, worth) => volumesOf(amount, worth, volumeUnit));
      this.#growing.delete(at);
      if (candle === undefined) continue;
      const flaw = flawOf(candle);
      if (flaw === undefined) await recorder.take(candle);
      else recorder.setAside(at, this.rows, JSON.stringify(candle), flaw);
    }
    this.#recordedTo = to;
  }
}
