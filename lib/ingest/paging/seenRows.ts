import { MINUTES_PER_DAY, plus, type Minute } from '../../domain/minute';

/** A day's minutes, one bit each. */
const BYTES_A_DAY = MINUTES_PER_DAY / 8;

/** The minutes of one market and source for which a reply held a row in this run: what a later reply about the same time must hold too. */
export class SeenRows {
  readonly #days = new Map<number, Uint8Array>();

  /** `step`: minutes from row to row; more than 1 where the rows are longer candles. */
  constructor(readonly step = 1) {}

  add(minutes: readonly Minute[]): void {
    for (const at of minutes) {
      const day = Math.floor(at / MINUTES_PER_DAY);
      const bits = this.#days.get(day) ?? new Uint8Array(BYTES_A_DAY);
      this.#days.set(day, bits);
      const within = at - day * MINUTES_PER_DAY;
      bits[within >> 3] = (bits[within >> 3] ?? NaN) | (1 << (within & 7));
    }
  }

  has(at: Minute): boolean {
    const day = Math.floor(at / MINUTES_PER_DAY);
    const within = at - day * MINUTES_PER_DAY;
    const byte = this.#days.get(day)?.[within >> 3];
    return byte !== undefined && (byte & (1 << (within & 7))) !== 0;
  }

  /** The last row before `at`, at most so many minutes back. */
  before(at: Minute, reach: number): Minute | undefined {
    const { step } = this;
    for (let back = step; back <= reach && back <= at; back += step)
      if (this.has(plus(at, -back))) return plus(at, -back);
    return undefined;
  }

  /** The first row at or after `at`, less than so many minutes on. */
  after(at: Minute, reach: number): Minute | undefined {
    for (let on = 0; on < reach; on += this.step) if (this.has(plus(at, on))) return plus(at, on);
    return undefined;
  }

  /** Whether every row seen from the first to the last of these is among them: a reply that lacks one is not whole. Ascending. */
  agreesWith(rows: readonly Minute[]): boolean {
    return rows.every((at, i) => {
      const next = rows[i + 1];
      if (next === undefined) return true;
      const between = this.after(plus(at, this.step), next - at - this.step);
      return between === undefined;
    });
  }
}
