import { flawOf, type Candle } from '../../domain/candle';
import { minuteAt, MINUTES_PER_DAY, type Minute } from '../../domain/minute';
import { candleFlawWords } from '../../words/en/candleFlaws';
import { rowWords, shapeWords } from '../../words/en/files';
import { Growing } from '../trades/growing';
import { cellsOf } from './cells';
import { ABSENT, type Places } from './columns';
import type { Line } from './line';
import { decimalsIn, isDecimal, numberOf, type DecimalMark } from './numbers';
import type { RowSink } from './recorder';
import { FileRefused } from './refused';
import { isWhole } from './rowWidth';
import { ROWS_SHOWN, type RowShape } from './rowShape';
import { msOf } from './time';
import { tradeVolumesOf } from './volume';

/** Trades are written at most this late: a day later than their successors is no stray packet but an unsorted file. */
const LATEST_MINUTES = MINUTES_PER_DAY;
/** Ids of so many digits are exact as numbers. */
const SAFE_DIGITS = 15;
/** A trade sent alone. */
const ONE = 1;
const ALL_DIGITS = /^\d+$/;

/** How many trades a row stands for: its last id − its first + 1 where it names both; NaN where they give no whole number. */
function countOf(cells: readonly string[], places: Places): number {
  if (places['first-id'] === ABSENT || places['last-id'] === ABSENT) return ONE;
  const [first = '', last = ''] = [cells[places['first-id']]?.trim(), cells[places['last-id']]?.trim()];
  return ALL_DIGITS.test(first) && ALL_DIGITS.test(last) ? Number(BigInt(last) - BigInt(first) + 1n) : NaN;
}

/** An id that counts is a number; of any other only the text is kept. */
function idOf(text: string | undefined): number | bigint | string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!ALL_DIGITS.test(text)) return text;
  return text.length <= SAFE_DIGITS ? Number(text) : BigInt(text);
}

/** A trade as it is understood. */
export interface ShownTrade {
  readonly line: Line;
  readonly ms: number;
  readonly price: number;
  readonly amount: number;
}

interface RowOptions {
  readonly path: string;
  readonly shape: RowShape;
  /** A negative amount is a sale: the venue writes it so. */
  readonly signIsSide: boolean;
  /** Its first and its last minute, where it may hold only a part of them. */
  readonly edges: readonly Minute[];
  readonly recorder: RowSink;
}

/** Builds 1m candles from the rows of a trade file. A trade sent twice (same id in a minute) counts once. */
export class TradeRows {
  readonly #growing = new Map<Minute, Growing>();
  /** The minutes with a trade that cannot be read: what else was traded in them is no candle. */
  readonly #spoiled = new Set<Minute>();
  /** Of a file that begins with the newest: candles that wait for the older ones. */
  #waiting: Candle[] = [];
  #reached: Minute | undefined;
  #settled: Minute | undefined;
  readonly #edges: ReadonlySet<Minute>;
  readonly #isDescending: boolean;
  rows = 0;
  duplicates = 0;
  /** Minutes set aside because the file may hold only a part of them. */
  edges = 0;
  readonly shown: ShownTrade[] = [];

  constructor(readonly options: RowOptions) {
    this.#edges = new Set(options.edges);
    this.#isDescending = options.shape.order === 'descending';
  }

  async takeAll(lines: readonly Line[]): Promise<void> {
    for (const line of lines) if (this.#take(line)) await this.#settleOld();
  }

  /** Adds a row; true: there is something to settle. */
  #take(line: Line): boolean {
    const { path, shape, recorder } = this.options;
    const { layout, time, delimiter } = shape;
    this.rows += 1;
    const cells = cellsOf(line, path, delimiter);
    const ms = msOf(cells[layout.places.time]?.trim() ?? '', time);
    if (Number.isNaN(ms)) {
      recorder.setAside(undefined, line.number, line.text, rowWords.noTime);
      return false;
    }
    const at = minuteAt(ms);
    if (this.#isSettled(at)) throw new FileRefused(shapeWords.lateTrade(path, line.number));
    const flaw = this.#cutIn(cells, line) ?? this.#add(at, ms, cells, line);
    if (flaw !== undefined) {
      this.#spoiled.add(at);
      recorder.setAside(at, line.number, line.text, flaw);
    }
    if (this.#reached !== undefined && (this.#isDescending ? at >= this.#reached : at <= this.#reached)) return false;
    this.#reached = at;
    // Late trades may still come for a day: only what is two days old is settled, a day at a time.
    return this.#growing.size > 2 * LATEST_MINUTES;
  }

  /** What is cut off of a row. */
  #cutIn(cells: readonly string[], { number }: Line): string | undefined {
    const { layout, unended } = this.options.shape;
    if (!isWhole(cells, layout)) return rowWords.cutOff(cells.length, layout.width);
    return unended?.isCut === true && unended.line === number ? rowWords.cutValue(unended.value) : undefined;
  }

  /** Whether a minute's candle is made already. */
  #isSettled(at: Minute): boolean {
    if (this.#settled === undefined) return false;
    return this.#isDescending ? at >= this.#settled : at < this.#settled;
  }

  async end(): Promise<void> {
    await this.#settle(() => true);
    for (const candle of this.#waiting.sort((a, b) => a.minute - b.minute)) await this.options.recorder.take(candle);
  }

  /** Adds a trade to its minute; gives what is wrong with one that cannot be read. */
  #add(at: Minute, ms: number, cells: readonly string[], line: Line): string | undefined {
    const { shape, signIsSide } = this.options;
    const { places } = shape.layout;
    const priceText = plainDecimal(cells[places.price], shape.decimal);
    const amountText = plainDecimal(cells[places.amount], shape.decimal);
    const price = Number(priceText);
    const signed = Number(amountText);
    const amount = signIsSide ? Math.abs(signed) : signed;
    if (!(price > 0 && Number.isFinite(price)) || !(amount > 0 && Number.isFinite(amount))) return rowWords.noTrade;
    const count = countOf(cells, places);
    if (!(count >= 1)) return rowWords.noCount;
    const id = idOf(cells[places.id]?.trim());
    // Ids that do not count say nothing of the order: the place in the file does.
    const order =
      typeof id === 'number' || typeof id === 'bigint' ? id : this.#isDescending ? -line.number : line.number;
    const place = { ms, id: order };
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
    growing.add(place, price, amount, decimalsIn(priceText), decimalsIn(amountText), count);
    if (this.shown.length < ROWS_SHOWN) this.shown.push({ line, ms, price, amount });
    return undefined;
  }

  async #settleOld(): Promise<void> {
    const reached = this.#reached;
    if (reached === undefined) return;
    const border = (this.#isDescending ? reached + LATEST_MINUTES : reached - LATEST_MINUTES) as Minute;
    await this.#settle((at) => (this.#isDescending ? at >= border : at < border));
    this.#settled = border;
  }

  async #settle(isOver: (at: Minute) => boolean): Promise<void> {
    const { recorder, shape } = this.options;
    const closed = [...this.#growing.keys()].filter(isOver).sort((a, b) => a - b);
    for (const at of closed) {
      const candle = this.#growing
        .get(at)
        ?.candle(at, (amount, worth) => tradeVolumesOf(amount, worth, shape.volumeUnit));
      this.#growing.delete(at);
      // Its quarantined trades keep the minute from counting as one without a trade.
      if (candle === undefined || this.#spoiled.delete(at)) continue;
      const flaw = flawOf(candle);
      if (flaw !== undefined) recorder.setAside(at, this.rows, JSON.stringify(candle), candleFlawWords(flaw));
      else if (this.#edges.has(at)) {
        this.edges += 1;
        recorder.setEdgeAside?.(at, rowWords.edge, candle.trades);
      } else if (this.#isDescending) this.#waiting.push(candle);
      else await recorder.take(candle);
    }
  }
}

const plainDecimal = (cell: string | undefined, decimal: DecimalMark): string => {
  const text = (cell ?? '').trim();
  // What only a program reads as a number (0x10) is none.
  if (decimal === 'point') return isDecimal(text) ? text : '';
  return numberOf(cell, decimal) === undefined ? '' : text.replace(',', '.');
};
