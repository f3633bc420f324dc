import { CANDLE_FIELDS, isMoved, type Candle } from '../../domain/candle';
import { epochMs, formatMinute, MINUTE_MS, minuteAt, type Minute } from '../../domain/minute';
import { rowWords } from '../../words/en/files';
import { flawIn } from '../candleFlaw';
import { cellsOf } from './cells';
import { ABSENT } from './columns';
import { isLength } from '../candleLength';
import { minutesOf } from './intervals';
import type { Line } from './line';
import { numberOf } from './numbers';
import type { RowSink } from './recorder';
import { isWhole } from './rowWidth';
import { ROWS_SHOWN, type RowShape } from './rowShape';
import { closeMsOf, openMsOf } from './shape';
import { volumesOf } from './volume';

/** The columns of numbers, in the order in which they are read. */
const NUMBERS = ['open', 'high', 'low', 'close', 'volume', 'quote-volume', 'trades'] as const;
const NOT_CLOSED = /^(?:0|false)$/i;

interface RowOptions {
  readonly path: string;
  readonly shape: RowShape;
  /** Whether the prices are computed, not traded: then there is no volume. */
  readonly isComputed: boolean;
  readonly recorder: RowSink;
}

interface Sound {
  readonly candle: Candle;
  readonly line: Line;
}

/** Reads the rows of a candle file, which ascend (see `rowsOf`); rows of one minute are judged together. */
export class CandleRows {
  #at: Minute | undefined;
  #sound: Sound[] = [];
  rows = 0;
  /** Rows that hold a time and nothing else: they count as if they were not there. */
  empty = 0;
  /** Candles of volume 0 whose prices moved. */
  moved = 0;
  /** The first candles, as they are understood. */
  readonly shown: Sound[] = [];
  readonly #stepMs: number;

  constructor(readonly options: RowOptions) {
    this.#stepMs = minutesOf(options.shape.interval) * MINUTE_MS;
  }

  async take(line: Line): Promise<void> {
    const { path, shape, recorder } = this.options;
    this.rows += 1;
    const cells = cellsOf(line, path, shape.delimiter);
    const ms = openMsOf(cells, shape, shape.interval);
    if (!(Number.isInteger(ms) && ms % this.#stepMs === 0)) {
      recorder.setAside(undefined, line.number, line.text, rowWords.offGrid(shape.interval));
      return;
    }
    const at = minuteAt(ms);
    if (at !== this.#at) await this.#settle();
    this.#at = at;
    const flaw = this.#read(cells, at, line);
    if (flaw !== undefined) recorder.setAside(at, line.number, line.text, flaw);
  }

  /** Keeps a sound candle; gives what is wrong with one that is not. */
  #read(cells: readonly string[], at: Minute, line: Line): string | undefined {
    const { shape, isComputed } = this.options;
    const { width, places, hasNoVolume } = shape.layout;
    if (!isWhole(cells, shape.layout)) return rowWords.cutOff(cells.length, width);
    const { unended } = shape;
    if (unended?.isCut === true && unended.line === line.number) return rowWords.cutValue(unended.value);
    const lengthMs = closeMsOf(cells, shape) - epochMs(at);
    if (!Number.isNaN(lengthMs) && !isLength(lengthMs, this.#stepMs))
      return rowWords.otherEnd(Math.round(lengthMs / 1_000));
    if (NOT_CLOSED.test(cells[places.closed]?.trim() ?? '')) return rowWords.notClosed;
    const numbers = NUMBERS.map((column) =>
      places[column] === ABSENT ? NaN : numberOf(cells[places[column]], shape.decimal),
    );
    if (numbers.includes(undefined)) return rowWords.noNumber;
    const [open = NaN, high = NaN, low = NaN, close = NaN, volume = NaN, quoteVolume = NaN, trades = NaN] = numbers;
    if ([open, high, low, close].every(Number.isNaN) && !(volume > 0) && !(quoteVolume > 0) && !(trades > 0)) {
      this.empty += 1;
      return undefined;
    }
    const volumes = volumesOf(volume, quoteVolume, shape.volumeUnit);
    const candle: Candle = { minute: at, open, high, low, close, trades, ...volumes };
    const flaw = flawIn(candle, isComputed || hasNoVolume);
    if (flaw !== undefined) return flaw;
    if (!this.#sound.some((other) => CANDLE_FIELDS.every((field) => Object.is(other.candle[field], candle[field]))))
      this.#sound.push({ candle, line });
    return undefined;
  }

  async end(): Promise<void> {
    await this.#settle();
  }

  async #settle(): Promise<void> {
    const [only, ...others] = this.#sound;
    const { recorder, isComputed } = this.options;
    if (only !== undefined && others.length === 0) {
      if (!isComputed && isMoved(only.candle)) this.moved += 1;
      if (this.shown.length < ROWS_SHOWN) this.shown.push(only);
      await recorder.take(only.candle);
    } else
      for (const { candle, line } of this.#sound)
        recorder.setAside(
          candle.minute,
          line.number,
          line.text,
          rowWords.doubled(this.#sound.length, formatMinute(candle.minute)),
        );
    this.#sound = [];
  }
}
