import { MINUTE_MS } from '../../domain/minute';
import { claimWords } from '../../words/en/files';
import type { Line } from './line';
import { FileRefused } from './refused';
import { msOf, unitShown } from './time';

/** A candle of a minute ends with it, or by some venues' habit a millisecond (or a microsecond) before. */
const SHORTEST_MS = 59_000;
const LONGEST_MS = MINUTE_MS;

const commonStep = (a: number, b: number): number => (b === 0 ? a : commonStep(b, a % b));

/**
 * Whether the times of a candle file are those of 1-minute candles. Candles of N minutes begin at multiples of N, so that all
 * steps between them have a divisor above 1, while the minutes of a thin market soon have none.
 */
export class MinuteGrid {
  /** The greatest common divisor of all steps, in minutes; 0 before the first step. */
  #step = 0;
  #first: number | undefined;
  #on = 0;
  #off = 0;
  #saysOneMinute = false;

  constructor(readonly path: string) {}

  /** Takes a row's time and, of the first row, its closing time. False: it is no whole minute. Throws `FileRefused`. */
  take(openMs: number, closeTime: string | undefined, line: Line): boolean {
    if (this.#on + this.#off === 0) this.#closing(openMs, closeTime, line);
    if (openMs % MINUTE_MS !== 0) {
      this.#off += 1;
      return false;
    }
    this.#on += 1;
    this.#first ??= openMs;
    if (this.#step !== 1) this.#step = commonStep(Math.abs(openMs - this.#first) / MINUTE_MS, this.#step);
    return true;
  }

  #closing(openMs: number, closeTime: string | undefined, line: Line): void {
    const unit = closeTime === undefined ? undefined : unitShown(closeTime);
    const lengthMs = closeTime === undefined || unit === undefined ? NaN : msOf(closeTime, unit, true) - openMs;
    if (Number.isNaN(lengthMs)) return;
    if (lengthMs < SHORTEST_MS || lengthMs > LONGEST_MS)
      throw new FileRefused(claimWords.longCandle(this.path, line.number, Math.round(lengthMs / 1_000)));
    this.#saysOneMinute = true;
  }

  /** Throws `FileRefused` where the times show other candles. `saysOneMinute`: an interval column says that they are of a minute. */
  end(saysOneMinute: boolean): void {
    if (this.#on > 0 && this.#off > this.#on)
      throw new FileRefused(claimWords.offGrid(this.path, this.#off, this.#on + this.#off));
    if (this.#step > 1 && !saysOneMinute && !this.#saysOneMinute)
      throw new FileRefused(claimWords.longStep(this.path, this.#step));
  }
}
