import { MINUTE_MS } from '../../domain/minute';
import { claimWords } from '../../words/en/files';
import { isLength } from '../candleLength';
import { minutesOf, type Interval } from './intervals';
import type { Line } from './line';
import { FileRefused } from './refused';

const commonStep = (a: number, b: number): number => (b === 0 ? a : commonStep(b, a % b));

/**
 * Whether the times of a candle file are those of candles of an interval. Candles of N minutes begin at multiples of N, so that all
 * steps between them have a divisor above 1, while the minutes of a thin market soon have none.
 */
export class CandleGrid {
  /** The greatest common divisor of all steps, in minutes; 0 before the first step. */
  #step = 0;
  #first: number | undefined;
  #on = 0;
  #off = 0;
  #right = 0;
  #wrong = 0;
  #firstWrong: { readonly line: Line; readonly lengthMs: number } | undefined;
  readonly #minutes: number;
  readonly #lengthMs: number;

  /** `said`: the interval by the reader's word; undefined: a minute, and the times have to show it. */
  constructor(
    readonly path: string,
    readonly said: Interval | undefined,
  ) {
    this.#minutes = minutesOf(said ?? '1m');
    this.#lengthMs = this.#minutes * MINUTE_MS;
  }

  /** Takes a row's opening and closing time (NaN: it says none). False: it opens off the grid. */
  take(openMs: number, closeMs: number, line: Line): boolean {
    if (!Number.isNaN(closeMs)) this.#closing(closeMs - openMs, line);
    if (openMs % this.#lengthMs !== 0) {
      this.#off += 1;
      return false;
    }
    this.#on += 1;
    this.#first ??= openMs;
    if (this.#step !== 1) this.#step = commonStep(Math.abs(openMs - this.#first) / MINUTE_MS, this.#step);
    return true;
  }

  #closing(lengthMs: number, line: Line): void {
    if (isLength(lengthMs, this.#lengthMs)) {
      this.#right += 1;
      return;
    }
    this.#wrong += 1;
    this.#firstWrong ??= { line, lengthMs };
  }

  /** Throws `FileRefused` where the times show other candles. `saysInterval`: the file says of itself that they are of this interval. */
  end(saysInterval: boolean): void {
    if (this.#on === 0 && this.#off === 0) return;
    const expected = this.said ?? '1m';
    // Of a few rows the venue itself tells another end: those are set aside one by one.
    if (this.#firstWrong !== undefined && this.#wrong > this.#right) {
      const { line, lengthMs } = this.#firstWrong;
      throw new FileRefused(claimWords.longCandle(this.path, line.number, Math.round(lengthMs / 1_000), expected));
    }
    if (this.#off > this.#on)
      throw new FileRefused(claimWords.offGrid(this.path, this.#off, this.#on + this.#off, expected));
    // A reader's word that they are minutes goes before their steps; that bars of four hours are hours does not.
    if (this.#step > this.#minutes && this.said !== '1m' && !saysInterval && this.#right === 0)
      throw new FileRefused(claimWords.longStep(this.path, this.#step, expected));
  }
}
