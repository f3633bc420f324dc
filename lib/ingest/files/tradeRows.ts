import { flawOf } from '../../domain/candle';
import { minuteAt, MINUTES_PER_DAY, type Minute } from '../../domain/minute';
import { rowWords, shapeWords } from '../../words/en/files';
import type { Places, TradeColumn } from './columns';
import { cellsOf } from './cells';
import type { Line } from './lines';
import type { FileRecorder } from './recorder';
import { FileRefused } from './refused';
import { msOf, type TimeUnit } from './time';
import { Growing } from '../trades/growing';
import { volumesOf, type VolumeUnit } from './volume';
import { candleFlawWords } from '../../words/en/candleFlaws';

/** Trades are written at most this late: a day later than their successors is no stray packet but an unsorted file. */
const LATEST_MINUTES = MINUTES_PER_DAY;
/** JSON numbers of 16 digits and more may not survive as numbers. */
const SAFE_DIGITS = 15;
/** What `toFixed` is given at most for one factor: venues write up to 18 decimals. */
const MOST_DECIMALS = 18;

/** Zeros at the end are not counted: with them a sum would keep the noise of its adding, and differ from the same trades asked of the venue. */
const decimalsOf = (text: string): number => {
  const [digits = '', exponent = '0'] = text.trim().split(/e/i);
  const dot = digits.indexOf('.');
  const written = dot === -1 ? 0 : digits.replace(/0+$/, '').length - dot - 1;
  return Math.min(MOST_DECIMALS, Math.max(0, written - Number(exponent)));
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
  /** How many cells a whole row has. */
  readonly width: number;
  readonly unit: TimeUnit;
  readonly isUtc: boolean;
  readonly volumeUnit: VolumeUnit;
  readonly recorder: Pick<FileRecorder, 'setAside' | 'take'>;
}

/** Builds 1m candles from the rows of a trade file. A trade told twice (same id in a minute) counts once. */
export class TradeRows {
  readonly #growing = new Map<Minute, Growing>();
  /** The minutes with a trade that cannot be read: what else was traded in them is no candle. */
  readonly #spoiled = new Set<Minute>();
  #newest: Minute | undefined;
  #recordedTo: Minute | undefined;
  rows = 0;
  duplicates = 0;

  constructor(readonly options: RowOptions) {}

  async take(line: Line): Promise<void> {
    const { path, places, width, unit, isUtc, recorder } = this.options;
    this.rows += 1;
    const cells = cellsOf(line, path);
    const ms = msOf(cells[places.time]?.trim() ?? '', unit, isUtc);
    if (Number.isNaN(ms)) {
      recorder.setAside(undefined, line.number, line.text, rowWords.noTime);
      return;
    }
    const at = minuteAt(ms);
    if (this.#recordedTo !== undefined && at < this.#recordedTo) {
      throw new FileRefused(shapeWords.lateTrade(path, line.number));
    }
    const flaw = cells.length < width ? rowWords.cutOff(cells.length, width) : this.#add(at, ms, cells);
    if (flaw !== undefined) {
      this.#spoiled.add(at);
      recorder.setAside(at, line.number, line.text, flaw);
    }
    if (this.#newest === undefined || at > this.#newest) {
      this.#newest = at;
      // Late trades may still come for a day: only what is two days old is closed, a day at a time.
      if (this.#growing.size > 2 * LATEST_MINUTES) await this.#record((at - LATEST_MINUTES) as Minute);
    }
  }

  async end(): Promise<void> {
    if (this.#newest !== undefined) await this.#record((this.#newest + 1) as Minute);
  }

  /** Adds a trade to its minute; gives what is wrong with one that cannot be read. */
  #add(at: Minute, ms: number, cells: readonly string[]): string | undefined {
    const { places } = this.options;
    const priceText = cells[places.price] ?? '';
    const amountText = cells[places.amount] ?? '';
    const price = Number(priceText);
    const amount = Number(amountText);
    if (!(price > 0 && Number.isFinite(price)) || !(amount > 0 && Number.isFinite(amount))) return rowWords.noTrade;
    const count = countOf(cells, places);
    if (!(count >= 1)) return rowWords.noCount;
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
        return undefined;
      }
      growing.ids.add(id);
    }
    growing.add(place, price, amount, decimalsOf(priceText), decimalsOf(amountText), count);
    return undefined;
  }

  async #record(to: Minute): Promise<void> {
    const { recorder, volumeUnit } = this.options;
    const closed = [...this.#growing.keys()].filter((at) => at < to).sort((a, b) => a - b);
    for (const at of closed) {
      const candle = this.#growing.get(at)?.candle(at, (amount, worth) => volumesOf(amount, worth, volumeUnit));
      this.#growing.delete(at);
      // Its quarantined trades keep the minute from counting as one without a trade.
      if (candle === undefined || this.#spoiled.delete(at)) continue;
      const flaw = flawOf(candle);
      if (flaw === undefined) await recorder.take(candle);
      else recorder.setAside(at, this.rows, JSON.stringify(candle), candleFlawWords(flaw));
    }
    this.#recordedTo = to;
  }
}
